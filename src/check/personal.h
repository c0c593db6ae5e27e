/**
 * personal: details by which one person can be found.
 */
#ifndef DUET_CHECK_PERSONAL_H
#define DUET_CHECK_PERSONAL_H

#include "check/people.h"

/**
 * Reports personal-data in `all` and in the links of the chapters: an error
 * where a check digit or the form leaves no doubt (NHS, pupil and National
 * Insurance numbers), else a warning.
 */
void check_personal(const struct check *c, const struct people *known,
                    const struct passages *all);

#endif
