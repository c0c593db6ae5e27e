/**
 * alphabet: the order of a language's words, and the letters they stand under
 * in a list from the first letter to the last, as the Unicode CLDR has them.
 *
 * What stands before the first letter or digit does not count, and neither does
 * the article of an Arabic word.
 */
#ifndef DUET_BASE_ALPHABET_H
#define DUET_BASE_ALPHABET_H

#include "base/arena.h"
#include "base/locale.h"

struct alphabet;

/** Returns: the alphabet of the language; end it with alphabet_close().
 * Lifetime: `a`. */
struct alphabet *alphabet_open(struct arena *a, const struct locale *l);

/** Does nothing for NULL. */
void alphabet_close(struct alphabet *x);

/** Bytes whose order is that of the texts that they are made of. */
Str alphabet_key(struct arena *a, const struct alphabet *x, Str text);

/** The letter that `text` stands under: of two in Welsh, `LL`. Empty where it
 * begins with a digit, or in another script. */
Str alphabet_letter(struct arena *a, const struct alphabet *x, Str text);

#endif
