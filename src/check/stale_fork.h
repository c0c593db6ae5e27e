/**
 * stale_fork: the texts of a fork whose originals have changed in the layer
 * below, and that nobody has looked at since.
 *
 * stale-fork, at the fork's own text. Which ones they are the ledger says,
 * where `duet upstream --to` has put them.
 */
#ifndef DUET_CHECK_STALE_FORK_H
#define DUET_CHECK_STALE_FORK_H

#include "check/check.h"

/** Checks every unit of the fork that the ledger has. */
void check_stale_fork(const struct check *c);

#endif
