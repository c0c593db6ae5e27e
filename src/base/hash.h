/**
 * hash: a short name for some bytes (XXH3, 128 bits).
 */
#ifndef DUET_BASE_HASH_H
#define DUET_BASE_HASH_H

#include "base/arena.h"
#include "base/str.h"

/** Returns: 32 lower-case hexadecimal digits, the same on every machine. */
Str hash_hex(struct arena *a, Str bytes);

#endif
