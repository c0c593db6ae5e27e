/**
 * hard: the hard words of a text for children, and what to say instead.
 *
 * A word is hard that no list of familiar words has and that is long (three
 * syllables) or has a plainer word in its place; a phrase that has a plainer
 * one. Names are not, and neither is what the edition's terms explain.
 */
#ifndef DUET_CHECK_HARD_H
#define DUET_CHECK_HARD_H

#include "check/reading.h"
#include "edition/terms.h"

/** A hard word or phrase, where it stands. */
struct hard_hit {
    Str text; /* in the passage's */
    Str key;  /* the same for all its regular forms */
    Str say;  /* instead, or empty */
};

/** The search in one passage; start with hard_in(). */
struct hard_search {
    const struct reading_tools *tools;
    const struct edition *ed; /* whose terms are explained; NULL: none */
    bool short_too;           /* short words that are on no list as well */
    struct arena *arena;
    const struct passage *passage;
    struct term_hit *terms; /* once `looked` */
    size_t nterms;
    bool looked;
};

struct hard_search hard_in(const struct reading_tools *t,
                           const struct edition *ed, struct arena *a,
                           const struct passage *p);

/**
 * Finds the next hard word of `s`, a sentence of the passage, at or after its
 * word `*i`, and moves `*i` past it. What inserts say is passed over: it is
 * looked at where it comes from.
 */
bool hard_next(struct hard_search *search, const struct sentence *s, size_t *i,
               struct hard_hit *out);

/** A hard word of an edition, with all its places. */
struct hard_word {
    struct hard_hit hit; /* the first */
    const struct passage *passage;
    size_t n;       /* how often it is there */
    bool explained; /* the paragraph of the first says what it means */
};

struct hard_words {
    struct arena *arena;
    struct hard_word **items; /* in the order of their first places */
    size_t n;
    struct map by_key;
};

/** No hard words yet. Lifetime: `a`. */
struct hard_words hard_words_in(struct arena *a);

/** Adds those of a passage. */
void hard_words_add(struct hard_words *h, struct hard_search *search,
                    const struct sentences *sentences);

#endif
