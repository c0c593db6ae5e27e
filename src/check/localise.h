/**
 * localise: a council's edition of somebody else's publication says what is
 * true where it is.
 */
#ifndef DUET_CHECK_LOCALISE_H
#define DUET_CHECK_LOCALISE_H

#include "base/buf.h"
#include "check/check.h"

/** Reports to-localise for each thing that a council has still to write. */
void check_localise(const struct check *c);

/** Reports unknown-reference for a part under `local` that is not there. */
void check_local_names(const struct check *c);

/**
 * Adds to `out` how far the list is, of each publication that extends another;
 * `d` has what check_localise() reported.
 */
void localise_progress(struct buf *out, const struct diags *d,
                       const struct publication *p);

#endif
