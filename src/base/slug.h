/**
 * slug: an id made from words that a person wrote.
 */
#ifndef DUET_BASE_SLUG_H
#define DUET_BASE_SLUG_H

#include "base/arena.h"
#include "base/str.h"

/**
 * Small ASCII letters and digits of `words`, with hyphens between them; other
 * letters are left out. Returns: `otherwise` when nothing is left; else an id
 * as str_is_id() wants it.
 */
Str slug_of(struct arena *a, Str words, Str otherwise);

#endif
