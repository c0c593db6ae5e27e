/**
 * repeats: what is wrong in many places of a file, and is said once.
 *
 * A name that stands in each row of a table is one thing to mend, not twenty:
 * the first place is reported, with how many more there are.
 */
#ifndef DUET_CHECK_REPEATS_H
#define DUET_CHECK_REPEATS_H

#include "base/map.h"
#include "check/passage.h"

/** The same words in one file. */
struct repeat {
    const struct passage *passage; /* of the first place in the file */
    size_t at;
    size_t n;
    Str *places; /* in the file, each once */
    size_t nplaces;
};

struct repeats {
    struct arena *arena;
    struct map found; /* words and file to struct repeat */
};

/** None yet. Lifetime: `a`. */
struct repeats repeats_in(struct arena *a);

/** Adds the place of `n` bytes at `at` of `p`; a known one counts once. */
void repeats_add(struct repeats *r, const struct passage *p, size_t at,
                 size_t n);

/** The `i`th that was found, in the order of finding; NULL after the last. */
const struct repeat *repeats_get(const struct repeats *r, size_t i);

/** The words themselves. */
Str repeat_words(const struct repeat *r);

/** Where to report it. */
Str repeat_place(const struct repeat *r);

/**
 * What a message says after its words when they stand in `n` places: nothing
 * for one, else `; it stands here and in 3 more places`.
 */
Str repeats_more(struct arena *a, size_t n);

#endif
