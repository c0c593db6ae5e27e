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

/**
 * `s` with U+FFFD for each byte that is not part of well-formed UTF-8.
 * Lifetime: that of `s`, or `a`.
 */
Str utf8_mend(struct arena *a, Str s);

/** Returns: how many characters (code points) `s`, well-formed, has. */
size_t utf8_count(Str s);

/**
 * Takes the first character off `*rest`, well-formed and not empty.
 * Returns: its code point.
 */
unsigned utf8_next(Str *rest);

/**
 * Whether a page may hold the character: no control but tab and line feed, no
 * surrogate, no noncharacter (XML 1.0, section 2.2; HTML, section 13.2.3.5).
 */
bool utf8_is_shown(unsigned cp);

/**
 * Returns: the offset of the first character of `s`, well-formed, that no page
 * may hold, or s.n. A carriage return is fine before a line feed.
 */
size_t utf8_find_unshown(Str s);

#endif
