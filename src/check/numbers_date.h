/**
 * numbers_date: the dates that a text states.
 */
#ifndef DUET_CHECK_NUMBERS_DATE_H
#define DUET_CHECK_NUMBERS_DATE_H

#include "check/numbers.h"
#include "check/numbers_scan.h"

/**
 * Reads the date that starts at the token `i`: `19 July 2022`, `31 March`,
 * `March 2022`, `2021/22`, `2022-07-19`, `2022`. A month alone is none.
 * `*end` is the token behind it.
 */
bool numbers_date_at(const struct tokens *t, size_t i, struct number *out,
                     size_t *end);

/**
 * Fills in what a later date says for an earlier one too: the year in `25 June
 * to 1 July 2012`, the month in `25 to 29 June`.
 */
void numbers_date_share(Str text, struct numbers *all);

#endif
