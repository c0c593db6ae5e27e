/**
 * style: design tokens and style sheets, made into one style sheet.
 */
#ifndef DUET_RENDER_STYLE_H
#define DUET_RENDER_STYLE_H

#include "base/buf.h"
#include "read/yaml.h"
#include "render/theme.h"
#include "render/theme_files.h"

/** A design token. */
struct style_token {
    Str light; /* or the only value */
    Str dark;
    const struct source *src; /* the theme that sets it */
    Str where;
    size_t layer; /* how many themes were read before that one */
};

struct style {
    struct arena *arena;
    struct map tokens; /* name to struct style_token */
    size_t nlayers;    /* themes whose tokens were read */
    struct buf sheets; /* for every page */
    struct buf print;  /* for the page that is printed, besides those */
};

struct style style_in(struct arena *a);

/**
 * Adds the tokens of a theme.yaml, which replace those of the same name: each
 * is one value, or {light: …, dark: …}. Reports wrong-type, bad-id.
 */
void style_add_tokens(struct style *s, struct diags *d,
                      const struct source *src, const struct yaml *tokens);

/**
 * Adds a style sheet to `to`, one of the buffers of `s`. Each
 * `url("fonts/x.woff2")` in it, relative to the theme's assets, becomes the
 * name that the file has in the output, and the file is added to `t->assets`.
 * Reports missing-file.
 */
void style_add_sheet(struct style *s, struct diags *d, struct theme *t,
                     const struct theme_files *files, Str path, Str css,
                     struct buf *to);

/** The tokens as custom properties, for light and dark, then the sheets. */
Str style_css(const struct style *s);

#endif
