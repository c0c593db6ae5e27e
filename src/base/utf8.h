/**
 * utf8: checking and counting (RFC 3629).
 */
#ifndef DUET_BASE_UTF8_H
#define DUET_BASE_UTF8_H

#include "base/str.h"

/**
 * Returns: the offset of the first byte that is not part of well-formed UTF-8
 * (no overlong forms, no surrogates, nothing over U+10FFFF), or s.n.
 */
size_t utf8_check(Str s);

/** Returns: how many characters (code points) `s`, well-formed, has. */
size_t utf8_count(Str s);

/**
 * Takes the first character off `*rest`, well-formed and not empty.
 * Returns: its code point.
 */
unsigned utf8_next(Str *rest);

#endif
