/**
 * file: reading files and folders, and the arithmetic of paths.
 *
 * Paths use `/`. Functions that can fail leave the reason in errno.
 */
#ifndef DUET_BASE_FILE_H
#define DUET_BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

enum file_kind { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };

/** Returns: what `path` is, symbolic links followed. */
enum file_kind file_kind(Str path);

/**
 * Reads the whole file at `path`. Failure: errno; EFBIG when it is longer than
 * `max` bytes, EISDIR when it is a folder.
 */
MUST_USE bool file_read(struct arena *a, Str path, size_t max, Str *out);

struct dir_entry {
    Str name;
    enum file_kind kind;
};

/**
 * Lists the folder `path`, without names that start with a dot, sorted by
 * bytes, so that it does not depend on the disk or the locale.
 */
MUST_USE bool dir_list(struct arena *a, Str path, struct dir_entry **entries,
                       size_t *n);

/** The longest source file that Duet reads, in bytes. */
#define SOURCE_MAX ((size_t)4 * 1024 * 1024)

/**
 * Reads the author's file at `path`, named `shown` in messages. Its text is
 * well-formed UTF-8 without control characters and without a byte order mark.
 *
 * Returns: the source, in `a`; NULL after reporting (too-large, invalid-utf8,
 * control-character, missing-file, or the system's error).
 */
struct source *source_load(struct arena *a, struct diags *d, Str path,
                           Str shown);

/**
 * Checks bytes that were read elsewhere, as source_load() does.
 */
struct source *source_from_bytes(struct arena *a, struct diags *d, Str bytes,
                                 Str shown);

/** `dir` and `name` joined by a slash; `name` alone when `dir` is empty. */
Str path_join(struct arena *a, Str dir, Str name);

/** The part before the last slash: "" for a bare name, "/" for the root. */
Str path_dir(Str path);

/** The absolute path of `path`, or `path` itself when it has none. */
Str path_real(struct arena *a, Str path);

/** The part after the last slash. */
Str path_base(Str path);

/** The base without its last ending: `a/b.md` gives `b`. */
Str path_stem(Str path);

/**
 * Resolves `relative` against the folder `dir`, both beneath some root, with
 * `.` and `..` worked out. Returns: false when the result would leave the root
 * or when `relative` is absolute.
 */
MUST_USE bool path_resolve(struct arena *a, Str dir, Str relative, Str *out);

#endif
