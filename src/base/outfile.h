/**
 * outfile: a file that appears under its name whole, or not at all.
 *
 * For single files that the user asked for; the published output is a tree and
 * goes through publish/swap. Functions leave the reason of a failure in errno.
 */
#ifndef DUET_BASE_OUTFILE_H
#define DUET_BASE_OUTFILE_H

#include "base/str.h"

/**
 * Writes the file `path`, in the place of the one that may be there. Failure:
 * errno; what was there is as it was.
 */
MUST_USE bool outfile_write(Str path, Str bytes);

/** Makes the folder `path` unless there is one. Failure: errno. */
MUST_USE bool outfile_folder(Str path);

#endif
