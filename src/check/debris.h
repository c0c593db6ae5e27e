/**
 * debris: what a PDF or a scanner leaves in a text that is copied from it.
 */
#ifndef DUET_CHECK_DEBRIS_H
#define DUET_CHECK_DEBRIS_H

#include "check/texts.h"

/**
 * Whether a line of `p` starts at `at` with what was a list's bullet, or is one
 * typed as a sign. Returns: the sign's length, or 0.
 */
size_t debris_bullet(const struct passage *p, size_t at);

/** Whether the address that starts `text` is broken by a space or a line. */
bool debris_address_in_pieces(Str text);

/** Reports debris in `all`: one message for each kind of it on a line. */
void check_debris(const struct check *c, const struct passages *all);

#endif
