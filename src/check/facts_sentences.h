/**
 * facts_sentences: the numbers of one sentence beside one another.
 */
#ifndef DUET_CHECK_FACTS_SENTENCES_H
#define DUET_CHECK_FACTS_SENTENCES_H

#include "check/check.h"
#include "check/numbers.h"

/**
 * Reports unit-mismatch for a percentage that is compared with a rate, and
 * sum-mismatch for percentages of one whole.
 */
void sentences_check_facts(const struct check *c);

/** Reports unit-mismatch for the percentage `n` of `p`, beside `rate`. */
void sentences_report_unit(const struct check *c, const struct passage *p,
                           const struct number *n, Str rate);

/** Whether `rate`, for every 1,000 or more, and `percent` look alike. */
bool sentences_look_alike(const struct number *rate,
                          const struct number *percent);

#endif
