#include "check/numbers_date.h"

static const struct {
    Str name;
    Str abbreviation;
} months[] = {
    {STR_INIT("january"), STR_INIT("jan")},
    {STR_INIT("february"), STR_INIT("feb")},
    {STR_INIT("march"), STR_INIT("mar")},
    {STR_INIT("april"), STR_INIT("apr")},
    {STR_INIT("may"), STR_INIT("may")},
    {STR_INIT("june"), STR_INIT("jun")},
    {STR_INIT("july"), STR_INIT("jul")},
    {STR_INIT("august"), STR_INIT("aug")},
    {STR_INIT("september"), STR_INIT("sept sep")},
    {STR_INIT("october"), STR_INIT("oct")},
    {STR_INIT("november"), STR_INIT("nov")},
    {STR_INIT("december"), STR_INIT("dec")},
};

/* The month that the token names with a capital, or 0. */
static int month_at(const struct tokens *t, size_t i)
{
    char first = i < t->n ? t->items[i].text.p[0] : ' ';
    for (size_t m = 0; ascii_lower(first) != first && m < COUNT(months); m++) {
        if (token_is(t, i, months[m].name) ||
            token_among(t, i, months[m].abbreviation)) {
            return (int)m + 1;
        }
    }
    return 0;
}

/* The whole number that the token is, written with `n` digits, or -1. */
static int digits_at(const struct tokens *t, size_t i, size_t n)
{
    int value = 0;
    if (i >= t->n || t->items[i].kind != TOKEN_NUMERAL ||
        t->items[i].text.n != n) {
        return -1;
    }
    for (size_t k = 0; k < n; k++) {
        char c = t->items[i].text.p[k];
        if (!ascii_digit(c)) {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

static int year_at(const struct tokens *t, size_t i)
{
    int year = digits_at(t, i, 4);
    return year >= 1900 && year < 2100 ? year : 0;
}

static int day_at(const struct tokens *t, size_t i)
{
    int one = digits_at(t, i, 1), day = one > 0 ? one : digits_at(t, i, 2);
    return day >= 1 && day <= 31 ? day : 0;
}

/* Whether the tokens `i` and `i` + 1 are one of `signs` and digits, glued. */
static bool joined(const struct tokens *t, size_t i, Str signs)
{
    return token_glued(t, i, TOKEN_SIGN) && token_among(t, i, signs) &&
           token_glued(t, i + 1, TOKEN_NUMERAL);
}

/* 2022, 2021/22, 2022 – 24, 2022-07, 2022-07-19 */
static bool year_first(const struct tokens *t, size_t i, struct number *out,
                       size_t *end)
{
    out->date.year = year_at(t, i);
    *end = i + 1;
    bool spaced = token_among(t, i + 1, S("- –")) &&
                  t->items[i + 1].spaced; /* 2022 – 24 */
    if (out->date.year == 0 || !(spaced || joined(t, i + 1, S("- / – ‑")))) {
        return out->date.year != 0;
    }
    int next = digits_at(t, i + 2, 2), year = year_at(t, i + 2);
    int of_century = out->date.year % 100;
    if (!spaced && joined(t, i + 3, S("-")) && day_at(t, i + 4) > 0 &&
        next > 0) {
        out->date.month = next;
        out->date.day = day_at(t, i + 4);
        *end = i + 5;
    } else if (next > of_century || year > 0 ||
               (next == 0 && of_century == 99)) {
        out->end_year =
            year > 0 ? year
                     : out->date.year - of_century + next + (next == 0) * 100;
        *end = i + 3;
    } else if (!spaced && next >= 1 && next <= 12) {
        out->date.month = next;
        *end = i + 3;
    }
    return true;
}

/* The year behind `i`, perhaps after a comma. */
static void year_behind(const struct tokens *t, struct number *out, size_t *end)
{
    size_t at = *end + (size_t)token_is(t, *end, S(","));
    size_t after;
    struct number year = {0};
    /* 2021/22 behind a month is a year of its own */
    if (year_first(t, at, &year, &after) && after == at + 1) {
        out->date.year = year.date.year;
        *end = after;
    }
}

/* 19 July 2022, 31 March, 1st of April, 19/07/2022 */
static bool day_first(const struct tokens *t, size_t i, struct number *out,
                      size_t *end)
{
    out->date.day = day_at(t, i);
    if (out->date.day == 0) {
        return false;
    }
    if (joined(t, i + 1, S("/")) && day_at(t, i + 2) > 0 &&
        day_at(t, i + 2) <= 12 && joined(t, i + 3, S("/")) &&
        year_at(t, i + 4) > 0) {
        out->date.month = day_at(t, i + 2);
        out->date.year = year_at(t, i + 4);
        *end = i + 5;
        return true;
    }
    size_t next = i + 1;
    next += token_glued(t, next, TOKEN_WORD) &&
            token_among(t, next, S("st nd rd th"));
    next += token_is(t, next, S("of"));
    out->date.month = month_at(t, next);
    if (out->date.month == 0) {
        return false;
    }
    *end = next + 1;
    year_behind(t, out, end);
    return true;
}

/* March 2022; July 19, 2022 */
static bool month_first(const struct tokens *t, size_t i, struct number *out,
                        size_t *end)
{
    out->date.month = month_at(t, i);
    if (out->date.month == 0) {
        return false;
    }
    *end = i + 1;
    year_behind(t, out, end);
    if (out->date.year == 0 && day_at(t, i + 1) > 0) {
        out->date.day = day_at(t, i + 1);
        *end = i + 2;
        year_behind(t, out, end);
    }
    return out->date.year != 0;
}

bool numbers_date_at(const struct tokens *t, size_t i, struct number *out,
                     size_t *end)
{
    struct number n = {.class = NUMBER_DATE};
    struct number day = n, month = n;
    size_t after = i;
    if (day_first(t, i, &day, &after)) {
        n = day;
    } else if (month_first(t, i, &month, &after)) {
        n = month;
    } else if (!year_first(t, i, &n, &after)) {
        return false;
    }
    *out = n;
    *end = after;
    return true;
}

/* What stands between two numbers of a text. */
static Str between(Str text, const struct number *a, const struct number *b)
{
    return str_trim(str_to(str_from(text, a->at + a->n), b->at - a->at - a->n));
}

void numbers_date_share(Str text, struct numbers *all)
{
    for (size_t i = all->n; i-- > 1;) {
        struct number *first = &all->items[i - 1];
        const struct number *last = &all->items[i];
        Str gap = between(text, first, last);
        if (last->class != NUMBER_DATE ||
            !(str_eq(gap, S("to")) || str_eq(gap, S("and")) ||
              str_eq(gap, S("-")) || str_eq(gap, S("–")) ||
              str_eq(gap, S("or")) || str_starts(gap, S("to ")))) {
            continue;
        }
        if (first->class == NUMBER_DATE && first->date.year == 0) {
            first->date.year = last->date.year;
        } else if (first->class == NUMBER_PLAIN && last->date.day > 0 &&
                   !first->word && first->places == 0 &&
                   first->value >= DECIMAL_ONE &&
                   first->value <= 31 * DECIMAL_ONE) {
            first->class = NUMBER_DATE;
            first->date = last->date;
            first->date.day = (int)(first->value / DECIMAL_ONE);
        }
    }
}
