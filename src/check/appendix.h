/**
 * appendix: whether the appendices that a text speaks of are there.
 */
#ifndef DUET_CHECK_APPENDIX_H
#define DUET_CHECK_APPENDIX_H

#include "check/check.h"

/** Reports appendix-sequence. */
void check_appendices(const struct check *c);

#endif
