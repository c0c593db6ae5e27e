/**
 * forks: what of a fork people have to look at, because it has changed in the
 * layer below: which entries of the ledger (under `upstream`) still hold.
 */
#ifndef DUET_EDITION_FORKS_H
#define DUET_EDITION_FORKS_H

#include "edition/ledger.h"
#include "edition/upstream.h"

enum fork_state {
    FORK_OPEN,    /* the layer below says other words than a person knows */
    FORK_SETTLED, /* a person has seen what it says, or it says that again */
    FORK_GONE     /* the fork has nothing of its own there any more */
};

/** A unit of the ledger, held against the fork. */
struct fork_review {
    const struct ledger_fork *entry;
    enum fork_state state;
    Str name;                 /* `aims#homes@upstream` */
    const struct unit *ours;  /* or NULL: it is left out with its chapter */
    const struct unit *below; /* or NULL: it is no longer there */
    const struct source *src; /* where the fork has it, or leaves it out */
    Str where;
    struct upstream_part *parts; /* that have changed: base is what a person
                                    knows, theirs what stands below now */
    size_t nparts;
};

struct fork_reviews {
    struct fork_review *items; /* by name */
    size_t n;
};

/** Holds the ledger against the fork. Lifetime: `a`, the ledger, the fork. */
struct fork_reviews forks_review(struct arena *a, const struct ledger *l,
                                 const struct fork *f);

/** Records in the ledger what a newer version changes where the fork has
 * something of its own. What is not yet settled there stays as it was. */
void forks_record(struct ledger *l, const struct upstream *changes);

/** Records that `by` has looked at `review` on `date`. */
void forks_accept(struct ledger *l, const struct fork_review *review,
                  const struct fork *f, Date date, Str by);

/** Drops the entries that are gone. */
void forks_drop_gone(struct ledger *l, const struct fork_reviews *reviews);

/** What readers of messages call a unit: `section`, `offer`, `settings`. */
Str fork_kind_words(const struct unit *u);

#endif
