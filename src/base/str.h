/**
 * str: text as a view, a pointer and a length.
 *
 * A Str never owns its bytes and need not end in a NUL. A Str cut from a
 * source's text carries its own place, which is how a diagnostic finds the
 * line and column of what it speaks about.
 */
#ifndef DUET_BASE_STR_H
#define DUET_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct arena;

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#if defined(__GNUC__)
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))
#define NO_RETURN __attribute__((noreturn))
#else
#define MUST_USE
#define PRINTF_LIKE(format, first)
#define NO_RETURN
#endif

typedef struct {
    const char *p;
    size_t n;
} Str;

/** The Str of a string literal; STR_INIT is the same for static tables. */
#define S(literal) ((Str){"" literal, sizeof(literal) - 1})
#define STR_INIT(literal)                                                      \
    {                                                                          \
        "" literal, sizeof(literal) - 1                                        \
    }

/** The two arguments that printf's `%.*s` wants. */
#define STR_ARG(s) (int)(s).n, (s).p

/* The functions that every rule calls for each letter are here, so that a
 * compiler can take them in. */

/** Views `text`, which may be NULL for the empty text. */
Str str_from_c(const char *text);

static inline bool str_eq(Str a, Str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/** Orders by bytes, which for UTF-8 is the order of code points. */
int str_cmp(Str a, Str b);

static inline bool str_starts(Str s, Str prefix)
{
    return s.n >= prefix.n && str_eq((Str){s.p, prefix.n}, prefix);
}

static inline bool str_ends(Str s, Str suffix)
{
    return s.n >= suffix.n &&
           (suffix.n == 0 ||
            str_eq((Str){s.p + (s.n - suffix.n), suffix.n}, suffix));
}

/** Returns: the offset of `needle` in `s`, or s.n when it is not there. */
size_t str_find(Str s, Str needle);

/** Returns: the offset of the byte `c` in `s`, or s.n when it is not there. */
size_t str_find_byte(Str s, char c);

/** The part of `s` from `from` (clipped) to its end. */
static inline Str str_from(Str s, size_t from)
{
    from = from < s.n ? from : s.n;
    return from == 0 ? s : (Str){s.p + from, s.n - from};
}

/** The part of `s` before `to` (clipped). */
static inline Str str_to(Str s, size_t to)
{
    return (Str){s.p, to < s.n ? to : s.n};
}

/** `s` without ASCII white space at both ends. */
Str str_trim(Str s);

/**
 * Cuts the next piece of `*rest` up to the byte `separator`, and moves `*rest`
 * past it. Returns: false when nothing is left.
 */
bool str_cut(Str *rest, char separator, Str *piece);

/** Cuts the next line of `*rest` without its line end (LF or CR LF). */
bool str_cut_line(Str *rest, Str *line);

/** Cuts the next word between ASCII white space. */
bool str_cut_word(Str *rest, Str *word);

/** Copies `s` into `a`, ended by a NUL that its length does not count. */
Str str_copy(struct arena *a, Str s);

/** `s` as a C string in `a`. `s` must hold no NUL byte. */
char *str_c(struct arena *a, Str s);

/** Formats into `a`. */
Str str_printf(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);

/** Whether `s` views bytes inside `whole`. */
bool str_within(Str s, Str whole);

/** ASCII alone, whatever the locale. */
static inline bool ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool ascii_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline char ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool ascii_alpha(char c)
{
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/**
 * Whether `s` is an id: lower-case ASCII letters, digits and hyphens, with a
 * letter first.
 */
bool str_is_id(Str s);

#endif
