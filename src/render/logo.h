/**
 * logo: the council's own sign, from its theme.
 *
 * It stands where the council's name would, so the name is its text. Its size
 * is written into the page, so that nothing moves when it has been loaded.
 */
#ifndef DUET_RENDER_LOGO_H
#define DUET_RENDER_LOGO_H

#include "render/theme.h"
#include "render/theme_files.h"

/**
 * Reads the file that `logo` of the theme.yaml `src` names at `where`, in
 * `assets/`: an SVG or a PNG. Reports missing-file, bad-logo.
 */
void logo_load(struct arena *a, struct diags *d,
               const struct theme_files *files, const struct source *src,
               Str name, Str where, struct theme *t);

/**
 * The logo on a page that is `root` away from the publication's folder: its
 * `href`, `width` and `height`. Null when the theme has none.
 */
struct value *logo_values(struct arena *a, const struct theme *t, Str root);

#endif
