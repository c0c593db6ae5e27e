/**
 * feed: the updates to an edition's promises, to subscribe to (Atom, RFC 4287).
 *
 * Its ids are urn:uuid names made from the publication, the edition, the
 * promise and the date. So they stay when the text is corrected and when the
 * site moves, as section 4.2.6 asks, and need no address of the site.
 */
#ifndef DUET_PUBLISH_FEED_H
#define DUET_PUBLISH_FEED_H

#include "publish/work.h"

/**
 * Writes feed.atom into the folder of the edition `voice`. An edition without
 * an update has none.
 */
MUST_USE bool feed_write(const struct work *w, struct diags *d,
                         const struct sink *sink, size_t voice);

#endif
