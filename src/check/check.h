/**
 * check: the rules that a publication is held to beyond what cannot be
 * published at all. One file an area.
 *
 * To add an area, say `facts`:
 * - write check/facts.h with `void check_facts(const struct check *c);` and
 *   check/facts.c, which reports with diag_error(), diag_warning() and
 *   diag_help(), each at its place (passage_place());
 * - add the function to `rules` in check.c, and whether it reports errors;
 * - give each code an entry in the table (codes.h) and a golden case; a code of
 *   which the table says so can be silenced with `allow`, and the rule need
 *   not know about that;
 * - take its codes off the list tests/codes.coming.
 *
 * `duet build` runs the rules as well and prints their errors, but of their
 * warnings only the number.
 */
#ifndef DUET_CHECK_CHECK_H
#define DUET_CHECK_CHECK_H

#include "check/passage.h"
#include "edition/ledger.h"

/** What every rule is given. */
struct check {
    struct arena *arena;
    struct diags *diags;
    const struct publication *pub;
    struct edition *const *editions; /* by voice, then in other languages */
    size_t neditions;
    struct passages *passages;   /* by edition; of one in another language those
                                    that are translated */
    Date today;                  /* without a year: not known */
    const struct ledger *ledger; /* NULL: nothing was reviewed */
};

enum check_scope {
    CHECK_ALL,   /* every rule */
    CHECK_ERRORS /* the rules that may report an error */
};

/**
 * Runs the rules over the publication, of which there are `n` editions, first
 * those of the original's language by voice, and reports. `today` is a date
 * without a year when it is not known: then no rule asks what has passed.
 */
void check_run(struct arena *a, struct diags *d, const struct publication *p,
               struct edition *const *editions, size_t n, Date today,
               enum check_scope scope);

#endif
