/**
 * table: a table of the document tree as markup that a screen reader follows.
 *
 * The first row heads the columns. Where the first column heads the rows, a
 * row that starts with empty cells goes on with the heads above it: one
 * objective with several actions is one group of rows.
 */
#ifndef DUET_RENDER_TABLE_H
#define DUET_RENDER_TABLE_H

#include "render/body.h"

/**
 * Writes the NODE_TABLE `n`. On the site it scrolls in a frame of its own that
 * a keyboard can reach.
 */
void table_write(struct body *b, struct buf *out, const struct node *n);

#endif
