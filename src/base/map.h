/**
 * map: text to pointer, iterated in the order of insertion.
 *
 * The order makes everything that is built from a map deterministic. Keys are
 * views: their bytes must outlive the map.
 */
#ifndef DUET_BASE_MAP_H
#define DUET_BASE_MAP_H

#include "base/arena.h"
#include "base/str.h"

struct map_entry {
    Str key;
    void *value;
};

struct map {
    struct arena *arena;
    struct map_entry *entries; /* in order of insertion */
    size_t n;
    size_t *slots; /* index into entries plus 1, or 0 */
    size_t nslots; /* 0 or a power of two */
};

/** An empty map that grows in `a`. */
struct map map_in(struct arena *a);

/** Returns: the value of `key`, or NULL. */
void *map_get(const struct map *m, Str key);

/** Sets `key` to `value`, replacing what it had. */
void map_put(struct map *m, Str key, void *value);

#endif
