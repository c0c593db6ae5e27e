#include "read/picture_parts.h"

/* JPEG, ITU-T T.81 (1992); sections in the comments below are its own. */

enum marker {
    M_TEM = 0x01,
    M_SOF0 = 0xC0, /* baseline, extended and progressive: what browsers show */
    M_SOF2 = 0xC2,
    M_DHT = 0xC4,
    M_DAC = 0xCC,
    M_SOF15 = 0xCF,
    M_RST0 = 0xD0,
    M_RST7 = 0xD7,
    M_SOI = 0xD8,
    M_EOI = 0xD9,
    M_SOS = 0xDA,
    M_DQT = 0xDB,
    M_DRI = 0xDD,
    M_APP0 = 0xE0,
    M_APP1 = 0xE1,
    M_APP2 = 0xE2,
    M_APP14 = 0xEE
};

struct jpeg {
    struct picture_parts *parts;
    bool framed;  /* a frame header was read: the size is known */
    bool scanned; /* a scan was read: there is a picture */
    bool jfif;
};

static bool broken(struct jpeg *j, const char *message)
{
    return picture_broken(j->parts, message);
}

/* Takes the next marker, and the bytes that may fill the gap before it
 * (section B.1.1.2). */
static bool next_marker(struct jpeg *j, unsigned *marker)
{
    Str rest = j->parts->rest;
    size_t i = 0;
    while (i < rest.n && rest.p[i] == '\xFF') {
        i++;
    }
    if (i == rest.n) {
        return broken(j, "is broken: it ends in the middle");
    }
    if (i == 0 || rest.p[i] == '\0') {
        return broken(j, "is broken: a part of it is damaged");
    }
    *marker = (unsigned char)rest.p[i];
    picture_take(j->parts, i + 1);
    return true;
}

/* Takes the segment that follows a marker, without its length. */
static bool next_segment(struct jpeg *j, Str *data)
{
    Str rest = j->parts->rest;
    size_t n = rest.n < 2 ? 2 : picture_number(rest, 0, 2);
    if (n < 2) {
        return broken(j, "is broken: a part of it is damaged");
    }
    if (rest.n < n) {
        return broken(j, "is broken: it ends in the middle");
    }
    *data = str_from(picture_take(j->parts, n), 2);
    return true;
}

static void keep(struct jpeg *j, unsigned marker, Str data)
{
    struct buf *out = &j->parts->out;
    size_t n = data.n + 2;
    buf_byte(out, '\xFF');
    buf_byte(out, (char)marker);
    buf_byte(out, (char)(n >> 8));
    buf_byte(out, (char)(n & 0xFF));
    buf_add(out, data);
}

/* Frame header (section B.2.2): depth, height, width, and its components. */
static bool read_frame(struct jpeg *j, unsigned marker, Str data)
{
    if (j->framed) {
        return broken(j, "is broken: it holds two pictures");
    }
    if (data.n < 6 || data.n != 6 + 3 * (size_t)picture_number(data, 5, 1)) {
        return broken(j, "is broken: a part of it is damaged");
    }
    unsigned colours = picture_number(data, 5, 1);
    if (marker > M_SOF2 || data.p[0] != 8 ||
        (colours != 1 && colours != 3 && colours != 4)) {
        return picture_refuse(j->parts, "picture-format",
                              "is a kind of JPEG that browsers cannot show",
                              "open it in a picture program and save it as an "
                              "ordinary (baseline) JPEG");
    }
    j->framed = true;
    keep(j, marker, data);
    return picture_note_size(j->parts, picture_number(data, 3, 2),
                             picture_number(data, 1, 2));
}

/* The length of a scan's compressed data: up to a marker that is neither a
 * restart nor a byte FF of the data, which has 00 after it (section B.1.1.5).*/
static size_t scan_length(Str s)
{
    size_t i = 0;
    for (;;) {
        i += str_find_byte(str_from(s, i), '\xFF');
        if (i + 1 >= s.n) {
            return s.n;
        }
        unsigned next = (unsigned char)s.p[i + 1];
        if (next == 0xFF) { /* fills a gap, before a restart too */
            i++;
        } else if (next == 0 || (next >= M_RST0 && next <= M_RST7)) {
            i += 2;
        } else {
            return i;
        }
    }
}

static bool read_scan(struct jpeg *j, Str header)
{
    if (!j->framed) {
        return broken(j, "is broken: it does not say how large it is");
    }
    keep(j, M_SOS, header);
    Str data = picture_take(j->parts, scan_length(j->parts->rest));
    if (data.n == 0) {
        return broken(j, "is broken: there is no picture in it");
    }
    buf_add(&j->parts->out, data);
    j->scanned = true;
    return true;
}

/* What programs add (section B.2.4.6): kept as far as the colours need it. */
static bool read_application(struct jpeg *j, unsigned marker, Str data)
{
    enum { JFIF_SIZE = 14, ADOBE_SIZE = 12 };
    static const Str exif = STR_INIT("Exif\0\0");
    if (marker == M_APP0 && str_starts(data, S("JFIF\0")) &&
        data.n >= JFIF_SIZE && !j->jfif) {
        /* its last two bytes are the size of a small copy that follows: none */
        char head[JFIF_SIZE] = {0};
        for (size_t i = 0; i < JFIF_SIZE - 2; i++) {
            head[i] = data.p[i];
        }
        keep(j, marker, (Str){head, JFIF_SIZE});
        j->jfif = true;
    } else if (marker == M_APP2 && str_starts(data, S("ICC_PROFILE\0"))) {
        keep(j, marker, data);
    } else if (marker == M_APP14 && str_starts(data, S("Adobe")) &&
               data.n >= ADOBE_SIZE) {
        keep(j, marker, str_to(data, ADOBE_SIZE));
    } else if (marker == M_APP1 && str_starts(data, exif)) {
        return picture_note_exif(j->parts, str_from(data, exif.n));
    } else if (marker == M_APP1) {
        picture_note_text(j->parts, data);
    }
    return true;
}

static bool read_segment(struct jpeg *j, unsigned marker)
{
    Str data;
    if (!next_segment(j, &data)) {
        return false;
    }
    switch (marker) {
    case M_DHT:
    case M_DQT:
    case M_DRI:
        keep(j, marker, data);
        return true;
    case M_SOS:
        return read_scan(j, data);
    case M_DAC:
        return true;
    default:
        return marker >= M_SOF0 && marker <= M_SOF15
                   ? read_frame(j, marker, data)
                   : read_application(j, marker, data);
    }
}

bool picture_read_jpeg(struct picture_parts *s)
{
    struct jpeg j = {.parts = s};
    unsigned marker = 0;
    while (next_marker(&j, &marker)) {
        if (marker == M_EOI) {
            if (!j.scanned) {
                return broken(&j, "is broken: there is no picture in it");
            }
            buf_add(&s->out, S("\xFF\xD9"));
            return true;
        }
        /* these stand alone, without a segment */
        bool alone = marker == M_TEM || (marker >= M_RST0 && marker <= M_RST7);
        if (marker == M_SOI) {
            return broken(&j, "is broken: it holds two pictures");
        }
        if (!alone && !read_segment(&j, marker)) {
            return false;
        }
    }
    return false;
}
