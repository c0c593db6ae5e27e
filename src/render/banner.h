/**
 * banner: what a reader must know of the publication's status before reading:
 * that it is a draft, that one may still have a say, that another took its
 * place.
 */
#ifndef DUET_RENDER_BANNER_H
#define DUET_RENDER_BANNER_H

#include "render/body.h"

/**
 * The banner of every page: {is_draft, is_consultation, is_superseded, until,
 * until_iso, how}, or null for what is approved or has no status.
 */
struct value *banner_values(struct arena *a, struct diags *d,
                            const struct scene *scene);

#endif
