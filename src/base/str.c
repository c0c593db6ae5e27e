#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

Str str_from_c(const char *text)
{
    return text == NULL ? S("") : (Str){text, strlen(text)};
}

int str_cmp(Str a, Str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n == 0 ? 0 : memcmp(a.p, b.p, n);
    if (order != 0) {
        return order;
    }
    return (a.n > b.n) - (a.n < b.n);
}

size_t str_find(Str s, Str needle)
{
    for (size_t i = 0; i + needle.n <= s.n; i++) {
        const char *hit = needle.n == 0 ? s.p + i
                                        : memchr(s.p + i, needle.p[0],
                                                 s.n - needle.n - i + 1);
        if (hit == NULL) {
            break;
        }
        i = (size_t)(hit - s.p);
        if (memcmp(hit, needle.p, needle.n) == 0) {
            return i;
        }
    }
    return s.n;
}

size_t str_find_byte(Str s, char c)
{
    const char *hit = s.n == 0 ? NULL : memchr(s.p, c, s.n);
    return hit == NULL ? s.n : (size_t)(hit - s.p);
}

Str str_trim(Str s)
{
    while (s.n > 0 && ascii_space(s.p[0])) {
        s = str_from(s, 1);
    }
    while (s.n > 0 && ascii_space(s.p[s.n - 1])) {
        s.n--;
    }
    return s;
}

bool str_cut(Str *rest, char separator, Str *piece)
{
    if (rest->n == 0) {
        return false;
    }
    size_t at = str_find_byte(*rest, separator);
    *piece = str_to(*rest, at);
    *rest = str_from(*rest, at + 1);
    return true;
}

bool str_cut_line(Str *rest, Str *line)
{
    if (!str_cut(rest, '\n', line)) {
        return false;
    }
    if (line->n > 0 && line->p[line->n - 1] == '\r') {
        line->n--;
    }
    return true;
}

bool str_cut_word(Str *rest, Str *word)
{
    size_t start = 0;
    while (start < rest->n && ascii_space(rest->p[start])) {
        start++;
    }
    size_t end = start;
    while (end < rest->n && !ascii_space(rest->p[end])) {
        end++;
    }
    *word = str_from(str_to(*rest, end), start);
    *rest = str_from(*rest, end);
    return word->n > 0;
}

Str str_copy(struct arena *a, Str s)
{
    return (Str){str_c(a, s), s.n};
}

char *str_c(struct arena *a, Str s)
{
    char *copy = arena_bytes(a, s.n + 1);
    if (s.n > 0) {
        memcpy(copy, s.p, s.n);
    }
    copy[s.n] = '\0';
    return copy;
}

Str str_printf(struct arena *a, const char *fmt, ...)
{
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    assert(n >= 0);
    char *out = arena_bytes(a, (size_t)n + 1);
    vsnprintf(out, (size_t)n + 1, fmt, again);
    va_end(again);
    return (Str){out, (size_t)n};
}

bool str_within(Str s, Str whole)
{
    uintptr_t at = (uintptr_t)s.p, start = (uintptr_t)whole.p;
    return s.p != NULL && whole.p != NULL && at >= start &&
           at + s.n <= start + whole.n;
}

bool str_is_id(Str s)
{
    if (s.n == 0 || s.p[0] < 'a' || s.p[0] > 'z') {
        return false;
    }
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!(c >= 'a' && c <= 'z') && !ascii_digit(c) && c != '-') {
            return false;
        }
    }
    return true;
}
