/**
 * hash: a short name for some bytes (XXH3, 128 bits).
 */
#ifndef DUET_BASE_HASH_H
#define DUET_BASE_HASH_H

#include "base/arena.h"
#include "base/str.h"

/** Returns: 32 lower-case hexadecimal digits, the same on every machine. */
Str hash_hex(struct arena *a, Str bytes);

/**
 * A `urn:uuid:` name for what `name` names (RFC 4122, section 4.4: the bits of
 * a random UUID, here made from the name, so that it is always the same).
 */
Str hash_urn(struct arena *a, Str name);

#endif
