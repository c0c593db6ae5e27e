/**
 * upstream: a newer version of what a fork extends, held against the version
 * that it extends now and against the fork itself, unit by unit.
 */
#ifndef DUET_EDITION_UPSTREAM_H
#define DUET_EDITION_UPSTREAM_H

#include "edition/fork.h"

enum upstream_state {
    UPSTREAM_CONFLICT, /* changed above, and here: needs a person */
    UPSTREAM_ORPHAN,   /* removed above, and changed, dropped or used here */
    UPSTREAM_CHANGED,  /* above alone, as the next three */
    UPSTREAM_ADDED,
    UPSTREAM_REMOVED,
    UPSTREAM_RENAMED, /* removed under one name, added under another */
    UPSTREAM_SAME,
    UPSTREAM_STATES
};

/** A part of a unit that is not as it was above. */
struct upstream_part {
    Str name;
    Str base;     /* as the fork extends it now; empty: nothing */
    Str theirs;   /* in the newer version */
    Str ours;     /* what the fork has in its place */
    bool covered; /* the fork has, or hides, what is here … */
    bool agrees;  /* … and says the same as the newer version already */
};

/** A place in the fork that names a unit. */
struct upstream_use {
    const struct source *src;
    Str where;
};

struct upstream_change {
    enum upstream_state state;
    Str name;
    const struct unit *base; /* or NULL, as the next two */
    const struct unit *theirs;
    const struct unit *ours; /* the fork's own */
    const struct unit *twin; /* RENAMED: what it is now. Else what an added
                                unit seems to have been, an orphan to be */
    struct upstream_part *parts;
    size_t nparts;
    struct upstream_use *uses; /* of what was removed above */
    size_t nuses;
};

struct upstream {
    struct upstream_change *items; /* by file, kind and name */
    size_t n;
    size_t counts[UPSTREAM_STATES];
};

/** Compares. Lifetime: `a`, and what is compared. */
struct upstream upstream_compare(struct arena *a, const struct fork *f,
                                 const struct units *newer);

/** Whether a person must look at a change of this state. */
bool upstream_needs_person(enum upstream_state state);

#endif
