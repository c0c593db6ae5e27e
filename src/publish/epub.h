/**
 * epub: an edition as one EPUB 3.3 book.
 *
 * The book has the site's section ids, a cover, a contents page with
 * landmarks, and the accessibility metadata of EPUB Accessibility 1.1, section
 * 3, as far as it follows from the content.
 */
#ifndef DUET_PUBLISH_EPUB_H
#define DUET_PUBLISH_EPUB_H

#include "publish/work.h"

/**
 * Writes the book of the edition `voice` into `downloads/`. `now` is the value
 * of SOURCE_DATE_EPOCH, in seconds, or -1 to take the date from the content.
 *
 * Returns: false when something was reported.
 */
MUST_USE bool epub_write(const struct work *w, struct diags *d,
                         const struct sink *sink, size_t voice, long long now);

#endif
