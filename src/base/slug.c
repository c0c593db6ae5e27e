#include "base/slug.h"

#include "base/buf.h"

Str slug_of(struct arena *a, Str words, Str otherwise)
{
    struct buf b = buf_in(a);
    bool gap = false;
    for (size_t i = 0; i < words.n; i++) {
        char c = ascii_lower(words.p[i]);
        if (!ascii_alpha(c) && !ascii_digit(c)) {
            /* an apostrophe and accents do not part a word */
            gap = gap || ((unsigned char)c < 0x80 && c != '\'');
            continue;
        }
        if (gap && b.n > 0) {
            buf_byte(&b, '-');
        }
        if (b.n == 0 && ascii_digit(c)) {
            buf_add(&b, S("s-"));
        }
        gap = false;
        buf_byte(&b, c);
    }
    return b.n == 0 ? otherwise : buf_str(&b);
}
