#include "render/promised.h"

#include "render/chart_words.h"
#include "render/context.h"
#include "render/values.h"

/* So many are shown; the page of all of them is one step away. */
enum { PROMISED_MAX = 3 };

/* `1 promise`, `12 promises`; `3 kept`. */
static Str counted(struct body *b, Str key, size_t n)
{
    const struct filling count = {S("n"), str_printf(b->arena, "%zu", n)};
    return words_fill(b->arena, b->diags, b->scene->theme, key, &count, 1);
}

static void add_status(struct body *b, struct value *list, const Str status,
                       size_t n)
{
    struct arena *a = b->arena;
    if (n == 0) {
        return;
    }
    struct value *item = value_map(a);
    Str key = str_printf(a, "promise-count-%.*s", STR_ARG(status));
    value_set(item, S("id"), value_text(a, status));
    value_set(item, S("label"), value_text(a, counted(b, key, n)));
    value_add(a, list, item);
}

/* `On track` of `On track. We are working on it`. */
static Str first_sentence(Str label)
{
    return str_to(label, str_find(label, S(". ")));
}

struct value *promised_values(struct body *b)
{
    static const Str statuses[] = {STR_INIT("kept"), STR_INIT("on-track"),
                                   STR_INIT("late"), STR_INIT("stopped")};
    struct arena *a = b->arena;
    const struct edition *ed = b->scene->ed;
    const struct record_list *all =
        &b->scene->pub->lists[kind_index(kind_find(S("promise")))];
    struct value *records = value_list(a), *tally = value_list(a);
    size_t n = 0, with[COUNT(statuses)] = {0};
    for (size_t i = 0; i < all->n; i++) {
        const struct record *r = all->items[i];
        if (map_get(&ed->pages, r->id) == NULL) {
            continue; /* this edition has no chapter that shows it */
        }
        n++;
        for (size_t s = 0; s < COUNT(statuses); s++) {
            with[s] += str_eq(record_word(r, S("status")), statuses[s]);
        }
        if (records->nitems < PROMISED_MAX) {
            struct value *map = values_of_record(b, r, false);
            const struct value *label = value_get(map, S("status_label"));
            value_set(map, S("status_short"),
                      value_text(a, first_sentence(label->text)));
            value_add(a, records, map);
        }
    }
    if (n == 0) {
        return value_null(a);
    }
    for (size_t s = 0; s < COUNT(statuses); s++) {
        add_status(b, tally, statuses[s], with[s]);
    }
    struct value *map = value_map(a);
    value_set(map, S("count_label"),
              value_text(a, counted(b, S("promise-count"), n)));
    value_set(map, S("records"), records);
    value_set(map, S("statuses"), tally);
    context_add_has(a, map);
    return map;
}
