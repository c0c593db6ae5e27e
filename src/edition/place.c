#include "edition/place.h"

#include "base/buf.h"
#include "base/suggest.h"
#include "edition/figure.h"

/* Whether the field holds the word: itself, or among its words. */
static bool slot_has(const struct slot *slot, Str word)
{
    bool found = str_eq(slot->word, word);
    for (size_t i = 0; i < slot->nwords; i++) {
        found = found || str_eq(slot->words[i].text, word);
    }
    return found;
}

static bool check_options(struct arena *a, struct diags *d,
                          const struct chapter *c, const struct insert *in,
                          const struct kind *kind)
{
    for (size_t i = 0; i < in->noptions; i++) {
        Str key = in->options[i].key;
        if (kind_field(kind, key) < kind->nfields) {
            continue;
        }
        struct suggest s = suggest_for(key);
        struct buf names = buf_in(a);
        for (size_t f = 0; f < kind->nfields; f++) {
            suggest_try(&s, kind->fields[f].name);
            buf_printf(&names, "%s%.*s", f > 0 ? ", " : "",
                       STR_ARG(kind->fields[f].name));
        }
        diag_error(d, c->src, in->where, "unknown-insert",
                   "%.*s cannot be chosen by '%.*s'", STR_ARG(kind->plural),
                   STR_ARG(key));
        if (s.best.n > 0) {
            diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
        } else {
            diag_help(d, "choose by one of: %.*s", STR_ARG(buf_str(&names)));
        }
        return false;
    }
    if (in->nargs > 0) {
        diag_error(d, c->src, in->where, "unknown-insert",
                   "'%.*s' does not say what to choose by",
                   STR_ARG(in->args[0]));
        diag_help(d, "write field=word, as in {{ offers category=health }}");
        return false;
    }
    return true;
}

static bool wanted(const struct record *r, const struct insert *in)
{
    for (size_t i = 0; i < in->noptions; i++) {
        const struct slot *slot = record_slot(r, in->options[i].key);
        if (!slot_has(slot, in->options[i].value)) {
            return false;
        }
    }
    return true;
}

struct record_list edition_records(const struct edition *ed, struct arena *a,
                                   struct diags *d, const struct chapter *c,
                                   const struct insert *in)
{
    struct record_list out = {0};
    const struct kind *kind = kind_find_plural(in->name);
    if (!check_options(a, d, c, in, kind)) {
        return out;
    }
    size_t k = kind_index(kind);
    bool own = c->lists[k].n > 0;
    if (own || kind->file.n > 0) {
        const struct record_list *from =
            own ? &c->lists[k] : &ed->pub->lists[k];
        for (size_t i = 0; i < from->n; i++) {
            if (wanted(from->items[i], in)) {
                *LIST_ADD(a, out.items, out.n) = from->items[i];
            }
        }
        return out;
    }
    for (size_t i = 0; i < ed->nchapters; i++) {
        const struct record_list *from = &ed->chapters[i]->source->lists[k];
        for (size_t r = 0; r < from->n; r++) {
            if (wanted(from->items[r], in)) {
                *LIST_ADD(a, out.items, out.n) = from->items[r];
            }
        }
    }
    return out;
}

struct placer {
    struct arena *arena;
    struct diags *diags;
    struct edition *ed;
    struct ed_chapter *chapter;
};

static void place_insert(struct placer *pl, const struct insert *in)
{
    if (str_eq(in->name, S("chart"))) {
        /* a chart shows a figure, which has no page; reported if not there */
        figure_of_chart(pl->ed, pl->diags, pl->chapter->source->src, in);
        return;
    }
    struct record_list list =
        edition_records(pl->ed, pl->arena, pl->diags, pl->chapter->source, in);
    for (size_t i = 0; i < list.n; i++) {
        if (map_get(&pl->ed->pages, list.items[i]->id) == NULL) {
            map_put(&pl->ed->pages, list.items[i]->id, pl->chapter);
        }
    }
    const struct kind *kind = kind_find_plural(in->name);
    if (list.n == 0 &&
        check_options(pl->arena, pl->diags, pl->chapter->source, in, kind)) {
        /* a list that lists nothing is a gap that a reader would meet */
        diag_error(pl->diags, pl->chapter->source->src, in->where,
                   "empty-insert", "there are no %.*s to list here",
                   STR_ARG(in->name));
        diag_help(pl->diags, "declare some, or take the insert away");
    }
}

/* Lists stand in sections and in containers; lines of text hold none. */
static void place_in(struct placer *pl, const struct node *n)
{
    if (node_is_lone_insert(n) && insert_is_block(n->first->insert)) {
        place_insert(pl, n->first->insert);
        return;
    }
    for (const struct node *c = n->first;
         n->kind == NODE_CONTAINER && c != NULL; c = c->next) {
        place_in(pl, c);
    }
}

static void place_section(struct placer *pl, const struct ed_section *s)
{
    for (size_t i = 0; i < s->nblocks; i++) {
        place_in(pl, s->blocks[i].node);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        place_section(pl, c);
    }
}

static void place_rest(struct arena *a, struct edition *ed,
                       struct ed_chapter *c)
{
    for (size_t k = 0; k < KIND_COUNT; k++) {
        const struct record_list *from = &c->source->lists[k];
        for (size_t i = 0; i < from->n; i++) {
            struct record *r = from->items[i];
            if (r->id.n > 0 && map_get(&ed->pages, r->id) != NULL) {
                continue;
            }
            *LIST_ADD(a, c->rest[k].items, c->rest[k].n) = r;
            map_put(&ed->pages, r->id, c);
        }
    }
}

/* A page without anything on it is a dead end. */
static void check_filled(struct diags *d, const struct edition *ed,
                         const struct ed_chapter *c)
{
    bool filled = c->opening->nblocks > 0 || c->opening->first != NULL;
    for (size_t k = 0; k < KIND_COUNT; k++) {
        filled = filled || c->rest[k].n > 0;
    }
    if (filled) {
        return;
    }
    Str where = c->source->title->where;
    diag_error(d, c->source->src, str_to(where, str_find_byte(where, '\n')),
               "empty-chapter", "the %.*s edition has nothing of this chapter",
               STR_ARG(ed->plan->id));
    diag_help(d, "write a text, or leave the chapter out of the edition: "
                 "`editions: [formal]` and `because: …` in its front matter");
}

void place_records(struct arena *a, struct diags *d, struct edition *ed)
{
    for (size_t i = 0; i < ed->nchapters; i++) {
        struct placer pl = {a, d, ed, ed->chapters[i]};
        place_section(&pl, ed->chapters[i]->opening);
    }
    for (size_t i = 0; i < ed->nchapters; i++) {
        place_rest(a, ed, ed->chapters[i]);
        check_filled(d, ed, ed->chapters[i]);
    }
}
