/**
 * gallery: the pictures that an edition shows.
 */
#ifndef DUET_EDITION_GALLERY_H
#define DUET_EDITION_GALLERY_H

#include "edition/edition.h"

/**
 * Fills `ed->gallery` from the sections that `ed` has. Pictures stand in their
 * text alone, never in titles or footnotes.
 */
void gallery_fill(struct arena *a, struct edition *ed);

#endif
