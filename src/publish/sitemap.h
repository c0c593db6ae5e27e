/**
 * sitemap: the list of a publication's pages for search engines.
 */
#ifndef DUET_PUBLISH_SITEMAP_H
#define DUET_PUBLISH_SITEMAP_H

#include "publish/work.h"

/**
 * Writes sitemap.xml. https://www.sitemaps.org/protocol.html wants whole
 * addresses, so there is one only when the site's own is known.
 */
MUST_USE bool sitemap_write(const struct work *w, struct diags *d,
                            const struct sink *sink);

#endif
