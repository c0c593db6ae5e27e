#include "model/units.h"

#include <stdlib.h>

#include "base/file.h"
#include "model/units_parts.h"

const struct unit *units_find(const struct units *units, Str name)
{
    return map_get(&units->by_name, name);
}

const struct unit_part *unit_part(const struct unit *u, Str name)
{
    for (size_t i = 0; i < u->nparts; i++) {
        if (str_eq(u->parts[i].name, name)) {
            return &u->parts[i];
        }
    }
    return NULL;
}

static bool is_within(Str name, Str whole)
{
    return str_starts(name, whole) && name.n > whole.n &&
           name.p[whole.n] == '.';
}

bool unit_part_covers(Str over, Str below)
{
    return str_eq(over, below) || is_within(over, below) ||
           is_within(below, over);
}

/* Whether a section around `u` is dropped, and so `u` as well. */
static bool is_inside_dropped(const struct units *own,
                              const struct units *below, const struct unit *u)
{
    enum { HEADINGS = 6 };
    for (size_t i = 0; i < HEADINGS && u != NULL && u->parent.n > 0; i++) {
        const struct unit *over = units_find(own, u->parent);
        if (over != NULL && over->dropped) {
            return true;
        }
        u = units_find(below, u->parent);
    }
    return false;
}

/* Whether the list of chapters of `own` leaves that of `u` out. */
static bool is_unlisted(const struct units *own, const struct units *below,
                        const struct unit *u)
{
    const struct map *appendices =
        own->appendices != NULL ? own->appendices : below->appendices;
    Str name = path_stem(u->file);
    return own->chapters != NULL && map_get(own->chapters, name) == NULL &&
           (appendices == NULL || map_get(appendices, name) == NULL);
}

bool units_hide(const struct units *own, const struct units *below,
                const struct unit *u)
{
    const struct unit *over = units_find(own, u->name);
    if ((over != NULL && over->dropped) || is_inside_dropped(own, below, u)) {
        return true;
    }
    return str_starts(u->file, S("chapters/")) && u->kind != UNIT_FILE &&
           (map_get(&own->replaced, u->file) != NULL ||
            is_unlisted(own, below, u));
}

bool units_cover(const struct units *own, const struct units *below,
                 const struct unit *u, Str part)
{
    const struct unit *over = units_find(own, u->name);
    for (size_t i = 0; over != NULL && i < over->nparts; i++) {
        if (unit_part_covers(over->parts[i].name, part)) {
            return true;
        }
    }
    return units_hide(own, below, u);
}

static int by_place(const void *a, const void *b)
{
    const struct unit *x = a, *y = b;
    int files = str_cmp(x->file, y->file);
    return files != 0           ? files
           : x->kind != y->kind ? (x->kind < y->kind ? -1 : 1)
                                : str_cmp(x->name, y->name);
}

static int by_part_name(const void *a, const void *b)
{
    return str_cmp(((const struct unit_part *)a)->name,
                   ((const struct unit_part *)b)->name);
}

void units_sort(struct units *u)
{
    if (u->n > 0) {
        qsort(u->items, u->n, sizeof *u->items, by_place);
    }
    u->by_name = map_in(u->arena);
    for (size_t i = 0; i < u->n; i++) {
        struct unit *unit = &u->items[i];
        if (unit->nparts > 0) {
            qsort(unit->parts, unit->nparts, sizeof *unit->parts, by_part_name);
        }
        map_put(&u->by_name, unit->name, unit);
    }
}

/* What is left of the parts of `below`, and those of `over`. */
static struct unit lay_over(struct arena *a, const struct units *own,
                            const struct units *under, const struct unit *below,
                            const struct unit *over)
{
    struct unit out = over == NULL ? *below : *over;
    out.parts = NULL;
    out.nparts = 0;
    out.parent = below->parent;
    for (size_t i = 0; i < below->nparts; i++) {
        const struct unit_part *part = &below->parts[i];
        if (!part->own && !units_cover(own, under, below, part->name)) {
            *LIST_ADD(a, out.parts, out.nparts) = *part;
        }
    }
    for (size_t i = 0; over != NULL && i < over->nparts; i++) {
        *LIST_ADD(a, out.parts, out.nparts) = over->parts[i];
    }
    return out;
}

struct units units_over(struct arena *a, const struct units *below,
                        const struct units *own)
{
    struct units out = {
        .arena = a,
        .replaced = map_in(a),
        .chapters = own->chapters != NULL ? own->chapters : below->chapters,
        .appendices =
            own->appendices != NULL ? own->appendices : below->appendices,
        .version = own->version,
    };
    for (size_t i = 0; i < below->n; i++) {
        const struct unit *u = &below->items[i];
        const struct unit *over = units_find(own, u->name);
        bool left = over == NULL ? !units_hide(own, below, u) : !over->dropped;
        if (left) {
            *LIST_ADD(a, out.items, out.n) = lay_over(a, own, below, u, over);
        }
    }
    for (size_t i = 0; i < own->n; i++) {
        const struct unit *u = &own->items[i];
        if (!u->dropped && units_find(below, u->name) == NULL) {
            *LIST_ADD(a, out.items, out.n) = *u;
        }
    }
    units_sort(&out);
    return out;
}
