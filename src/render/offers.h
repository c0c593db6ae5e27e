/**
 * offers: the pages of what young people can get, besides the chapters.
 *
 * One page lists all offers of an edition; from it lead pages for each head of
 * the offer, each need, each age and each status.
 */
#ifndef DUET_RENDER_OFFERS_H
#define DUET_RENDER_OFFERS_H

#include "edition/offering.h"
#include "render/body.h"

/** What the offers of a page have in common. */
enum offer_list {
    OFFERS_HEAD,
    OFFERS_NEED,
    OFFERS_AGE,
    OFFERS_WHO,
    OFFER_LISTS
};

struct offer_page {
    enum offer_list list;
    Str id;              /* of the head, the need, the age or the status */
    Str answer;          /* what the finder calls it in a page's markup */
    Str file;            /* `get_health.html` */
    struct value *title; /* a text */
    struct value *answer_title; /* the same, as an answer to a question */
    struct value *icon;
    struct record_list offers; /* in the edition's order; may be none */
};

struct offers {
    struct record_list all;
    struct offer_page *pages; /* those of one list after those of another */
    size_t npages;
    Ages bands[BANDS_MAX];
    size_t nbands;
    bool has_needs; /* else the finder asks for the head */
};

/**
 * Works out the pages of the scene's edition: none in a book, when it has no
 * offers, or when its theme has no template `get` for them. Lifetime: `a`.
 */
struct offers *offers_prepare(struct arena *a, struct diags *d,
                              const struct scene *scene);

/**
 * What every page can say of these pages, as `get`: the address of the first,
 * how many offers there are, and the pages of each list. Null without any.
 */
struct value *offers_values(struct arena *a, struct diags *d,
                            const struct scene *scene, const struct offers *o);

/**
 * The values of a page as `list`: its offers, and who can be asked about them.
 * `page` NULL: the page of all, with whom each offer fits.
 */
struct value *offers_page_values(struct body *b, const struct offers *o,
                                 const struct offer_page *page);

#endif
