#include "edition/updates.h"

#include <stdlib.h>

/* qsort() may change the order of equals, so their places are asked. */
static int newest_first(const void *x, const void *y)
{
    const struct update *a = x, *b = y;
    int later = date_cmp(b->date, a->date);
    return later != 0 ? later : (a->place > b->place) - (a->place < b->place);
}

static void add_promise(struct arena *a, struct updates *list,
                        const struct record *promise,
                        const struct ed_chapter *c)
{
    const struct slot *slot = record_slot(promise, S("updates"));
    size_t start = list->n;
    for (size_t i = 0; i < slot->nrecords; i++) {
        struct update u = {
            .promise = promise,
            .record = slot->records[i],
            .chapter = c,
            .date = record_slot(slot->records[i], S("date"))->date,
            .place = list->n,
        };
        for (size_t k = start; k < list->n; k++) {
            u.nth += date_cmp(list->items[k].date, u.date) == 0;
        }
        *LIST_ADD(a, list->items, list->n) = u;
    }
}

struct updates updates_of(struct arena *a, const struct edition *ed)
{
    const struct record_list *all =
        &ed->pub->lists[kind_index(kind_find(S("promise")))];
    struct updates list = {0};
    for (size_t i = 0; i < all->n; i++) {
        const struct ed_chapter *c = map_get(&ed->pages, all->items[i]->id);
        if (c != NULL) {
            add_promise(a, &list, all->items[i], c);
        }
    }
    if (list.n > 0) {
        qsort(list.items, list.n, sizeof *list.items, newest_first);
    }
    return list;
}
