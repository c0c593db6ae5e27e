#include "check/words_report.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "check/hard.h"
#include "check/wording.h"

/* How many of the hardest sentences are shown. */
enum { SHOWN = 10, WIDTH = 76 };

/* The formulas for children end at the grade of a university. */
enum { OLDEST = 21 };

/* A sentence with so many words and no hard one leaves nothing to mend. */
enum { ENOUGH = 15 };

/* One report in the making. */
struct report {
    struct buf *out;
    const struct reading_tools *tools;
    const struct words_text *text;
    struct reading reading;
    struct ranked *ranked; /* sentences with something to mend */
    size_t nranked;
};

static int whole(double age)
{
    return (int)floor(age);
}

/* From one age to another, as people say it: 9; 17 to 19. */
static Str age_words(struct arena *a, int from, int to)
{
    return from == to ? str_printf(a, "%d", from)
                      : str_printf(a, "%d to %d", from, to);
}

/* The reading age of `c`, by all formulas that apply to the text. */
static Str age_of(const struct report *r, const struct score_counts *c)
{
    struct arena *a = r->tools->arena;
    if (r->reading.measure == READING_LENGTHS) {
        return S("not known");
    }
    if (!score_possible(c)) {
        return S("too short");
    }
    if (r->reading.measure == READING_CHILDREN) {
        int age = whole(reading_age(&r->reading, c));
        return age >= OLDEST ? str_printf(a, "%d or more", OLDEST)
                             : age_words(a, age, age);
    }
    int one = whole(score_age(score_flesch_kincaid(c)));
    int two = whole(score_age(score_smog(c)));
    /* the norms are adults': below the third grade they mean nothing */
    return one < 8 ? S("under 8")
                   : age_words(a, one < two ? one : two, one < two ? two : one);
}

static void add_line(const struct report *r, const struct score_counts *c,
                     Str age, Str name)
{
    if (c->sentences > 0) {
        buf_printf(r->out, "%7zu %10zu %17.1f %12.*s  %.*s\n", c->words,
                   c->sentences, score_words_a_sentence(c), STR_ARG(age),
                   STR_ARG(name));
    }
}

/* The lowest and the highest age of what was scored. */
static Str range_of(const struct report *r)
{
    const struct reading *reading = &r->reading;
    int low = 0, high = 0;
    bool any = false;
    for (size_t i = 0; i < reading->nparts; i++) {
        if (score_possible(&reading->parts[i].counts)) {
            int age = whole(reading_age(reading, &reading->parts[i].counts));
            low = any && low < age ? low : age;
            high = any && high > age ? high : age;
            any = true;
        }
    }
    return !any || reading->measure != READING_CHILDREN || low == high
               ? age_of(r, &reading->whole)
               : age_words(r->tools->arena, low, high);
}

static void add_sections(const struct report *r)
{
    const struct reading *reading = &r->reading;
    buf_add(r->out, S("\n  words  sentences  words a sentence  reading age"
                      "  section\n"));
    for (size_t from = 0; from < reading->nparts;) {
        size_t to = reading_chapter_end(reading, from), nshort = 0;
        for (size_t i = from; i < to; i++) {
            const struct reading_part *part = &reading->parts[i];
            add_line(r, &part->counts, age_of(r, &part->counts), part->name);
            nshort += part->counts.words > 0 && !score_possible(&part->counts);
        }
        struct score_counts rest = reading_short_parts(reading, from, to);
        if (nshort > 1 && score_possible(&rest)) {
            add_line(r, &rest, age_of(r, &rest),
                     S("(the short ones together)"));
        }
        from = to;
    }
    if (reading->nparts > 1) {
        add_line(r, &reading->whole, range_of(r), S("in all"));
    }
}

/* A sentence to show, by how hard it is. */
struct ranked {
    const struct passage *passage;
    Str text;
    size_t words;
    double trouble;
    size_t order;
};

static int hardest_first(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = (x->trouble < y->trouble) - (x->trouble > y->trouble);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* The next word to mark: for adults, who know long words, one for which there
 * is a plainer one. */
static bool next_mark(const struct report *r, struct hard_search *search,
                      const struct sentence *s, size_t *i, struct hard_hit *hit)
{
    while (hard_next(search, s, i, hit)) {
        if (r->reading.measure == READING_CHILDREN || hit->say.n > 0) {
            return true;
        }
    }
    return false;
}

static struct hard_search marks_in(const struct report *r, struct arena *a,
                                   const struct passage *p)
{
    struct hard_search search = hard_in(r->tools, r->text->ed, a, p);
    search.short_too = true;
    return search;
}

/* How much there is to mend: the formulas' weights of length and of words. */
static double trouble(const struct report *r, struct hard_search *search,
                      const struct sentence *s)
{
    double words = (double)s->nwords, marks = 0;
    struct hard_hit hit;
    size_t i = 0;
    while (r->reading.measure != READING_LENGTHS &&
           next_mark(r, search, s, &i, &hit)) {
        marks++;
    }
    bool nothing = marks == 0 && s->nwords <= ENOUGH;
    return nothing ? 0 : 0.69 * words + 95 * marks / (words > 10 ? words : 10);
}

static void rank(struct report *r, struct arena *scratch,
                 const struct passage *p, const struct sentences *all)
{
    struct hard_search search = marks_in(r, scratch, p);
    for (size_t i = 0; i < all->n; i++) {
        const struct sentence *s = &all->items[i];
        double much = trouble(r, &search, s);
        if (much > 0 && p->kind != PASSAGE_HEADING &&
            p->kind != PASSAGE_CAPTION && p->kind != PASSAGE_CELL) {
            *LIST_ADD(r->tools->arena, r->ranked, r->nranked) =
                (struct ranked){p, s->text, s->nwords, much, r->nranked};
        }
    }
}

/* Marks the hard words of `s` in `text`, and adds what to try to `advice`. */
static void mark(const struct report *r, const struct passage *p,
                 const struct sentence *s, struct buf *text, struct buf *advice)
{
    struct arena *a = r->tools->arena;
    struct hard_search search = marks_in(r, a, p);
    struct hard_hit hit;
    Str rest = s->text;
    size_t i = 0;
    while (r->reading.measure != READING_LENGTHS &&
           next_mark(r, &search, s, &i, &hit)) {
        buf_add(text, str_to(rest, (size_t)(hit.text.p - rest.p)));
        buf_printf(text, "*%.*s*", STR_ARG(hit.text));
        rest = str_from(rest, (size_t)(hit.text.p + hit.text.n - rest.p));
        if (hit.say.n > 0) {
            Str say = wording_try(a, hit.say);
            buf_printf(advice, "%s%.*s: %.*s", advice->n > 0 ? "; " : "",
                       STR_ARG(hit.text), STR_ARG(say));
        }
    }
    buf_add(text, rest);
}

/* Breaks `text` into lines that fit a terminal. */
static void add_wrapped(struct buf *out, Str text)
{
    size_t column = WIDTH;
    Str word;
    while (str_cut_word(&text, &word)) {
        size_t n = utf8_count(word);
        bool fits = column + 1 + n <= WIDTH;
        buf_add(out, fits ? S(" ") : S("\n    "));
        column = fits ? column + 1 + n : 4 + n;
        buf_add(out, word);
    }
}

static void add_sentence(const struct report *r, const struct ranked *item)
{
    struct arena *a = r->tools->arena;
    const struct passage *p = item->passage;
    size_t at = (size_t)(item->text.p - p->text.p);
    Str where = passage_place(p, at, item->text.n);
    struct buf text = buf_in(a), advice = buf_in(a);
    struct sentences all = reading_split(r->tools, &r->reading, a, p);
    buf_printf(r->out, "\n%.*s", STR_ARG(p->src->path));
    if (str_within(where, p->src->text)) {
        Place place = source_place(p->src, where);
        buf_printf(r->out, ":%zu:%zu", place.line, place.column);
    }
    buf_printf(r->out, ": %zu words", item->words);
    for (size_t i = 0; i < all.n; i++) {
        if (all.items[i].text.p == item->text.p) {
            mark(r, p, &all.items[i], &text, &advice);
        }
    }
    add_wrapped(r->out, buf_str(&text));
    if (advice.n > 0) {
        add_wrapped(r->out, buf_str(&advice));
    }
    buf_byte(r->out, '\n');
}

static void add_hardest(const struct report *r)
{
    if (r->nranked > 0) {
        qsort(r->ranked, r->nranked, sizeof *r->ranked, hardest_first);
        buf_add(r->out, S("\nThe hardest sentences first:\n"));
    }
    for (size_t i = 0; i < r->nranked && i < SHOWN; i++) {
        add_sentence(r, &r->ranked[i]);
    }
}

static void add_title(const struct report *r)
{
    Decimal limit = r->text->ed == NULL ? 0 : reading_limit(r->text->ed);
    buf_printf(r->out, "%.*s", STR_ARG(r->text->title));
    if (limit > 0) {
        Str age = decimal_text(r->tools->arena, limit, 1);
        buf_printf(r->out, " (for a reading age of %.*s)", STR_ARG(age));
    }
    buf_byte(r->out, '\n');
    if (r->reading.measure == READING_LENGTHS) {
        buf_add(r->out, S("Only sentences are measured: Duet has lists of "
                          "familiar words for English alone.\n"));
    }
}

void words_report(struct buf *out, const struct reading_tools *t,
                  const struct words_text *text)
{
    struct report r = {
        .out = out,
        .tools = t,
        .text = text,
        .reading = reading_start(t, text->measure, &text->passages),
    };
    struct arena *scratch = arena_create();
    ArenaMark start = arena_mark(scratch);
    for (size_t i = 0; i < text->passages.n; i++) {
        const struct passage *p = &text->passages.items[i];
        struct sentences s = reading_split(t, &r.reading, scratch, p);
        reading_add(t, &r.reading, p, &s);
        rank(&r, scratch, p, &s);
        arena_rewind(scratch, start);
    }
    arena_free(scratch);
    if (r.reading.whole.sentences > 0) {
        add_title(&r);
        add_sections(&r);
        add_hardest(&r);
        buf_byte(out, '\n');
    }
}

void words_report_end(struct buf *out)
{
    buf_printf(out,
               "A reading age is an estimate of what a text asks for, from its "
               "words and the\nlength of its sentences. It says nothing about "
               "any reader, and a low one does\nnot make a text Easy Read. "
               "Fewer than %zu words are too short to be scored.\n",
               SCORE_WORDS);
}

struct passages words_of_text(struct arena *a, const struct source *src)
{
    struct passages all = {0};
    Str rest = src->text, line;
    struct buf text = buf_in(a);
    struct passage now = {.kind = PASSAGE_PARAGRAPH, .src = src};
    while (rest.n > 0 || now.nspans > 0) {
        bool more = str_cut_line(&rest, &line);
        line = more ? str_trim(line) : S("");
        if (line.n > 0) {
            if (now.nspans > 0) {
                buf_byte(&text, ' ');
            }
            *LIST_ADD(a, now.spans, now.nspans) =
                (struct passage_span){.at = text.n, .n = line.n, .where = line};
            buf_add(&text, line);
        } else if (now.nspans > 0) {
            now.text = buf_str(&text);
            *LIST_ADD(a, all.items, all.n) = now;
            now = (struct passage){.kind = PASSAGE_PARAGRAPH, .src = src};
            text = buf_in(a);
        }
    }
    return all;
}
