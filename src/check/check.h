/**
 * check: the rules that a publication is held to beyond what cannot be
 * published at all. One file an area.
 */
#ifndef DUET_CHECK_CHECK_H
#define DUET_CHECK_CHECK_H

#include "check/passage.h"

/** What every rule is given. */
struct check {
    struct arena *arena;
    struct diags *diags;
    const struct publication *pub;
    struct edition *const *editions; /* by voice */
    struct passages passages[VOICES_MAX];
};

/** Runs every rule over the publication, and reports. */
void check_run(struct arena *a, struct diags *d, const struct publication *p,
               struct edition *const *editions);

#endif
