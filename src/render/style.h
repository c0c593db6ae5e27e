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
    size_t layer;       /* how many themes were read before that one */
    size_t first_layer; /* and before the first that has the token */
};

/** Other values of some tokens, for readers who choose them. */
struct style_palette {
    bool dark;         /* the rest is as in the dark, else as in the light */
    struct map tokens; /* name to struct style_token, with one value */
};

struct style {
    struct arena *arena;
    struct map tokens;   /* name to struct style_token */
    struct map palettes; /* name to struct style_palette */
    size_t nlayers;      /* how often tokens and palettes were added */
    struct buf sheets;   /* for every page, of sites and books */
    struct buf site;     /* for every page of a site, besides those */
    struct buf print;    /* for the page that is printed, besides those */
};

struct style style_in(struct arena *a);

/**
 * Adds the tokens of a theme.yaml, which replace those of the same name: each
 * is one value, or {light: …, dark: …}. Reports bad-token.
 */
void style_add_tokens(struct style *s, struct diags *d,
                      const struct source *src, const struct yaml *tokens);

/**
 * Adds the palettes of a theme.yaml: {cream: {from: light, paper: "#fbf0d0"}}.
 * Those of a theme that was read before are kept as far as they are not
 * replaced. Reports wrong-type,
 * bad-token.
 */
void style_add_palettes(struct style *s, struct diags *d,
                        const struct source *src, const struct yaml *palettes);

/**
 * Adds a style sheet to `to`, one of the buffers of `s`. Each
 * `url("fonts/x.woff2")` in it, relative to the theme's assets, becomes the
 * name that the file has in the output, and the file is added to `t->assets`.
 * Reports missing-file.
 */
void style_add_sheet(struct style *s, struct diags *d, struct theme *t,
                     const struct theme_files *files, Str path, Str css,
                     struct buf *to);

/**
 * Reports bad-token for those that a theme adds to the one it extends and that
 * no sheet uses: most likely a name mistyped. Call it after the sheets.
 */
void style_check_tokens(const struct style *s, struct diags *d);

/**
 * `css` without what only people read: comments, indents and empty lines.
 * Strings are kept as they are.
 */
Str style_squeeze(struct arena *a, Str css);

/**
 * The style sheet of a site: the tokens as custom properties, for light, dark
 * and each palette, which `data-colours` on the root element chooses, then the
 * sheets.
 */
Str style_css(const struct style *s);

/** That of a book, whose colours follow the device alone. */
Str style_book_css(const struct style *s);

/** Reports bad-token for a name that is no token, with the nearest one. */
void style_no_such_token(const struct style *s, struct diags *d,
                         const struct source *src, Str where, Str name);

#endif
