#include "check/check.h"

#include "check/dates.h"
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
};
/* clang-format on */

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
    for (size_t v = 0; v < p->voices.n; v++) {
        c.passages[v] = passages_of(a, d, editions[v]);
    }
    for (size_t i = 0; i < COUNT(rules); i++) {
        if (scope == CHECK_ALL || rules[i].finds_errors) {
            rules[i].run(&c);
        }
    }
}
