/**
 * review_report: what of a publication people have still to review, for them.
 */
#ifndef DUET_CHECK_REVIEW_REPORT_H
#define DUET_CHECK_REVIEW_REPORT_H

#include "base/buf.h"
#include "edition/forks.h"

/**
 * Adds what has changed in the layer below a fork; the pairs whose source has
 * changed, with what changed and the derived text beside it; those whose
 * derived text alone has; those that nobody has looked at; the entries of what
 * is gone; and how to record a review.
 */
void review_report(struct buf *out, const struct publication *p,
                   const struct pairs *pairs, const struct ledger *ledger,
                   const struct fork_reviews *forks);

#endif
