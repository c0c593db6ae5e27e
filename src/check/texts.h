/**
 * texts: all that a publication says, for rules that do not ask in which
 * edition.
 *
 * Beside the passages of the editions there are the one-line fields of records
 * (who leads, a number, an address) and the words and captions of pictures.
 */
#ifndef DUET_CHECK_TEXTS_H
#define DUET_CHECK_TEXTS_H

#include "check/check.h"

/**
 * Every text, each at least once. A one-line field is a PASSAGE_FIELD, what is
 * said of a picture a PASSAGE_CAPTION. Lifetime: `c->arena`.
 */
struct passages texts_of(const struct check *c);

/** Whether `p` starts a line of the author's paragraph at `at`. */
bool texts_starts_line(const struct passage *p, size_t at);

/** Whether the author typed the `n` bytes at `at`: no insert put them there. */
bool texts_typed(const struct passage *p, size_t at, size_t n);

#endif
