#include "edition/figure.h"

#include <assert.h>

#include "base/suggest.h"
#include "model/references.h"

/* The words of an insert, read one after the other. */
struct reading {
    const struct edition *ed;
    struct arena *arena;
    struct diags *diags;
    const struct source *src;
    const struct insert *in;
    size_t next;
};

Decimal figure_decimal(Str written)
{
    Decimal n = 0;
    bool number = decimal_parse(written, &n);
    assert(number); /* else the figure was refused */
    (void)number;
    return n;
}

Unit figure_unit(const struct record *figure)
{
    return spoken_unit(record_word(figure, S("unit")));
}

Str figure_name(const struct edition *ed, struct arena *a, struct diags *d,
                const struct record *figure, Str name, bool brief)
{
    const struct slot *names = record_slot(figure, S("names"));
    for (size_t i = 0; i < names->nrecords; i++) {
        const struct record *r = names->records[i];
        if (str_eq(record_word(r, S("name")), name)) {
            return edition_text(ed, a, d, record_text(r, S("say")));
        }
    }
    return brief ? spoken_short_name(a, ed->locale, name)
                 : spoken_name(a, ed->locale, name);
}

bool figure_is_whole(const struct record *figure)
{
    const struct slot *points = record_slot(figure, S("points"));
    const struct slot *series = record_slot(figure, S("series"));
    return points->set != series->set &&
           (points->set || record_slot(figure, S("x"))->nwords > 0);
}

/* That of the sentence in which the number stands. */
static const struct locale *language(const struct reading *r)
{
    return edition_locale(r->ed,
                          diags_source(r->diags, r->src, r->in->where)->lang);
}

static size_t words_left(const struct reading *r)
{
    return r->in->nargs - r->next;
}

/* The insert has too few words, or too many. */
static bool wrong_words(const struct reading *r)
{
    diag_error(r->diags, r->src, r->in->where, "unknown-insert",
               "'%.*s' does not say which numbers are meant",
               STR_ARG(r->in->name));
    const struct insert_kind *kind = insert_kind_find(r->in->name);
    diag_help(r->diags, "write %.*s%s%.*s", STR_ARG(kind->usage),
              kind->usage_with.n > 0 ? ", or " : "", STR_ARG(kind->usage_with));
    return false;
}

static bool no_number(const struct reading *r, const struct record *figure,
                      const struct suggest *s)
{
    diag_error(r->diags, r->src, r->in->where, "unknown-figure",
               "the figure '%.*s' has no number for '%.*s'",
               STR_ARG(figure->id), STR_ARG(s->wrong));
    if (s->best.n > 0) {
        diag_help(r->diags, "did you mean '%.*s'?", STR_ARG(s->best));
    } else {
        diag_help(r->diags, "its numbers are in %.*s, line %zu",
                  STR_ARG(figure->src->path),
                  source_place(figure->src, figure->where).line);
    }
    return false;
}

static const struct record *next_figure(struct reading *r)
{
    Str id = r->in->args[r->next++];
    const struct record *figure = reference_find(r->ed->pub, S("figure"), id);
    if (figure == NULL) {
        reference_unknown(r->diags, r->ed->pub, r->src, r->in->where,
                          "unknown-figure", S("figure"), id);
    }
    return figure != NULL && figure_is_whole(figure) ? figure : NULL;
}

static bool has_series(const struct record *figure)
{
    return record_slot(figure, S("series"))->set;
}

/* How many words name a number of `figure`. */
static size_t words_of(const struct record *figure)
{
    return has_series(figure) ? 2 : 1;
}

static bool point_of_series(struct reading *r, const struct record *figure,
                            Str *out)
{
    const struct slot *series = record_slot(figure, S("series"));
    const struct slot *x = record_slot(figure, S("x"));
    Str name = r->in->args[r->next], word = r->in->args[r->next + 1];
    struct suggest s = suggest_for(name);
    for (size_t i = 0; i < series->nseries; i++) {
        suggest_try(&s, series->series[i].name);
        if (!str_eq(series->series[i].name, name)) {
            continue;
        }
        s = suggest_for(word);
        for (size_t k = 0; k < x->nwords && k < series->series[i].npoints;
             k++) {
            suggest_try(&s, x->words[k].text);
            if (str_eq(x->words[k].text, word)) {
                *out = series->series[i].points[k].value;
                r->next += 2;
                return true;
            }
        }
        break;
    }
    return no_number(r, figure, &s);
}

/* The number of `figure` that the next words name. */
static bool next_number(struct reading *r, const struct record *figure,
                        Str *out)
{
    if (words_left(r) < words_of(figure)) {
        return wrong_words(r);
    }
    if (has_series(figure)) {
        return point_of_series(r, figure, out);
    }
    const struct slot *points = record_slot(figure, S("points"));
    Str name = r->in->args[r->next];
    struct suggest s = suggest_for(name);
    for (size_t i = 0; i < points->series[0].npoints; i++) {
        const struct point *p = &points->series[0].points[i];
        suggest_try(&s, p->name);
        if (str_eq(p->name, name)) {
            *out = p->value;
            r->next++;
            return true;
        }
    }
    return no_number(r, figure, &s);
}

/* The newest number, which is the last one that is written. */
static bool newest_number(const struct reading *r, const struct record *figure,
                          Str *out)
{
    const struct slot *points = record_slot(figure, S("points"));
    if (!points->set) {
        return wrong_words(r); /* which series is for the author to say */
    }
    const struct series *s = &points->series[0];
    *out = s->points[s->npoints - 1].value;
    return true;
}

static bool say_figure(struct reading *r, Str *out)
{
    const struct record *figure = next_figure(r);
    Str written;
    if (figure == NULL ||
        !(words_left(r) == 0 ? newest_number(r, figure, &written)
                             : next_number(r, figure, &written))) {
        return false;
    }
    if (words_left(r) > 0) {
        return wrong_words(r);
    }
    *out = locale_number(r->arena, language(r), written);
    return true;
}

static bool say_change(struct reading *r, Str *out)
{
    const struct record *figure = next_figure(r);
    Str from, to;
    if (figure == NULL || !next_number(r, figure, &from) ||
        !next_number(r, figure, &to)) {
        return false;
    }
    if (words_left(r) > 0) {
        return wrong_words(r);
    }
    *out = spoken_change(r->arena, language(r), figure_unit(figure),
                         figure_decimal(from), figure_decimal(to),
                         r->ed->voice != 0);
    return true;
}

static bool bad_share(const struct reading *r, const char *message, Str part,
                      Str whole)
{
    diag_error(r->diags, r->src, r->in->where, "bad-share",
               "%.*s cannot be a share of %.*s: %s",
               STR_ARG(locale_number(r->arena, r->ed->original, part)),
               STR_ARG(locale_number(r->arena, r->ed->original, whole)),
               message);
    diag_help(r->diags, "write the part first and then the whole, two numbers "
                        "of the same kind: {{ share disabled looked-after }}");
    return false;
}

static bool check_share(const struct reading *r, const struct record *part_of,
                        const struct record *whole_of, Str part, Str whole)
{
    Unit unit = figure_unit(part_of);
    Decimal n = figure_decimal(part), of = figure_decimal(whole);
    if (of == 0) {
        return bad_share(r, "nothing has no parts", part, whole);
    }
    if (n < 0 || of < 0) {
        return bad_share(r, "a share is not less than nothing", part, whole);
    }
    if (n > of) {
        return bad_share(r, "it is more than the whole", part, whole);
    }
    if (unit.kind != figure_unit(whole_of).kind) {
        return bad_share(r, "their units differ", part, whole);
    }
    return true;
}

static bool say_share(struct reading *r, Str *out)
{
    bool newest = words_left(r) == 2;
    const struct record *figure = next_figure(r);
    Str part, whole;
    if (figure == NULL || !(newest ? newest_number(r, figure, &part)
                                   : next_number(r, figure, &part))) {
        return false;
    }
    if (words_left(r) == 0) {
        return wrong_words(r);
    }
    const struct record *of = next_figure(r);
    if (of == NULL ||
        !(newest ? newest_number(r, of, &whole) : next_number(r, of, &whole))) {
        return false;
    }
    if (words_left(r) > 0) {
        return wrong_words(r);
    }
    if (!check_share(r, figure, of, part, whole)) {
        return false;
    }
    *out = spoken_share(r->arena, language(r), figure_decimal(part),
                        figure_decimal(whole), r->ed->voice != 0);
    return true;
}

bool figure_say(const struct edition *ed, struct arena *a, struct diags *d,
                const struct source *src, const struct insert *in, Str *out)
{
    struct reading r = {ed, a, d, src, in, 0};
    if (in->nargs == 0 || in->noptions > 0) {
        return wrong_words(&r);
    }
    switch (insert_kind_find(in->name)->what) {
    case INSERT_CHANGE:
        return say_change(&r, out);
    case INSERT_SHARE:
        return say_share(&r, out);
    case INSERT_FIGURE:
    case INSERT_COUNCIL:
    case INSERT_CONTACT:
    case INSERT_CHART:
        break;
    }
    return say_figure(&r, out);
}

const struct record *figure_of_chart(const struct edition *ed, struct diags *d,
                                     const struct source *src,
                                     const struct insert *in)
{
    struct reading r = {ed, NULL, d, src, in, 0};
    if (in->nargs != 1 || in->noptions > 0) {
        wrong_words(&r);
        return NULL;
    }
    return next_figure(&r);
}
