#include "base/names.h"

struct names names_in(struct arena *a)
{
    return (struct names){map_in(a)};
}

void names_reserve(struct names *n, Str name)
{
    if (map_get(&n->used, name) == NULL) {
        unsigned *next = ARENA_NEW(n->used.arena, unsigned, 1);
        *next = 2;
        map_put(&n->used, name, next);
    }
}

Str names_take(struct names *n, Str wanted)
{
    unsigned *next = map_get(&n->used, wanted);
    Str name = wanted;
    while (map_get(&n->used, name) != NULL) {
        name = str_printf(n->used.arena, "%.*s-%u", STR_ARG(wanted), (*next)++);
    }
    names_reserve(n, name);
    return name;
}
