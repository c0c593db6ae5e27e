#include "edition/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "edition/ledger_parts.h"

/* The hash of a pair's words: of all that a review depends on. */
static Str hash_of(struct arena *a, Str words)
{
    struct buf b = buf_in(a);
    Str word;
    while (str_cut_word(&words, &word)) {
        buf_add(&b, b.n > 0 ? S(" ") : S(""));
        buf_add(&b, word);
    }
    return hash_hex(a, buf_str(&b));
}

bool ledger_hash_fits(struct arena *a, Str words, Str hash)
{
    return str_eq(hash_of(a, words), hash);
}

const struct ledger_entry *ledger_find(const struct ledger *l, Str name)
{
    const size_t *at = map_get(&l->by_name, name);
    return at == NULL ? NULL : &l->entries[*at];
}

void ledger_add(struct ledger *l, struct ledger_entry e)
{
    size_t *at = map_get(&l->by_name, e.name);
    if (at != NULL) {
        l->entries[*at] = e;
        return;
    }
    at = ARENA_NEW(l->arena, size_t, 1);
    *at = l->n;
    map_put(&l->by_name, e.name, at);
    *LIST_ADD(l->arena, l->entries, l->n) = e;
}

bool ledger_reworded(struct arena *a, const struct ledger_entry *e,
                     const struct pair *pair)
{
    return !ledger_hash_fits(a, pair->text, e->text);
}

enum review ledger_review(const struct ledger *l, const struct pair *pair)
{
    const struct ledger_entry *e = ledger_find(l, pair->name);
    if (e == NULL) {
        return REVIEW_NEVER;
    }
    ArenaMark mark = arena_mark(l->arena);
    enum review review = !ledger_hash_fits(l->arena, pair->source, e->source)
                             ? REVIEW_STALE
                         : ledger_reworded(l->arena, e, pair) ? REVIEW_REWORDED
                                                              : REVIEW_DONE;
    arena_rewind(l->arena, mark);
    return review;
}

void ledger_accept(struct ledger *l, const struct pair *pair, Date date, Str by)
{
    ledger_add(l, (struct ledger_entry){
                      .name = pair->name,
                      .date = date,
                      .by = by,
                      .source = hash_of(l->arena, pair->source),
                      .text = hash_of(l->arena, pair->text),
                      .was = pair->source,
                  });
}

void ledger_drop_gone(struct ledger *l, const struct pairs *pairs)
{
    struct ledger_entry *all = l->entries;
    size_t n = l->n;
    l->entries = NULL;
    l->n = 0;
    l->by_name = map_in(l->arena);
    for (size_t i = 0; i < n; i++) {
        if (pairs_find(pairs, all[i].name) != NULL) {
            ledger_add(l, all[i]);
        }
    }
}

static struct ledger_age *find_age(const struct ledger *l, Str name)
{
    for (size_t i = 0; i < l->nages; i++) {
        if (str_eq(l->ages[i].name, name)) {
            return &l->ages[i];
        }
    }
    return NULL;
}

Decimal ledger_age(const struct ledger *l, Str name)
{
    const struct ledger_age *age = find_age(l, name);
    return age == NULL ? 0 : age->years;
}

void ledger_set_age(struct ledger *l, Str name, Decimal years)
{
    struct ledger_age *age = find_age(l, name);
    if (age == NULL) {
        age = LIST_ADD(l->arena, l->ages, l->nages);
        age->name = name;
    }
    age->years = years;
}

/* Writing. */

/* A word that YAML reads as it stands, or a text between quotes. */
static void add_key(struct buf *b, Str key)
{
    bool plain = key.n > 0 && ascii_alpha(key.p[0]);
    for (size_t i = 0; i < key.n; i++) {
        char c = key.p[i];
        plain = plain && (ascii_alpha(c) || ascii_digit(c) ||
                          str_find_byte(S("-_.#@"), c) < 5);
    }
    buf_add(b, plain ? S("") : S("\""));
    for (size_t i = 0; i < key.n; i++) {
        if (key.p[i] == '"' || key.p[i] == '\\') {
            buf_byte(b, '\\');
        }
        buf_byte(b, key.p[i]);
    }
    buf_add(b, plain ? S("") : S("\""));
}

/* A folded text, `margin` wide: a line break in it is an empty line there. */
static void add_folded(struct buf *b, Str text, int margin)
{
    enum { WIDTH = 72 };
    Str line, word;
    while (str_cut_line(&text, &line)) {
        size_t width = 0;
        while (str_cut_word(&line, &word)) {
            bool starts = width == 0 || width + 1 + word.n > WIDTH;
            buf_add(b, starts && width > 0 ? S("\n") : S(""));
            buf_printf(b, "%*s", starts ? margin : 1, "");
            buf_add(b, word);
            width = starts ? word.n : width + 1 + word.n;
        }
        buf_add(b, text.n > 0 ? S("\n\n") : S("\n"));
    }
}

static void add_entry(struct buf *b, const struct ledger_entry *e)
{
    Str date = date_iso(b->arena, e->date);
    buf_add(b, S("  "));
    add_key(b, e->name);
    buf_printf(b, ":\n    date: %.*s\n    by: ", STR_ARG(date));
    add_key(b, e->by);
    buf_printf(b, "\n    source: %.*s\n    text: %.*s\n    was: >-\n",
               STR_ARG(e->source), STR_ARG(e->text));
    add_folded(b, e->was, 6);
}

static int by_fork_name(const void *a, const void *b)
{
    return str_cmp(((const struct ledger_fork *)a)->name,
                   ((const struct ledger_fork *)b)->name);
}

static void add_fork(struct buf *b, const struct ledger_fork *f)
{
    buf_add(b, S("  "));
    add_key(b, f->name);
    buf_add(b, S(":\n"));
    if (f->date.year > 0) {
        Str date = date_iso(b->arena, f->date);
        buf_printf(b, "    date: %.*s\n    by: ", STR_ARG(date));
        add_key(b, f->by);
        buf_byte(b, '\n');
    }
    buf_add(b, S("    was:\n"));
    for (size_t i = 0; i < f->nparts; i++) {
        buf_add(b, S("      "));
        add_key(b, f->parts[i].part);
        buf_add(b, f->parts[i].was.n > 0 ? S(": >-\n") : S(": \"\"\n"));
        add_folded(b, f->parts[i].was, 8);
    }
}

static void add_forks(struct buf *b, const struct ledger *l)
{
    struct ledger_fork *sorted =
        ARENA_NEW(b->arena, struct ledger_fork, l->nforks);
    if (l->nforks > 0) {
        memcpy(sorted, l->forks, l->nforks * sizeof *sorted);
        qsort(sorted, l->nforks, sizeof *sorted, by_fork_name);
        buf_add(b, S("upstream:\n"));
    }
    for (size_t i = 0; i < l->nforks; i++) {
        add_fork(b, &sorted[i]);
    }
}

static int by_entry_name(const void *a, const void *b)
{
    return str_cmp(((const struct ledger_entry *)a)->name,
                   ((const struct ledger_entry *)b)->name);
}

static int by_age_name(const void *a, const void *b)
{
    return str_cmp(((const struct ledger_age *)a)->name,
                   ((const struct ledger_age *)b)->name);
}

static void add_ages(struct buf *b, const struct ledger *l)
{
    struct ledger_age *sorted =
        ARENA_NEW(b->arena, struct ledger_age, l->nages);
    bool any = false;
    if (l->nages > 0) {
        memcpy(sorted, l->ages, l->nages * sizeof *sorted);
        qsort(sorted, l->nages, sizeof *sorted, by_age_name);
    }
    for (size_t i = 0; i < l->nages; i++) {
        if (sorted[i].years > 0) {
            Str years = decimal_text(b->arena, sorted[i].years, 1);
            buf_add(b, any ? S("  ") : S("reading-ages:\n  "));
            add_key(b, sorted[i].name);
            buf_printf(b, ": %.*s\n", STR_ARG(years));
            any = true;
        }
    }
}

Str ledger_write(struct arena *a, const struct ledger *l)
{
    struct buf b = buf_in(a);
    buf_add(&b, S("# Which texts were reviewed beside the words that they were "
                  "written from. Written by\n# `duet review --accept`, which "
                  "is how to change it; keep it with the publication.\n"));
    struct ledger_entry *sorted = ARENA_NEW(a, struct ledger_entry, l->n);
    if (l->n > 0) {
        memcpy(sorted, l->entries, l->n * sizeof *sorted);
        qsort(sorted, l->n, sizeof *sorted, by_entry_name);
        buf_add(&b, S("reviewed:\n"));
    }
    for (size_t i = 0; i < l->n; i++) {
        add_entry(&b, &sorted[i]);
    }
    add_forks(&b, l);
    add_ages(&b, l);
    return buf_str(&b);
}
