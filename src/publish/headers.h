/**
 * headers: what a server should send with the files, as hosts of static sites
 * read it from a file `_headers` (Netlify, Cloudflare Pages, and others).
 */
#ifndef DUET_PUBLISH_HEADERS_H
#define DUET_PUBLISH_HEADERS_H

#include "publish/work.h"

/**
 * Writes `_headers` into the output's own folder. `many`: each of the works
 * lies in a folder of its id.
 *
 * No two rules that set the same header match one path: one host would join
 * their values, another would take the first.
 */
MUST_USE bool headers_write(struct work *const *works, size_t n, bool many,
                            const struct sink *sink);

#endif
