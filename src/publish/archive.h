/**
 * archive: a zip file, written into memory, with the same bytes every time.
 *
 * Entries stand in the order in which they were added, all with the same time
 * (1980-01-01 00:00, the first that the format knows) and the rights of a
 * plain file, so neither the clock nor the time zone, locale or umask shows.
 */
#ifndef DUET_PUBLISH_ARCHIVE_H
#define DUET_PUBLISH_ARCHIVE_H

#include "base/arena.h"
#include "base/str.h"

struct archive;

enum archive_method { ARCHIVE_STORED, ARCHIVE_DEFLATED };

/** Returns an archive without entries; end it with archive_free(). */
struct archive *archive_create(void);

/**
 * Adds the file `name`, in UTF-8, with `/` between its parts.
 *
 * Lifetime: `bytes` are read by archive_finish() and must live until then;
 * `name` is copied. Failure: archive_error(); the name is there already, or it
 * is not UTF-8.
 */
MUST_USE bool archive_add(struct archive *z, Str name, Str bytes,
                          enum archive_method method);

/**
 * Writes the archive, which must have an entry, into `a`; after that it can
 * only be freed. Failure: archive_error().
 */
MUST_USE bool archive_finish(struct archive *z, struct arena *a, Str *out);

/** Returns: why the last call failed. Lifetime: until the next call. */
const char *archive_error(const struct archive *z);

/** Releases `z`, finished or not. Does nothing for NULL. */
void archive_free(struct archive *z);

#endif
