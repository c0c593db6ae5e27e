/**
 * scripts: a theme's scripts, made into as few files as can be.
 *
 * As with style sheets, those of the themes that a theme extends come first.
 * There is one file for every page, one that a page waits for before it is
 * painted, and one for each kind of page that has scripts of its own. A site
 * works without them; books and the page that is printed have none.
 */
#ifndef DUET_RENDER_SCRIPTS_H
#define DUET_RENDER_SCRIPTS_H

#include "model/record.h"
#include "render/theme.h"
#include "render/theme_files.h"

struct scripts {
    struct arena *arena;
    struct buf all;
    struct buf early;
    struct map pages; /* kind of page to struct buf */
};

struct scripts scripts_in(struct arena *a);

/**
 * Adds `scripts`, `early-scripts` and `page-scripts` of the theme.yaml that
 * `record` was read from, in `src`. Reports missing-file, wrong-type,
 * unknown-choice.
 */
void scripts_add(struct scripts *s, struct diags *d,
                 const struct theme_files *files, const struct record *record,
                 const struct source *src);

/** Puts the files into `t->scripts`; call it once. */
void scripts_finish(const struct scripts *s, struct theme *t);

/**
 * Adds to a page's values `scripts`, a list of {href}, and `early_script`, an
 * address or null. `kind` is the page's, or empty for a page without scripts;
 * `root` leads from it to the publication's folder.
 */
void scripts_set_values(struct arena *a, struct value *map,
                        const struct theme *t, Str kind, Str root);

#endif
