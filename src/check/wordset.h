/**
 * wordset: a list of words that the program carries, to ask whether a word is
 * on it.
 */
#ifndef DUET_CHECK_WORDSET_H
#define DUET_CHECK_WORDSET_H

#include "base/map.h"

/** The words of check/words/`list`. Lifetime: `a`. */
struct map wordset_read(struct arena *a, Str list);

/** Whether `word` is in `set`, as it is written there. */
bool wordset_has(const struct map *set, Str word);

#endif
