/**
 * theme_files: a theme's files, from a folder or from inside the program.
 */
#ifndef DUET_RENDER_THEME_FILES_H
#define DUET_RENDER_THEME_FILES_H

#include "base/diag.h"
#include "base/file.h"

struct theme_files {
    Str root; /* of this theme: `themes/civic` */
    bool embedded;
    const struct theme_files *base; /* of the theme that it extends, or NULL */
};

/** Finds the theme `name`. Returns: false when there is none. */
bool theme_files_find(struct arena *a, Str folder, Str name,
                      struct theme_files *out);

/** Lists the files of the theme's folder `path`, by name; none is fine. */
struct dir_entry *theme_files_list(struct arena *a, const struct theme_files *t,
                                   Str path, size_t *n);

/** Reads a file of the theme. Returns: false when it is not there. */
MUST_USE bool theme_files_read(struct arena *a, const struct theme_files *t,
                               Str path, Str *out);

/**
 * Reads a file of the theme, or else of the one that it extends, and so on.
 * Returns: false when none of them has it.
 */
MUST_USE bool theme_files_look(struct arena *a, const struct theme_files *t,
                               Str path, Str *out);

/**
 * Does so for a file that the theme.yaml `src` names at `where`. Returns: false
 * after reporting missing-file.
 */
MUST_USE bool theme_files_need(struct arena *a, struct diags *d,
                               const struct theme_files *t, Str path,
                               const struct source *src, Str where, Str *out);

/** Reads a text of the theme as a source. Returns: NULL after reporting. */
struct source *theme_files_source(struct arena *a, struct diags *d,
                                  const struct theme_files *t, Str path);

#endif
