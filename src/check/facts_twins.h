/**
 * facts_twins: whether the voices of a publication state the same numbers.
 */
#ifndef DUET_CHECK_FACTS_TWINS_H
#define DUET_CHECK_FACTS_TWINS_H

#include "check/check.h"

/**
 * Reports figure-mismatch: a number of another voice that is nowhere in its
 * twin, and an amount of money, an age or a date that a promise or an offer
 * has in the default voice alone.
 */
void facts_check_twins(const struct check *c);

#endif
