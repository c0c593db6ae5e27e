/**
 * names: which words of an English edition are names.
 *
 * A name is what has a capital where no sentence starts; at the start of one
 * it is known for a name when it has a capital elsewhere too. So are words all
 * in capitals. Names do not count against the writer: nobody can write a
 * shorter one.
 */
#ifndef DUET_CHECK_NAMES_H
#define DUET_CHECK_NAMES_H

#include "base/map.h"
#include "check/passage.h"
#include "check/sentences.h"

struct names {
    struct map capitals; /* words with a capital in mid-sentence */
};

/** The names in `all`. Lifetime: `a`, and the passages. */
struct names names_gather(struct arena *a, const struct passages *all);

/** Makes the names among the words of `s` WORD_NAME. */
void names_mark(const struct names *names, struct sentence *s);

/**
 * How many words `s` has when each name counts as one: "the Children in Care
 * Council" is two. Addresses do not count.
 */
size_t names_length(const struct sentence *s);

#endif
