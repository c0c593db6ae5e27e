/**
 * spoken: numbers and their names as people say them, in their language. The
 * examples here are of English.
 *
 * Everything is exact until it is said. There are two ways to say it: in full,
 * for the default edition, and plainly, for the others, so that a reader of
 * ten understands it.
 */
#ifndef DUET_EDITION_SPOKEN_H
#define DUET_EDITION_SPOKEN_H

#include "base/decimal.h"
#include "base/locale.h"

enum unit_kind {
    UNIT_COUNT,   /* children, families, months */
    UNIT_PERCENT, /* percent, % */
    UNIT_RATE,    /* per 10,000; children per 10,000 */
    UNIT_MONEY    /* £, pounds */
};

typedef struct {
    enum unit_kind kind;
    Str of; /* RATE: what stands behind `per` */
} Unit;

/** What the unit of a figure, as written, makes of its numbers. */
Unit spoken_unit(Str unit);

/** A number as it is `written` in a figure, with its sign: 82%, £1,200. */
Str spoken_value(struct arena *a, const struct locale *l, Unit unit,
                 Str written);

/**
 * How far `to` is from `from`, fit to stand before "than".
 *
 * In full: `30% fewer`, `12% more`; for money `less`, for rates `lower` and
 * `higher`; for percentages `1.2 percentage points higher`. To whole percent, a
 * half up; to one decimal under 1% and where 100% would not be true. Where a
 * percentage means nothing, because one of the two is below zero or `from` is
 * zero, the difference: `5 more`.
 *
 * Plainly: the difference, `9 fewer`; for percentages and rates in whole
 * numbers, `about 4 more in every 100`.
 *
 * No change is `the same` in both.
 */
Str spoken_change(struct arena *a, const struct locale *l, Unit unit,
                  Decimal from, Decimal to, bool plain);

/**
 * `part` of `whole`; 0 <= part <= whole, and whole > 0.
 *
 * In full: a percentage to one decimal, which is left away when it is 0:
 * `8.2%`, `40%`; never 0% of something or 100% of less than all.
 *
 * Plainly: `none`, `all`, `nearly all` (over 95%), or the nearest of the
 * fractions 1 in 1,000 … 1 in 25, 1 in 20, 1 in 19 … 1 in 4, 3 in 10, 1 in 3,
 * 4 in 10, half, 6 in 10, 2 in 3, 7 in 10, 3 in 4, 8 in 10 and 9 in 10. It is
 * said with `about` unless it is exactly that, or for a half with `nearly` and
 * `just over` when it is more than half of one percent away. So what is said
 * is never further than 5 in 100 from what is true.
 */
Str spoken_share(struct arena *a, const struct locale *l, Decimal part,
                 Decimal whole, bool plain);

/**
 * The name of a point or series as people read it: `foster-carers` as "foster
 * carers", `5-to-9` as "5 to 9", `2019-08` as "August 2019", `Apr` as "April".
 * A financial year stays as written.
 */
Str spoken_name(struct arena *a, const struct locale *l, Str name);

/** The same where there is little room: "Aug 2019", "Apr". */
Str spoken_short_name(struct arena *a, const struct locale *l, Str name);

/** `text` with a capital as its first letter, if that is ASCII. */
Str spoken_capital(struct arena *a, Str text);

enum time_kind {
    TIME_NONE,  /* not a time */
    TIME_MONTH, /* a month of any year */
    TIME_YEAR,  /* a year or a financial year: 2022, 2019-20, 2019/20 */
    TIME_DATE   /* a month or a day of a year */
};

/** What a point's or series' name says about time. */
enum time_kind spoken_time(Str name);

#endif
