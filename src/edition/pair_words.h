/**
 * pair_words: the words of blocks and fields, gathered for a pair.
 */
#ifndef DUET_EDITION_PAIR_WORDS_H
#define DUET_EDITION_PAIR_WORDS_H

#include "base/buf.h"
#include "read/doc.h"

/** Adds words to those of the present line; all white space is one space. */
void pair_words_add(struct buf *b, Str text);

/** Ends the line of the present block, if anything is on it. */
void pair_words_break(struct buf *b);

/** Adds a block's words, a line for each block in it, and its footnotes. */
void pair_words_block(struct buf *b, const struct document *doc,
                      const struct node *n);

/** Adds a heading's or a title's words as a line. */
void pair_words_line(struct buf *b, const struct node *n);

/** What was added. */
Str pair_words_end(struct buf *b);

#endif
