/**
 * stale: the texts whose sources have changed since somebody reviewed them.
 *
 * stale-voice, at the derived text. A pair that nobody has ever reviewed is no
 * finding: `duet review` lists it.
 */
#ifndef DUET_CHECK_STALE_H
#define DUET_CHECK_STALE_H

#include "check/check.h"

/** Checks every pair that the ledger has. */
void check_stale(const struct check *c);

/** The command that records a review of `names`, words for a shell. */
Str stale_command(struct arena *a, const struct publication *p, Str names);

/** The first `words` words of `text`. */
Str stale_beginning(struct arena *a, Str text, size_t words);

/** `word` as a shell takes it, between quotes where that is needed. */
Str stale_shell_word(struct arena *a, Str word);

#endif
