/**
 * spoken_words: the words that numbers are said with, by language.
 *
 * They are the program's and not a theme's, because they stand inside the
 * authors' sentences. A language without words of its own gets signs that
 * everybody reads: `≈ 3/10`, `+9`.
 */
#ifndef DUET_EDITION_SPOKEN_WORDS_H
#define DUET_EDITION_SPOKEN_WORDS_H

#include "base/message.h"

enum spoken_word {
    WORD_SAME,        /* no change */
    WORD_ALMOST_SAME, /* less than one in every … */
    WORD_NONE,        /* a share of nothing */
    WORD_ALL,
    WORD_NEARLY_ALL,
    WORD_HARDLY_ANY, /* fewer than 1 in 1,000 */
    WORD_HALF,
    WORD_ABOUT_HALF,
    WORD_NEARLY_HALF,
    WORD_OVER_HALF,
    WORD_SHARE,     /* {n} in {of} */
    WORD_ABOUT,     /* about {x} */
    WORD_LESS_THAN, /* less than {x} */
    WORD_MORE_THAN,
    WORD_MORE, /* {x} more: what is counted */
    WORD_FEWER,
    WORD_MORE_MONEY,
    WORD_LESS_MONEY,
    WORD_HIGHER, /* rates */
    WORD_LOWER,
    WORD_POINTS_HIGHER, /* {n} percentage points; {x} is how it is written */
    WORD_POINTS_LOWER,
    WORD_MORE_IN_EVERY, /* {x} more in every {of}, a number */
    WORD_FEWER_IN_EVERY,
    WORD_MORE_FOR_EVERY, /* {x} more for every {of}, in words */
    WORD_FEWER_FOR_EVERY,
    WORD_COUNT
};

/** Says `word` in the language of `l`, with the `n` fillings put in. */
Str spoken_say(struct arena *a, const struct locale *l, enum spoken_word word,
               const struct filling *fillings, size_t n);

#endif
