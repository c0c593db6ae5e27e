/**
 * facts_tables: the numbers of a table's columns and of a list's items.
 */
#ifndef DUET_CHECK_FACTS_TABLES_H
#define DUET_CHECK_FACTS_TABLES_H

#include "check/check.h"

/**
 * Reports sum-mismatch for a column or a list of percentages of one whole and
 * for a total that is not the sum of the numbers above it, and unit-mismatch
 * for a percentage among rates.
 */
void tables_check_facts(const struct check *c);

#endif
