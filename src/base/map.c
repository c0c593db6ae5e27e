#include "base/map.h"

#include <stdint.h>

struct map map_in(struct arena *a)
{
    return (struct map){.arena = a};
}

/* FNV-1a: keys are short ids and names, written by the project's own authors */
static size_t hash_of(Str key)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < key.n; i++) {
        h = (h ^ (unsigned char)key.p[i]) * 0x100000001b3u;
    }
    return (size_t)(h ^ h >> 32);
}

/* The slot that holds `key`, or the empty one where it belongs. */
static size_t slot_of(const struct map *m, Str key)
{
    size_t i = hash_of(key) & (m->nslots - 1);
    while (m->slots[i] != 0 && !str_eq(m->entries[m->slots[i] - 1].key, key)) {
        i = (i + 1) & (m->nslots - 1);
    }
    return i;
}

void *map_get(const struct map *m, Str key)
{
    if (m->nslots == 0) {
        return NULL;
    }
    size_t entry = m->slots[slot_of(m, key)];
    return entry == 0 ? NULL : m->entries[entry - 1].value;
}

static void grow(struct map *m)
{
    m->nslots = m->nslots == 0 ? 16 : m->nslots * 2;
    m->slots = ARENA_NEW(m->arena, size_t, m->nslots);
    for (size_t i = 0; i < m->n; i++) {
        m->slots[slot_of(m, m->entries[i].key)] = i + 1;
    }
}

void map_put(struct map *m, Str key, void *value)
{
    if ((m->n + 1) * 4 > m->nslots * 3) {
        grow(m);
    }
    size_t slot = slot_of(m, key);
    if (m->slots[slot] != 0) {
        m->entries[m->slots[slot] - 1].value = value;
        return;
    }
    *LIST_ADD(m->arena, m->entries, m->n) = (struct map_entry){key, value};
    m->slots[slot] = m->n;
}
