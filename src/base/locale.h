/**
 * locale: how a language is written: its name, its direction, its dates, its
 * numbers and its plurals, as ICU and the Unicode CLDR have them.
 *
 * Digits are 0 to 9 in every language, so that a telephone number, a date and
 * a sum look as a reader types them.
 */
#ifndef DUET_BASE_LOCALE_H
#define DUET_BASE_LOCALE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

enum { MONTHS = 12 };

struct locale {
    Str code;    /* a language tag of BCP 47: `ar`, `prs` */
    Str name;    /* what its speakers call it */
    Str english; /* what English calls it */
    Str script;  /* of ISO 15924: `Arab` */
    bool rtl;    /* written from right to left */
    Str icu;     /* the locale that ICU knows it by */
    Str group;   /* between thousands */
    Str decimal; /* before the decimals */
    /* The rest is how dates are written; {d} and {y} are put in. */
    Str days[MONTHS];   /* `{d} March {y}` */
    Str months[MONTHS]; /* `March {y}` */
    Str names[MONTHS];  /* `March` */
    Str brief[MONTHS];  /* `Mar` */
};

/** Whether Duet can publish in the language `code`. */
bool locale_knows(Str code);

/** The code of the language number `i` that locale_knows(); empty: no more. */
Str locale_code(size_t i);

/** Returns: the locale of a language that locale_knows(). Lifetime: `a`. */
const struct locale *locale_of(struct arena *a, Str code);

/** A date; `month` and `day`, from 1, may be 0, which is not known. */
Str locale_date(struct arena *a, const struct locale *l, int year, int month,
                int day);

/** `-1234.5` with the signs of the language: `−1,234.5`. */
Str locale_number(struct arena *a, const struct locale *l, Str written);

/** The plural form that `n` takes: zero, one, two, few, many or other. */
Str locale_plural(const struct locale *l, double n);

#endif
