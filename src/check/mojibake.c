#include "check/mojibake.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "check/match.h"

/* The bytes 80 to 9F of Windows-1252, as code points; 0: none. */
static const unsigned short windows[] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* The byte that Windows-1252 has for `cp`, or -1. */
static int byte_of(unsigned cp)
{
    if (cp >= 0xA0 && cp <= 0xFF) {
        return (int)cp;
    }
    for (size_t i = 0; i < COUNT(windows); i++) {
        if (windows[i] == cp && cp != 0) {
            return (int)(0x80 + i);
        }
    }
    return -1;
}

/* How many bytes follow the lead byte `b` in UTF-8; 0: it leads nothing that
 * an English text is likely to have meant. */
static int trail_length(int b)
{
    return b == 0xC2 || b == 0xC3 ? 1 : b == 0xE2 || b == 0xEF ? 2 : 0;
}

/* `text` starts with characters that are the bytes of one. */
static bool read_doubled(struct arena *a, Str text, struct mojibake *out)
{
    Str rest = text;
    int lead = byte_of(utf8_next(&rest));
    int length = trail_length(lead);
    unsigned cp = (unsigned)lead & (length == 2 ? 0x0Fu : 0x1Fu);
    for (int i = 0; i < length; i++) {
        int b = rest.n == 0 ? -1 : byte_of(utf8_next(&rest));
        if ((b < 0x80 || b > 0xBF) && i == 1 && cp == (0x2000u >> 6)) {
            /* â€ alone: the third byte of ” has no sign of its own */
            b = 0x9D;
            rest = str_from(text, S("\u00E2\u20AC").n);
        }
        if (b < 0x80 || b > 0xBF) {
            return false;
        }
        cp = cp << 6 | ((unsigned)b & 0x3Fu);
    }
    if (length == 0 || cp < 0x80) {
        return false;
    }
    struct buf meant = buf_in(a);
    if (cp != 0xFEFF && cp != 0xFFFD) {
        buf_utf8(&meant, cp == 0xA0 ? ' ' : cp);
    }
    out->n = text.n - rest.n;
    out->meant = buf_str(&meant);
    return true;
}

static bool stands_alone(Str text, size_t at, size_t n)
{
    bool before = at == 0 || ascii_space(text.p[at - 1]);
    return before && (at + n == text.n || ascii_space(text.p[at + n]));
}

/* How many ASCII letters stand right before `at`. */
static size_t letters_before(Str text, size_t at)
{
    size_t n = 0;
    while (n < at && ascii_alpha(text.p[at - n - 1])) {
        n++;
    }
    return n;
}

/* `’s` and its like, at the end of a word */
static bool is_contracted(Str text, size_t at, size_t n)
{
    static const Str endings[] = {STR_INIT("s"), STR_INIT("re"), STR_INIT("ll"),
                                  STR_INIT("ve"), STR_INIT("t")};
    for (size_t i = 0; i < COUNT(endings); i++) {
        size_t end = at + n + endings[i].n;
        bool n_before_t = endings[i].p[0] != 't' || text.p[at - 1] == 'n';
        if (match_at(text, at + n, endings[i]) && !match_letter(text, end) &&
            n_before_t) {
            return true;
        }
    }
    return false;
}

/* `donít` and `childrenís`, but not a name such as Luís. */
static bool is_long(Str text, size_t at, size_t n)
{
    enum { SHORTEST = 5 };
    return !match_at(text, at + n, S("s")) ||
           letters_before(text, at) >= SHORTEST;
}

/* Quotes and dashes of a PDF that became letters. */
static bool read_letter(Str text, size_t at, struct mojibake *out)
{
    static const struct {
        Str sign;
        Str meant;
        char where; /* `(` before a word, `)` behind one, `-` alone, `'` in a
                       contraction */
    } signs[] = {
        /* of Windows, read as those of an old Macintosh */
        {STR_INIT("\u00ED"), STR_INIT("\u2019"), '\''},
        {STR_INIT("\u00EC"), STR_INIT("\u201C"), '('},
        {STR_INIT("\u00EE"), STR_INIT("\u201D"), ')'},
        {STR_INIT("\u00F3"), STR_INIT("\u2018"), '('},
        {STR_INIT("\u00F4"), STR_INIT("\u2019"), ')'},
        {STR_INIT("\u00F1"), STR_INIT("\u201C"), '('},
        {STR_INIT("\u00F2"), STR_INIT("\u201D"), ')'},
        {STR_INIT("\u00EF"), STR_INIT("\u2013"), '-'},
        {STR_INIT("\u00F0"), STR_INIT("\u2014"), '-'},
    };
    for (size_t i = 0; i < COUNT(signs); i++) {
        size_t n = signs[i].sign.n;
        if (!str_starts(str_from(text, at), signs[i].sign)) {
            continue;
        }
        bool before = match_letter_before(text, at);
        bool behind = match_letter(text, at + n);
        bool apostrophe = before && str_eq(signs[i].meant, S("\u2019")) &&
                          is_contracted(text, at, n) &&
                          (signs[i].where != '\'' || is_long(text, at, n));
        if ((signs[i].where == '(' && !before && behind) ||
            (signs[i].where == ')' && before && !behind) || apostrophe ||
            (signs[i].where == '-' && stands_alone(text, at, n))) {
            out->n = n;
            out->meant = signs[i].meant;
            return true;
        }
    }
    return false;
}

bool mojibake_find(struct arena *a, Str text, size_t from, bool english,
                   struct mojibake *out)
{
    for (size_t at = from; at < text.n; at++) {
        unsigned char c = (unsigned char)text.p[at];
        if (c < 0xC2) {
            continue; /* ASCII, or inside a character */
        }
        Str rest = str_from(text, at);
        out->at = at;
        if (read_doubled(a, rest, out) ||
            (english && read_letter(text, at, out))) {
            return true;
        }
        if (str_starts(rest, S("\uFFFD"))) {
            out->n = S("\uFFFD").n;
            out->meant = S("");
            return true;
        }
    }
    return false;
}
