/**
 * data: the publication's figures as files that a spreadsheet opens.
 */
#ifndef DUET_PUBLISH_DATA_H
#define DUET_PUBLISH_DATA_H

#include "publish/work.h"

/**
 * Writes `data/ID.csv` for each figure of `w`, and `data/figures.csv` with all
 * of them; nothing when there are none. One number to a line: figure, series,
 * point, value, unit, as at, source, title; texts in the default voice, names
 * as the author wrote them.
 *
 * The files are as RFC 4180 wants them, in UTF-8. What a spreadsheet could take
 * for a formula gets an apostrophe in front.
 *
 * Returns: false when something was reported.
 */
MUST_USE bool data_write(const struct work *w, struct diags *d,
                         const struct sink *sink);

#endif
