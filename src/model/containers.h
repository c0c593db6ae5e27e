/**
 * containers: what stands between `::: NAME` and `:::`. An edition's id opens
 * that edition's text; the other names are in this table, from which the
 * messages and the reference come.
 */
#ifndef DUET_MODEL_CONTAINERS_H
#define DUET_MODEL_CONTAINERS_H

#include <stdbool.h>

#include "base/str.h"

struct container {
    Str name;  /* empty: an edition's id */
    Str usage; /* its first line, as an author writes it */
    Str help;  /* one line for the reference page */
};

enum { CONTAINER_COUNT = 6 };

extern const struct container containers[];

/** Whether `name` is one of the names in the table. */
bool container_is_known(Str name);

#endif
