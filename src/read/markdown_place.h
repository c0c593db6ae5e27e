/**
 * markdown_place: where in the author's file cmark's nodes stand.
 *
 * For markdown.c and markdown_inline.c: cmark gives lines and columns of what
 * it was fed, and on a paragraph's later lines columns that leave out what
 * stands before the text.
 */
#ifndef DUET_READ_MARKDOWN_PLACE_H
#define DUET_READ_MARKDOWN_PLACE_H

#include "read/markdown_inline.h"

/** The body's line, from 0, on which `n` starts. */
size_t place_body_line(const struct md *md, cmark_node *n);

/** The author's text from the start of the block `n` to the end of its line. */
Str place_block(const struct md *md, cmark_node *n);

/**
 * The same of an inline. `text` is what it starts with, where that is known:
 * it is looked for from there on.
 */
Str place_inline(const struct md *md, cmark_node *n, Str text);

/** The link or image `n` on the line where it starts. */
Str place_link(const struct md *md, cmark_node *n);

/** Whether nothing but blanks and signs of quotes stands before `where`. */
bool place_starts_line(const struct md *md, Str where);

/**
 * Returns: the offset of `sign` in `source`, leaving out what a backslash
 * escapes, or source.n.
 */
size_t place_find_bare(Str source, Str sign);

#endif
