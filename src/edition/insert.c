#include "edition/insert.h"

#include "base/buf.h"
#include "base/suggest.h"
#include "model/references.h"

/* 1234567 as 1,234,567; what stands behind a point is left as it is */
static Str grouped(struct arena *a, Str number)
{
    size_t sign = str_starts(number, S("-"));
    size_t digits = 0;
    while (sign + digits < number.n && ascii_digit(number.p[sign + digits])) {
        digits++;
    }
    struct buf b = buf_in(a);
    buf_add(&b, sign > 0 ? S("\xE2\x88\x92") : S("")); /* a true minus */
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0) {
            buf_byte(&b, ',');
        }
        buf_byte(&b, number.p[sign + i]);
    }
    buf_add(&b, str_from(number, sign + digits));
    return buf_str(&b);
}

static bool no_point(struct diags *d, const struct source *src,
                     const struct insert *in, const struct record *figure,
                     const struct suggest *s)
{
    diag_error(d, src, in->where, "unknown-figure",
               "the figure '%.*s' has no number for '%.*s'",
               STR_ARG(figure->id), STR_ARG(s->wrong));
    if (s->best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(s->best));
    } else {
        diag_help(d, "its numbers are in %.*s, line %zu",
                  STR_ARG(figure->src->path),
                  source_place(figure->src, figure->where).line);
    }
    return false;
}

/* The point that `name` names; without a name the last one, the newest. */
static const struct point *find_point(const struct series *series, Str name,
                                      struct suggest *s)
{
    for (size_t i = series->npoints; i > 0; i--) {
        const struct point *p = &series->points[i - 1];
        if (name.n == 0 || str_eq(p->name, name)) {
            return p;
        }
        suggest_try(s, p->name);
    }
    return NULL;
}

/* The number of a series at the place that `x` names. */
static const struct point *find_in_series(const struct record *figure,
                                          const struct insert *in,
                                          struct suggest *s)
{
    const struct slot *slot = record_slot(figure, S("series"));
    const struct slot *x = record_slot(figure, S("x"));
    for (size_t i = 0; i < slot->nseries; i++) {
        suggest_try(s, slot->series[i].name);
        if (!str_eq(slot->series[i].name, in->args[1])) {
            continue;
        }
        *s = suggest_for(in->args[2]);
        for (size_t k = 0; k < x->nwords && k < slot->series[i].npoints; k++) {
            suggest_try(s, x->words[k].text);
            if (str_eq(x->words[k].text, in->args[2])) {
                return &slot->series[i].points[k];
            }
        }
    }
    return NULL;
}

static bool unknown_id(const struct edition *ed, struct diags *d,
                       const struct source *src, const struct insert *in,
                       Str kind, const char *code)
{
    struct suggest s = suggest_for(in->args[0]);
    const struct record_list *all =
        &ed->pub->lists[kind_index(kind_find(kind))];
    for (size_t i = 0; i < all->n; i++) {
        suggest_try(&s, all->items[i]->id);
    }
    diag_error(d, src, in->where, code, "there is no %.*s with the id '%.*s'",
               STR_ARG(kind), STR_ARG(in->args[0]));
    if (s.best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(d, "declare it in %.*s", STR_ARG(kind_find(kind)->file));
    }
    return false;
}

static bool figure_value(const struct edition *ed, struct arena *a,
                         struct diags *d, const struct source *src,
                         const struct insert *in, struct insert_value *out)
{
    const struct record *figure =
        reference_find(ed->pub, S("figure"), in->args[0]);
    if (figure == NULL) {
        return unknown_id(ed, d, src, in, S("figure"), "unknown-figure");
    }
    struct suggest s = suggest_for(in->args[1]);
    const struct slot *points = record_slot(figure, S("points"));
    const struct point *p =
        in->nargs == 3        ? find_in_series(figure, in, &s)
        : points->nseries > 0 ? find_point(&points->series[0], in->args[1], &s)
                              : NULL;
    if (p == NULL) {
        return no_point(d, src, in, figure, &s);
    }
    *out = (struct insert_value){.text = grouped(a, p->value)};
    return true;
}

static bool contact_value(const struct edition *ed, struct arena *a,
                          struct diags *d, const struct source *src,
                          const struct insert *in, struct insert_value *out)
{
    const struct record *contact =
        reference_find(ed->pub, S("contact"), in->args[0]);
    if (contact == NULL) {
        return unknown_id(ed, d, src, in, S("contact"), "unknown-reference");
    }
    *out = (struct insert_value){
        .text = edition_text(ed, a, d, record_text(contact, S("name"))),
        .contact = contact,
    };
    return true;
}

static bool council_value(const struct edition *ed, struct diags *d,
                          const struct source *src, const struct insert *in,
                          struct insert_value *out)
{
    Str field = str_from(in->name, S("council.").n);
    const struct record *council = record_group(ed->pub->record, S("council"));
    Str text = council == NULL ? S("") : record_word(council, field);
    if (text.n == 0) {
        diag_error(d, src, in->where, "unknown-insert",
                   "the council's %.*s is not known", STR_ARG(field));
        diag_help(d, "add `council: {%.*s: …}` to publication.yaml",
                  STR_ARG(field));
        return false;
    }
    *out = (struct insert_value){.text = text};
    return true;
}

static bool unknown_insert(struct diags *d, const struct source *src,
                           const struct insert *in)
{
    static const Str names[] = {
        STR_INIT("council.name"), STR_INIT("council.area"),
        STR_INIT("council.website"), STR_INIT("figure"), STR_INIT("contact")};
    struct suggest s = suggest_for(in->name);
    for (size_t i = 0; i < COUNT(names); i++) {
        suggest_try(&s, names[i]);
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        suggest_try(&s, kinds[i].plural);
        if (str_eq(kinds[i].plural, in->name)) {
            diag_error(d, src, in->where, "misplaced-insert",
                       "a list of records cannot stand inside a line");
            diag_help(d,
                      "put {{ %.*s }} into a paragraph of its own, with an "
                      "empty line above and below",
                      STR_ARG(in->name));
            return false;
        }
    }
    diag_error(d, src, in->where, "unknown-insert",
               "there is no insert called '%.*s'", STR_ARG(in->name));
    if (s.best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(d, "write council.name, figure ID, contact ID, or a list "
                     "such as promises; or \\{{ where two braces are meant");
    }
    return false;
}

bool insert_value(const struct edition *ed, struct arena *a, struct diags *d,
                  const struct source *src, const struct insert *in,
                  struct insert_value *out)
{
    static const Str council[] = {STR_INIT("council.name"),
                                  STR_INIT("council.area"),
                                  STR_INIT("council.website")};
    for (size_t i = 0; i < COUNT(council); i++) {
        if (str_eq(in->name, council[i])) {
            return council_value(ed, d, src, in, out);
        }
    }
    if (str_eq(in->name, S("figure"))) {
        return figure_value(ed, a, d, src, in, out);
    }
    if (str_eq(in->name, S("contact"))) {
        return contact_value(ed, a, d, src, in, out);
    }
    return unknown_insert(d, src, in);
}
