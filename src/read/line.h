/**
 * line: what the start of a line of Markdown opens, for the pass before cmark.
 */
#ifndef DUET_READ_LINE_H
#define DUET_READ_LINE_H

#include "base/str.h"

/** Returns: the columns before the text of `line`; 4 or more make it code. */
size_t line_indent(Str line);

/** Returns: how many quotes and list items `line` opens before its text. */
size_t line_depth(Str line);

/**
 * Whether `line` opens a block of its own even right below a paragraph, so that
 * it is neither more of a footnote nor a further row of a table: a container's
 * line, a heading, a fence, a list, a quote, a rule, a comment, a footnote, a
 * caption.
 */
bool line_starts_block(Str line);

#endif
