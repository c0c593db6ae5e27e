/**
 * mojibake: letters that became others because a text was saved in one
 * encoding and read in another.
 */
#ifndef DUET_CHECK_MOJIBAKE_H
#define DUET_CHECK_MOJIBAKE_H

#include "base/arena.h"
#include "base/str.h"

/** What was found in a text. */
struct mojibake {
    size_t at;
    size_t n;
    Str meant; /* UTF-8; empty: the letter is lost */
};

/**
 * Finds the first one in `text` at or after `from`. Three ways are known: UTF-8
 * read as Windows-1252 (â€™); Mac or PDF quotes and dashes read as Latin-1, as
 * in ólooked afterô, which only an English text can be told by (`english`); and
 * the sign U+FFFD, where a letter was lost.
 */
bool mojibake_find(struct arena *a, Str text, size_t from, bool english,
                   struct mojibake *out);

#endif
