/**
 * score: the published readability formulas.
 *
 * A grade is a school year of the United States: 4.0 up to 5.0 is the fourth. A
 * child is about five years older than the number of the grade, so a UK reading
 * age is the grade plus 5. All formulas estimate what a text asks for; they say
 * nothing about any reader. Under SCORE_WORDS words they say nothing at all.
 *
 * - Spache, revised (G. Spache, Good Reading for Poor Readers, 1974):
 *   0.121 * words a sentence + 0.082 * unfamiliar words in a hundred + 0.659,
 *   each unfamiliar word counted once in a sample of about a hundred words. For
 *   grades up to 4.
 * - New Dale-Chall (J. Chall and E. Dale, Readability Revisited, 1995, p. 66):
 *   a cloze score of 64 - 0.95 * unfamiliar words in a hundred - 0.69 * words a
 *   sentence, and from it a grade by table 5-8 (p. 74). From grade 4.
 * - Flesch-Kincaid (J. P. Kincaid and others, Naval Technical Training Command,
 *   1975): 0.39 * words a sentence + 11.8 * syllables a word - 15.59.
 * - SMOG (G. H. McLaughlin, "SMOG grading", Journal of Reading 12, 1969):
 *   3.1291 + 1.0430 * the root of (words of three or more syllables * 30 /
 *   sentences). Norms of adults, like Flesch-Kincaid's.
 */
#ifndef DUET_CHECK_SCORE_H
#define DUET_CHECK_SCORE_H

#include <stdbool.h>
#include <stddef.h>

/** Fewer words than this have no score. */
#define SCORE_WORDS ((size_t)100)

/** What the formulas take, of prose in sentences. */
struct score_counts {
    size_t words;
    size_t sentences;
    size_t syllables;
    size_t long_words;  /* of three or more syllables */
    size_t dale_chall;  /* unfamiliar, each time */
    size_t spache_once; /* unfamiliar, once a sample */
};

/** Adds up counts of two texts. */
struct score_counts score_add(struct score_counts a, struct score_counts b);

/** Whether there are words enough for a score. */
bool score_possible(const struct score_counts *c);

/** `words` and `sentences` of `c` must not be 0 for these. */
double score_words_a_sentence(const struct score_counts *c);
double score_spache(const struct score_counts *c);
double score_dale_chall_cloze(const struct score_counts *c);
double score_flesch_kincaid(const struct score_counts *c);
double score_smog(const struct score_counts *c);

/**
 * The grade of a cloze score. Inside a row of the table, such as 40 to 44 for
 * grades 5 and 6, it rises evenly; 1.0 and 16.0 are the ends.
 */
double score_dale_chall_grade(double cloze);

/**
 * The grade of a text for children: Dale and Chall's where that is 4 or more,
 * else Spache's, at most 4. It is not Spache's formula that decides: made for
 * the first school years, it says 4 of texts with every fifth word unknown.
 */
double score_young_grade(const struct score_counts *c);

/** The UK reading age of a grade. */
double score_age(double grade);

#endif
