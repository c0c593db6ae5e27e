/**
 * unused: what the author's folder holds and no reader meets.
 */
#ifndef DUET_CHECK_UNUSED_H
#define DUET_CHECK_UNUSED_H

#include "check/check.h"

/** Reports orphan-chapter, unused-file, unused-contact. */
void check_unused(const struct check *c);

#endif
