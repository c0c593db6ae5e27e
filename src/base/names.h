/**
 * names: ids that are used once on a page.
 */
#ifndef DUET_BASE_NAMES_H
#define DUET_BASE_NAMES_H

#include "base/map.h"

struct names {
    struct map used; /* name to the next number to try behind it */
};

/** No names in use; grows in `a`. */
struct names names_in(struct arena *a);

/** Takes `name`, which may be in use already. */
void names_reserve(struct names *n, Str name);

/** Takes `wanted`, or `wanted-2`, `wanted-3` … when it is in use. */
Str names_take(struct names *n, Str wanted);

#endif
