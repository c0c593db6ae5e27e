/**
 * leave: which pages have the button that leaves them quickly.
 *
 * A young person may be watched while they read what their rights are and whom
 * they can call. A chapter's front matter says whether its page has the button,
 * else the publication, else every page that places a right or a contact.
 */
#ifndef DUET_RENDER_LEAVE_H
#define DUET_RENDER_LEAVE_H

#include "render/page.h"

/** Finds the chapters of `scene` that have it. Keys: their ids. */
struct map leave_chapters(struct arena *a, const struct scene *scene);

/**
 * Where the button leads, {href, title}, or null on a page without it. `c` is
 * the page's chapter, or NULL.
 */
struct value *leave_value(const struct pages *p, struct arena *a,
                          struct diags *d, const struct ed_chapter *c);

#endif
