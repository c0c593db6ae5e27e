/**
 * suggest: the known word that a mistyped one was probably meant to be.
 */
#ifndef DUET_BASE_SUGGEST_H
#define DUET_BASE_SUGGEST_H

#include "base/str.h"

/** The search for the nearest word; start with suggest_for(). */
struct suggest {
    Str wrong;
    Str best; /* empty: nothing is near enough */
    size_t distance;
};

struct suggest suggest_for(Str wrong);

/** Considers `known`. Of two that are equally near the first one wins. */
void suggest_try(struct suggest *s, Str known);

#endif
