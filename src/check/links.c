#include "check/links.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"
#include "check/walk.h"

/* The state of looking through a publication. */
struct looking {
    struct arena *arena;
    struct links *out;
    struct map entries; /* address to struct link_entry */
};

static bool is_web(Str address)
{
    return str_starts(address, S("http://")) ||
           str_starts(address, S("https://"));
}

static struct link_entry *add(struct looking *l, Str address,
                              const struct source *src, Str where)
{
    struct link_entry *e = map_get(&l->entries, address);
    if (e == NULL) {
        e = ARENA_NEW(l->arena, struct link_entry, 1);
        e->address = address;
        map_put(&l->entries, address, e);
        *LIST_ADD(l->arena, l->out->items, l->out->n) = e;
    }
    *LIST_ADD(l->arena, e->places, e->nplaces) =
        (struct link_place){src->path, source_place(src, where).line};
    return e;
}

static void note_link(void *state, const struct step *step)
{
    const struct node *n = step->node;
    if (n->kind == NODE_LINK && is_web(n->text)) {
        add(state, n->text, step->chapter->src, n->where);
    }
}

/* When the record's addresses were checked; without a year: it has no such
 * field, or says nothing. */
static Date checked_on(const struct record *r)
{
    size_t f = kind_field(r->kind, S("checked-on"));
    return f < r->kind->nfields ? r->slots[f].date : (Date){0};
}

static void note_record(struct looking *l, const struct record *r)
{
    Date checked = checked_on(r);
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        if (r->kind->fields[f].type == FIELD_LINK && is_web(slot->word)) {
            struct link_entry *e = add(l, slot->word, r->src, slot->where);
            e->checked =
                date_cmp(e->checked, checked) < 0 ? checked : e->checked;
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            note_record(l, slot->records[i]);
        }
    }
}

static int by_address(const void *a, const void *b)
{
    const struct link_entry *const *x = a, *const *y = b;
    return str_cmp((*x)->address, (*y)->address);
}

static int by_place(const void *a, const void *b)
{
    const struct link_place *x = a, *y = b;
    int path = str_cmp(x->path, y->path);
    return path != 0 ? path : (x->line > y->line) - (x->line < y->line);
}

struct links links_of(struct arena *a, const struct publication *p)
{
    struct links out = {.pub = p};
    struct looking l = {a, &out, map_in(a)};
    note_record(&l, p->record);
    for (size_t i = 0; i < p->nchapters; i++) {
        if (p->chapters[i]->front != NULL) {
            note_record(&l, p->chapters[i]->front);
        }
        walk_chapter(p->chapters[i], note_link, &l);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < p->lists[k].n; i++) {
            note_record(&l, p->lists[k].items[i]);
        }
    }
    if (out.n > 0) {
        qsort(out.items, out.n, sizeof *out.items, by_address);
    }
    for (size_t i = 0; i < out.n; i++) {
        struct link_entry *e = out.items[i];
        qsort(e->places, e->nplaces, sizeof *e->places, by_place);
    }
    return out;
}

/* Text: an address to a line, and below it where it stands. */

static void add_entry(struct buf *out, const struct link_entry *e)
{
    Str day =
        e->checked.year > 0 ? date_iso(out->arena, e->checked) : S("not said");
    buf_printf(out, "  %-10.*s  %.*s\n", STR_ARG(day), STR_ARG(e->address));
    for (size_t i = 0; i < e->nplaces; i++) {
        buf_printf(out, "              %.*s:%zu\n", STR_ARG(e->places[i].path),
                   e->places[i].line);
    }
}

static void add_list(struct buf *out, const struct links *l)
{
    size_t checked = 0;
    for (size_t i = 0; i < l->n; i++) {
        checked += l->items[i]->checked.year > 0;
    }
    buf_printf(out, "%.*s: %zu address%s elsewhere, %zu with a `checked-on`\n",
               STR_ARG(l->pub->id), l->n, l->n == 1 ? "" : "es", checked);
    for (size_t i = 0; i < l->n; i++) {
        add_entry(out, l->items[i]);
    }
}

void links_write_text(struct buf *out, const struct links *lists, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_add(out, i > 0 ? S("\n") : S(""));
        add_list(out, &lists[i]);
    }
}

static void write_entry(struct json_writer *j, const struct link_entry *e)
{
    json_begin_object(j);
    json_pair(j, S("address"), e->address);
    json_key(j, S("checked-on"));
    if (e->checked.year > 0) {
        json_text(j, date_iso(j->out->arena, e->checked));
    } else {
        json_null(j);
    }
    json_key(j, S("places"));
    json_begin_list(j);
    for (size_t i = 0; i < e->nplaces; i++) {
        json_begin_object(j);
        json_pair(j, S("path"), utf8_mend(j->out->arena, e->places[i].path));
        json_key(j, S("line"));
        json_integer(j, (long long)e->places[i].line);
        json_end(j);
    }
    json_end(j);
    json_end(j);
}

void links_write_json(struct buf *out, const struct links *lists, size_t n)
{
    struct json_writer w = json_to(out), *j = &w;
    json_begin_object(j);
    json_key(j, S("version"));
    json_integer(j, 1);
    json_key(j, S("publications"));
    json_begin_list(j);
    for (size_t i = 0; i < n; i++) {
        json_begin_object(j);
        json_pair(j, S("id"), lists[i].pub->id);
        json_key(j, S("links"));
        json_begin_list(j);
        for (size_t k = 0; k < lists[i].n; k++) {
            write_entry(j, lists[i].items[k]);
        }
        json_end(j);
        json_end(j);
    }
    json_end(j);
    json_end(j);
}
