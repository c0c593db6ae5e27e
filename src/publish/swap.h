/**
 * swap: the output folder, replaced as a whole or left as it was.
 *
 * A new tree grows in `.NAME.duet-stage`, beside the output and so on the same
 * file system; stage_commit() exchanges the two in one step and removes the old
 * one. A file whose bytes did not change is the old file under a second name,
 * with its inode and its time. Names at the top of the output that start with
 * a dot belong to the person (`.gitkeep`, `.git`) and are carried over; other
 * files that a person put there are not. target.h says which folders can be an
 * output.
 *
 * A lock in the staging folder tells a build that is running from what a
 * killed one left, which the next build removes.
 */
#ifndef DUET_PUBLISH_SWAP_H
#define DUET_PUBLISH_SWAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/** A new output that grows unseen. One thread at a time may use it. */
struct stage;

/** The files of the new output, without what was carried over. */
typedef struct {
    size_t written;
    size_t unchanged;
} StageCounts;

/**
 * Returns: a stage for the output folder `out`, which need not exist; end it
 * with stage_free(). NULL after reporting: `output-not-ours` when the folder
 * is not Duet's to replace, else the system's error, which it also is when
 * another build is writing to the same folder.
 * Lifetime: `a` must live as long as `d`, which points into it.
 */
MUST_USE struct stage *stage_open(struct arena *a, struct diags *d, Str out);

/**
 * Like stage_open() for a folder that is a copy of another one, which need not
 * hold what Duet marks its outputs with.
 */
MUST_USE struct stage *stage_open_copy(struct arena *a, struct diags *d,
                                       Str folder);

/**
 * Writes the file `path` of the new output, and the folders it needs. The path
 * uses `/`, stays beneath the output, and is written once. `bytes` are not
 * kept. Failure: reported, the first one alone; the stage cannot be committed
 * any more, and nothing more is written.
 */
MUST_USE bool stage_write(struct stage *s, Str path, Str bytes);

/**
 * Puts the new output in the place of the old one, at most once. An old output
 * that cannot be removed afterwards is only a warning, `old-output-left`.
 * Failure: reported, unless stage_write() had reported already; the output is
 * as it was.
 */
MUST_USE bool stage_commit(struct stage *s);

StageCounts stage_counts(const struct stage *s);

/**
 * Ends `s`; what was not committed is removed, and the output is as it was.
 * Does nothing for NULL. Keeps errno.
 */
void stage_free(struct stage *s);

#endif
