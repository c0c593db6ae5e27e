/**
 * tree: files and folders made, linked and removed, relative to open folders.
 *
 * All functions leave the reason of a failure in errno, and report nothing.
 */
#ifndef DUET_PUBLISH_TREE_H
#define DUET_PUBLISH_TREE_H

#include "base/str.h"

/** Writes the new file `name`, beneath the folder that is open as `dir`. */
MUST_USE bool tree_write_file(int dir, const char *name, Str bytes);

/**
 * Gives the file or folder `name` of the folder `from` a second life in the
 * folder `to`: folders are made, files hard-linked, or copied where the file
 * system has no hard links. What `to` already has stays.
 */
MUST_USE bool tree_link(int from, int to, const char *name);

/** Does tree_link() for all that the folder `from` holds. */
MUST_USE bool tree_link_contents(int from, int to);

/** Removes the file or folder `path`, which need not exist. */
MUST_USE bool tree_remove(const char *path);

/** Closes `fd`, if it is not -1, and keeps errno. */
void tree_close(int fd);

#endif
