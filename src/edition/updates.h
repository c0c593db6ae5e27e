/**
 * updates: what has happened about the promises of an edition.
 */
#ifndef DUET_EDITION_UPDATES_H
#define DUET_EDITION_UPDATES_H

#include "edition/edition.h"

struct update {
    const struct record *promise;
    const struct record *record;      /* of the promise's `updates` */
    const struct ed_chapter *chapter; /* where the promise stands */
    Date date;
    size_t nth;   /* among the promise's updates of that date, from 0 */
    size_t place; /* in the order that they are written in */
};

struct updates {
    struct update *items; /* the newest first */
    size_t n;
};

/**
 * The updates to all promises that have a page in `ed`. Of two with the same
 * date the one that was written first comes first. Lifetime: `a`.
 */
struct updates updates_of(struct arena *a, const struct edition *ed);

#endif
