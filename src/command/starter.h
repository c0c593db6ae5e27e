/**
 * starter: the files of a council's own edition, made from the model that the
 * program carries.
 */
#ifndef DUET_COMMAND_STARTER_H
#define DUET_COMMAND_STARTER_H

#include "base/diag.h"
#include "publish/newfolder.h"

struct starter {
    Str council;
    Str area;
};

/**
 * Writes all files to `f`, and reads them as `duet build` would.
 *
 * Returns: false after reporting to `d`, also when they could not be published.
 */
MUST_USE bool starter_write(struct arena *a, struct diags *d,
                            const struct starter *s, struct newfolder *f);

#endif
