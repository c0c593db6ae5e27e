/**
 * links: the addresses elsewhere that a publication leads its readers to, and
 * when somebody last found that they work. Nothing is fetched.
 *
 * The JSON is one object, and stays as it is; keys may be added:
 *
 *     {
 *       "version": 1,
 *       "publications": [
 *         {
 *           "id": "thurrock-2022",
 *           "links": [                        sorted by address
 *             {
 *               "address": "https://www.childline.org.uk",
 *               "checked-on": "2026-03-01",   null when nothing says so
 *               "places": [{"path": "…/contacts.yaml", "line": 12}]
 *             }
 *           ]
 *         }
 *       ]
 *     }
 */
#ifndef DUET_CHECK_LINKS_H
#define DUET_CHECK_LINKS_H

#include "base/buf.h"
#include "model/publication.h"

/** A place that leads to an address. */
struct link_place {
    Str path;
    size_t line;
};

struct link_entry {
    Str address;
    /* The newest `checked-on` beside it in a contact, a resource or a source;
     * without a year: there is none. */
    Date checked;
    struct link_place *places;
    size_t nplaces;
};

/** A publication's addresses, in their own order. */
struct links {
    const struct publication *pub;
    struct link_entry **items;
    size_t n;
};

/** Every http: and https: address that `p` links to. Lifetime: `a`, and `p`. */
struct links links_of(struct arena *a, const struct publication *p);

/** Adds the lists as text for people, or as JSON. */
void links_write_text(struct buf *out, const struct links *lists, size_t n);
void links_write_json(struct buf *out, const struct links *lists, size_t n);

#endif
