/**
 * uses: where a layer names a unit of the layer below: in a field that holds
 * ids, in an insert, in a link.
 */
#ifndef DUET_EDITION_USES_H
#define DUET_EDITION_USES_H

#include "edition/upstream.h"

/** Returns: the `*n` places in which `own` names `u`, one a part. */
struct upstream_use *uses_find(struct arena *a, const struct units *own,
                               const struct unit *u, size_t *n);

#endif
