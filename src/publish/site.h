/**
 * site: a publication's pages, style sheets and fonts.
 */
#ifndef DUET_PUBLISH_SITE_H
#define DUET_PUBLISH_SITE_H

#include "publish/work.h"

/**
 * Writes the site of `w`: the first page, the pages of each edition, 404.html
 * and, when the site's address is known, sitemap.xml.
 *
 * Returns: false when something was reported.
 */
MUST_USE bool site_write(const struct work *w, struct diags *d,
                         const struct sink *sink);

/** Writes the first page of a site of several publications, and its assets. */
MUST_USE bool site_write_index(struct work *const *works, size_t n,
                               struct diags *d, const struct sink *sink);

#endif
