#include "check/identity.h"

#include "check/match.h"

/* What stands in a number's way: it is a part of an address or of a longer
 * one. */
static bool is_cut(Str text, size_t at, size_t end)
{
    static const Str signs = STR_INIT("/=_.-+@#&");
    bool before = at > 0 && str_find_byte(signs, text.p[at - 1]) < signs.n;
    bool behind = end + 1 < text.n && match_letter(text, end + 1) &&
                  str_find_byte(signs, text.p[end]) < signs.n;
    return before || behind || match_letter_before(text, at) ||
           match_letter(text, end);
}

/* Reads `n` digits with spaces or hyphens between. Returns: the end, or 0. */
static size_t read_digits(Str text, size_t at, size_t n, int *out)
{
    size_t got = 0;
    while (at < text.n && got < n) {
        char c = text.p[at];
        if (ascii_digit(c)) {
            out[got++] = c - '0';
        } else if (got == 0 || (c != ' ' && c != '-') ||
                   !ascii_digit(text.p[at - 1])) {
            return 0;
        }
        at++;
    }
    return got == n ? at : 0;
}

/* Whether the words before `at` say that it is an NHS number. */
static bool says_nhs(Str text, size_t at)
{
    enum { REACH = 16 };
    size_t from = at < REACH ? 0 : at - REACH;
    Str before = str_from(str_to(text, at), from);
    return match_find(before, 0, S("nhs")) < before.n;
}

size_t identity_nhs(Str text, size_t at)
{
    enum { LENGTH = 10 };
    int d[LENGTH], sum = 0;
    size_t end = read_digits(text, at, LENGTH, d);
    /* those in use start with 4, 6 or 7 */
    if (end == 0 || is_cut(text, at, end) ||
        (d[0] != 4 && d[0] != 6 && d[0] != 7 && !says_nhs(text, at))) {
        return 0;
    }
    bool more =
        end + 1 < text.n && text.p[end] == ' ' && ascii_digit(text.p[end + 1]);
    for (int i = 0; i < LENGTH - 1; i++) {
        sum += d[i] * (LENGTH - i);
    }
    int check = (11 - sum % 11) % 11; /* 10 is never given out */
    return check == d[LENGTH - 1] && !more ? end - at : 0;
}

size_t identity_pupil(Str text, size_t at)
{
    enum { LENGTH = 12 };
    static const Str letters = STR_INIT("ABCDEFGHJKLMNPQRTUVWXYZ");
    size_t sum = 0, end = at + 1 + LENGTH;
    if (end > text.n || is_cut(text, at, end)) {
        return 0;
    }
    for (size_t i = 0; i < LENGTH; i++) {
        char c = text.p[at + 1 + i];
        size_t value = (size_t)(c - '0');
        if (!ascii_digit(c)) {
            value = str_find_byte(letters, c);
            if (i + 1 < LENGTH || value == letters.n) {
                return 0;
            }
        }
        sum += value * (i + 2);
    }
    return letters.p[sum % letters.n] == text.p[at] ? end - at : 0;
}

/* Prefixes that are not given out */
static bool is_prefix(char first, char second)
{
    static const Str never = STR_INIT("DFIQUV");
    static const Str pairs[] = {STR_INIT("BG"), STR_INIT("GB"), STR_INIT("KN"),
                                STR_INIT("NK"), STR_INIT("NT"), STR_INIT("TN"),
                                STR_INIT("ZZ")};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        if (pairs[i].p[0] == first && pairs[i].p[1] == second) {
            return false;
        }
    }
    return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z' &&
           str_find_byte(never, first) == never.n &&
           str_find_byte(never, second) == never.n && second != 'O';
}

size_t identity_insurance(Str text, size_t at)
{
    enum { LENGTH = 6 };
    int d[LENGTH];
    if (at + 2 >= text.n || !is_prefix(text.p[at], text.p[at + 1])) {
        return 0;
    }
    size_t start = match_skip(text, at + 2);
    size_t end = read_digits(text, start, LENGTH, d);
    size_t last = end == 0 ? 0 : match_skip(text, end);
    bool whole = end > 0 && last < text.n && text.p[last] >= 'A' &&
                 text.p[last] <= 'D' && !is_cut(text, at, last + 1);
    return whole ? last + 1 - at : 0;
}

size_t identity_mobile(Str text, size_t at)
{
    enum { LENGTH = 11 };
    int d[LENGTH];
    size_t start = at;
    if (str_starts(str_from(text, at), S("+44"))) {
        start = match_skip(text, at + 3);
        size_t end = read_digits(text, start, LENGTH - 1, d);
        return end > 0 && d[0] == 7 && !match_letter(text, end) ? end - at : 0;
    }
    size_t end = read_digits(text, start, LENGTH, d);
    /* 070 and 076 are personal numbering and pagers, which nobody has */
    return end > 0 && d[0] == 0 && d[1] == 7 && !is_cut(text, at, end)
               ? end - at
               : 0;
}
