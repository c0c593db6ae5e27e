#include "render/table.h"

#include "base/hash.h"

static void write_cell(struct body *b, struct buf *out, const struct node *cell,
                       const char *scope, size_t rows)
{
    /* an empty cell heads nothing */
    bool head = scope != NULL && cell->first != NULL;
    html_raw(out, head ? S("<th") : S("<td"));
    if (head) {
        html_attr(out, S("scope"), str_from_c(scope));
    }
    if (rows > 1) {
        html_attr(out, S("rowspan"), str_printf(b->arena, "%zu", rows));
    }
    if (cell->align == ALIGN_RIGHT || cell->align == ALIGN_CENTER) {
        html_attr(out, S("class"),
                  cell->align == ALIGN_RIGHT ? S("right") : S("center"));
    }
    html_raw(out, S(">"));
    html_raw(out, cell->label);
    body_inlines(b, out, cell);
    html_raw(out, head ? S("</th>\n") : S("</td>\n"));
}

/* Whether the row's cell `c` goes on with the one above: it and all before it
 * are empty, in a table whose first column heads the rows. */
static bool goes_on(const struct node *row, size_t c)
{
    const struct node *cell = row->first;
    bool empty = cell->heads && !row->heads;
    for (size_t i = 0; empty && i <= c; i++, cell = cell->next) {
        empty = cell->first == NULL;
    }
    return empty;
}

/* How many rows the cell `c` of `row` stands for. */
static size_t rows_of(const struct node *row, size_t c)
{
    size_t n = 1;
    for (const struct node *r = row->next; r != NULL && goes_on(r, c);
         r = r->next) {
        n++;
    }
    return n;
}

static void write_row(struct body *b, struct buf *out, const struct node *row,
                      bool first)
{
    size_t c = 0;
    html_raw(out, S("<tr>\n"));
    for (const struct node *cell = row->first; cell != NULL;
         cell = cell->next, c++) {
        if (!row->heads && !first && goes_on(row, c)) {
            continue;
        }
        size_t rows = row->heads ? 1 : rows_of(row, c);
        const char *scope = row->heads     ? "col"
                            : !cell->heads ? NULL
                            : rows > 1     ? "rowgroup"
                                           : "row";
        write_cell(b, out, cell, scope, rows);
    }
    html_raw(out, S("</tr>\n"));
}

/* Rows that share a head are a group of their own, which its scope needs. */
static void write_rows(struct body *b, struct buf *out, const struct node *row)
{
    bool grouped = false;
    for (const struct node *r = row->next; r != NULL; r = r->next) {
        grouped = grouped || goes_on(r, 0);
    }
    html_raw(out, S("<tbody>\n"));
    for (const struct node *r = row; r != NULL; r = r->next) {
        if (grouped && r != row && !goes_on(r, 0)) {
            html_raw(out, S("</tbody>\n<tbody>\n"));
        }
        write_row(b, out, r, r == row);
    }
    html_raw(out, S("</tbody>\n"));
}

/* A table of many columns keeps its frame on every screen; one whose rows have
 * heads keeps those in sight while it is scrolled. */
static Str frame_class(const struct node *n)
{
    enum { WIDE = 6 };
    size_t columns = 0;
    const struct node *second = n->first->next;
    for (const struct node *c = n->first->first; c != NULL; c = c->next) {
        columns++;
    }
    bool heads =
        second != NULL && second->first != NULL && second->first->heads;
    return columns >= WIDE ? (heads ? S("table table-wide table-heads")
                                    : S("table table-wide"))
           : heads         ? S("table table-heads")
                           : S("table");
}

void table_write(struct body *b, struct buf *out, const struct node *n)
{
    bool site = b->scene->flavour == FLAVOUR_HTML;
    Str id = S("");
    html_raw(out, S("<div"));
    html_attr(out, S("class"), frame_class(n));
    if (n->title != NULL) {
        Str hash = hash_hex(b->arena, node_words(b->arena, n->title));
        id = names_take(
            &b->ids, str_printf(b->arena, "t-%.*s", STR_ARG(str_to(hash, 8))));
    }
    if (site) {
        html_raw(out, S(" role=\"group\" tabindex=\"0\""));
        html_attr(out, id.n > 0 ? S("aria-labelledby") : S("aria-label"),
                  id.n > 0
                      ? id
                      : theme_string(b->scene->theme, b->diags, S("table")));
    }
    html_raw(out, S(">\n<table>\n"));
    if (n->title != NULL) {
        html_raw(out, S("<caption"));
        html_attr(out, S("id"), id);
        html_raw(out, S(">"));
        if (n->label.n > 0) {
            html_raw(out, n->label); /* of a chart's data: markup already */
        } else {
            body_inlines(b, out, n->title);
        }
        html_raw(out, S("</caption>\n"));
    }
    html_raw(out, S("<thead>\n"));
    write_row(b, out, n->first, true);
    html_raw(out, S("</thead>\n"));
    if (n->first->next != NULL) {
        write_rows(b, out, n->first->next);
    }
    html_raw(out, S("</table>\n"));
    html_raw(out, S("</div>\n"));
}
