/**
 * newfolder: a folder that appears with all its files, or not at all.
 *
 * It grows in a folder of its own beside the place where it is to be, and so
 * on the same file system.
 */
#ifndef DUET_PUBLISH_NEWFOLDER_H
#define DUET_PUBLISH_NEWFOLDER_H

#include "base/arena.h"
#include "base/str.h"

struct newfolder;

/**
 * Returns: the beginning of a folder `path`, which is not there or is empty;
 * end it with newfolder_free(). NULL: errno; ENOTEMPTY when it is not empty,
 * ENOTDIR when it is no folder.
 */
MUST_USE struct newfolder *newfolder_open(struct arena *a, Str path);

/** Where it grows; its last name is that of the folder to be. */
Str newfolder_path(const struct newfolder *f);

/** Writes the file `path` in it, and the folders it needs. Failure: errno. */
MUST_USE bool newfolder_write(struct newfolder *f, Str path, Str bytes);

/** Puts it where it belongs, at most once. Failure: errno. */
MUST_USE bool newfolder_commit(struct newfolder *f);

/** Ends `f`; what was not committed is removed. Keeps errno. Takes NULL. */
void newfolder_free(struct newfolder *f);

#endif
