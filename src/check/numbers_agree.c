#include "check/numbers.h"

/* The furthest that a spoken share is from what is true (edition/spoken.h). */
#define SPOKEN_SHARE 0.05
/* Room for what floating point loses. */
#define NEARLY 1e-9

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

static double ratio(Decimal n, Decimal of)
{
    return (double)n / (double)of;
}

/* What one unit of the last digit of `n` is worth, as a Decimal. */
static Decimal last_digit(const struct number *n)
{
    Decimal unit = DECIMAL_ONE;
    for (int i = 0; i < n->places; i++) {
        unit /= 10;
    }
    return unit;
}

/* `said` is what `known` rounds to: to its last digit, or, when it says that it
 * is near, to its round tens and hundreds. */
static bool rounds_to(const struct number *said, Decimal known)
{
    Decimal off = decimal_size(said->value - known);
    Decimal unit = last_digit(said);
    if (off == 0 ||
        (said->over && known > said->value && 4 * off <= said->value)) {
        return true;
    }
    if (known % unit != 0 && 2 * off <= unit) {
        return true;
    }
    while (said->about && said->value % (unit * 10) == 0 &&
           unit * 10 <= said->value) {
        unit *= 10;
    }
    return said->about && 2 * off <= unit && 10 * off <= known;
}

/* The share that `n` is, between 0 and 1, or less than 0. */
static double share_of(const struct number *n)
{
    return n->class == NUMBER_PERCENT
               ? ratio(n->value, 100 * DECIMAL_ONE)
               : (n->class == NUMBER_SHARE ? ratio(n->value, n->of) : -1);
}

static bool is_nearest(double x, double whole)
{
    return size_of(x - whole) <= 0.5 + NEARLY;
}

static bool share_agrees(const struct number *said, double known)
{
    double share = share_of(said);
    if (known < 0) {
        return false;
    }
    if (said->class == NUMBER_PERCENT) {
        double half = ratio(last_digit(said), 2 * DECIMAL_ONE);
        return size_of(share - known) * 100 <= half + NEARLY ||
               (said->about && size_of(share - known) <= SPOKEN_SHARE / 2);
    }
    double part = ratio(said->value, DECIMAL_ONE);
    double of = ratio(said->of, DECIMAL_ONE);
    bool nearest =
        is_nearest(known * of, part) ||
        (said->value == DECIMAL_ONE && known > 0 && is_nearest(1 / known, of));
    return nearest && size_of(share - known) <= SPOKEN_SHARE + NEARLY;
}

static bool year_agrees(int year, const struct number *known)
{
    return year == known->date.year || year == known->end_year;
}

static bool date_agrees(const struct number *said, const struct number *known)
{
    Date s = said->date, k = known->date;
    if (known->class == NUMBER_PLAIN) {
        return s.month == 0 && known->value == s.year * DECIMAL_ONE;
    }
    if (known->class != NUMBER_DATE && known->class != NUMBER_NAME) {
        return false;
    }
    if (known->end_year > 0 && said->end_year == 0) {
        return s.month == 0 && year_agrees(s.year, known);
    }
    /* 31 March is true of 31 March 2022, and the year of any day in it */
    bool year =
        s.year == k.year || (s.month > 0 && (s.year == 0 || k.year == 0));
    return year && (s.month == 0 || s.month == k.month) &&
           (said->end_year == 0 || said->end_year == known->end_year) &&
           (s.day == 0 || s.day == k.day);
}

static bool plain_agrees(const struct number *said, const struct number *known)
{
    switch (known->class) {
    case NUMBER_PLAIN:
    case NUMBER_AGE:
    case NUMBER_RATE:
        return rounds_to(said, known->value);
    case NUMBER_SHARE:
        return said->value == known->value || said->value == known->of;
    case NUMBER_DATE:
        return said->value == known->date.year * DECIMAL_ONE ||
               said->value == known->date.day * DECIMAL_ONE;
    case NUMBER_NAME:
        return said->value == known->value;
    case NUMBER_PERCENT:
    case NUMBER_MONEY:
    case NUMBER_TIME:
    case NUMBER_PHONE:
        break;
    }
    return false;
}

bool number_agrees(const struct number *said, const struct number *known)
{
    switch (said->class) {
    case NUMBER_PLAIN:
        return plain_agrees(said, known);
    case NUMBER_PERCENT:
    case NUMBER_SHARE:
        return share_agrees(said, share_of(known));
    case NUMBER_RATE:
        return (known->class == NUMBER_RATE && said->of == known->of) ||
                       known->class == NUMBER_PLAIN
                   ? rounds_to(said, known->value)
                   : false;
    case NUMBER_MONEY:
        return known->class == NUMBER_MONEY && rounds_to(said, known->value);
    case NUMBER_AGE:
        return (known->class == NUMBER_AGE || known->class == NUMBER_PLAIN ||
                known->class == NUMBER_NAME) &&
               said->value == known->value;
    case NUMBER_DATE:
        return date_agrees(said, known);
    case NUMBER_TIME:
        return known->class == NUMBER_TIME && said->value == known->value;
    case NUMBER_PHONE:
    case NUMBER_NAME:
        break;
    }
    return true;
}

bool number_ends_year(const struct number *said, const struct number *known)
{
    Date s = said->date;
    return known->class == NUMBER_DATE && known->end_year > 0 &&
           ((s.month == 3 && s.year == known->end_year) ||
            (s.month == 4 && s.year == known->date.year));
}

double number_distance(const struct number *said, const struct number *known)
{
    if (!number_states(known)) {
        return -1;
    }
    double share = share_of(said), other = share_of(known);
    if (share >= 0 && other >= 0) {
        return size_of(share - other);
    }
    if (said->class != known->class) {
        return -1;
    }
    if (said->class == NUMBER_DATE) {
        return size_of((said->date.year - known->date.year) * 12.0 +
                       (said->date.month - known->date.month));
    }
    double a = (double)said->value, b = (double)known->value;
    return size_of(a - b) / (a > b ? a : b + 1);
}
