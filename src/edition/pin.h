/**
 * pin: a folder's files, read to be put in the place of another folder's: the
 * copy of the publication that a fork extends.
 */
#ifndef DUET_PUBLISH_PIN_H
#define DUET_PUBLISH_PIN_H

#include "publish/swap.h"

struct pin_file {
    Str path; /* within the folder */
    Str bytes;
};

struct pin {
    struct pin_file *items; /* by path */
    size_t n;
};

/**
 * Reads all files in and below `folder`, without names that start with a dot.
 * Failure: reported.
 */
MUST_USE bool pin_read(struct arena *a, struct diags *d, Str folder,
                       struct pin *out);

/** Whether the two hold the same files with the same bytes. */
bool pin_same(const struct pin *x, const struct pin *y);

/** Writes the files to `s`. Failure: reported by the stage. */
MUST_USE bool pin_write(struct stage *s, const struct pin *pin);

#endif
