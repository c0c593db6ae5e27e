/**
 * bidi: numbers among words that are written from right to left.
 *
 * By the Unicode bidirectional algorithm (UAX 9, rules W4 and N1) the parts of
 * `0800 1111` or `16–25` change places there, because what stands between them
 * has no direction: a number that somebody dials would be another. So each
 * such number is isolated, as HTML has it (`bdi`).
 */
#ifndef DUET_RENDER_BIDI_H
#define DUET_RENDER_BIDI_H

#include "base/locale.h"
#include "render/markup.h"

/** Writes `text` for a place that is written from right to left. */
void bidi_text(struct buf *out, Str text);

/** Writes `text`, which has a direction of its own, among such words. */
void bidi_isolate(struct buf *out, Str text, bool ltr);

/** Writes `text`, which is in the language of `l`, among words of another. */
void bidi_foreign(struct buf *out, Str text, const struct locale *l);

#endif
