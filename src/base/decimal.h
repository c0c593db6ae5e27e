/**
 * decimal: the numbers of figures, exact.
 *
 * A number is counted in ten-thousandths, so that nothing is lost between what
 * an author wrote and what is drawn or said, on any machine. It has at most 11
 * digits before its point: then a thousand times a number still has room.
 */
#ifndef DUET_BASE_DECIMAL_H
#define DUET_BASE_DECIMAL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

typedef int64_t Decimal;

/** The number 1. */
#define DECIMAL_ONE ((Decimal)10000)

/**
 * Reads `298`, `64.8` or `-3`. Returns: false when `text` is no number, or has
 * more than 11 digits before its point or 4 behind it.
 */
bool decimal_parse(Str text, Decimal *out);

/** `n` / `by` to the nearest whole number; a half is rounded up, from zero. */
Decimal decimal_divide(Decimal n, Decimal by);

/** The same without its sign. */
Decimal decimal_size(Decimal n);

/** How many digits of `n` stand behind its point: 0 to 4. */
int decimal_places(Decimal n);

/** As it is written, rounded to at most `places` digits behind its point. */
Str decimal_text(struct arena *a, Decimal n, int places);

#endif
