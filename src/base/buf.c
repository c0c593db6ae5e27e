#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf buf_in(struct arena *a)
{
    return (struct buf){.arena = a};
}

static void reserve(struct buf *b, size_t more)
{
    if (b->room - b->n >= more) {
        return;
    }
    size_t room = b->room < 256 ? 256 : b->room;
    while (room - b->n < more) {
        if (room > (size_t)-1 / 2) {
            die_no_memory();
        }
        room *= 2;
    }
    char *grown = arena_bytes(b->arena, room);
    if (b->n > 0) {
        memcpy(grown, b->p, b->n);
    }
    b->p = grown;
    b->room = room;
}

void buf_add(struct buf *b, Str s)
{
    if (s.n == 0) {
        return;
    }
    reserve(b, s.n);
    memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
}

void buf_byte(struct buf *b, char c)
{
    reserve(b, 1);
    b->p[b->n++] = c;
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    assert(n >= 0);
    reserve(b, (size_t)n + 1);
    vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
    va_end(again);
    b->n += (size_t)n;
}

void buf_utf8(struct buf *b, unsigned cp)
{
    if (cp < 0x80) {
        buf_byte(b, (char)cp);
    } else if (cp < 0x800) {
        buf_byte(b, (char)(0xC0 | cp >> 6));
        buf_byte(b, (char)(0x80 | (cp & 0x3F)));
    } else if (cp < 0x10000) {
        buf_byte(b, (char)(0xE0 | cp >> 12));
        buf_byte(b, (char)(0x80 | (cp >> 6 & 0x3F)));
        buf_byte(b, (char)(0x80 | (cp & 0x3F)));
    } else {
        buf_byte(b, (char)(0xF0 | cp >> 18));
        buf_byte(b, (char)(0x80 | (cp >> 12 & 0x3F)));
        buf_byte(b, (char)(0x80 | (cp >> 6 & 0x3F)));
        buf_byte(b, (char)(0x80 | (cp & 0x3F)));
    }
}

Str buf_str(const struct buf *b)
{
    return b->n == 0 ? S("") : (Str){b->p, b->n};
}
