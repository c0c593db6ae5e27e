/**
 * buf: text that grows at its end, in an arena, and cannot fail.
 */
#ifndef DUET_BASE_BUF_H
#define DUET_BASE_BUF_H

#include "base/arena.h"
#include "base/str.h"

struct buf {
    struct arena *arena;
    char *p;
    size_t n;
    size_t room;
};

/** An empty buffer that grows in `a`. */
struct buf buf_in(struct arena *a);

void buf_add(struct buf *b, Str s);
void buf_byte(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);

/** Adds the code point `cp` as UTF-8. */
void buf_utf8(struct buf *b, unsigned cp);

/** What was written so far. Lifetime: until the next write to `b`. */
Str buf_str(const struct buf *b);

#endif
