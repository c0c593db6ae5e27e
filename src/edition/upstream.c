#include "edition/upstream.h"

#include <stdlib.h>

#include "base/worddiff.h"
#include "edition/uses.h"

/* The state of one comparison. */
struct comparing {
    struct arena *arena;
    const struct fork *fork;
    const struct units *newer;
    struct upstream *out;
};

bool upstream_needs_person(enum upstream_state state)
{
    return state == UPSTREAM_CONFLICT || state == UPSTREAM_ORPHAN;
}

static Str text_of(const struct unit *u, Str part)
{
    const struct unit_part *p = u == NULL ? NULL : unit_part(u, part);
    return p == NULL || p->own ? S("") : p->text;
}

static bool is_covered(const struct comparing *c,
                       const struct upstream_change *x, Str part)
{
    const struct fork *f = c->fork;
    return (x->base != NULL &&
            units_cover(&f->own, &f->below, x->base, part)) ||
           (x->theirs != NULL &&
            units_cover(&f->own, c->newer, x->theirs, part));
}

static void add_part(const struct comparing *c, struct upstream_change *x,
                     const struct unit_part *p)
{
    for (size_t i = 0; i < x->nparts; i++) {
        if (str_eq(x->parts[i].name, p->name)) {
            return;
        }
    }
    struct upstream_part part = {
        .name = p->name,
        .base = text_of(x->base, p->name),
        .theirs = text_of(x->theirs, p->name),
    };
    if (p->own || fork_same_words(part.base, part.theirs)) {
        return;
    }
    part.covered = is_covered(c, x, p->name);
    part.ours =
        part.covered ? fork_says(c->arena, c->fork, x->name, p->name) : S("");
    part.agrees = part.covered && fork_same_words(part.ours, part.theirs);
    *LIST_ADD(c->arena, x->parts, x->nparts) = part;
}

static void add_parts(const struct comparing *c, struct upstream_change *x)
{
    for (size_t i = 0; x->base != NULL && i < x->base->nparts; i++) {
        add_part(c, x, &x->base->parts[i]);
    }
    for (size_t i = 0; x->theirs != NULL && i < x->theirs->nparts; i++) {
        add_part(c, x, &x->theirs->parts[i]);
    }
}

static bool has_own_word(const struct unit *ours)
{
    bool own = ours != NULL && ours->dropped;
    for (size_t i = 0; ours != NULL && i < ours->nparts; i++) {
        own = own || !ours->parts[i].own;
    }
    return own;
}

static enum upstream_state state_of(const struct upstream_change *x)
{
    bool apart = false;
    for (size_t i = 0; i < x->nparts; i++) {
        apart = apart || (x->parts[i].covered && !x->parts[i].agrees);
    }
    if (x->theirs == NULL) {
        return has_own_word(x->ours) || x->nuses > 0 ? UPSTREAM_ORPHAN
                                                     : UPSTREAM_REMOVED;
    }
    return apart             ? UPSTREAM_CONFLICT
           : x->base == NULL ? UPSTREAM_ADDED
           : x->nparts > 0   ? UPSTREAM_CHANGED
                             : UPSTREAM_SAME;
}

static void add_change(struct comparing *c, const struct unit *base,
                       const struct unit *theirs)
{
    const struct fork *f = c->fork;
    struct upstream_change *x = LIST_ADD(c->arena, c->out->items, c->out->n);
    *x = (struct upstream_change){
        .name = base != NULL ? base->name : theirs->name,
        .base = base,
        .theirs = theirs,
    };
    x->ours = units_find(&f->own, x->name);
    if (theirs == NULL) {
        x->uses = uses_find(c->arena, &f->own, base, &x->nuses);
    }
    add_parts(c, x);
    x->state = state_of(x);
}

/* Renaming: what was removed and what was added, with nearly the same text. */

static Str whole_text(struct arena *a, const struct unit *u)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < u->nparts; i++) {
        if (!u->parts[i].own) {
            buf_add(&b, u->parts[i].text);
            buf_byte(&b, '\n');
        }
    }
    return buf_str(&b);
}

/* In how many of a thousand words two units agree. */
static size_t likeness(const struct unit *x, const struct unit *y)
{
    if (x->kind != y->kind || x->of != y->of) {
        return 0;
    }
    struct arena *scratch = arena_create();
    struct word_diff d =
        word_diff(scratch, whole_text(scratch, x), whole_text(scratch, y));
    size_t same = 0, all = d.nbefore + d.nafter;
    for (size_t i = 0; i < d.n; i++) {
        same += d.runs[i].change == WORDS_SAME ? d.runs[i].n : 0;
    }
    arena_free(scratch);
    return all == 0 ? 0 : 2000 * same / all;
}

struct likely {
    size_t gone; /* places in the list of changes */
    size_t fresh;
    size_t likeness;
};

static int by_likeness(const void *a, const void *b)
{
    const struct likely *x = a, *y = b;
    return x->likeness != y->likeness ? (x->likeness > y->likeness ? -1 : 1)
           : x->gone != y->gone       ? (x->gone < y->gone ? -1 : 1)
                                : (x->fresh > y->fresh) - (x->fresh < y->fresh);
}

static struct likely *find_likely(const struct comparing *c, size_t *n)
{
    enum { ENOUGH = 650 };
    const struct upstream *out = c->out;
    struct likely *list = NULL;
    *n = 0;
    for (size_t i = 0; i < out->n; i++) {
        for (size_t k = 0; out->items[i].theirs == NULL && k < out->n; k++) {
            if (out->items[k].base != NULL) {
                continue;
            }
            size_t like = likeness(out->items[i].base, out->items[k].theirs);
            if (like >= ENOUGH) {
                *LIST_ADD(c->arena, list, *n) = (struct likely){i, k, like};
            }
        }
    }
    if (*n > 0) {
        qsort(list, *n, sizeof *list, by_likeness);
    }
    return list;
}

/* Two plain changes become one; a conflict or an orphan only learns of it. */
static void join(struct upstream *out, const struct likely *l, bool *taken)
{
    struct upstream_change *gone = &out->items[l->gone];
    struct upstream_change *fresh = &out->items[l->fresh];
    if (gone->twin != NULL || fresh->twin != NULL) {
        return;
    }
    gone->twin = fresh->theirs;
    fresh->twin = gone->base;
    if (gone->state == UPSTREAM_REMOVED && fresh->state == UPSTREAM_ADDED) {
        gone->state = UPSTREAM_RENAMED;
        taken[l->fresh] = true;
    }
}

/* The parts of a unit that was renamed, before and after. */
static void add_renamed_parts(const struct comparing *c,
                              struct upstream_change *x)
{
    const struct unit *before = x->base, *after = x->twin;
    x->theirs = after;
    x->parts = NULL;
    x->nparts = 0;
    add_parts(c, x);
    x->base = before;
}

static void find_renamed(struct comparing *c)
{
    struct upstream *out = c->out;
    size_t n = 0, left = 0;
    struct likely *list = find_likely(c, &n);
    bool *taken = ARENA_NEW(c->arena, bool, out->n);
    for (size_t i = 0; i < n; i++) {
        join(out, &list[i], taken);
    }
    for (size_t i = 0; i < out->n; i++) {
        if (out->items[i].state == UPSTREAM_RENAMED) {
            add_renamed_parts(c, &out->items[i]);
        }
        if (!taken[i]) {
            out->items[left++] = out->items[i];
        }
    }
    out->n = left;
}

static int by_place(const void *a, const void *b)
{
    const struct upstream_change *x = a, *y = b;
    const struct unit *u = x->base != NULL ? x->base : x->theirs;
    const struct unit *v = y->base != NULL ? y->base : y->theirs;
    int files = str_cmp(u->file, v->file);
    return files != 0           ? files
           : u->kind != v->kind ? (u->kind < v->kind ? -1 : 1)
                                : str_cmp(u->name, v->name);
}

struct upstream upstream_compare(struct arena *a, const struct fork *f,
                                 const struct units *newer)
{
    struct upstream out = {.n = 0};
    struct comparing c = {a, f, newer, &out};
    for (size_t i = 0; i < f->below.n; i++) {
        const struct unit *u = &f->below.items[i];
        add_change(&c, u, units_find(newer, u->name));
    }
    for (size_t i = 0; i < newer->n; i++) {
        if (units_find(&f->below, newer->items[i].name) == NULL) {
            add_change(&c, NULL, &newer->items[i]);
        }
    }
    find_renamed(&c);
    if (out.n > 0) {
        qsort(out.items, out.n, sizeof *out.items, by_place);
    }
    for (size_t i = 0; i < out.n; i++) {
        out.counts[out.items[i].state]++;
    }
    return out;
}
