/**
 * picture_parts: the state of reading one picture, for picture.c and the two
 * formats alone: the files are one module.
 */
#ifndef DUET_READ_PICTURE_PARTS_H
#define DUET_READ_PICTURE_PARTS_H

#include "base/buf.h"
#include "read/picture.h"

struct picture_parts {
    Str rest;       /* what has not been read yet */
    struct buf out; /* what is kept; has room for all of it */
    struct picture *picture;
    struct picture_fault *why;
    bool noted; /* EXIF was found; readers use the first */
};

/** The number of 2 or 4 bytes, the highest first, at `at`, inside `s`. */
unsigned picture_number(Str s, size_t at, unsigned n);

/** Takes the first `n` bytes, which must be there, off `s->rest`. */
Str picture_take(struct picture_parts *s, size_t n);

/** Refuses the picture. Returns: false, for the caller to pass on. */
bool picture_refuse(struct picture_parts *s, const char *code,
                    const char *message, const char *help);

/** Refuses it as broken; `message` goes on after the file's name. */
bool picture_broken(struct picture_parts *s, const char *message);

/** Notes its size. Returns: false after refusing it. */
bool picture_note_size(struct picture_parts *s, unsigned width,
                       unsigned height);

/** Notes what EXIF says. Returns: false after refusing the picture. */
bool picture_note_exif(struct picture_parts *s, Str tiff);

/** Notes whether `text`, XMP or another format of words, names a place. */
void picture_note_text(struct picture_parts *s, Str text);

/** These read what follows the signature, and keep what may be kept. */
bool picture_read_png(struct picture_parts *s);
bool picture_read_jpeg(struct picture_parts *s);

#endif
