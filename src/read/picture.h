/**
 * picture: a PNG or JPEG file, as it may be published.
 *
 * What a camera or a program noted beside the picture (where and when it was
 * taken, by whom, with what, a small copy from before something was cut away)
 * is left out, and so is what follows its end. What is seen stays as it is:
 * the compressed picture is copied, not made again, with what its colours need.
 */
#ifndef DUET_READ_PICTURE_H
#define DUET_READ_PICTURE_H

#include "base/arena.h"
#include "base/str.h"

/** The longest file, and the most pixels a side, that are published. */
#define PICTURE_MAX ((size_t)20 * 1024 * 1024)
enum { PICTURE_SIDE_MAX = 20000 };

enum picture_kind { PICTURE_PNG, PICTURE_JPEG };

struct picture {
    enum picture_kind kind;
    unsigned width; /* in pixels */
    unsigned height;
    bool located; /* the file said where it was taken */
    Str bytes;    /* without what was left out */
    Str file;     /* its name in the output, from picture_name() */
    Str path;     /* beneath the publication's folder; set by its finder */
};

/** Why a file is refused. */
struct picture_fault {
    const char *code;    /* as diag_error() wants it */
    const char *message; /* goes on after the file's name */
    const char *help;
};

/**
 * Reads `bytes`, a whole file, into `out`, whose `file` stays empty.
 *
 * Failure: false with the reason in `*why`: picture-format, picture-broken,
 * picture-rotated, too-large. Lifetime: `a`; nothing points into `bytes`.
 */
MUST_USE bool picture_parse(struct arena *a, Str bytes, struct picture *out,
                            struct picture_fault *why);

/**
 * A name for `p` in the output, made from `name`, its own file's, and from the
 * hash of its bytes: `our-house-0f3a….jpg`.
 */
Str picture_name(struct arena *a, const struct picture *p, Str name);

#endif
