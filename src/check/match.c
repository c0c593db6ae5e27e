#include "check/match.h"

/* Bytes of a letter beyond ASCII: not those of signs such as £, “ and –, which
 * in UTF-8 start with C2 and E2. */
static bool letter_byte(Str text, size_t at)
{
    unsigned char c = (unsigned char)text.p[at];
    if (c < 0x80) {
        return ascii_alpha((char)c) || ascii_digit((char)c);
    }
    while (at > 0 && ((unsigned char)text.p[at] & 0xC0) == 0x80) {
        at--;
    }
    c = (unsigned char)text.p[at];
    return c >= 0xC3 && c != 0xE2 && c != 0xEF;
}

bool match_letter(Str text, size_t at)
{
    return at < text.n && letter_byte(text, at);
}

bool match_letter_before(Str text, size_t at)
{
    return at > 0 && at <= text.n && letter_byte(text, at - 1);
}

bool match_at(Str text, size_t at, Str lower)
{
    if (lower.n > text.n || at > text.n - lower.n) {
        return false;
    }
    for (size_t i = 0; i < lower.n; i++) {
        if (ascii_lower(text.p[at + i]) != lower.p[i]) {
            return false;
        }
    }
    return true;
}

size_t match_find(Str text, size_t from, Str lower)
{
    for (size_t at = from; at + lower.n <= text.n; at++) {
        if (match_at(text, at, lower) && !match_letter_before(text, at) &&
            !match_letter(text, at + lower.n)) {
            return at;
        }
    }
    return text.n;
}

bool match_any(Str text, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (match_find(text, 0, words[i]) < text.n) {
            return true;
        }
    }
    return false;
}

/* An apostrophe or a hyphen, which stands inside words: its length. */
static size_t joint(Str text, size_t at)
{
    if (at < text.n && (text.p[at] == '\'' || text.p[at] == '-')) {
        return 1;
    }
    return str_starts(str_from(text, at), S("\u2019")) ? S("\u2019").n : 0;
}

Str match_word(Str text, size_t at)
{
    size_t end = at;
    while (match_letter(text, end)) {
        end++;
        size_t n = joint(text, end);
        if (n > 0 && match_letter(text, end + n)) {
            end += n;
        }
    }
    return str_to(str_from(text, at), end - at);
}

size_t match_skip(Str text, size_t at)
{
    while (at < text.n && ascii_space(text.p[at])) {
        at++;
    }
    return at;
}

bool match_capital(Str word)
{
    return word.n > 0 && word.p[0] >= 'A' && word.p[0] <= 'Z';
}
