/**
 * table: the lines of a pipe table, cut into cells.
 */
#ifndef DUET_READ_TABLE_H
#define DUET_READ_TABLE_H

#include "base/arena.h"
#include "base/str.h"
#include "read/doc.h"

struct table_text {
    enum align *aligns;
    size_t ncolumns;
    struct table_row {
        Str where;
        Str *cells;    /* ncolumns of them, views, trimmed */
        size_t ncells; /* that the author wrote */
    } * rows;          /* the header row first */
    size_t nrows;
    size_t nlines; /* that the table takes, with its row of dashes */
};

/**
 * Reads a pipe table at the start of `lines`: a header row, a row of dashes
 * with as many cells, and rows until a line without a pipe (GitHub Flavored
 * Markdown 0.29, section 4.10). A row with too few cells is filled up with
 * empty ones; of one with too many, `ncells` tells.
 *
 * Returns: false when there is no table.
 */
bool table_read(struct arena *a, const Str *lines, size_t nlines,
                struct table_text *out);

#endif
