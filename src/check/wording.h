/**
 * wording: words that an edition's readers should not meet, or not unexplained.
 */
#ifndef DUET_CHECK_WORDING_H
#define DUET_CHECK_WORDING_H

#include "check/check.h"
#include "check/hard.h"

/** What to say instead, `do, reach`, as advice: try 'do' or 'reach'. */
Str wording_try(struct arena *a, Str say);

/** Reports hard-word: once a word, with how often it is there. */
void wording_report_hard(struct diags *d, const struct edition *ed,
                         const struct hard_words *words);

/**
 * Reports term-to-avoid where a passage of the edition `voice` uses what
 * terms.yaml says that it avoids.
 */
void wording_check_terms(const struct check *c, size_t voice);

/**
 * Reports abbreviation-unexplained: two to six capitals that everybody does
 * not know, once a chapter, unless terms.yaml or brackets in that chapter
 * explain them.
 */
void wording_check_abbreviations(const struct check *c,
                                 const struct vocabulary *v, size_t voice);

#endif
