#include "check/facts.h"

#include "check/dates.h"
#include "check/facts_counts.h"
#include "check/facts_sentences.h"
#include "check/facts_sums.h"
#include "check/facts_tables.h"
#include "check/facts_twins.h"

/* For how many months a figure holds when the publication does not say. */
enum { STALE_AFTER = 24 };

static int stale_after(const struct publication *p)
{
    const struct slot *slot = record_slot(p->record, S("stale-after"));
    Decimal months;
    return slot->set && decimal_parse(slot->word, &months)
               ? (int)(months / DECIMAL_ONE)
               : STALE_AFTER;
}

static void check_stale(const struct check *c)
{
    const struct record_list *figures =
        &c->pub->lists[kind_index(kind_find(S("figure")))];
    Date by = dates_of_publication(c->pub);
    int most = stale_after(c->pub);
    for (size_t i = 0; i < figures->n; i++) {
        const struct record *r = figures->items[i];
        const struct slot *at = record_slot(r, S("as-at"));
        int months = at->set ? dates_months(at->date, by) : 0;
        if (months <= most) {
            continue;
        }
        diag_warning(c->diags, r->src, at->where, "stale-figure",
                     "this figure is %d months older than the publication, "
                     "which is of %.*s",
                     months, STR_ARG(date_english(c->arena, by)));
        diag_help(c->diags,
                  "bring it up to date, or say in publication.yaml how many "
                  "months old a figure may be: `stale-after: %d`",
                  months);
    }
}

void check_facts(const struct check *c)
{
    facts_check_twins(c);
    sentences_check_facts(c);
    tables_check_facts(c);
    sum_check_figures(c);
    counts_check_facts(c);
    check_stale(c);
}
