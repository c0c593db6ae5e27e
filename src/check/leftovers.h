/**
 * leftovers: what was left in a text from before it was finished, or from where
 * it was copied (DESIGN, section 6).
 */
#ifndef DUET_CHECK_LEFTOVERS_H
#define DUET_CHECK_LEFTOVERS_H

#include "check/check.h"

/** Reports placeholder, mojibake, debris, foreign-council. */
void check_leftovers(const struct check *c);

#endif
