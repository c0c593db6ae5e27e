#include "read/picture.h"

#include "base/hash.h"
#include "read/exif.h"
#include "read/picture_parts.h"

#define PNG_SIGNATURE S("\x89PNG\r\n\x1A\n")
#define SAVE_AGAIN "open it in a picture program and save it as PNG or JPEG"

unsigned picture_number(Str s, size_t at, unsigned n)
{
    unsigned value = 0;
    for (unsigned i = 0; i < n; i++) {
        value = value << 8 | (unsigned char)s.p[at + i];
    }
    return value;
}

Str picture_take(struct picture_parts *s, size_t n)
{
    Str taken = str_to(s->rest, n);
    s->rest = str_from(s->rest, n);
    return taken;
}

bool picture_refuse(struct picture_parts *s, const char *code,
                    const char *message, const char *help)
{
    *s->why = (struct picture_fault){code, message, help};
    return false;
}

bool picture_broken(struct picture_parts *s, const char *message)
{
    return picture_refuse(
        s, "picture-broken", message,
        "copy the file again from where it came, or " SAVE_AGAIN);
}

bool picture_note_size(struct picture_parts *s, unsigned width, unsigned height)
{
    if (width == 0 || height == 0) {
        return picture_broken(s, "is broken: it has no width or no height");
    }
    if (width > PICTURE_SIDE_MAX || height > PICTURE_SIDE_MAX) {
        return picture_refuse(s, "too-large",
                              "is wider or higher than 20000 pixels",
                              "save it smaller; about 1200 pixels are enough "
                              "for a page");
    }
    s->picture->width = width;
    s->picture->height = height;
    return true;
}

bool picture_note_exif(struct picture_parts *s, Str tiff)
{
    struct exif exif = exif_read(tiff);
    s->picture->located = s->picture->located || exif.located;
    if (s->noted || exif.orientation == 1) {
        s->noted = true;
        return true;
    }
    return picture_refuse(s, "picture-rotated",
                          "is stored lying on its side or mirrored, with a "
                          "note of how to turn it, which is not published",
                          "open it in a picture program, turn it until it is "
                          "upright, and save it");
}

void picture_note_text(struct picture_parts *s, Str text)
{
    if (str_find(text, S("GPSLatitude")) < text.n) {
        s->picture->located = true;
    }
}

/* What an author may take for a picture that can be published. */
static const char *other_format(Str bytes)
{
    static const struct {
        size_t at;
        Str magic;
        const char *message;
    } formats[] = {
        {0, STR_INIT("GIF8"), "is a GIF picture, which is not published"},
        {8, STR_INIT("WEBP"), "is a WebP picture, which is not published"},
        {4, STR_INIT("ftyp"),
         "is an HEIC or AVIF picture, or a film, which is "
         "not published"},
        {0, STR_INIT("BM"), "is a BMP picture, which is not published"},
        {0, STR_INIT("II*"), "is a TIFF picture, which is not published"},
        {0, STR_INIT("MM\0*"), "is a TIFF picture, which is not published"},
        {0, STR_INIT("%PDF"), "is a PDF, which is not published"},
    };
    for (size_t i = 0; i < COUNT(formats); i++) {
        if (str_starts(str_from(bytes, formats[i].at), formats[i].magic)) {
            return formats[i].message;
        }
    }
    /* an SVG can hold scripts and fetch from other places */
    Str start = str_to(bytes, 4096);
    return str_find(start, S("<svg")) < start.n
               ? "is an SVG picture, which is not published"
               : "is not a PNG or JPEG picture";
}

static bool read_parts(struct picture_parts *s)
{
    if (s->rest.n == 0) {
        return picture_broken(s, "is broken: the file is empty");
    }
    if (str_starts(s->rest, PNG_SIGNATURE)) {
        s->picture->kind = PICTURE_PNG;
        buf_add(&s->out, picture_take(s, PNG_SIGNATURE.n));
        return picture_read_png(s);
    }
    if (str_starts(s->rest, S("\xFF\xD8"))) {
        s->picture->kind = PICTURE_JPEG;
        buf_add(&s->out, picture_take(s, 2));
        return picture_read_jpeg(s);
    }
    if (str_starts(s->rest, S("\x89PNG"))) {
        /* the signature is made to show this (PNG, section 5.2) */
        return picture_broken(s, "is broken: it was copied as if it were text");
    }
    return picture_refuse(s, "picture-format", other_format(s->rest),
                          SAVE_AGAIN);
}

bool picture_parse(struct arena *a, Str bytes, struct picture *out,
                   struct picture_fault *why)
{
    struct picture picture = {.width = 0};
    struct picture_fault fault = {0};
    struct picture_parts s = {
        .rest = bytes,
        .out = {.arena = a, .p = arena_bytes(a, bytes.n), .room = bytes.n},
        .picture = &picture,
        .why = &fault,
    };
    if (!read_parts(&s)) {
        *why = fault;
        return false;
    }
    picture.bytes = buf_str(&s.out);
    *out = picture;
    return true;
}

Str picture_name(struct arena *a, const struct picture *p, Str name)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < name.n; i++) {
        char c = ascii_lower(name.p[i]);
        if (ascii_alpha(c) || ascii_digit(c)) {
            buf_byte(&b, c);
        } else if (b.n > 0 && b.p[b.n - 1] != '-') {
            buf_byte(&b, '-');
        }
    }
    if (b.n > 0 && b.p[b.n - 1] == '-') {
        b.n--;
    }
    Str hash = str_to(hash_hex(a, p->bytes), 12);
    return str_printf(a, "%.*s-%.*s.%s",
                      STR_ARG(b.n == 0 ? S("picture") : buf_str(&b)),
                      STR_ARG(hash), p->kind == PICTURE_PNG ? "png" : "jpg");
}
