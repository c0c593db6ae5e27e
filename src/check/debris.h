/**
 * debris: what a PDF or a scanner leaves in a text that is copied from it.
 */
#ifndef DUET_CHECK_DEBRIS_H
#define DUET_CHECK_DEBRIS_H

#include "check/texts.h"

/** Reports debris in `all`: one message for each kind of it on a line. */
void check_debris(const struct check *c, const struct passages *all);

#endif
