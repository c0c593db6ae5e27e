#include "base/utf8.h"

#include <assert.h>

#include "base/buf.h"

/* The length of the well-formed character at s.p, or 0. RFC 3629, section 4. */
static size_t well_formed(Str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    unsigned char low = 0x80, high = 0xBF;
    size_t n;
    if (p[0] < 0x80) {
        return 1;
    } else if (p[0] >= 0xC2 && p[0] <= 0xDF) {
        n = 2;
    } else if (p[0] >= 0xE0 && p[0] <= 0xEF) {
        n = 3;
        low = p[0] == 0xE0 ? 0xA0 : low;   /* overlong */
        high = p[0] == 0xED ? 0x9F : high; /* surrogates */
    } else if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        n = 4;
        low = p[0] == 0xF0 ? 0x90 : low;
        high = p[0] == 0xF4 ? 0x8F : high; /* over U+10FFFF */
    } else {
        return 0;
    }
    if (s.n < n || p[1] < low || p[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < n; i++) {
        if (p[i] < 0x80 || p[i] > 0xBF) {
            return 0;
        }
    }
    return n;
}

size_t utf8_check(Str s)
{
    size_t i = 0;
    while (i < s.n) {
        size_t n = well_formed(str_from(s, i));
        if (n == 0) {
            return i;
        }
        i += n;
    }
    return s.n;
}

Str utf8_mend(struct arena *a, Str s)
{
    size_t good = utf8_check(s);
    if (good == s.n) {
        return s;
    }
    struct buf b = buf_in(a);
    while (s.n > 0) {
        buf_add(&b, str_to(s, good));
        s = str_from(s, good);
        if (s.n > 0) {
            buf_utf8(&b, 0xFFFD);
            s = str_from(s, 1);
        }
        good = utf8_check(s);
    }
    return buf_str(&b);
}

size_t utf8_count(Str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return n;
}

unsigned utf8_next(Str *rest)
{
    assert(rest->n > 0);
    const unsigned char *p = (const unsigned char *)rest->p;
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    assert(n <= rest->n);
    unsigned cp = n == 1 ? p[0] : p[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        cp = cp << 6 | (p[i] & 0x3F);
    }
    *rest = str_from(*rest, n);
    return cp;
}

bool utf8_is_shown(unsigned cp)
{
    bool control =
        (cp < ' ' && cp != '\t' && cp != '\n') || (cp >= 0x7F && cp < 0xA0);
    bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
    bool noncharacter =
        (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
    return !control && !surrogate && !noncharacter && cp <= 0x10FFFF;
}

size_t utf8_find_unshown(Str s)
{
    Str rest = s;
    while (rest.n > 0) {
        size_t at = s.n - rest.n;
        if (str_starts(rest, S("\r\n"))) {
            rest = str_from(rest, 2);
        } else if (rest.p[0] >= ' ' && rest.p[0] < 0x7F) {
            rest = str_from(rest, 1);
        } else if (!utf8_is_shown(utf8_next(&rest))) {
            return at;
        }
    }
    return s.n;
}
