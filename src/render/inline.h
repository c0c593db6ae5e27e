/**
 * inline: the pieces of a line of text, for body.c and values.c.
 */
#ifndef DUET_RENDER_INLINE_H
#define DUET_RENDER_INLINE_H

#include "render/body.h"

/** Writes text; the first use of a word to explain becomes a link. Numbers keep
 * their order, whichever way the language is written. */
void inline_text(struct body *b, struct buf *out, Str text);

/** Writes what an insert says. */
void inline_insert(struct body *b, struct buf *out, const struct insert *in);

/** The id of a footnote, or of the place that calls it, on the page. */
Str inline_note_id(const struct body *b, const char *prefix, Str id);

#endif
