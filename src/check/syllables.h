/**
 * syllables: how many syllables an English word has.
 *
 * Groups of vowels are counted, with what English spelling does to them: a
 * silent e, an -ed that is not spoken, two vowels that are spoken apart. What
 * the rules get wrong and readers meet often is in words/syllables.txt. The
 * test tests/syllables measures the share that is right (98 of 100 running
 * words) against the CMU pronouncing dictionary.
 */
#ifndef DUET_CHECK_SYLLABLES_H
#define DUET_CHECK_SYLLABLES_H

#include "base/map.h"

struct syllables {
    struct map exceptions;
};

/** The counter. Lifetime: `a`. */
struct syllables syllables_create(struct arena *a);

/**
 * The syllables of `word`: lower-case letters, with ASCII apostrophes and
 * hyphens; the parts of a word with a hyphen are counted one by one. Returns:
 * at least 1.
 */
size_t syllables_count(const struct syllables *s, Str word);

#endif
