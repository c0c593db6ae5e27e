/**
 * head: what a page of the site says of itself to browsers, to search engines
 * and to those who share links to it.
 */
#ifndef DUET_RENDER_HEAD_H
#define DUET_RENDER_HEAD_H

#include "render/page.h"

/**
 * The values `head` of a page, made from its values `page`. `at_root`: it lies
 * in the publication's folder, not in an edition's.
 *
 * Fields: canonical, type, title, description, site, locale, image {href, alt,
 * width, height} (the card, where the site's address is known), light and dark
 * (colours for the browser's frame), icon, feeds (a list of {href, title}),
 * keeping {script, manifest, worker (null: none)}, fonts (addresses between
 * spaces).
 */
struct value *head_values(const struct pages *p, struct arena *a,
                          struct diags *d, const struct value *page,
                          bool at_root);

/** The same for the first page of a site of several publications. */
struct value *head_of_index(struct arena *a, const struct theme *theme,
                            const struct value *page);

/** Whether the edition has a manifest and can be read without a connection. */
bool head_has_manifest(const struct scene *scene);
bool head_is_offline(const struct scene *scene);

#endif
