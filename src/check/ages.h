/**
 * ages: the parts of an edition that read older than its limit, and the ratchet
 * that lets an old text come down to it step by step.
 *
 *     reading-age: {limit: 9, until: 2027-03-31, no-worse-than: duet.lock}
 *
 * Until that day a part over the limit is accepted when it reads no older than
 * the ledger says it did; a review records what it reads now, and never
 * anything worse. After that day, and without a ratchet, the limit is the
 * limit. Ages are compared in tenths of a year.
 */
#ifndef DUET_CHECK_AGES_H
#define DUET_CHECK_AGES_H

#include "check/check.h"
#include "check/reading.h"

/** Reports reading-age for `ed`, of which `r` is the reading. */
void ages_check(const struct check *c, const struct edition *ed,
                const struct reading *r);

/**
 * Records in `ledger` how old the parts of the editions with a ratchet read:
 * for the first time where their pairs are among `accepted`, or for `all`;
 * lower whenever they read younger; and no more when they keep to the limit.
 *
 * Returns: false after reporting reading-age for what would be accepted and
 * reads older than recorded.
 */
MUST_USE bool ages_record(const struct check *c, struct ledger *ledger,
                          const struct pair *const *accepted, size_t n,
                          bool all);

#endif
