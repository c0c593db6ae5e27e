#include "edition/forks.h"

#include <stdlib.h>

static struct ledger_fork *find_entry(const struct ledger *l, Str name)
{
    for (size_t i = 0; i < l->nforks; i++) {
        if (str_eq(l->forks[i].name, name)) {
            return &l->forks[i];
        }
    }
    return NULL;
}

static struct ledger_was *find_was(const struct ledger_fork *e, Str part)
{
    for (size_t i = 0; i < e->nparts; i++) {
        if (str_eq(e->parts[i].part, part)) {
            return &e->parts[i];
        }
    }
    return NULL;
}

static Str now_below(const struct unit *below, Str part)
{
    const struct unit_part *p = below == NULL ? NULL : unit_part(below, part);
    return p == NULL || p->own ? S("") : p->text;
}

/* Whether the fork has something of its own in the place of the part. */
static bool is_ours(const struct fork *f, const struct fork_review *r, Str part)
{
    if (r->below != NULL) {
        return units_cover(&f->own, &f->below, r->below, part);
    }
    bool ours = r->ours != NULL && r->ours->dropped;
    for (size_t i = 0; r->ours != NULL && i < r->ours->nparts; i++) {
        ours = ours || unit_part_covers(r->ours->parts[i].name, part);
    }
    return ours;
}

/* The words of the fork's own, or where it leaves the unit out. */
static void find_place(const struct fork *f, struct fork_review *r)
{
    const struct unit *at = r->ours;
    const struct unit *below = r->below;
    for (size_t i = 0; at == NULL && below != NULL && i < f->own.n; i++) {
        const struct unit *u = &f->own.items[i];
        bool drop = u->dropped && str_eq(u->name, below->parent);
        if (drop || (u->kind == UNIT_CHAPTER && str_eq(u->file, below->file))) {
            at = u;
        }
    }
    if (at == NULL) {
        at = units_find(&f->own, S("publication.yaml"));
    }
    r->src = at->src;
    r->where = at->kind == UNIT_FILE ? S("") : at->where;
    for (size_t i = 0; at == r->ours && i < at->nparts && r->nparts > 0; i++) {
        if (at->kind != UNIT_FILE &&
            unit_part_covers(at->parts[i].name, r->parts[0].name)) {
            r->where = at->parts[i].where;
            return;
        }
    }
}

static struct fork_review review(struct arena *a, const struct ledger_fork *e,
                                 const struct fork *f)
{
    struct fork_review r = {
        .entry = e,
        .state = FORK_GONE,
        .name = str_printf(a, "%.*s@upstream", STR_ARG(e->name)),
        .ours = units_find(&f->own, e->name),
        .below = units_find(&f->below, e->name),
    };
    for (size_t i = 0; i < e->nparts; i++) {
        Str part = e->parts[i].part, now = now_below(r.below, part);
        if (!is_ours(f, &r, part)) {
            continue;
        }
        if (r.state == FORK_GONE) {
            r.state = FORK_SETTLED;
        }
        if (!fork_same_words(e->parts[i].was, now)) {
            r.state = FORK_OPEN;
            *LIST_ADD(a, r.parts, r.nparts) = (struct upstream_part){
                .name = part,
                .base = e->parts[i].was,
                .theirs = now,
                .ours = fork_says(a, f, e->name, part),
                .covered = true,
            };
        }
    }
    find_place(f, &r);
    return r;
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct fork_review *)a)->name,
                   ((const struct fork_review *)b)->name);
}

struct fork_reviews forks_review(struct arena *a, const struct ledger *l,
                                 const struct fork *f)
{
    struct fork_reviews out = {.n = 0};
    for (size_t i = 0; i < l->nforks; i++) {
        *LIST_ADD(a, out.items, out.n) = review(a, &l->forks[i], f);
    }
    if (out.n > 0) {
        qsort(out.items, out.n, sizeof *out.items, by_name);
    }
    return out;
}

static void record(struct ledger *l, const struct upstream_change *x)
{
    struct ledger_fork *e = find_entry(l, x->name);
    for (size_t i = 0; i < x->nparts; i++) {
        const struct upstream_part *part = &x->parts[i];
        if (!part->covered || part->agrees) {
            continue;
        }
        if (e == NULL) {
            e = LIST_ADD(l->arena, l->forks, l->nforks);
            *e = (struct ledger_fork){.name = x->name};
        }
        /* what a person knows stays until a person has looked */
        if (find_was(e, part->name) == NULL) {
            *LIST_ADD(l->arena, e->parts, e->nparts) = (struct ledger_was){
                part->name, pairs_words(l->arena, part->base)};
        }
    }
}

void forks_record(struct ledger *l, const struct upstream *changes)
{
    for (size_t i = 0; i < changes->n; i++) {
        if (upstream_needs_person(changes->items[i].state)) {
            record(l, &changes->items[i]);
        }
    }
}

void forks_accept(struct ledger *l, const struct fork_review *r,
                  const struct fork *f, Date date, Str by)
{
    struct ledger_fork *e = find_entry(l, r->entry->name);
    struct ledger_fork now = {.name = e->name, .date = date, .by = by};
    for (size_t i = 0; i < e->nparts; i++) {
        Str part = e->parts[i].part;
        if (is_ours(f, r, part)) {
            *LIST_ADD(l->arena, now.parts, now.nparts) = (struct ledger_was){
                part, pairs_words(l->arena, now_below(r->below, part))};
        }
    }
    if (now.nparts > 0) {
        *e = now;
    }
}

void forks_drop_gone(struct ledger *l, const struct fork_reviews *reviews)
{
    size_t n = 0;
    for (size_t i = 0; i < l->nforks; i++) {
        bool gone = false;
        for (size_t k = 0; k < reviews->n; k++) {
            Str name = reviews->items[k].name;
            gone = gone || (reviews->items[k].state == FORK_GONE &&
                            str_starts(name, l->forks[i].name) &&
                            name.n == l->forks[i].name.n + S("@upstream").n);
        }
        if (!gone) {
            l->forks[n++] = l->forks[i];
        }
    }
    l->nforks = n;
}

Str fork_kind_words(const struct unit *u)
{
    switch (u->kind) {
    case UNIT_SETTINGS:
        return S("setting");
    case UNIT_CHAPTER:
        return S("start of a chapter");
    case UNIT_SECTION:
        return S("section");
    case UNIT_RECORD:
        return u->of->name;
    case UNIT_FILE:
        return S("file");
    }
    return S("text");
}
