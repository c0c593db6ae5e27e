/**
 * numbers_context: what the words around an amount make of it.
 */
#ifndef DUET_CHECK_NUMBERS_CONTEXT_H
#define DUET_CHECK_NUMBERS_CONTEXT_H

#include "check/numbers.h"
#include "check/numbers_scan.h"

/** Whether it is said to be near: `about 300`, `more than 200`. */
bool context_is_about(const struct tokens *t, size_t i);

/** Whether it is said that there are more: `over a million`. */
bool context_is_over(const struct tokens *t, size_t i);

/** Whether `i` is the year of a law: the Children Act 1989. */
bool context_is_act(const struct tokens *t, size_t i);

/**
 * Whether the amount at `i` is part of a name, counts the items of a list, or
 * is a whole that others are counted in: section 20, COVID-19, per 10,000.
 */
bool context_is_name(const struct tokens *t, size_t i, const Quantity *q);

/** Whether the amount at `i` is an age in years. */
bool context_is_age(const struct tokens *t, size_t i, const Quantity *q);

/** Whether no noun stands at `end`, so that nothing is counted. */
bool context_stands_alone(const struct tokens *t, size_t end);

/**
 * Makes `n`, whose amount is `*q`, a share or a rate, and moves `q->end` behind
 * the whole: `3 in 10`, `64.8 for every 10,000`.
 */
bool context_share(const struct tokens *t, struct number *n, Quantity *q);

/** The same for `half of`, `two thirds`, at the token `i`. */
bool context_fraction(const struct tokens *t, size_t i, struct number *n,
                      size_t *end);

#endif
