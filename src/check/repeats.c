#include "check/repeats.h"

struct repeats repeats_in(struct arena *a)
{
    return (struct repeats){a, map_in(a)};
}

/* A text of two editions is seen twice. */
static bool is_known(const struct repeat *r, Str where)
{
    for (size_t i = 0; i < r->nplaces; i++) {
        if (r->places[i].p == where.p) {
            return true;
        }
    }
    return false;
}

void repeats_add(struct repeats *r, const struct passage *p, size_t at,
                 size_t n)
{
    Str words = str_to(str_from(p->text, at), n);
    Str key = str_printf(r->arena, "%.*s\n%.*s", STR_ARG(words),
                         STR_ARG(p->src->path));
    struct repeat *found = map_get(&r->found, key);
    if (found == NULL) {
        found = ARENA_NEW(r->arena, struct repeat, 1);
        map_put(&r->found, key, found);
    }
    Str where = passage_place(p, at, n);
    if (is_known(found, where)) {
        return;
    }
    if (found->passage == NULL || where.p < repeat_place(found).p) {
        found->passage = p;
        found->at = at;
        found->n = n;
    }
    *LIST_ADD(r->arena, found->places, found->nplaces) = where;
}

const struct repeat *repeats_get(const struct repeats *r, size_t i)
{
    return i < r->found.n ? r->found.entries[i].value : NULL;
}

Str repeat_words(const struct repeat *r)
{
    return str_to(str_from(r->passage->text, r->at), r->n);
}

Str repeat_place(const struct repeat *r)
{
    return passage_place(r->passage, r->at, r->n);
}

Str repeats_more(struct arena *a, size_t n)
{
    return n == 1   ? S("")
           : n == 2 ? S("; it stands here and in one more place")
                    : str_printf(a, "; it stands here and in %zu more places",
                                 n - 1);
}
