/**
 * wordlist: the lists of words that the program carries inside it.
 *
 * They are the files of check/words/: an entry to a line, `word` or
 * `word = value`, sorted by bytes; a line that starts with `#` is a comment.
 */
#ifndef DUET_CHECK_WORDLIST_H
#define DUET_CHECK_WORDLIST_H

#include "base/str.h"

/** All of the list `name`, which there must be: `spache.txt`. */
Str wordlist_open(Str name);

/**
 * Cuts the next entry off `*rest`; `*value` is empty where the entry has none.
 * Returns: false when nothing is left.
 */
bool wordlist_next(Str *rest, Str *word, Str *value);

#endif
