/**
 * facts: whether numbers agree with one another.
 */
#ifndef DUET_CHECK_FACTS_H
#define DUET_CHECK_FACTS_H

#include "check/check.h"

/**
 * Reports figure-mismatch (facts_twins.h), unit-mismatch and sum-mismatch
 * (facts_tables.h), count-mismatch (facts_counts.h), and stale-figure.
 */
void check_facts(const struct check *c);

#endif
