#include "check/reading.h"

#include "base/file.h"
#include "check/passive.h"

bool reading_tools_open(struct arena *a, struct diags *d, Str language,
                        struct reading_tools *out)
{
    struct splitter *splitter = splitter_open(d, language);
    if (splitter == NULL) {
        return false;
    }
    *out = (struct reading_tools){a, splitter, vocabulary_create(a)};
    return true;
}

void reading_tools_close(struct reading_tools *t)
{
    splitter_close(t->splitter);
}

Str reading_language(const struct publication *p)
{
    const struct slot *languages = record_slot(p->record, S("languages"));
    return languages->nwords > 0 ? languages->words[0].text : S("en");
}

Decimal reading_limit(const struct edition *ed)
{
    const struct slot *slot = record_slot(ed->plan->record, S("reading-age"));
    Decimal limit = 0;
    return slot->set && decimal_parse(slot->word, &limit) ? limit : 0;
}

enum reading_measure reading_measure_of(const struct reading_tools *t,
                                        const struct edition *ed)
{
    return !splitter_is_english(t->splitter) ? READING_LENGTHS
           : reading_limit(ed) > 0           ? READING_CHILDREN
                                             : READING_ADULTS;
}

struct reading reading_start(const struct reading_tools *t,
                             enum reading_measure measure,
                             const struct passages *all)
{
    struct reading r = {.measure = measure, .seen = map_in(t->arena)};
    if (measure != READING_LENGTHS) {
        r.names = capitals_gather(t->arena, all);
    }
    return r;
}

struct sentences reading_split(const struct reading_tools *t,
                               const struct reading *r, struct arena *a,
                               const struct passage *p)
{
    struct sentences s = splitter_split(t->splitter, a, p->text);
    for (size_t i = 0; i < s.n && r->measure != READING_LENGTHS; i++) {
        capitals_mark(&r->names, &s.items[i]);
    }
    return s;
}

static Str part_name(struct arena *a, const struct passage *p)
{
    if (p->chapter == NULL) {
        return path_base(p->src->path);
    }
    Str chapter = p->chapter->source->id;
    if (p->section == NULL) {
        return str_printf(a, "%.*s (records)", STR_ARG(chapter));
    }
    Str section = p->section->source->id;
    return p->section == p->chapter->opening
               ? chapter
               : str_printf(a, "%.*s#%.*s", STR_ARG(chapter), STR_ARG(section));
}

static bool same_part(const struct passage *p, const struct passage *q)
{
    return p->chapter == q->chapter && p->section == q->section &&
           (p->chapter != NULL || p->src == q->src);
}

/* The part that `p` belongs to; most often it is the last one. */
static size_t find_part(const struct reading_tools *t, struct reading *r,
                        const struct passage *p)
{
    for (size_t i = r->nparts; i > 0; i--) {
        if (same_part(r->parts[i - 1].first, p)) {
            return i - 1;
        }
        if (r->parts[i - 1].first->chapter != p->chapter) {
            break;
        }
    }
    *LIST_ADD(t->arena, r->parts, r->nparts) =
        (struct reading_part){.name = part_name(t->arena, p), .first = p};
    r->sample_size = SCORE_WORDS; /* no sample reaches over two parts */
    return r->nparts - 1;
}

/* Whether `text` ends as a sentence does, or leads to a list. */
static bool ends(Str text)
{
    static const Str closing[] = {STR_INIT("\xE2\x80\x9D"),
                                  STR_INIT("\xE2\x80\x99"), STR_INIT(")"),
                                  STR_INIT("\""), STR_INIT("'")};
    text = str_trim(text);
    size_t i = 0;
    while (i < COUNT(closing)) {
        bool there = str_ends(text, closing[i]);
        text = there ? str_to(text, text.n - closing[i].n) : text;
        i = there ? 0 : i + 1;
    }
    return text.n > 0 && str_find_byte(S(".?!:;"), text.p[text.n - 1]) < 5;
}

/* A paragraph of fewer words that does not end is no sentence. */
enum { SCRAP = 10 };

static bool is_prose(const struct passage *p, const struct sentences *sentences)
{
    switch (p->kind) {
    case PASSAGE_HEADING:
    case PASSAGE_CAPTION:
    case PASSAGE_CELL:
        return false;
    case PASSAGE_PARAGRAPH:
        if (passage_is_tabbed(p)) {
            return false;
        }
        return ends(p->text) || sentences->n > 1 ||
               sentences->items[0].nwords >= SCRAP;
    case PASSAGE_ITEM:
    case PASSAGE_FIELD:
        return ends(p->text);
    }
    return false;
}

bool reading_is_citation(const struct passage *p)
{
    static const Str kinds_of_others[] = {STR_INIT("resource"),
                                          STR_INIT("source")};
    if (p->kind != PASSAGE_FIELD) {
        return false;
    }
    for (size_t i = 0; i < COUNT(kinds_of_others); i++) {
        if (str_eq(p->field, S("title")) &&
            str_eq(p->record->kind->name, kinds_of_others[i])) {
            return true;
        }
    }
    return str_eq(p->field, S("source"));
}

/* Whether the word is unfamiliar and the first of its kind in the sample. */
static bool first_unfamiliar(const struct reading_tools *t, struct reading *r,
                             const struct word_facts *f)
{
    if (f->spache) {
        return false;
    }
    size_t *seen = map_get(&r->seen, f->base);
    if (seen == NULL) {
        seen = ARENA_NEW(t->arena, size_t, 1);
        map_put(&r->seen, f->base, seen);
    }
    bool first = *seen != r->sample;
    *seen = r->sample;
    return first;
}

static void count_word(const struct reading_tools *t, struct reading *r,
                       const struct word *w, struct score_counts *c)
{
    if (w->kind == WORD_ADDRESS) {
        return;
    }
    c->words++;
    if (w->kind == WORD_NUMBER || r->measure == READING_LENGTHS) {
        c->syllables++;
        return;
    }
    const struct word_facts *f = vocabulary_find(t->vocabulary, w->text);
    c->syllables += f->syllables;
    if (w->kind == WORD_PLAIN) {
        c->long_words += f->syllables >= 3;
        c->dale_chall += !f->dale_chall;
        c->spache_once += first_unfamiliar(t, r, f);
    }
}

static struct score_counts count(const struct reading_tools *t,
                                 struct reading *r, const struct sentence *s)
{
    struct score_counts c = {.sentences = 1};
    if (r->sample_size >= SCORE_WORDS) {
        r->sample++;
        r->sample_size = 0;
    }
    for (size_t i = 0; i < s->nwords; i++) {
        count_word(t, r, &s->words[i], &c);
    }
    r->sample_size += c.words;
    return c;
}

static void add_sentence(const struct reading_tools *t, struct reading *r,
                         const struct passage *p, size_t part,
                         const struct sentence *s)
{
    struct reading_part *to = &r->parts[part];
    struct score_counts c = count(t, r, s);
    if (c.words == 0) {
        return; /* a web address alone */
    }
    to->counts = score_add(to->counts, c);
    r->whole = score_add(r->whole, c);
    if (r->measure != READING_LENGTHS && passive_in(t->vocabulary, s) &&
        to->passives++ == 0) {
        to->passive_at = p;
        to->passive = s->text;
    }
}

void reading_add(const struct reading_tools *t, struct reading *r,
                 const struct passage *p, const struct sentences *sentences)
{
    size_t part = find_part(t, r, p);
    bool prose = sentences->n > 0 && is_prose(p, sentences);
    for (size_t i = 0; i < sentences->n && prose; i++) {
        add_sentence(t, r, p, part, &sentences->items[i]);
    }
}

double reading_age(const struct reading *r, const struct score_counts *counts)
{
    return score_age(r->measure == READING_CHILDREN
                         ? score_young_grade(counts)
                         : score_flesch_kincaid(counts));
}

struct score_counts reading_short_parts(const struct reading *r, size_t from,
                                        size_t to)
{
    struct score_counts sum = {0};
    for (size_t i = from; i < to; i++) {
        if (!score_possible(&r->parts[i].counts)) {
            sum = score_add(sum, r->parts[i].counts);
        }
    }
    return sum;
}

size_t reading_chapter_end(const struct reading *r, size_t from)
{
    size_t i = from + 1;
    while (i < r->nparts && r->parts[from].first->chapter != NULL &&
           r->parts[i].first->chapter == r->parts[from].first->chapter) {
        i++;
    }
    return i;
}
