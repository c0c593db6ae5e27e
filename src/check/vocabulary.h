/**
 * vocabulary: which English words readers know, and what to say instead of
 * others.
 *
 * Familiar words are those of two published lists, Dale and Chall's (1995) and
 * Spache's (1974), and of a British supplement of ours (words/british.txt). A
 * familiar word keeps its regular endings, as the authors' instructions have it
 * (Dale and Chall, "A formula for predicting readability: instructions",
 * Educational Research Bulletin 27, 1948, pp. 37-54): the plural and the
 * possessive, -s -ed -ing of verbs, -er -est of adjectives, -ly of adverbs; a
 * second ending makes a word unfamiliar, and so does any other. Both parts of a
 * word with a hyphen must be familiar. The same endings are taken for Spache's
 * list. For council prose there is a list of plainer words (words/plain.txt).
 */
#ifndef DUET_CHECK_VOCABULARY_H
#define DUET_CHECK_VOCABULARY_H

#include "check/syllables.h"

/** A phrase of several words, and what to say instead. */
struct plain_phrase {
    Str words; /* lower-case, one space between them */
    Str say;
    struct plain_phrase *next; /* with the same first word */
};

/** What is known about one word. */
struct word_facts {
    Str lower; /* in lower case, with ASCII apostrophes */
    Str base;  /* without a plural's or possessive's ending: its regular forms
                  count as one word */
    size_t syllables;
    bool dale_chall; /* familiar: by this list or the supplement */
    bool spache;
    Str say;                            /* a plainer word, or empty */
    const struct plain_phrase *phrases; /* that start with the word */
};

struct vocabulary;

/** Reads the lists. Lifetime: `a`. */
struct vocabulary *vocabulary_create(struct arena *a);

/**
 * The facts about `word`, which is written without spaces in any case.
 * Lifetime: the vocabulary's, and `word`'s.
 */
const struct word_facts *vocabulary_find(struct vocabulary *v, Str word);

/**
 * Whether an unfamiliar word is made of familiar ones, in ways that no list can
 * foresee: whoever, rewritten, illnesses.
 */
bool vocabulary_is_clear(const struct vocabulary *v,
                         const struct word_facts *facts);

/** Whether `capitals` are letters that nobody has to explain: NHS. */
bool vocabulary_knows_initials(const struct vocabulary *v, Str capitals);

#endif
