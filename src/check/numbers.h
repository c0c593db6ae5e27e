/**
 * numbers: the numbers that a text states, each with what it is a number of.
 *
 * `about 3 in 10`, `64.8 per 10,000`, `£1.5 million`, `aged 16 to 18`, `19 July
 * 2022`, `2021/22`, `nine`, `9am`. What only looks like one is kept apart:
 * telephone numbers, and the numbers in names (section 20, the Children Act
 * 1989, Attainment 8). Web addresses have none.
 */
#ifndef DUET_CHECK_NUMBERS_H
#define DUET_CHECK_NUMBERS_H

#include "base/decimal.h"
#include "model/date.h"

enum number_class {
    NUMBER_PLAIN,
    NUMBER_PERCENT,
    NUMBER_SHARE, /* `value` in `of`: 3 in 10, half */
    NUMBER_RATE,  /* `value` for every `of`, which is 1,000 or more */
    NUMBER_MONEY, /* in pounds */
    NUMBER_AGE,   /* in years */
    NUMBER_DATE,
    NUMBER_TIME,  /* of day, in minutes */
    NUMBER_PHONE, /* states nothing, like the next */
    NUMBER_NAME   /* an Act's year is its date */
};

struct number {
    enum number_class class;
    size_t at; /* in the text */
    size_t n;
    Decimal value;
    Decimal of;   /* SHARE, RATE */
    int places;   /* digits behind the point, as written */
    Date date;    /* DATE; a year, a month or a day that is not said is 0 */
    int end_year; /* of 2021/22, or 0 */
    bool about;   /* said to be near: about, nearly, over */
    bool over;    /* said to be less than the whole: over, more than */
    bool word;    /* spelled out */
    Str unit;     /* the word behind it: children, days; or empty */
};

struct numbers {
    struct number *items;
    size_t n;
};

/** The numbers of `text`, in its order. Lifetime: `a`, and `text`. */
struct numbers numbers_of(struct arena *a, Str text);

/** The words of `text` that are the number. */
Str number_words(const struct number *n, Str text);

/** Whether the number states something that could be wrong. */
bool number_states(const struct number *n);

/**
 * Whether `said` is true when `known` is: the same, or what `known` rounds to.
 * 3 in 10 agrees with 30.5%, about 300 with 294, March 2022 with 31 March 2022,
 * but not the other way round.
 */
bool number_agrees(const struct number *said, const struct number *known);

/**
 * Whether `said` is the month in which a year like `known` begins or ends:
 * April 2021 and March 2022 for 2021/22.
 */
bool number_ends_year(const struct number *said, const struct number *known);

/**
 * How far `known` is from what `said` says: 0 for the same class and value.
 * Returns: a negative number when they cannot be compared.
 */
double number_distance(const struct number *said, const struct number *known);

#endif
