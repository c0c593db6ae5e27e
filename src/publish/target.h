/**
 * target: the output folder that the user named, and whether Duet may replace
 * it.
 *
 * It may when the folder does not exist yet, when it holds nothing but files
 * whose names start with a dot, or when it holds the marker that an earlier
 * build wrote. Everything else could be somebody's work.
 */
#ifndef DUET_PUBLISH_TARGET_H
#define DUET_PUBLISH_TARGET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/** The file at the top of every output of Duet. */
#define TARGET_MARKER S(".duet")

struct target {
    const struct source *src; /* as the user names it, for messages; no text */
    const char *path;         /* absolute, without symbolic links */
    char **parents;           /* folders that were made for it to be in */
    size_t nparents;
};

/** What is at the top of an output folder. */
struct listing {
    Str *names; /* in the order of the disk */
    size_t n;
    Str foreign; /* the first by name that is somebody's; may be empty */
    bool marker;
};

/**
 * Finds the output folder `out`, which need not exist, and makes the folders
 * that it is to be in. Failure: reported; `output-not-ours` for a file, and for
 * a folder that holds the current one. Nothing was made then.
 */
MUST_USE bool target_find(struct arena *a, struct diags *d, Str out,
                          struct target *target);

/**
 * Makes sure that what the folder holds may be replaced. Needs to be sure that
 * no other build is replacing it. Failure: reported, as `output-not-ours`.
 */
MUST_USE bool target_guard(struct arena *a, struct diags *d,
                           const struct target *target);

/** Lists what the folder holds. Failure: errno. */
MUST_USE bool target_list(struct arena *a, const struct target *target,
                          struct listing *listing);

/** Removes the folders that target_find() made, as far as they are empty. */
void target_unmake(const struct target *target);

#endif
