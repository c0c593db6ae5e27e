#include "check/check.h"

#include "check/dates.h"
#include "check/edited_copy.h"
#include "check/facts.h"
#include "check/leftovers.h"
#include "check/localise.h"
#include "check/offers.h"
#include "check/readability.h"
#include "check/safeguarding.h"
#include "check/stale.h"
#include "check/stale_fork.h"
#include "check/structure.h"

/* Every area's rules, one to a line. */
/* clang-format off */
static const struct {
    void (*run)(const struct check *c);
    bool finds_errors; /* and not warnings alone */
} rules[] = {
    {check_structure, false},
    {check_reading, false},
    {check_leftovers, false},
    {check_safeguarding, true},
    {check_facts, false},
    {check_offers, false},
    {check_dates, false},
    {check_stale, false},
    {check_local_names, true},
    {check_localise, false},
    {check_stale_fork, false},
    {check_edited_copy, false},
};
/* clang-format on */

/* What `ed` says in its own language. */
static struct passages translated(struct arena *a, struct diags *d,
                                  const struct edition *ed)
{
    struct passages all = passages_of(a, d, ed), out = {0};
    for (size_t i = 0; i < all.n; i++) {
        if (all.items[i].src->lang.n > 0) {
            *LIST_ADD(a, out.items, out.n) = all.items[i];
        }
    }
    return out;
}

void check_run(struct arena *a, struct diags *d, const struct publication *p,
               struct edition *const *editions, size_t n, Date today,
               enum check_scope scope)
{
    struct check c = {.arena = a,
                      .diags = d,
                      .pub = p,
                      .editions = editions,
                      .neditions = n,
                      .today = today};
    struct ledger ledger;
    if (ledger_load(a, d, p->lock, &ledger)) {
        c.ledger = &ledger;
    }
    c.passages = ARENA_NEW(a, struct passages, n);
    for (size_t i = 0; i < n; i++) {
        if (!edition_is_translation(editions[i])) {
            c.passages[i] = passages_of(a, d, editions[i]);
        } else if (scope == CHECK_ALL) {
            c.passages[i] = translated(a, d, editions[i]);
        }
    }
    for (size_t i = 0; i < COUNT(rules); i++) {
        if (scope == CHECK_ALL || rules[i].finds_errors) {
            rules[i].run(&c);
        }
    }
}
