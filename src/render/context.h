/**
 * context: the values that every page's templates can name.
 */
#ifndef DUET_RENDER_CONTEXT_H
#define DUET_RENDER_CONTEXT_H

#include "render/page.h"

/** `rtl` or `ltr`, as HTML and EPUB want it. */
Str context_direction(const struct locale *l);

/** The path of an edition's book from its publication's folder. */
Str context_book(struct arena *a, const struct edition *ed);

/** The edition `voice` in the language of the scene, or else the original. */
const struct edition *context_edition(const struct scene *scene, size_t voice);

/**
 * The values that are the same on all pages of `scene`: the theme's words and
 * pictures, the publication, the edition, help. A template's names are those
 * of themes/README.md.
 */
struct value *context_base(struct arena *a, struct diags *d,
                           const struct scene *scene);

/** What publication.yaml says of the publication, as `publication`. */
struct value *context_publication(struct arena *a, struct diags *d,
                                  const struct scene *scene);

/**
 * The publication's languages, seen from the page `path` of the edition, and
 * what each calls itself: a list of {code, dir, name, href, current}. Each
 * leads to the same page, or to the young edition in a language that this
 * edition is not in; with `front`, on the publication's first page, always to
 * that. `root` leads from the page to the publication's folder.
 */
struct value *context_languages(struct arena *a, const struct scene *scene,
                                Str root, Str path, bool front);

/** The editions, seen from a page that is `root` away from the folder. */
struct value *context_editions(struct arena *a, struct diags *d,
                               const struct scene *scene, Str root);

/** What leads to the same text in the edition `other`, in the theme's words. */
Str context_twin(struct arena *a, struct diags *d, const struct scene *scene,
                 const struct edition *other);

/** Sets `lang`, `dir` and `language` of `map` where what it leads to is in the
 * language of `l` and the page is not; else they are null. */
void context_set_language(struct arena *a, const struct scene *scene,
                          struct value *map, const struct locale *l);

/** The title of the part that begins with `c`, or null. */
struct value *context_part(struct arena *a, const struct scene *scene,
                           const struct ed_chapter *c);

/** Whether chapter `i` of the edition stands outside of parts, after one. */
bool context_after_part(const struct scene *scene, size_t i);

/**
 * The chapter's picture: the one that it names, or the theme's for
 * `chapter-ID`, or for `chapter`; null when it has none. Reports unknown-icon.
 */
struct value *context_chapter_icon(struct body *b, const struct ed_chapter *c);

/** The chapters or the appendices of the edition, as a list. */
struct value *context_chapters(struct arena *a, struct diags *d,
                               const struct scene *scene, bool appendices);

/** The palettes that a reader can choose, with their names. */
struct value *context_palettes(struct arena *a, struct diags *d,
                               const struct theme *theme);

/** Adds to the map `v`, for each list X, the boolean has_X. */
void context_add_has(struct arena *a, struct value *v);

/** The Content-Security-Policy of every page. */
Str context_csp(void);

#endif
