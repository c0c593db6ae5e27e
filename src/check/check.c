#include "check/check.h"

#include "check/dates.h"
#include "check/facts.h"
#include "check/leftovers.h"
#include "check/offers.h"
#include "check/readability.h"
#include "check/safeguarding.h"
#include "check/structure.h"

/* Every area's rules, one to a line. */
/* clang-format off */
static void (*const rules[])(const struct check *c) = {
    check_structure,
    check_reading,
    check_leftovers,
    check_safeguarding,
    check_facts,
    check_offers,
    check_dates,
    NULL, /* the end */
};
/* clang-format on */

void check_run(struct arena *a, struct diags *d, const struct publication *p,
               struct edition *const *editions, Date today)
{
    struct check c = {
        .arena = a, .diags = d, .pub = p, .editions = editions, .today = today};
    for (size_t v = 0; v < p->voices.n; v++) {
        c.passages[v] = passages_of(a, d, editions[v]);
    }
    for (size_t i = 0; rules[i] != NULL; i++) {
        rules[i](&c);
    }
}
