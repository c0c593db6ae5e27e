/**
 * exif: what a camera noted about a picture, as far as it matters here.
 *
 * The bytes are a TIFF file of their own (Exif 2.32, section 4.5; TIFF 6.0,
 * section 2), with offsets in it that anybody may have written, so nothing is
 * read that does not lie inside.
 */
#ifndef DUET_READ_EXIF_H
#define DUET_READ_EXIF_H

#include "base/str.h"

struct exif {
    unsigned orientation; /* 1: upright, or not known; else 2 to 8 */
    bool located;         /* says where the picture was taken */
};

/** What `tiff` says. What is damaged says nothing. */
struct exif exif_read(Str tiff);

#endif
