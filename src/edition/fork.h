/**
 * fork: a publication that extends another, as units of its own and units of
 * what lies below it, and what it has made of each.
 */
#ifndef DUET_EDITION_FORK_H
#define DUET_EDITION_FORK_H

#include "model/units.h"

struct fork {
    struct layers layers;
    struct units own;
    struct units below; /* the layers below, laid over one another */
};

/** What a fork has made of a unit. */
enum here {
    HERE_INHERITED,
    HERE_CHANGED,
    HERE_COPIED,   /* written again word for word: it no longer moves */
    HERE_ADDED,    /* nothing below has it */
    HERE_DROPPED,  /* left out with a reason */
    HERE_LEFT_OUT, /* by a chapter that replaces the one below whole, or by the
                      list of chapters */
    HERE_STATES
};

/**
 * Reads the publication in `folder` and what it extends, if anything: then
 * `layers.n` is more than 1. Returns: false after reporting. Lifetime: `a`.
 */
MUST_USE bool fork_read(struct arena *a, struct diags *d, Str folder,
                        struct fork *out);

/** Reads the publication in `folder`, with what it extends, as one list. */
MUST_USE bool fork_read_units(struct arena *a, struct diags *d, Str folder,
                              struct units *out);

/** What `f` has made of `below`, a unit of its `below`. */
enum here fork_here(const struct fork *f, const struct unit *below);

/** Why `below` is dropped, or an empty text. */
Str fork_because(const struct fork *f, const struct unit *below);

/** What `f` itself says in the place of the part `part` of the unit `name`: a
 * line for each of its own parts. */
Str fork_says(struct arena *a, const struct fork *f, Str name, Str part);

/** Whether two texts have the same words, as a ledger would hold them. */
bool fork_same_words(Str x, Str y);

/** The names of the parts that `f` itself has of a unit, and whose words are
 * others than below: `title (young), tel`. */
Str fork_changed_parts(struct arena *a, const struct fork *f, Str name);

/** `title.young` as people read it: `title (young)`; `measures.m-moves.target`
 * is `measures (m-moves target)`. */
Str fork_part_words(struct arena *a, Str part);

#endif
