/**
 * facts_counts: how many things a text announces, and how many it then lists.
 */
#ifndef DUET_CHECK_FACTS_COUNTS_H
#define DUET_CHECK_FACTS_COUNTS_H

#include "check/check.h"

/**
 * Reports count-mismatch for `the seven principles are:` or a heading `Seven
 * principles` right above a list of another length. What a PDF made of a list,
 * lines that start with a sign, counts as one.
 */
void counts_check_facts(const struct check *c);

#endif
