/**
 * match: finding words in a text, whole and in any case.
 *
 * A word here is a run of letters and digits, with apostrophes and hyphens
 * inside it. Only ASCII letters know their other case, which is enough for the
 * words that the rules look for.
 */
#ifndef DUET_CHECK_MATCH_H
#define DUET_CHECK_MATCH_H

#include "base/str.h"

/** Whether a letter or digit stands at `at`. */
bool match_letter(Str text, size_t at);

/** Whether a letter or digit ends right before `at`. */
bool match_letter_before(Str text, size_t at);

/** Whether `lower`, in small letters, stands at `at`, in any case. */
bool match_at(Str text, size_t at, Str lower);

/**
 * Returns: where `lower`, in small letters, stands as a whole word or words at
 * or after `from`, in any case; text.n when nowhere.
 */
size_t match_find(Str text, size_t from, Str lower);

/** Whether any of the `n` `words` stands in `text`, as match_find() says. */
bool match_any(Str text, const Str *words, size_t n);

/** The word that starts at `at`, or an empty text. */
Str match_word(Str text, size_t at);

/** The offset of the first character at or after `at` that is no space. */
size_t match_skip(Str text, size_t at);

/** Whether `word` starts with an ASCII capital letter. */
bool match_capital(Str word);

#endif
