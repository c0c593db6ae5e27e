/**
 * places: what stands where on a chapter's page, for its list of contents.
 */
#ifndef DUET_RENDER_PLACES_H
#define DUET_RENDER_PLACES_H

#include "render/body.h"

/** Adds the section `s`, which has the id `id` on the page. */
void places_add_section(struct body *b, const struct ed_section *s, Str id);

/**
 * Adds `records` of a kind whose records have headings, as values_of_records()
 * made them; or `groups`, when they stand under headings of their own.
 */
void places_add_records(struct body *b, const struct kind *kind,
                        const struct value *records,
                        const struct value *groups);

#endif
