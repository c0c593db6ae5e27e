/**
 * readability: whether an edition's readers can read it.
 *
 * reading-age, in editions that have one: no section over it by more than a
 * year, the edition as a whole not over it. Sections too short for a score are
 * scored together, chapter by chapter. long-sentence, long-paragraph and
 * long-list have narrower limits there than in the editions for adults.
 * passive, a hint: more than a fifth of the sentences of a section with five or
 * more do not say who does what. Of words see wording.h.
 */
#ifndef DUET_CHECK_READABILITY_H
#define DUET_CHECK_READABILITY_H

#include "check/check.h"

/** Checks every edition. */
void check_reading(const struct check *c);

#endif
