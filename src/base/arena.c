#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum { GAP = 0 };
#endif

enum { BLOCK_SIZE = 256 * 1024, ALIGN = _Alignof(max_align_t) };

struct block {
    struct block *below;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *top;
    size_t used;         /* of the top block */
    struct block *spare; /* one standard block kept when rewinding */
};

void die_no_memory(void)
{
    fputs("duet: there is not enough memory\n", stderr);
    exit(3);
}

struct arena *arena_create(void)
{
    struct arena *a = calloc(1, sizeof *a);
    if (a == NULL) {
        die_no_memory();
    }
    return a;
}

static void free_block(struct block *b)
{
    ASAN_UNPOISON_MEMORY_REGION(b->bytes, b->size);
    free(b);
}

void arena_free(struct arena *a)
{
    if (a == NULL) {
        return;
    }
    while (a->top != NULL) {
        struct block *below = a->top->below;
        free_block(a->top);
        a->top = below;
    }
    if (a->spare != NULL) {
        free_block(a->spare);
    }
    free(a);
}

static void push_block(struct arena *a, size_t need)
{
    struct block *b = a->spare;
    size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;
    if (b != NULL && b->size >= size) {
        a->spare = NULL;
    } else {
        if (size > SIZE_MAX - sizeof *b) {
            die_no_memory();
        }
        b = malloc(sizeof *b + size);
        if (b == NULL) {
            die_no_memory();
        }
        b->size = size;
    }
    b->below = a->top;
    a->top = b;
    a->used = 0;
    ASAN_POISON_MEMORY_REGION(b->bytes, b->size);
}

static char *take(struct arena *a, size_t n, size_t align)
{
    if (n > SIZE_MAX / 2) {
        die_no_memory();
    }
    size_t start = (a->used + align - 1) / align * align;
    if (a->top == NULL || start + n + GAP > a->top->size) {
        push_block(a, n + GAP);
        start = 0;
    }
    char *p = a->top->bytes + start;
    a->used = start + n + GAP;
    ASAN_UNPOISON_MEMORY_REGION(p, n);
    memset(p, 0, n);
    return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
    return take(a, n, ALIGN);
}

char *arena_bytes(struct arena *a, size_t n)
{
    return take(a, n, 1);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / size) {
        die_no_memory();
    }
    return arena_alloc(a, n * size);
}

ArenaMark arena_mark(const struct arena *a)
{
    return (ArenaMark){a->top, a->used};
}

void arena_rewind(struct arena *a, ArenaMark mark)
{
    while (a->top != mark.block) {
        struct block *b = a->top;
        a->top = b->below;
        if (a->spare == NULL && b->size == BLOCK_SIZE) {
            a->spare = b;
        } else {
            free_block(b);
        }
    }
    a->used = mark.used;
    if (a->top != NULL) {
        ASAN_POISON_MEMORY_REGION(a->top->bytes + a->used,
                                  a->top->size - a->used);
    }
}

void *list_grow(struct arena *a, void *list, size_t n, size_t size)
{
    /* The room is always the next power of two, so a list that is exactly
     * full has a power of two elements and needs no stored capacity. */
    enum { FIRST = 4 };
    if (n != 0 && (n < FIRST || (n & (n - 1)) != 0)) {
        return list;
    }
    size_t room = n == 0 ? FIRST : n * 2;
    void *grown = arena_array(a, room, size);
    if (n > 0) {
        memcpy(grown, list, n * size);
    }
    return grown;
}
