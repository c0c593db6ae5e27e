/**
 * lost: graphs, tables and pictures that a text speaks of and that were left
 * behind when it was copied.
 */
#ifndef DUET_CHECK_LOST_H
#define DUET_CHECK_LOST_H

#include "check/check.h"

/**
 * Reports debris where a chapter says "the graph below" and holds nothing of
 * the kind.
 */
void check_lost(const struct check *c);

#endif
