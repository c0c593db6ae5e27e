/**
 * date: a day, a month or a year, as exact as the author knew it.
 */
#ifndef DUET_MODEL_DATE_H
#define DUET_MODEL_DATE_H

#include "base/locale.h"

typedef struct {
    int year;
    int month; /* 0: not known */
    int day;   /* 0: not known */
} Date;

/**
 * Reads `2022-07-19`, `2022-07` or `2022` (ISO 8601, of the Gregorian
 * calendar). Returns: false when `text` is none of them or no such day exists.
 */
bool date_parse(Str text, Date *out);

/** The day in UTC that is `seconds` >= 0 after the first second of 1970. */
Date date_of_seconds(long long seconds);

/** Orders by time; of two that start alike the less exact comes first. */
int date_cmp(Date a, Date b);

/** As ISO 8601 writes it, as exactly as it is known. */
Str date_iso(struct arena *a, Date date);

/** As the language writes it: `19 July 2022`, `July 2022`, `2022`. */
Str date_said(struct arena *a, const struct locale *l, Date date);

/** The same in English, which messages to authors are in. */
Str date_english(struct arena *a, Date date);

#endif
