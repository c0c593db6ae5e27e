/**
 * terms: finding the words that a page must explain.
 */
#ifndef DUET_EDITION_TERMS_H
#define DUET_EDITION_TERMS_H

#include "edition/edition.h"

struct terms;

/** What was found in a text. */
struct term_hit {
    const struct record *term;
    size_t at;
    size_t n;
    bool abbreviation; /* it was the term's `short` that was found */
};

/** The words to look for, of all of the edition's terms. */
const struct terms *terms_compile(struct arena *a, const struct edition *ed);

/**
 * Finds the first term in `text` at or after `from`, in any case, as whole
 * words; of two that start at the same place the longer one.
 */
bool terms_find(const struct terms *t, Str text, size_t from,
                struct term_hit *out);

#endif
