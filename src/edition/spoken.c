#include "edition/spoken.h"

#include "edition/spoken_words.h"

Unit spoken_unit(Str unit)
{
    static const Str percent[] = {STR_INIT("percent"), STR_INIT("per cent"),
                                  STR_INIT("%")};
    for (size_t i = 0; i < COUNT(percent); i++) {
        if (str_starts(unit, percent[i])) {
            return (Unit){UNIT_PERCENT, S("")};
        }
    }
    if (str_starts(unit, S("£")) || str_starts(unit, S("pounds"))) {
        return (Unit){UNIT_MONEY, S("")};
    }
    size_t per = str_starts(unit, S("per ")) ? 0 : str_find(unit, S(" per "));
    if (per == unit.n) {
        return (Unit){UNIT_COUNT, S("")};
    }
    Str of = str_trim(str_from(unit, per));
    return (Unit){UNIT_RATE, str_trim(str_from(of, S("per").n))};
}

Str spoken_value(struct arena *a, const struct locale *l, Unit unit,
                 Str written)
{
    Str number = locale_number(a, l, written);
    switch (unit.kind) {
    case UNIT_PERCENT:
        return str_printf(a, "%.*s%%", STR_ARG(number));
    case UNIT_MONEY:
        return str_starts(written, S("-"))
                   ? str_printf(
                         a, "\xE2\x88\x92£%.*s",
                         STR_ARG(locale_number(a, l, str_from(written, 1))))
                   : str_printf(a, "£%.*s", STR_ARG(number));
    case UNIT_COUNT:
    case UNIT_RATE:
        break;
    }
    return number;
}

static Str fill(struct arena *a, const struct locale *l, enum spoken_word word,
                Str x)
{
    const struct filling filling = {S("x"), x};
    return spoken_say(a, l, word, &filling, 1);
}

static Str just(struct arena *a, const struct locale *l, enum spoken_word word)
{
    return spoken_say(a, l, word, NULL, 0);
}

/* A whole number, or a number of tenths; 1.0 is said as 1. */
static Str said(struct arena *a, const struct locale *l, int64_t n)
{
    return locale_number(a, l, str_printf(a, "%lld", (long long)n));
}

static Str tenths_said(struct arena *a, const struct locale *l, int64_t tenths)
{
    return tenths % 10 == 0 ? said(a, l, tenths / 10)
                            : locale_number(a, l,
                                            str_printf(a, "%lld.%d",
                                                       (long long)(tenths / 10),
                                                       (int)(tenths % 10)));
}

static Str percent(struct arena *a, Str number)
{
    return str_printf(a, "%.*s%%", STR_ARG(number));
}

/* `part` of `whole` in percent, with a decimal if `exact` or if it would not
 * be true without one. Both are more than 0. */
static Str percentage(struct arena *a, const struct locale *l, Decimal part,
                      Decimal whole, bool exact)
{
    int64_t tenths = decimal_divide(part * 1000, whole);
    int64_t rounded = decimal_divide(part * 100, whole);
    if (tenths == 0) {
        return fill(a, l, WORD_LESS_THAN, percent(a, tenths_said(a, l, 1)));
    }
    if (tenths == 1000 && part < whole) {
        return fill(a, l, WORD_MORE_THAN, percent(a, tenths_said(a, l, 999)));
    }
    if (exact || tenths < 10 || (rounded == 100 && part < whole)) {
        return percent(a, tenths_said(a, l, tenths));
    }
    return percent(a, said(a, l, rounded));
}

/* Fewer children, less money, a lower rate. */
static enum spoken_word direction(Unit unit, bool up)
{
    switch (unit.kind) {
    case UNIT_PERCENT:
    case UNIT_RATE:
        return up ? WORD_HIGHER : WORD_LOWER;
    case UNIT_MONEY:
        return up ? WORD_MORE_MONEY : WORD_LESS_MONEY;
    case UNIT_COUNT:
        break;
    }
    return up ? WORD_MORE : WORD_FEWER;
}

static Str difference(struct arena *a, const struct locale *l, Unit unit,
                      Decimal from, Decimal to)
{
    Decimal size = decimal_size(to - from);
    Str number = spoken_value(a, l, unit, decimal_text(a, size, 4));
    return fill(a, l, direction(unit, to > from), number);
}

static Str change_in_points(struct arena *a, const struct locale *l,
                            Decimal from, Decimal to)
{
    Decimal size = decimal_size(to - from);
    int64_t tenths = decimal_divide(size, DECIMAL_ONE / 10);
    bool tiny = tenths == 0;
    Str number = tenths_said(a, l, tiny ? 1 : tenths);
    const struct filling fillings[] = {
        {S("n"), str_printf(a, "%lld.%d", (long long)(tenths / 10),
                            (int)(tenths % 10))},
        {S("x"), tiny ? fill(a, l, WORD_LESS_THAN, number) : number},
    };
    return spoken_say(a, l, to > from ? WORD_POINTS_HIGHER : WORD_POINTS_LOWER,
                      fillings, COUNT(fillings));
}

/* Of a hundred, or of what a rate is of: children, not points. */
static Str change_in_every(struct arena *a, const struct locale *l, Unit unit,
                           Decimal from, Decimal to)
{
    Decimal size = decimal_size(to - from);
    int64_t rounded = decimal_divide(size, DECIMAL_ONE);
    if (rounded == 0) {
        return just(a, l, WORD_ALMOST_SAME);
    }
    Str of = unit.kind == UNIT_PERCENT ? S("100") : unit.of;
    bool counted = of.n > 0 && ascii_digit(of.p[0]);
    Str number = said(a, l, rounded);
    bool exact = rounded * DECIMAL_ONE == size;
    const struct filling fillings[] = {
        {S("x"), exact ? number : fill(a, l, WORD_ABOUT, number)},
        {S("of"), of},
    };
    enum spoken_word more = counted ? WORD_MORE_IN_EVERY : WORD_MORE_FOR_EVERY;
    enum spoken_word fewer =
        counted ? WORD_FEWER_IN_EVERY : WORD_FEWER_FOR_EVERY;
    return spoken_say(a, l, to > from ? more : fewer, fillings,
                      COUNT(fillings));
}

Str spoken_change(struct arena *a, const struct locale *l, Unit unit,
                  Decimal from, Decimal to, bool plain)
{
    bool relative = unit.kind == UNIT_PERCENT || unit.kind == UNIT_RATE;
    if (from == to) {
        return just(a, l, WORD_SAME);
    }
    if (plain && relative) {
        return change_in_every(a, l, unit, from, to);
    }
    if (unit.kind == UNIT_PERCENT) {
        return change_in_points(a, l, from, to);
    }
    if (plain || from <= 0 || to < 0) {
        return difference(a, l, unit, from, to);
    }
    Str share = percentage(a, l, decimal_size(to - from), from, false);
    return fill(a, l, direction(unit, to > from), share);
}

struct fraction {
    int of;
    int in;
};

/* The nearest of the fractions that are easy to picture. */
static struct fraction easy_fraction(Decimal part, Decimal whole)
{
    static const struct fraction easy[] = {
        {1, 1000}, {1, 500}, {1, 400}, {1, 300}, {1, 200}, {1, 150}, {1, 100},
        {1, 75},   {1, 50},  {1, 40},  {1, 30},  {1, 25},  {1, 20},  {1, 19},
        {1, 18},   {1, 17},  {1, 16},  {1, 15},  {1, 14},  {1, 13},  {1, 12},
        {1, 11},   {1, 10},  {1, 9},   {1, 8},   {1, 7},   {1, 6},   {1, 5},
        {1, 4},    {3, 10},  {1, 3},   {4, 10},  {1, 2},   {6, 10},  {2, 3},
        {7, 10},   {3, 4},   {8, 10},  {9, 10},
    };
    const Decimal million = 1000000;
    while (whole > INT64_MAX / million) {
        part /= 10;
        whole /= 10;
    }
    Decimal share = decimal_divide(part * million, whole);
    struct fraction best = easy[0];
    Decimal nearest = million;
    for (size_t i = 0; i < COUNT(easy); i++) {
        Decimal away = decimal_size(
            share - decimal_divide(easy[i].of * million, (Decimal)easy[i].in));
        if (away < nearest) {
            nearest = away;
            best = easy[i];
        }
    }
    return best;
}

static Str plain_share(struct arena *a, const struct locale *l, Decimal part,
                       Decimal whole)
{
    if (part == 0 || part == whole) {
        return just(a, l, part == 0 ? WORD_NONE : WORD_ALL);
    }
    if (part * 1000 < whole) {
        return just(a, l, WORD_HARDLY_ANY);
    }
    if (part * 100 > whole * 95) {
        return just(a, l, WORD_NEARLY_ALL);
    }
    struct fraction f = easy_fraction(part, whole);
    bool exact = part * f.in == whole * f.of;
    if (f.in == 2) {
        bool close = decimal_size(part * 1000 - whole * 500) <= whole * 5;
        return just(a, l,
                    exact              ? WORD_HALF
                    : close            ? WORD_ABOUT_HALF
                    : part * 2 < whole ? WORD_NEARLY_HALF
                                       : WORD_OVER_HALF);
    }
    const struct filling fillings[] = {
        {S("n"), str_printf(a, "%d", f.of)},
        {S("of"), said(a, l, f.in)},
    };
    Str share = spoken_say(a, l, WORD_SHARE, fillings, COUNT(fillings));
    return exact ? share : fill(a, l, WORD_ABOUT, share);
}

Str spoken_share(struct arena *a, const struct locale *l, Decimal part,
                 Decimal whole, bool plain)
{
    if (plain) {
        return plain_share(a, l, part, whole);
    }
    return part == 0 ? S("0%") : percentage(a, l, part, whole, true);
}
