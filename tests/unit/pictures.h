/**
 * pictures: small PNG and JPEG files, made piece by piece.
 *
 * What is compressed in them need not be a picture: it is copied, not read.
 */
#ifndef DUET_TESTS_PICTURES_H
#define DUET_TESTS_PICTURES_H

#include "support.h"

#include "base/buf.h"
#include "read/picture.h"

#define PNG_START S("\x89PNG\r\n\x1A\n")
#define JPEG_START S("\xFF\xD8")
#define JPEG_END S("\xFF\xD9")

static inline void add_u32(struct buf *b, uint32_t n)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        buf_byte(b, (char)(n >> shift & 0xFF));
    }
}

static inline uint32_t crc_of(Str s)
{
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < s.n; i++) {
        sum ^= (unsigned char)s.p[i];
        for (int bit = 0; bit < 8; bit++) {
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
        }
    }
    return ~sum;
}

static inline void add_chunk(struct buf *b, const char *type, Str data)
{
    add_u32(b, (uint32_t)data.n);
    size_t start = b->n;
    buf_add(b, str_from_c(type));
    buf_add(b, data);
    add_u32(b, crc_of(str_from(buf_str(b), start)));
}

/** IHDR: 8 bits, of the colour type `colour`. */
static inline void add_png_head(struct buf *b, uint32_t width, uint32_t height,
                                char colour)
{
    struct buf head = buf_in(b->arena);
    add_u32(&head, width);
    add_u32(&head, height);
    buf_byte(&head, 8);
    buf_byte(&head, colour);
    buf_add(&head, S("\0\0\0"));
    add_chunk(b, "IHDR", buf_str(&head));
}

static inline void add_png_data(struct buf *b)
{
    add_chunk(b, "IDAT", S("pixels"));
}

static inline void add_png_end(struct buf *b)
{
    add_chunk(b, "IEND", S(""));
}

static inline void add_segment(struct buf *b, unsigned marker, Str data)
{
    size_t n = data.n + 2;
    buf_byte(b, '\xFF');
    buf_byte(b, (char)marker);
    buf_byte(b, (char)(n >> 8));
    buf_byte(b, (char)(n & 0xFF));
    buf_add(b, data);
}

/** SOF0: 3 pixels wide, 2 high, grey. */
static inline void add_jpeg_frame(struct buf *b)
{
    add_segment(b, 0xC0, S("\x08\0\x02\0\x03\x01\x01\x11\0"));
}

/** A scan, with a restart and a byte FF among its data. */
static inline void add_jpeg_scan(struct buf *b)
{
    add_segment(b, 0xDA, S("\x01\x01\0\0\x3F\0"));
    buf_add(b, S("pix\xFF\xD0"
                 "el\xFF\0s"));
}

/** TIFF, with its lowest byte first: the orientation, and a place or none. */
static inline Str tiff(struct arena *a, char orientation, bool place)
{
    struct buf b = buf_in(a);
    buf_add(&b, S("II*\0\x08\0\0\0\x02\0"));
    buf_add(&b, S("\x12\x01\x03\0\x01\0\0\0"));
    buf_byte(&b, orientation);
    buf_add(&b, S("\0\0\0"));
    buf_add(&b, S("\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0"));
    /* the directory of the place: at 38 */
    buf_add(&b, place ? S("\x01\0\x02\0\x05\0\x03\0\0\0\x38\0\0\0\0\0\0\0"
                          "\x33\0\0\0\x01\0\0\0")
                      : S("\x01\0\0\0\x01\0\x04\0\0\0\x02\x03\0\0\0\0\0\0"));
    return buf_str(&b);
}

#endif
