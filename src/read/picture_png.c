#include "read/picture_parts.h"

#include <stdint.h>

/* Portable Network Graphics, W3C 2003 (second edition); sections in the
 * comments below are its own. */

enum { CHUNK_MAX = 0x7FFFFFFF, HEADER_SIZE = 13 };

struct png {
    struct picture_parts *parts;
    bool palette;       /* PLTE was read */
    bool needs_palette; /* the pixels are numbers of its colours */
    bool data;          /* IDAT was read */
    bool data_ended;    /* and something else after it */
};

struct chunk {
    Str whole; /* with its length, type and sum */
    Str type;
    Str data;
};

static bool broken(struct png *g, const char *message)
{
    return picture_broken(g->parts, message);
}

/* The sum of chunk type and data (annex D), four bits at a time. */
static uint32_t crc(Str s)
{
    static const uint32_t table[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
        0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < s.n; i++) {
        sum ^= (unsigned char)s.p[i];
        sum = table[sum & 15] ^ sum >> 4;
        sum = table[sum & 15] ^ sum >> 4;
    }
    return ~sum;
}

static bool next_chunk(struct png *g, struct chunk *out)
{
    enum { AROUND = 12 }; /* length, type and sum */
    Str rest = g->parts->rest;
    if (rest.n < AROUND) {
        return broken(g, "is broken: it ends in the middle");
    }
    size_t n = picture_number(rest, 0, 4);
    if (n > CHUNK_MAX || rest.n - AROUND < n) {
        return broken(g, "is broken: it ends in the middle");
    }
    struct chunk c = {
        .whole = picture_take(g->parts, n + AROUND),
        .type = str_to(str_from(rest, 4), 4),
        .data = str_to(str_from(rest, 8), n),
    };
    if (crc(str_to(str_from(rest, 4), n + 4)) !=
        picture_number(rest, n + 8, 4)) {
        return broken(g, "is broken: a part of it is damaged");
    }
    *out = c;
    return true;
}

/* Whether the colour type allows the bit depth (section 11.2.2, table 11.1). */
static bool depth_fits(unsigned depth, unsigned colour)
{
    switch (colour) {
    case 0:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8 ||
               depth == 16;
    case 3:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
        return depth == 8 || depth == 16;
    default:
        return false;
    }
}

static bool read_header(struct png *g)
{
    struct chunk c;
    if (!next_chunk(g, &c)) {
        return false;
    }
    if (!str_eq(c.type, S("IHDR")) || c.data.n != HEADER_SIZE) {
        return broken(g, "is broken: it does not say how large it is");
    }
    unsigned depth = picture_number(c.data, 8, 1);
    unsigned colour = picture_number(c.data, 9, 1);
    bool plain = c.data.p[10] == 0 && c.data.p[11] == 0 &&
                 (unsigned char)c.data.p[12] <= 1;
    if (!depth_fits(depth, colour) || !plain) {
        return broken(g, "is broken: it does not say how its colours are "
                         "stored");
    }
    g->needs_palette = colour == 3;
    buf_add(&g->parts->out, c.whole);
    return picture_note_size(g->parts, picture_number(c.data, 0, 4),
                             picture_number(c.data, 4, 4));
}

static bool read_palette(struct png *g, const struct chunk *c)
{
    enum { COLOURS_MAX = 256 };
    if (g->palette || g->data || c->data.n == 0 || c->data.n % 3 != 0 ||
        c->data.n > 3 * COLOURS_MAX) {
        return broken(g, "is broken: its list of colours is damaged");
    }
    g->palette = true;
    buf_add(&g->parts->out, c->whole);
    return true;
}

static bool read_data(struct png *g, const struct chunk *c)
{
    if (g->data_ended || (g->needs_palette && !g->palette)) {
        return broken(g, "is broken: its parts are in the wrong order");
    }
    g->data = true;
    buf_add(&g->parts->out, c->whole);
    return true;
}

/* What colours and shape need is kept; what else is not known stays out. */
static bool read_other(struct png *g, const struct chunk *c)
{
    static const Str kept[] = {
        STR_INIT("tRNS"), STR_INIT("gAMA"), STR_INIT("cHRM"), STR_INIT("sRGB"),
        STR_INIT("iCCP"), STR_INIT("sBIT"), STR_INIT("pHYs"), STR_INIT("bKGD")};
    for (size_t i = 0; i < COUNT(kept); i++) {
        if (str_eq(c->type, kept[i])) {
            buf_add(&g->parts->out, c->whole);
            return true;
        }
    }
    if (str_eq(c->type, S("acTL"))) {
        return picture_refuse(g->parts, "picture-format",
                              "is a picture that moves, which is not published",
                              "save one of its pictures as PNG or JPEG");
    }
    if (str_eq(c->type, S("eXIf"))) {
        return picture_note_exif(g->parts, c->data);
    }
    if (str_eq(c->type, S("iTXt"))) {
        picture_note_text(g->parts, c->data);
    }
    /* a capital: the picture cannot be shown without it (section 5.4) */
    bool critical = c->type.p[0] >= 'A' && c->type.p[0] <= 'Z';
    return !critical || broken(g, "is broken: it has a part that no browser "
                                  "knows");
}

bool picture_read_png(struct picture_parts *s)
{
    struct png g = {.parts = s};
    struct chunk c;
    if (!read_header(&g)) {
        return false;
    }
    while (next_chunk(&g, &c)) {
        bool data = str_eq(c.type, S("IDAT"));
        g.data_ended = g.data_ended || (g.data && !data);
        if (str_eq(c.type, S("IEND"))) {
            if (!g.data) {
                return broken(&g, "is broken: there is no picture in it");
            }
            buf_add(&s->out, c.whole);
            return true;
        }
        bool sound = data                        ? read_data(&g, &c)
                     : str_eq(c.type, S("PLTE")) ? read_palette(&g, &c)
                                                 : read_other(&g, &c);
        if (!sound) {
            return false;
        }
    }
    return false;
}
