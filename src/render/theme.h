/**
 * theme: how an edition looks and what it says of its own.
 *
 * A theme is a folder, and the theme that it extends, and so on. What is
 * looked for is taken from the first of them that has it; style sheets are
 * taken from all of them, the last one extended first. A folder `themes/`
 * beside the content wins over the themes inside the program.
 */
#ifndef DUET_RENDER_THEME_H
#define DUET_RENDER_THEME_H

#include "base/diag.h"
#include "base/locale.h"
#include "base/map.h"
#include "render/mustache.h"
#include "render/value.h"

/** A file that goes to the output with a hash in its name. */
struct theme_asset {
    Str path; /* in the theme's assets: `fonts/x.woff2` */
    Str file; /* in the output's assets: `x-0f3a….woff2` */
    Str bytes;
    bool in_book; /* and not for sites alone */
};

/** A script in the output's assets. */
struct theme_script {
    Str kind; /* of the pages that have it; empty: of every page */
    Str file; /* its name, which holds its hash */
    Str bytes;
    bool early; /* a page waits for it before it is painted */
};

struct theme {
    Str name;
    struct templates *templates;
    const struct locale *locale; /* that its words are in */
    struct map strings;          /* key to Str */
    struct value *words;         /* the same, for templates: `strings` */
    struct value *icons;         /* name to markup, for templates: `icons` */
    struct map tokens;           /* name to struct style_token */
    struct map palettes;         /* that readers can choose, by name */
    Str css;                     /* all style sheets as one, with its tokens */
    Str css_file;                /* its name in the output's assets */
    Str book_css;                /* the same for books */
    Str book_file;
    Str print_css;           /* for the page that is printed, besides `css` */
    Str print_file;          /* its name in the output's assets */
    struct theme_asset logo; /* the council's sign; no file: none */
    unsigned logo_width;     /* in pixels, or as wide and high as they are */
    unsigned logo_height;
    struct theme_asset *assets;
    size_t nassets;
    struct theme_script *scripts;
    size_t nscripts;
    Str *preload; /* names of assets: fonts that every page begins with */
    size_t npreload;
    struct theme_asset icon;      /* its sign, for tabs and for home screens */
    struct theme_asset mask_icon; /* the same to the edges, for cutting out */
    struct theme_asset offline;   /* the script that starts the worker */
    Str worker;  /* the service worker's program, without its list of files */
    Str removal; /* the program that takes a service worker away */
    const struct source *src; /* its theme.yaml */
};

/**
 * Reads the theme `name`, from `folder` (a folder of themes, or empty) or from
 * inside the program, with its words in the language `lang`, those that it has,
 * and else in English. `asked` is where its name was written, in `asked_src`;
 * both may be empty.
 *
 * Returns: NULL after reporting (unknown-theme, or what is wrong in its files).
 */
struct theme *theme_load(struct arena *a, struct diags *d, Str folder, Str name,
                         Str lang, const struct source *asked_src, Str asked);

/** Returns: a design token's value in the light, or `otherwise`. */
Str theme_token(const struct theme *t, Str name, Str otherwise);

/** The same in the dark. */
Str theme_token_dark(const struct theme *t, Str name, Str otherwise);

/** The theme's own words for `key`. Reports missing-string. */
Str theme_string(const struct theme *t, struct diags *d, Str key);

#endif
