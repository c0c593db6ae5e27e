#include "publish/data.h"

#include "edition/figure.h"

static bool is_formula(Str cell)
{
    Decimal number;
    return cell.n > 0 && str_find_byte(S("=+-@\t\r"), cell.p[0]) < 6 &&
           !decimal_parse(cell, &number);
}

static bool needs_quotes(Str cell)
{
    for (size_t i = 0; i < cell.n; i++) {
        if (str_find_byte(S("\",\r\n"), cell.p[i]) < 4) {
            return true;
        }
    }
    return cell.n > 0 &&
           (ascii_space(cell.p[0]) || ascii_space(cell.p[cell.n - 1]));
}

static void add_cell(struct buf *out, Str cell)
{
    bool quotes = needs_quotes(cell);
    buf_add(out, quotes ? S("\"") : S(""));
    buf_add(out, is_formula(cell) ? S("'") : S(""));
    for (size_t i = 0; i < cell.n; i++) {
        buf_add(out, cell.p[i] == '"' ? S("\"") : S(""));
        buf_byte(out, cell.p[i]);
    }
    buf_add(out, quotes ? S("\"") : S(""));
}

static void add_line(struct buf *out, const Str *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_add(out, i > 0 ? S(",") : S(""));
        add_cell(out, cells[i]);
    }
    buf_add(out, S("\r\n"));
}

static void add_header(struct buf *out)
{
    static const Str names[] = {STR_INIT("figure"), STR_INIT("series"),
                                STR_INIT("point"),  STR_INIT("value"),
                                STR_INIT("unit"),   STR_INIT("as at"),
                                STR_INIT("source"), STR_INIT("title")};
    add_line(out, names, COUNT(names));
}

static void add_figure(struct buf *out, const struct edition *ed,
                       struct diags *d, const struct record *r)
{
    struct arena *a = out->arena;
    const struct slot *as_at = record_slot(r, S("as-at"));
    const struct slot *x = record_slot(r, S("x"));
    const struct slot *slots[] = {record_slot(r, S("points")),
                                  record_slot(r, S("series"))};
    Str date = as_at->set ? date_iso(a, as_at->date) : S("");
    Str source = edition_text(ed, a, d, record_text(r, S("source")));
    Str title = edition_text(ed, a, d, record_text(r, S("title")));
    for (size_t k = 0; k < COUNT(slots); k++) {
        for (size_t s = 0; s < slots[k]->nseries; s++) {
            const struct series *series = &slots[k]->series[s];
            for (size_t i = 0; i < series->npoints; i++) {
                Str name = k == 0          ? series->points[i].name
                           : i < x->nwords ? x->words[i].text
                                           : S("");
                const Str cells[] = {r->id,
                                     series->name,
                                     name,
                                     series->points[i].value,
                                     record_word(r, S("unit")),
                                     date,
                                     source,
                                     title};
                add_line(out, cells, COUNT(cells));
            }
        }
    }
}

bool data_write(const struct work *w, struct diags *d, const struct sink *sink)
{
    const struct record_list *all =
        &w->pub->lists[kind_index(kind_find(S("figure")))];
    if (all->n == 0) {
        return true;
    }
    bool done = true;
    struct arena *a = arena_create();
    struct buf together = buf_in(a);
    add_header(&together);
    for (size_t i = 0; i < all->n; i++) {
        const struct record *r = all->items[i];
        struct buf one = buf_in(a);
        add_header(&one);
        add_figure(&one, w->editions[0], d, r);
        add_figure(&together, w->editions[0], d, r);
        Str path = str_printf(a, "data/%.*s.csv", STR_ARG(r->id));
        done = sink_write(sink, path, buf_str(&one)) && done;
    }
    done = sink_write(sink, S("data/figures.csv"), buf_str(&together)) && done;
    arena_free(a);
    return done;
}
