/**
 * arena: memory that is given back all at once.
 *
 * Every block is zeroed, aligned for any type, and lives until its arena is
 * freed or rewound past it. There is no default arena: a function that
 * allocates takes one as a parameter, so its signature says how long the
 * result lives. When memory runs out the process ends, in one place, with exit
 * status 3.
 */
#ifndef DUET_BASE_ARENA_H
#define DUET_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena;

/** A moment in an arena's life to which arena_rewind() goes back. */
typedef struct {
    void *block;
    size_t used;
} ArenaMark;

/** Returns an empty arena; end it with arena_free(). */
struct arena *arena_create(void);

/** Gives back all memory of `a`. Does nothing for NULL. */
void arena_free(struct arena *a);

/** Returns `n` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *a, size_t n);

/** Returns `n` zeroed bytes for text, not aligned. */
char *arena_bytes(struct arena *a, size_t n);

/** Returns zeroed memory for `n` things of type `type`. */
#define ARENA_NEW(a, type, n) ((type *)arena_array((a), (n), sizeof(type)))

/** Like arena_alloc() for `n` things of `size` bytes, checked for overflow. */
void *arena_array(struct arena *a, size_t n, size_t size);

ArenaMark arena_mark(const struct arena *a);

/** Forgets all that was allocated since `mark`. */
void arena_rewind(struct arena *a, ArenaMark mark);

/**
 * Makes room for one more element in a list that grows in an arena, and is
 * the pointer to it: `*LIST_ADD(a, list, nlist) = thing;`. The list starts as
 * NULL and 0. A list that grows moves: keep no pointers to elements until it
 * is complete.
 */
#define LIST_ADD(a, list, n)                                                   \
    ((list) = list_grow((a), (list), (n), sizeof(*(list))), &(list)[(n)++])

/** The work of LIST_ADD: a list of `n` elements with room for one more. */
void *list_grow(struct arena *a, void *list, size_t n, size_t size);

/** Ends the process with exit status 3, saying that memory ran out. */
NO_RETURN void die_no_memory(void);

#endif
