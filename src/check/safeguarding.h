/**
 * safeguarding: what could show a reader who a child is, or where (DESIGN,
 * section 6).
 */
#ifndef DUET_CHECK_SAFEGUARDING_H
#define DUET_CHECK_SAFEGUARDING_H

#include "check/check.h"

/** Reports personal-data, named-person, small-number, photo-consent. */
void check_safeguarding(const struct check *c);

#endif
