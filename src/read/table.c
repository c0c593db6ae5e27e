#include "read/table.h"

#include "read/line.h"

/* Cuts the row's next cell, up to a pipe that is not escaped. After the last
 * one `*rest` is NULL, because a cell may be empty. */
static bool cut_cell(Str *rest, Str *cell)
{
    if (rest->p == NULL) {
        return false;
    }
    size_t i = 0;
    while (i < rest->n && rest->p[i] != '|') {
        i += rest->p[i] == '\\' && i + 1 < rest->n ? 2 : 1;
    }
    *cell = str_trim(str_to(*rest, i));
    if (cell->n == 0) {
        cell->p = rest->p;
    }
    *rest = i < rest->n ? str_from(*rest, i + 1) : (Str){NULL, 0};
    return true;
}

/* The row without its outer pipes; false when it has no pipe at all. */
static bool row_inside(Str line, Str *inside)
{
    size_t indent = line_indent(line);
    line = str_trim(line);
    if (indent > 3 || line.n < 2 || str_find_byte(line, '|') == line.n) {
        return false;
    }
    if (line.p[0] == '|') {
        line = str_from(line, 1);
    }
    size_t slashes = 0; /* an odd number of them escapes the last pipe */
    while (slashes + 1 < line.n && line.p[line.n - 2 - slashes] == '\\') {
        slashes++;
    }
    if (line.n > 0 && line.p[line.n - 1] == '|' && slashes % 2 == 0) {
        line.n--;
    }
    *inside = line;
    return true;
}

static size_t count_cells(Str inside)
{
    size_t n = 0;
    Str cell;
    while (cut_cell(&inside, &cell)) {
        n++;
    }
    return n;
}

/* `---`, `:--`, `--:` or `:-:` */
static bool read_dashes(Str cell, enum align *out)
{
    bool left = str_starts(cell, S(":")), right = str_ends(cell, S(":"));
    Str dashes = str_from(cell, left);
    dashes = str_to(dashes, dashes.n - (right && dashes.n > 0));
    for (size_t i = 0; i < dashes.n; i++) {
        if (dashes.p[i] != '-') {
            return false;
        }
    }
    *out = left && right ? ALIGN_CENTER
           : right       ? ALIGN_RIGHT
           : left        ? ALIGN_LEFT
                         : ALIGN_NONE;
    return dashes.n > 0;
}

static bool read_delimiter(struct arena *a, Str line, struct table_text *t)
{
    Str inside, cell;
    if (!row_inside(line, &inside) || count_cells(inside) != t->ncolumns) {
        return false;
    }
    t->aligns = ARENA_NEW(a, enum align, t->ncolumns);
    for (size_t i = 0; cut_cell(&inside, &cell); i++) {
        if (!read_dashes(cell, &t->aligns[i])) {
            return false;
        }
    }
    return true;
}

static void add_row(struct arena *a, struct table_text *t, Str line, Str inside)
{
    struct table_row row = {
        .where = str_trim(line),
        .cells = ARENA_NEW(a, Str, t->ncolumns),
        .ncells = count_cells(inside),
    };
    Str cell;
    for (size_t i = 0; i < t->ncolumns; i++) {
        bool there = cut_cell(&inside, &cell);
        row.cells[i] = there ? cell : str_from(row.where, row.where.n);
    }
    *LIST_ADD(a, t->rows, t->nrows) = row;
}

bool table_read(struct arena *a, const Str *lines, size_t nlines,
                struct table_text *out)
{
    struct table_text t = {0};
    Str inside;
    if (nlines < 2 || line_starts_block(lines[0]) ||
        !row_inside(lines[0], &inside)) {
        return false;
    }
    t.ncolumns = count_cells(inside);
    if (t.ncolumns == 0 || !read_delimiter(a, lines[1], &t)) {
        return false;
    }
    add_row(a, &t, lines[0], inside);
    t.nlines = 2;
    while (t.nlines < nlines && !line_starts_block(lines[t.nlines]) &&
           row_inside(lines[t.nlines], &inside)) {
        add_row(a, &t, lines[t.nlines], inside);
        t.nlines++;
    }
    *out = t;
    return true;
}
