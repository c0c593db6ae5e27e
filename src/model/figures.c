#include "model/figures.h"

#include "base/suggest.h"

static void bad_figure(struct diags *d, const struct record *r, Str where,
                       const char *message, const char *help)
{
    Str line = str_to(where, str_find_byte(where, '\n'));
    diag_error(d, r->src, line, "bad-figure", "the figure '%.*s' %s",
               STR_ARG(r->id), message);
    diag_help(d, "%s", help);
}

static void check_lengths(struct diags *d, const struct record *r)
{
    const struct slot *x = record_slot(r, S("x"));
    const struct slot *series = record_slot(r, S("series"));
    for (size_t i = 0; i < series->nseries; i++) {
        const struct series *s = &series->series[i];
        if (s->npoints == x->nwords) {
            continue;
        }
        diag_error(d, r->src, s->npoints > 0 ? s->points[0].where : x->where,
                   "bad-figure", "the series '%.*s' has %zu numbers for %zu %s",
                   STR_ARG(s->name), s->npoints, x->nwords,
                   x->nwords == 1 ? "name in x" : "names in x");
        diag_help(d, "write one number for each name in x");
    }
}

static void check_shape(struct diags *d, const struct record *r)
{
    const struct slot *points = record_slot(r, S("points"));
    const struct slot *x = record_slot(r, S("x"));
    const struct slot *series = record_slot(r, S("series"));
    /* what was written but refused has its place all the same */
    bool has_points = points->where.p != NULL;
    bool has_series = series->where.p != NULL;
    bool has_x = x->where.p != NULL;
    if (has_points && (has_series || has_x)) {
        bad_figure(d, r, has_series ? series->where : x->where,
                   "has points and x or series as well",
                   "keep points, or keep x with series, or make two figures");
    } else if (has_series != has_x) {
        bad_figure(d, r, has_series ? series->where : x->where,
                   has_series ? "has series without x" : "has x without series",
                   "write x: [Apr, May] and series: {2018-19: [36, 30]}");
    } else if ((!has_points && !has_series) || (x->set && x->nwords == 0)) {
        bad_figure(d, r, r->where, "has no numbers",
                   "add a line `points: {2022: 294}`");
    } else if (x->set && series->set) {
        check_lengths(d, r);
    }
}

static bool has_name(const struct record *r, Str name, struct suggest *near)
{
    static const Str fields[] = {STR_INIT("points"), STR_INIT("series")};
    const struct slot *x = record_slot(r, S("x"));
    bool found = false;
    for (size_t i = 0; i < x->nwords; i++) {
        suggest_try(near, x->words[i].text);
        found = found || str_eq(x->words[i].text, name);
    }
    for (size_t f = 0; f < COUNT(fields); f++) {
        const struct slot *slot = record_slot(r, fields[f]);
        for (size_t i = 0; i < slot->nseries; i++) {
            const struct series *s = &slot->series[i];
            suggest_try(near, s->name);
            found = found || (s->name.n > 0 && str_eq(s->name, name));
            for (size_t k = 0; f == 0 && k < s->npoints; k++) {
                suggest_try(near, s->points[k].name);
                found = found || str_eq(s->points[k].name, name);
            }
        }
    }
    return found;
}

/* What is called something is there. */
static void check_names(struct diags *d, const struct record *r)
{
    const struct slot *names = record_slot(r, S("names"));
    for (size_t i = 0; i < names->nrecords; i++) {
        const struct record *n = names->records[i];
        const struct slot *name = record_slot(n, S("name"));
        struct suggest near = suggest_for(name->word);
        if (!name->set || has_name(r, name->word, &near)) {
            continue;
        }
        diag_error(d, n->src, name->where, "unknown-reference",
                   "the figure '%.*s' has no '%.*s' in points, series or x",
                   STR_ARG(r->id), STR_ARG(name->word));
        if (near.best.n > 0) {
            diag_help(d, "did you mean '%.*s'?", STR_ARG(near.best));
        } else {
            diag_help(d, "write the name as it stands there");
        }
    }
}

void figures_check(struct diags *d, const struct publication *p)
{
    const struct record_list *all =
        &p->lists[kind_index(kind_find(S("figure")))];
    for (size_t i = 0; i < all->n; i++) {
        const struct record *r = all->items[i];
        check_shape(d, r);
        check_names(d, r);
        if (str_eq(r->id, S("figures"))) {
            diag_error(d, r->src, record_slot(r, S("id"))->where, "bad-id",
                       "a figure cannot have the id 'figures'");
            diag_help(d, "the file of all numbers is called figures.csv; "
                         "choose another id");
        }
    }
}
