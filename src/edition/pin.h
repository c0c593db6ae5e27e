/**
 * pin: the copy of a publication that a fork extends: its files, and a list of
 * them that lies in it, by which an edit made by hand is noticed.
 */
#ifndef DUET_EDITION_PIN_H
#define DUET_EDITION_PIN_H

#include "base/diag.h"

struct pin_file {
    Str path; /* within the folder */
    Str bytes;
};

struct pin {
    struct pin_file *items; /* by path */
    size_t n;
};

/** What was done by hand to a file of a copy. */
enum pin_edit_kind { PIN_CHANGED, PIN_ADDED, PIN_GONE };

struct pin_edit {
    Str path; /* within the copy */
    enum pin_edit_kind kind;
};

struct pin_edits {
    struct pin_edit *items;
    size_t n;
};

/** The name of the list in the copy. */
extern const Str pin_list_name;

/**
 * Reads all files in and below `folder`, without names that start with a dot.
 * Failure: reported.
 */
MUST_USE bool pin_read(struct arena *a, struct diags *d, Str folder,
                       struct pin *out);

/** Whether the two hold the same files with the same bytes. */
bool pin_same(const struct pin *x, const struct pin *y);

/**
 * The list of the files of `pin`, a line each: a hash, and the path. Another
 * way to end a line is no other file: systems change that by themselves.
 */
Str pin_list(struct arena *a, const struct pin *pin);

/** Returns: the file at `path` in the folder, or NULL. */
const struct pin_file *pin_find(const struct pin *pin, Str path);

/** Whether the copy in `folder` has a list of its files. */
bool pin_has_list(struct arena *a, Str folder);

/**
 * What was done by hand to the copy in `folder`, whose files are now `now`,
 * since its list was written; nothing when it has no list. Failure: reported.
 */
MUST_USE bool pin_edits(struct arena *a, struct diags *d, Str folder,
                        const struct pin *now, struct pin_edits *out);

#endif
