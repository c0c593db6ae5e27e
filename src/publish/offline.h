/**
 * offline: what lets an edition be read without a connection, and be put on a
 * telephone's home screen: its manifest and its service worker.
 */
#ifndef DUET_PUBLISH_OFFLINE_H
#define DUET_PUBLISH_OFFLINE_H

#include "publish/work.h"

/**
 * Writes manifest.webmanifest (https://www.w3.org/TR/appmanifest/) and sw.js
 * into the folder of `scene`'s edition. The worker keeps the edition's pages,
 * which are those of `pages` (path to Str, the hash), but not the one for
 * print, the files that they show, and
 * `index`, the script in assets/ that the search page loads. With `offline:
 * false` the worker is one that takes away itself and what an earlier one kept.
 */
MUST_USE bool offline_write(const struct scene *scene, struct diags *d,
                            const struct sink *sink, const struct map *pages,
                            Str index);

#endif
