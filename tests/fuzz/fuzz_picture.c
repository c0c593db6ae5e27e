/*
 * fuzz_picture: any bytes are a picture or are refused with a reason, and what
 * is published of a picture is one, which has nothing more to leave out. Bytes
 * that look like PNG are tried again with right sums, which chance never finds.
 *
 * To run it, from the root of the project, with what it finds kept elsewhere:
 *
 *     clang -std=c17 -D_XOPEN_SOURCE=700 -Isrc -g -O1 \
 *         -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
 *         -o /tmp/fuzz_picture tests/fuzz/fuzz_picture.c \
 *         src/read/picture*.c src/read/exif.c \
 *         src/base/{arena,str,buf,hash}.c -lxxhash
 *     mkdir -p /tmp/found
 *     /tmp/fuzz_picture -max_total_time=300 /tmp/found tests/fuzz/picture
 *
 * tests/fuzz/picture holds the seeds: one small picture of each shape.
 */
#include <stdint.h>
#include <stdlib.h>

#include "read/exif.h"
#include "read/picture.h"

/* abort() and not assert(), which NDEBUG would take away */
static void must(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_published(struct arena *a, const struct picture *p, Str input)
{
    struct picture again;
    struct picture_fault why;
    must(p->width > 0 && p->width <= PICTURE_SIDE_MAX);
    must(p->height > 0 && p->height <= PICTURE_SIDE_MAX);
    must(p->bytes.n > 0 && p->bytes.n <= input.n);
    must(picture_parse(a, p->bytes, &again, &why));
    must(again.kind == p->kind && again.width == p->width &&
         again.height == p->height);
    must(!again.located);
    must(str_eq(again.bytes, p->bytes));
    must(picture_name(a, p, str_to(input, 64)).n >= 17);
}

static void try_bytes(Str input)
{
    struct arena *a = arena_create();
    struct picture p;
    struct picture_fault why = {0};
    if (picture_parse(a, input, &p, &why)) {
        check_published(a, &p, input);
    } else {
        must(why.code != NULL && why.message != NULL && why.help != NULL);
    }
    struct exif exif = exif_read(input);
    must(exif.orientation >= 1 && exif.orientation <= 8);
    arena_free(a);
}

static size_t number(const uint8_t *p)
{
    return (size_t)p[0] << 24 | (size_t)p[1] << 16 | (size_t)p[2] << 8 | p[3];
}

/* Puts the right sum behind each chunk of a PNG. */
static void mend_sums(uint8_t *p, size_t size)
{
    enum { SIGNATURE = 8, AROUND = 12 };
    for (size_t at = SIGNATURE; at < size && size - at >= AROUND;) {
        size_t n = number(p + at);
        if (n > size - at - AROUND) {
            return;
        }
        uint32_t sum = 0xFFFFFFFF;
        for (size_t i = 0; i < n + 4; i++) {
            sum ^= p[at + 4 + i];
            for (int bit = 0; bit < 8; bit++) {
                sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
            }
        }
        for (size_t i = 0; i < 4; i++) {
            p[at + 8 + n + i] = (uint8_t)(~sum >> (24 - 8 * i));
        }
        at += n + AROUND;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* a copy of its own, so that one byte too far is seen */
    uint8_t *copy = malloc(size + (size == 0));
    must(copy != NULL);
    for (size_t i = 0; i < size; i++) {
        copy[i] = data[i];
    }
    Str input = {(const char *)copy, size};
    try_bytes(input);
    if (str_starts(input, S("\x89PNG"))) {
        mend_sums(copy, size);
        try_bytes(input);
    }
    free(copy);
    return 0;
}
