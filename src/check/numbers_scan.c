#include "check/numbers_scan.h"

#include "base/utf8.h"

/* The most that is multiplied out, so that no product overflows. */
#define LARGEST (DECIMAL_ONE * 10000000000)

enum letter { LETTER_NONE, LETTER_DIGIT, LETTER_LETTER, LETTER_SPACE };

/* What the character at `i` is, and how many bytes it has. */
static enum letter letter_at(Str s, size_t i, size_t *n)
{
    char c = s.p[i];
    *n = 1;
    if (ascii_digit(c)) {
        return LETTER_DIGIT;
    }
    if (ascii_alpha(c)) {
        return LETTER_LETTER;
    }
    if (ascii_space(c)) {
        return LETTER_SPACE;
    }
    if ((unsigned char)c < 0x80) {
        return LETTER_NONE;
    }
    Str rest = str_from(s, i);
    unsigned cp = utf8_next(&rest);
    *n = s.n - i - rest.n;
    if (cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200B) || cp == 0x202F) {
        return LETTER_SPACE;
    }
    /* signs of Latin-1, general punctuation, currencies to mathematics */
    return cp < 0xC0 || cp == 0xD7 || cp == 0xF7 ||
                   (cp >= 0x2010 && cp < 0x2C00)
               ? LETTER_NONE
               : LETTER_LETTER;
}

static bool is_apostrophe(Str s)
{
    return str_starts(s, S("'")) || str_starts(s, S("\xE2\x80\x99"));
}

/* The end of the word at `i`: letters, digits, apostrophes between letters. */
static size_t word_end(Str s, size_t i)
{
    while (i < s.n) {
        size_t n, more;
        enum letter l = letter_at(s, i, &n);
        bool inner = l == LETTER_NONE && is_apostrophe(str_from(s, i)) &&
                     i + n < s.n && letter_at(s, i + n, &more) == LETTER_LETTER;
        if (l != LETTER_LETTER && l != LETTER_DIGIT && !inner) {
            break;
        }
        i += n;
    }
    return i;
}

static size_t digits_end(Str s, size_t i)
{
    while (i < s.n && ascii_digit(s.p[i])) {
        i++;
    }
    return i;
}

/* The end of the numeral at `i`, its thousands and its decimals. */
static size_t numeral_end(Str s, size_t i)
{
    i = digits_end(s, i);
    while (i < s.n && s.p[i] == ',' && digits_end(s, i + 1) == i + 4) {
        i += 4;
    }
    if (i + 1 < s.n && s.p[i] == '.' && ascii_digit(s.p[i + 1])) {
        i = digits_end(s, i + 1);
    }
    return i;
}

/* The end of an address that starts at `i`, or `i` when there is none. */
static size_t address_end(Str s, size_t i)
{
    size_t end = i, size, dots = 0;
    bool at_sign = false, inner_dot = false;
    for (; end < s.n && letter_at(s, end, &size) != LETTER_SPACE; end += size) {
        char c = s.p[end];
        bool letter_behind = end + 1 < s.n && ascii_alpha(s.p[end + 1]);
        bool letter_before = end > i && ascii_alpha(s.p[end - 1]);
        at_sign = at_sign || (c == '@' && end > i);
        /* thurrock.gov.uk, but not e.g. and 9a.m. */
        inner_dot = inner_dot || (c == '.' && letter_behind && letter_before &&
                                  end >= i + 3);
        dots += c == '.' && end > i && end + 1 < s.n &&
                ascii_digit(s.p[end - 1]) && ascii_digit(s.p[end + 1]);
    }
    Str chunk = str_to(str_from(s, i), end - i);
    bool address = at_sign || inner_dot || dots > 1 ||
                   str_starts(chunk, S("www.")) ||
                   str_find(chunk, S("://")) < chunk.n;
    return address ? end : i;
}

struct tokens tokens_of(struct arena *a, Str text)
{
    struct tokens out = {0};
    bool spaced = true;
    for (size_t i = 0; i < text.n;) {
        size_t n;
        enum letter l = letter_at(text, i, &n);
        if (l == LETTER_SPACE) {
            spaced = true;
            i += n;
            continue;
        }
        struct token t = {TOKEN_SIGN, i, S(""), spaced};
        size_t end = i + n;
        bool fresh = spaced || out.items[out.n - 1].kind == TOKEN_SIGN;
        if (fresh && l != LETTER_NONE && address_end(text, i) > i) {
            t.kind = TOKEN_ADDRESS;
            end = address_end(text, i);
        } else if (l == LETTER_DIGIT) {
            t.kind = TOKEN_NUMERAL;
            end = numeral_end(text, i);
        } else if (l == LETTER_LETTER) {
            t.kind = TOKEN_WORD;
            end = word_end(text, i);
        }
        t.text = str_to(str_from(text, i), end - i);
        *LIST_ADD(a, out.items, out.n) = t;
        spaced = false;
        i = end;
    }
    return out;
}

static bool same_word(Str a, Str lower)
{
    if (a.n != lower.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (ascii_lower(a.p[i]) != lower.p[i]) {
            return false;
        }
    }
    return true;
}

bool token_is(const struct tokens *t, size_t i, Str word)
{
    return i < t->n && same_word(t->items[i].text, word);
}

bool token_among(const struct tokens *t, size_t i, Str words)
{
    for (size_t from = 0; i < t->n && from < words.n;) {
        size_t end = from;
        while (end < words.n && words.p[end] != ' ') {
            end++;
        }
        if (token_is(t, i, (Str){words.p + from, end - from})) {
            return true;
        }
        from = end + 1;
    }
    return false;
}

bool token_glued(const struct tokens *t, size_t i, enum token_kind kind)
{
    return i < t->n && t->items[i].kind == kind && !t->items[i].spaced;
}

struct number_word {
    Str word;
    int value;
    bool ordinal;
};

static const struct number_word number_words[] = {
    {STR_INIT("one"), 1, false},        {STR_INIT("two"), 2, false},
    {STR_INIT("three"), 3, false},      {STR_INIT("four"), 4, false},
    {STR_INIT("five"), 5, false},       {STR_INIT("six"), 6, false},
    {STR_INIT("seven"), 7, false},      {STR_INIT("eight"), 8, false},
    {STR_INIT("nine"), 9, false},       {STR_INIT("ten"), 10, false},
    {STR_INIT("eleven"), 11, false},    {STR_INIT("twelve"), 12, false},
    {STR_INIT("dozen"), 12, false},     {STR_INIT("thirteen"), 13, false},
    {STR_INIT("fourteen"), 14, false},  {STR_INIT("fifteen"), 15, false},
    {STR_INIT("sixteen"), 16, false},   {STR_INIT("seventeen"), 17, false},
    {STR_INIT("eighteen"), 18, false},  {STR_INIT("nineteen"), 19, false},
    {STR_INIT("twenty"), 20, false},    {STR_INIT("thirty"), 30, false},
    {STR_INIT("forty"), 40, false},     {STR_INIT("fifty"), 50, false},
    {STR_INIT("sixty"), 60, false},     {STR_INIT("seventy"), 70, false},
    {STR_INIT("eighty"), 80, false},    {STR_INIT("ninety"), 90, false},
    {STR_INIT("sixteenth"), 16, true},  {STR_INIT("seventeenth"), 17, true},
    {STR_INIT("eighteenth"), 18, true}, {STR_INIT("nineteenth"), 19, true},
    {STR_INIT("twentieth"), 20, true},
};

static const struct number_word *number_word(const struct tokens *t, size_t i)
{
    /* most words can be told by their first letter */
    if (i >= t->n ||
        str_find_byte(S("defnost"), ascii_lower(t->items[i].text.p[0])) == 7) {
        return NULL;
    }
    for (size_t w = 0; w < COUNT(number_words); w++) {
        if (token_is(t, i, number_words[w].word)) {
            return &number_words[w];
        }
    }
    return NULL;
}

/* `twenty`, `twenty-five`, `twenty five`. */
static bool small_words(const struct tokens *t, size_t i, Quantity *q)
{
    const struct number_word *w = number_word(t, i);
    if (w == NULL) {
        return false;
    }
    *q = (Quantity){.value = w->value * DECIMAL_ONE,
                    .word = true,
                    .ordinal = w->ordinal,
                    .end = i + 1};
    size_t next =
        token_glued(t, i + 1, TOKEN_SIGN) && token_is(t, i + 1, S("-")) ? i + 2
                                                                        : i + 1;
    const struct number_word *ones = number_word(t, next);
    if (w->value >= 20 && !w->ordinal && ones != NULL && ones->value < 10) {
        q->value += ones->value * DECIMAL_ONE;
        q->end = next + 1;
    }
    return true;
}

/* By how much the token `i` multiplies the amount before it, or 0. */
static Decimal multiplier(const struct tokens *t, size_t i)
{
    return token_is(t, i, S("hundred"))    ? 100
           : token_is(t, i, S("thousand")) ? 1000
           : token_is(t, i, S("million"))  ? 1000000
           : token_is(t, i, S("billion"))  ? 1000000000
                                           : 0;
}

static bool numeral(const struct tokens *t, size_t i, Quantity *q)
{
    char digits[32];
    size_t n = 0, point = 0;
    Str text = t->items[i].text;
    for (size_t k = 0; k < text.n; k++) {
        if (text.p[k] == ',') {
            continue;
        }
        if (n == sizeof digits) {
            return false;
        }
        point = text.p[k] == '.' ? n + 1 : point;
        digits[n++] = text.p[k];
    }
    *q = (Quantity){.places = point == 0 ? 0 : (int)(n - point), .end = i + 1};
    if (!decimal_parse((Str){digits, n}, &q->value)) {
        return false;
    }
    if (token_glued(t, i + 1, TOKEN_WORD)) {
        bool thousands = token_is(t, i + 1, S("k"));
        q->ordinal = token_among(t, i + 1, S("st nd rd th"));
        q->value *= thousands && q->value < LARGEST / 1000 ? 1000 : 1;
        q->end += thousands || q->ordinal;
    }
    return true;
}

bool quantity_at(const struct tokens *t, size_t i, Quantity *out)
{
    Quantity q = {.value = DECIMAL_ONE, .word = true, .end = i};
    bool bare = i < t->n && multiplier(t, i) > 0; /* a hundred */
    if (i >= t->n ||
        (t->items[i].kind == TOKEN_NUMERAL ? !numeral(t, i, &q)
                                           : !small_words(t, i, &q) && !bare)) {
        return false;
    }
    for (Decimal by; !q.ordinal && (by = multiplier(t, q.end)) > 0;) {
        Quantity more;
        if (q.value > LARGEST / by) {
            return false;
        }
        q.value *= by;
        q.end++;
        size_t next = q.end + (size_t)token_is(t, q.end, S("and"));
        if (q.word && small_words(t, next, &more) && !more.ordinal) {
            q.value += more.value; /* two hundred and fifty */
            q.end = more.end;
        }
    }
    *out = q;
    return true;
}
