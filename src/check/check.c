#include "check/check.h"

/* Every area's rules, one to a line. */
static void (*const rules[])(const struct check *c) = {
    NULL, /* the end */
};

void check_run(struct arena *a, struct diags *d, const struct publication *p,
               struct edition *const *editions)
{
    struct check c = {.arena = a, .diags = d, .pub = p, .editions = editions};
    for (size_t v = 0; v < p->voices.n; v++) {
        c.passages[v] = passages_of(a, d, editions[v]);
    }
    for (size_t i = 0; rules[i] != NULL; i++) {
        rules[i](&c);
    }
}
