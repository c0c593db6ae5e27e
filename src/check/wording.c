#include "check/wording.h"

#include "check/repeats.h"
#include "check/wordset.h"

Str wording_try(struct arena *a, Str say)
{
    size_t comma = str_find(say, S(", "));
    return comma == say.n ? str_printf(a, "try '%.*s'", STR_ARG(say))
                          : str_printf(a, "try '%.*s' or '%.*s'",
                                       STR_ARG(str_to(say, comma)),
                                       STR_ARG(str_from(say, comma + 2)));
}

void wording_report_hard(struct diags *d, const struct edition *ed,
                         const struct hard_words *words)
{
    for (size_t i = 0; i < words->n; i++) {
        const struct hard_word *w = words->items[i];
        const struct passage *p = w->passage;
        if (w->explained) {
            continue;
        }
        size_t at = (size_t)(w->hit.text.p - p->text.p);
        Str more = repeats_more(words->arena, w->n);
        diag_warning(
            d, p->src, passage_place(p, at, w->hit.text.n), "hard-word",
            "'%.*s' is hard for readers of the %.*s edition%.*s",
            STR_ARG(w->hit.text), STR_ARG(ed->plan->id), STR_ARG(more));
        if (w->hit.say.n > 0) {
            Str say = wording_try(words->arena, w->hit.say);
            diag_help(d, "%.*s; or explain the word in terms.yaml",
                      STR_ARG(say));
        } else {
            diag_help(d, "try a plainer word, or explain this one in "
                         "terms.yaml");
        }
    }
}

static bool avoids(const struct record *term, Str edition)
{
    const struct slot *avoid = record_slot(term, S("avoid"));
    for (size_t i = 0; i < avoid->nwords; i++) {
        if (str_eq(avoid->words[i].text, edition)) {
            return true;
        }
    }
    return false;
}

static void report_term(const struct check *c, size_t voice,
                        const struct passage *p, const struct term_hit *hit)
{
    const struct edition *ed = c->editions[voice];
    Str text = str_to(str_from(p->text, hit->at), hit->n);
    const struct voiced *say = record_text(hit->term, S("say"));
    const struct phrase *phrase = say == NULL ? NULL : voiced_get(say, voice);
    diag_warning(c->diags, p->src, passage_place(p, hit->at, hit->n),
                 "term-to-avoid", "the %.*s edition does not say '%.*s'",
                 STR_ARG(ed->plan->id), STR_ARG(text));
    if (phrase != NULL) {
        diag_help(c->diags, "write '%.*s'", STR_ARG(phrase->text));
        return;
    }
    phrase = edition_phrase(ed, record_text(hit->term, S("means")));
    if (phrase != NULL) {
        diag_help(c->diags, "say what is meant: %.*s", STR_ARG(phrase->text));
    }
}

void wording_check_terms(const struct check *c, size_t voice)
{
    const struct edition *ed = c->editions[voice];
    const struct passages *all = &c->passages[voice];
    for (size_t i = 0; i < all->n; i++) {
        const struct passage *p = &all->items[i];
        struct term_hit hit;
        size_t from = 0;
        while (terms_find(ed->terms, p->text, from, &hit)) {
            from = hit.at + hit.n;
            /* a term's own record explains it, and an insert's words are
             * looked at where they come from */
            if (hit.term != p->record && !reading_is_citation(p) &&
                !passage_inserted(p, hit.at) &&
                avoids(hit.term, ed->plan->id)) {
                report_term(c, voice, p, &hit);
            }
        }
    }
}

/* The state of looking for abbreviations in one edition. */
struct initials {
    const struct check *c;
    const struct vocabulary *vocabulary;
    size_t voice;
    struct map done;   /* chapter and letters: explained there, or reported */
    struct map blanks; /* TODO: reported as a placeholder */
};

static bool upper(Str text, size_t i)
{
    return i < text.n && text.p[i] >= 'A' && text.p[i] <= 'Z';
}

static bool in_word(Str text, size_t i)
{
    return i < text.n && (ascii_alpha(text.p[i]) || ascii_digit(text.p[i]) ||
                          text.p[i] == '&' || (unsigned char)text.p[i] >= 0xC0);
}

/* The next run of two to six capitals that stands alone, with a plural s. */
static bool next_initials(Str text, size_t *at, Str *out)
{
    for (size_t i = *at; i < text.n; i++) {
        size_t n = 0;
        if (!upper(text, i) || (i > 0 && in_word(text, i - 1))) {
            continue;
        }
        while (upper(text, i + n)) {
            n++;
        }
        size_t end = i + n;
        bool plural =
            end < text.n && text.p[end] == 's' && !in_word(text, end + 1);
        if (n >= 2 && n <= 6 && (plural || !in_word(text, end))) {
            *out = str_to(str_from(text, i), n);
            *at = end;
            return true;
        }
        i = end;
    }
    return false;
}

/* I to XXXIX: numbers of parts and appendices. */
static bool is_roman(Str letters)
{
    for (size_t i = 0; i < letters.n; i++) {
        if (str_find_byte(S("IVX"), letters.p[i]) == 3) {
            return false;
        }
    }
    return true;
}

/* Whether `text` is written in capitals altogether, as some headings are. */
static bool shouts(Str text)
{
    size_t small = 0, capitals = 0;
    for (size_t i = 0; i < text.n; i++) {
        capitals += upper(text, i);
        small += text.p[i] >= 'a' && text.p[i] <= 'z';
    }
    return capitals > small;
}

/* Whether brackets at `letters` explain them: "plan (PEP)", "PEP (a plan)". */
static bool explained_here(Str text, Str letters)
{
    size_t at = (size_t)(letters.p - text.p), end = at + letters.n;
    Str before = str_to(text, at), after = str_from(text, end);
    if (str_ends(before, S("(")) &&
        (str_starts(after, S(")")) || str_starts(after, S("s)")))) {
        return str_find_byte(str_trim(str_to(before, at - 1)), ' ') <
               str_trim(str_to(before, at - 1)).n;
    }
    after = str_starts(after, S("s")) ? str_from(after, 1) : after;
    size_t close = str_find_byte(after, ')');
    return str_starts(after, S(" (")) && close > letters.n + 2 &&
           close < after.n;
}

static Str key_of(const struct initials *in, const struct passage *p,
                  Str letters)
{
    Str place = p->chapter == NULL ? p->src->path : p->chapter->source->id;
    return str_printf(in->c->arena, "%.*s %.*s", STR_ARG(letters),
                      STR_ARG(place));
}

static bool is_term(const struct edition *ed, Str text, Str letters)
{
    size_t at = (size_t)(letters.p - text.p), from = 0;
    struct term_hit hit;
    while (terms_find(ed->terms, text, from, &hit) && hit.at <= at) {
        if (at < hit.at + hit.n) {
            return true;
        }
        from = hit.at + hit.n;
    }
    return false;
}

/* Whether a number with a slash follows: a paper's or an act's. */
static bool is_number(Str after)
{
    Str word;
    return str_cut_word(&after, &word) && ascii_digit(word.p[0]) &&
           str_find_byte(word, '/') < word.n;
}

/* A term's record is where its abbreviations are explained. */
static bool explains_itself(const struct passage *p)
{
    return p->record != NULL && str_eq(p->record->kind->name, S("term"));
}

/* Goes over all letters in capitals that are for somebody to explain. */
static void each(struct initials *in,
                 void (*visit)(struct initials *in, const struct passage *p,
                               Str letters))
{
    const struct passages *all = &in->c->passages[in->voice];
    const struct edition *ed = in->c->editions[in->voice];
    for (size_t i = 0; i < all->n; i++) {
        const struct passage *p = &all->items[i];
        size_t at = 0;
        Str letters;
        while (next_initials(p->text, &at, &letters)) {
            size_t from = (size_t)(letters.p - p->text.p);
            bool citation = /* SI 2018/952 */
                reading_is_citation(p) ||
                is_number(str_from(p->text, from + letters.n));
            if (!citation && !explains_itself(p) &&
                !vocabulary_knows_initials(in->vocabulary, letters) &&
                !wordset_has(&in->blanks, letters) && !is_roman(letters) &&
                !shouts(p->text) && !passage_inserted(p, from) &&
                !is_term(ed, p->text, letters)) {
                visit(in, p, letters);
            }
        }
    }
}

static void note_explained(struct initials *in, const struct passage *p,
                           Str letters)
{
    if (explained_here(p->text, letters)) {
        map_put(&in->done, key_of(in, p, letters), in);
    }
}

static void report_unexplained(struct initials *in, const struct passage *p,
                               Str letters)
{
    Str key = key_of(in, p, letters);
    if (map_get(&in->done, key) != NULL) {
        return;
    }
    map_put(&in->done, key, in);
    size_t at = (size_t)(letters.p - p->text.p);
    diag_warning(in->c->diags, p->src, passage_place(p, at, letters.n),
                 "abbreviation-unexplained",
                 "nothing says what '%.*s' stands for", STR_ARG(letters));
    diag_help(in->c->diags,
              "write the words out, with (%.*s) after them the first time; or "
              "put `short: %.*s` beside their term in terms.yaml",
              STR_ARG(letters), STR_ARG(letters));
}

void wording_check_abbreviations(const struct check *c,
                                 const struct vocabulary *v, size_t voice)
{
    struct initials in = {c, v, voice, map_in(c->arena),
                          wordset_read(c->arena, S("placeholders.txt"))};
    each(&in, note_explained);
    each(&in, report_unexplained);
}
