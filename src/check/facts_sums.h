/**
 * facts_sums: parts that should make a whole.
 */
#ifndef DUET_CHECK_FACTS_SUMS_H
#define DUET_CHECK_FACTS_SUMS_H

#include "check/check.h"
#include "check/numbers.h"

/** Parts, in their order. */
struct sum {
    struct sum_part {
        Decimal value;
        Decimal room; /* what rounding may have taken from it, or added */
    } * parts;
    size_t n;
    Decimal total;
    Decimal room;
};

/** Adds a part, written with `places` digits behind its point. */
void sum_add(struct arena *a, struct sum *s, Decimal part, int places);

/**
 * Whether three or more parts seem to be those of 100 and yet do not add up to
 * it, even when each was rounded: they come near it, and no run of them makes a
 * whole of its own.
 */
bool sum_is_off(const struct sum *s);

/** Reports sum-mismatch for such parts, at `where`. */
void sum_report(const struct check *c, const struct source *src, Str where,
                const struct sum *s);

/**
 * Whether `whole` people or things can be parted so that the percentages are
 * what their numbers round to. 30.5% cannot be of 294: 89 are 30.3%, and 90 are
 * 30.6%.
 */
bool sum_can_be_of(const struct sum *s, Decimal whole);

/** Reports sum-mismatch for percentages that cannot be of `whole`. */
void sum_report_whole(const struct check *c, const struct source *src,
                      Str where, const struct sum *s, Decimal whole);

/** Checks the figures whose points are percentages of one whole. */
void sum_check_figures(const struct check *c);

#endif
