/**
 * debris_titles: titles that were copied from a PDF more often than once, or
 * two in one.
 */
#ifndef DUET_CHECK_DEBRIS_TITLES_H
#define DUET_CHECK_DEBRIS_TITLES_H

#include "check/texts.h"

/** Reports debris: two titles in one line of a list, and the head of a page. */
void check_debris_titles(const struct check *c, const struct passages *all);

#endif
