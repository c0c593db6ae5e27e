/**
 * foreign: another council's name in a council's own text.
 */
#ifndef DUET_CHECK_FOREIGN_H
#define DUET_CHECK_FOREIGN_H

#include "check/texts.h"

/**
 * Reports foreign-council where a text names a council which is not the
 * publication's: "Essex County Council". Records that are about others (cases,
 * resources, sources, decisions) may, and so may all of a publication that is
 * no council's.
 */
void check_foreign(const struct check *c, const struct passages *all);

#endif
