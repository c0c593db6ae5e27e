/**
 * succession: which publication this one took the place of, and which took its
 * own, as values for templates: {title, href}, or null.
 */
#ifndef DUET_RENDER_SUCCESSION_H
#define DUET_RENDER_SUCCESSION_H

#include "render/body.h"

/**
 * The publication that this one supersedes, for a page that is `root` away from
 * the publication's folder. `href` leads to it when both are built together,
 * from an edition's page to the same edition of it; else to its address; it is
 * null when it has none.
 */
struct value *succession_before(const struct body *b, Str root);

/** The same for the publication that superseded this one. */
struct value *succession_after(const struct body *b, Str root);

#endif
