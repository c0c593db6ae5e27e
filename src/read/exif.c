#include "read/exif.h"

#include <stdint.h>

enum {
    ENTRY_SIZE = 12,
    TAG_ORIENTATION = 0x0112,
    TAG_GPS = 0x8825, /* points to a directory of its own */
    TYPE_SHORT = 3
};

struct tiff {
    Str bytes;
    bool big_endian;
};

/* The number of `n` bytes at `at`, or 0 where there are none. */
static uint32_t number(const struct tiff *t, size_t at, unsigned n)
{
    uint32_t value = 0;
    if (at > t->bytes.n || t->bytes.n - at < n) {
        return 0;
    }
    for (unsigned i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)t->bytes.p[at + i];
        value |= (uint32_t)byte << 8 * (t->big_endian ? n - 1 - i : i);
    }
    return value;
}

/* The start of the entry `tag` in the directory at `dir`, or 0. */
static size_t find_entry(const struct tiff *t, size_t dir, unsigned tag)
{
    unsigned n = number(t, dir, 2);
    for (unsigned i = 0; i < n; i++) {
        size_t entry = dir + 2 + (size_t)i * ENTRY_SIZE;
        if (entry > t->bytes.n || t->bytes.n - entry < ENTRY_SIZE) {
            break;
        }
        if (number(t, entry, 2) == tag) {
            return entry;
        }
    }
    return 0;
}

/* Some cameras write an empty directory when they do not know the place. */
static bool has_place(const struct tiff *t, size_t gps)
{
    enum { TAG_LATITUDE = 2, TAG_LONGITUDE = 4 };
    return gps != 0 && (find_entry(t, gps, TAG_LATITUDE) != 0 ||
                        find_entry(t, gps, TAG_LONGITUDE) != 0);
}

struct exif exif_read(Str tiff)
{
    struct exif out = {.orientation = 1};
    struct tiff t = {tiff, str_starts(tiff, S("MM"))};
    if (!t.big_endian && !str_starts(tiff, S("II"))) {
        return out;
    }
    size_t dir = number(&t, 4, 4);
    size_t entry = find_entry(&t, dir, TAG_ORIENTATION);
    if (entry != 0 && number(&t, entry + 2, 2) == TYPE_SHORT) {
        unsigned value = number(&t, entry + 8, 2);
        out.orientation = value >= 1 && value <= 8 ? value : 1;
    }
    entry = find_entry(&t, dir, TAG_GPS);
    out.located = entry != 0 && has_place(&t, number(&t, entry + 8, 4));
    return out;
}
