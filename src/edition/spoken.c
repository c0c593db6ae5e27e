#include "edition/spoken.h"

#include "base/buf.h"

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

Str spoken_number(struct arena *a, Str written)
{
    size_t sign = str_starts(written, S("-"));
    size_t digits = 0;
    while (sign + digits < written.n && ascii_digit(written.p[sign + digits])) {
        digits++;
    }
    struct buf b = buf_in(a);
    buf_add(&b, sign > 0 ? S("\xE2\x88\x92") : S("")); /* a true minus */
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0) {
            buf_byte(&b, ',');
        }
        buf_byte(&b, written.p[sign + i]);
    }
    buf_add(&b, str_from(written, sign + digits));
    return buf_str(&b);
}

Str spoken_value(struct arena *a, Unit unit, Str written)
{
    Str number = spoken_number(a, written);
    switch (unit.kind) {
    case UNIT_PERCENT:
        return str_printf(a, "%.*s%%", STR_ARG(number));
    case UNIT_MONEY:
        return str_starts(written, S("-"))
                   ? str_printf(a, "\xE2\x88\x92£%.*s",
                                STR_ARG(spoken_number(a, str_from(written, 1))))
                   : str_printf(a, "£%.*s", STR_ARG(number));
    case UNIT_COUNT:
    case UNIT_RATE:
        break;
    }
    return number;
}

/* A whole number, or a number of tenths; 1.0 is said as 1. */
static Str said(struct arena *a, int64_t n)
{
    return spoken_number(a, str_printf(a, "%lld", (long long)n));
}

static Str tenths_said(struct arena *a, int64_t tenths)
{
    Str whole = said(a, tenths / 10);
    return tenths % 10 == 0
               ? whole
               : str_printf(a, "%.*s.%d", STR_ARG(whole), (int)(tenths % 10));
}

/* `part` of `whole` in percent, with a decimal if `exact` or if it would not
 * be true without one. Both are more than 0. */
static Str percentage(struct arena *a, Decimal part, Decimal whole, bool exact)
{
    int64_t tenths = decimal_divide(part * 1000, whole);
    int64_t rounded = decimal_divide(part * 100, whole);
    if (tenths == 0) {
        return S("less than 0.1%");
    }
    if (tenths == 1000 && part < whole) {
        return S("more than 99.9%");
    }
    if (exact || tenths < 10 || (rounded == 100 && part < whole)) {
        return str_printf(a, "%.*s%%", STR_ARG(tenths_said(a, tenths)));
    }
    return str_printf(a, "%.*s%%", STR_ARG(said(a, rounded)));
}

/* Fewer children, less money, a lower rate. */
static const char *direction(Unit unit, bool up)
{
    switch (unit.kind) {
    case UNIT_PERCENT:
    case UNIT_RATE:
        return up ? "higher" : "lower";
    case UNIT_MONEY:
        return up ? "more" : "less";
    case UNIT_COUNT:
        break;
    }
    return up ? "more" : "fewer";
}

static Str difference(struct arena *a, Unit unit, Decimal from, Decimal to)
{
    Decimal size = decimal_size(to - from);
    Str number = spoken_value(a, unit, decimal_text(a, size, 4));
    return str_printf(a, "%.*s %s", STR_ARG(number),
                      direction(unit, to > from));
}

static Str change_in_points(struct arena *a, Unit unit, Decimal from,
                            Decimal to)
{
    Decimal size = decimal_size(to - from);
    int64_t tenths = decimal_divide(size, DECIMAL_ONE / 10);
    Str number = tenths == 0 ? S("less than 0.1") : tenths_said(a, tenths);
    return str_printf(a, "%.*s percentage point%s %s", STR_ARG(number),
                      tenths == 10 ? "" : "s", direction(unit, to > from));
}

/* Of a hundred, or of what a rate is of: children, not points. */
static Str change_in_every(struct arena *a, Unit unit, Decimal from, Decimal to)
{
    Decimal size = decimal_size(to - from);
    int64_t rounded = decimal_divide(size, DECIMAL_ONE);
    if (rounded == 0) {
        return S("almost the same");
    }
    Str of = unit.kind == UNIT_PERCENT ? S("100") : unit.of;
    bool counted = of.n > 0 && ascii_digit(of.p[0]);
    Str number = said(a, rounded);
    return str_printf(a, "%s%.*s %s %s every %.*s",
                      rounded * DECIMAL_ONE == size ? "" : "about ",
                      STR_ARG(number), to > from ? "more" : "fewer",
                      counted ? "in" : "for", STR_ARG(of));
}

Str spoken_change(struct arena *a, Unit unit, Decimal from, Decimal to,
                  bool plain)
{
    bool relative = unit.kind == UNIT_PERCENT || unit.kind == UNIT_RATE;
    if (from == to) {
        return S("the same");
    }
    if (plain && relative) {
        return change_in_every(a, unit, from, to);
    }
    if (unit.kind == UNIT_PERCENT) {
        return change_in_points(a, unit, from, to);
    }
    if (plain || from <= 0 || to < 0) {
        return difference(a, unit, from, to);
    }
    Str percent = percentage(a, decimal_size(to - from), from, false);
    return str_printf(a, "%.*s %s", STR_ARG(percent),
                      direction(unit, to > from));
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

static Str plain_share(struct arena *a, Decimal part, Decimal whole)
{
    if (part == 0 || part == whole) {
        return part == 0 ? S("none") : S("all");
    }
    if (part * 1000 < whole) {
        return S("fewer than 1 in 1,000");
    }
    if (part * 100 > whole * 95) {
        return S("nearly all");
    }
    struct fraction f = easy_fraction(part, whole);
    bool exact = part * f.in == whole * f.of;
    if (f.in == 2) {
        bool close = decimal_size(part * 1000 - whole * 500) <= whole * 5;
        return exact              ? S("half")
               : close            ? S("about half")
               : part * 2 < whole ? S("nearly half")
                                  : S("just over half");
    }
    return str_printf(a, "%s%d in %.*s", exact ? "" : "about ", f.of,
                      STR_ARG(said(a, f.in)));
}

Str spoken_share(struct arena *a, Decimal part, Decimal whole, bool plain)
{
    if (plain) {
        return plain_share(a, part, whole);
    }
    return part == 0 ? S("0%") : percentage(a, part, whole, true);
}
