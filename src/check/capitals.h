/**
 * capitals: which words of an English edition are names.
 *
 * A name is what has a capital where no sentence starts; at the start of one
 * it is known for a name when it has a capital elsewhere too, or another name
 * follows. So are words all in capitals. Names do not count against the writer:
 * nobody can write a shorter one.
 */
#ifndef DUET_CHECK_CAPITALS_H
#define DUET_CHECK_CAPITALS_H

#include "base/map.h"
#include "check/passage.h"
#include "check/sentences.h"

struct capitals {
    struct map words; /* with a capital in mid-sentence */
};

/** The names in `all`. Lifetime: `a`, and the passages. */
struct capitals capitals_gather(struct arena *a, const struct passages *all);

/** Makes the names among the words of `s` WORD_NAME. */
void capitals_mark(const struct capitals *names, struct sentence *s);

/**
 * How many words `s` has when each name counts as one: "the Children in Care
 * Council" is two. Addresses do not count.
 */
size_t capitals_length(const struct sentence *s);

#endif
