/**
 * page: whole pages of an edition, from the theme's templates.
 */
#ifndef DUET_RENDER_PAGE_H
#define DUET_RENDER_PAGE_H

#include "base/suggest.h"
#include "render/offers.h"
#include "render/search.h"

enum page_kind {
    PAGE_CHAPTER,
    PAGE_CONTENTS, /* an edition's home: what is in it */
    PAGE_WORDS,    /* the words that are explained */
    PAGE_SEARCH,   /* what the edition has, from A to Z; wants p->search */
    PAGE_PRINT,    /* the whole edition on one page; wants scene->whole */
    PAGE_GET,      /* all offers, with the questions that find one */
    PAGE_OFFERS,   /* those of a head, a need, an age, a status */
    PAGE_FRONT,    /* a publication's first page */
    PAGE_MISSING,  /* what a server shows for a page that is not there */
    PAGE_COVER,    /* these last three in books alone */
    PAGE_TITLE,
    PAGE_HELP
};

/**
 * Whether a site has pages of the kind `name`, as `page.kind` says it, that can
 * have scripts; offers all such names to `near`.
 */
bool page_kind_known(Str name, struct suggest *near);

/** What the pages of one edition in one flavour share. */
struct pages {
    const struct scene *scene;
    Str stylesheet; /* from the publication's folder or the book's */
    const struct offers *offers;
    struct value *base;
    struct value *chapters;
    struct value *appendices;
    struct map leave;      /* as leave_chapters() finds them */
    struct search *search; /* grows with each chapter's page; or NULL */
    Str search_file;       /* the index in assets/, for PAGE_SEARCH */
    bool *feeds;           /* which of the scene's editions have a feed.atom */
};

/**
 * Prepares the pages of `scene`. `stylesheet` is the path of its style sheet
 * from the publication's folder. Lifetime: `a`.
 */
struct pages pages_prepare(struct arena *a, struct diags *d,
                           const struct scene *scene, Str stylesheet);

/**
 * Writes a page to `out`; `c` is its chapter, or NULL. `scratch` is of no use
 * afterwards. Failure: reported; other pages can still be written.
 */
MUST_USE bool page_write(const struct pages *p, struct arena *scratch,
                         struct diags *d, enum page_kind kind,
                         const struct ed_chapter *c, struct buf *out);

/** The same for a page of offers, one of `p->offers`. */
MUST_USE bool page_write_offers(const struct pages *p, struct arena *scratch,
                                struct diags *d, const struct offer_page *o,
                                struct buf *out);

/** Adds the words that the edition explains to `p->search`. */
void pages_add_terms(const struct pages *p, struct arena *scratch,
                     struct diags *d);

/** One publication, as a site's first page lists it. */
struct shelf_item {
    const struct publication *pub;
    struct edition *const *editions;
    size_t neditions;
};

/** Writes the first page of a site of several publications. */
MUST_USE bool page_write_index(struct arena *a, struct diags *d,
                               const struct theme *theme, Str stylesheet,
                               const struct shelf_item *items, size_t n,
                               struct buf *out);

#endif
