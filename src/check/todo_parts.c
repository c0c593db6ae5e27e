#include "check/todo_parts.h"

#include "base/buf.h"
#include "base/file.h"

/* What a record still lacks. */
struct lack {
    struct buf words; /* `hours, and no tel, text or email` */
    struct buf keys;  /* `hours: …` and so on, between backquotes */
    Str first;        /* the first key */
};

static void add_word(struct lack *l, const struct field *f, const char *between,
                     const char *between_keys)
{
    buf_printf(&l->words, "%s%.*s", between, STR_ARG(f->name));
    buf_printf(&l->keys, "%s`%.*s: …`", between_keys, STR_ARG(f->name));
    l->first = l->first.n == 0 ? f->name : l->first;
}

static bool is_own_slot(const struct todo_list *t, const struct record *r,
                        size_t field)
{
    return r->slots[field].set && todo_has(t, r->src, r->slots[field].where);
}

/* Whether the record must have a field of its own that the layer below has. */
static bool is_each(const struct record *below, size_t field)
{
    return below->kind->fields[field].local == LOCAL_EACH &&
           below->slots[field].set;
}

static void add_each(const struct todo_list *t, const struct record *below,
                     const struct record *own, struct lack *out)
{
    size_t last = 0;
    for (size_t i = 0; i < own->kind->nfields; i++) {
        last = is_each(below, i) && !is_own_slot(t, own, i) ? i : last;
    }
    for (size_t i = 0; i < own->kind->nfields; i++) {
        if (is_each(below, i) && !is_own_slot(t, own, i)) {
            bool none = out->words.n == 0;
            add_word(out, &own->kind->fields[i],
                     none        ? ""
                     : i == last ? " or "
                                 : ", ",
                     none        ? ""
                     : i == last ? " and "
                                 : ", ");
        }
    }
}

/* The fields of which one must be written, unless one is. */
static void add_any(const struct todo_list *t, const struct record *own,
                    struct lack *out)
{
    const struct kind *kind = own->kind;
    size_t first = kind->nfields, last = kind->nfields;
    for (size_t i = 0; i < kind->nfields; i++) {
        if (kind->fields[i].local != LOCAL_ANY) {
            continue;
        }
        if (is_own_slot(t, own, i)) {
            return;
        }
        first = first == kind->nfields ? i : first;
        last = i;
    }
    if (first == kind->nfields) {
        return;
    }
    bool more = out->words.n > 0;
    out->first = S(""); /* to reach somebody comes before when */
    for (size_t i = first; i < kind->nfields; i++) {
        if (kind->fields[i].local == LOCAL_ANY) {
            add_word(out, &kind->fields[i],
                     i == first  ? (more ? ", and no " : "")
                     : i == last ? " or "
                                 : ", ",
                     i == first  ? (more ? ", and one of " : "")
                     : i == last ? " or "
                                 : ", ");
        }
    }
}

/* Whether the table names fields that such a record needs anew. */
static bool asks_for_fields(const struct record *below)
{
    bool asks = false;
    for (size_t i = 0; i < below->kind->nfields; i++) {
        asks = asks || is_each(below, i) ||
               below->kind->fields[i].local == LOCAL_ANY;
    }
    return asks;
}

/* What people call the record. */
static Str name_of(const struct record *r)
{
    for (size_t i = 0; i < r->kind->nfields; i++) {
        if (r->kind->fields[i].type == FIELD_TEXT && r->slots[i].set) {
            const struct phrase *phrase = voiced_get(r->slots[i].text, 0);
            return phrase == NULL ? r->id : phrase->text;
        }
    }
    return r->id;
}

static bool has_record(const struct chapter *c, const struct record *r)
{
    const struct record_list *list = &c->lists[kind_index(r->kind)];
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i] == r) {
            return true;
        }
    }
    return false;
}

/* The publication's own file for a record that it inherits. */
static Str own_file(const struct todo_list *t, const struct record *below)
{
    Str folder = t->pub->layers.items[0].folder;
    if (below->kind->file.n > 0) {
        return path_join(t->arena, folder, below->kind->file);
    }
    for (size_t i = 0; i < t->below->nchapters; i++) {
        const struct chapter *c = t->below->chapters[i];
        if (has_record(c, below)) {
            return path_join(t->arena, layer_chapters(t->arena, folder),
                             path_base(c->src->path));
        }
    }
    return path_join(t->arena, folder, S("publication.yaml"));
}

/* What to write for a record that the publication has an entry for. */
static Str help_entry(const struct todo_list *t, const struct lack *lack)
{
    return str_printf(t->arena,
                      "write %.*s here; if what is inherited is right for you, "
                      "too, write `local: false`",
                      STR_ARG(buf_str(&lack->keys)));
}

static Str help_none(const struct todo_list *t, const struct record *below,
                     const struct lack *lack)
{
    return str_printf(
        t->arena,
        "add `- id: %.*s`%s%.*s and below it %.*s\n"
        "if you do not have it, write `drop: true` and `because: …` below the "
        "id; if what is\n"
        "inherited is right for you, too, `local: false`",
        STR_ARG(below->id), below->kind->file.n > 0 ? "" : " under ",
        STR_ARG(below->kind->file.n > 0 ? S("") : below->kind->plural),
        STR_ARG(lack->keys.n > 0 ? buf_str(&lack->keys)
                                 : S("what is different")));
}

static void add_record(const struct todo_list *t, const struct record *below)
{
    const struct record *own = map_get(&t->pub->ids, below->id);
    struct todo item = {.done = own == NULL || own->kind != below->kind};
    struct lack lack = {buf_in(t->arena), buf_in(t->arena), S("")};
    if (!item.done) {
        bool here = todo_has(t, own->src, own->where);
        bool kept = !record_slot(own, S("local"))->yes;
        add_each(t, below, own, &lack);
        add_any(t, own, &lack);
        item.done = kept || (asks_for_fields(below) ? lack.words.n == 0 : here);
        item.src = here ? diags_source(t->diags, own->src, own->where)
                        : todo_file(t, own_file(t, below));
        item.where =
            here ? todo_key(item.src, own->where, lack.first) : (Str){NULL, 0};
        if (here && item.where.p == NULL) {
            item.where = str_to(own->where, str_find_byte(own->where, '\n'));
        }
        item.lacks = str_printf(
            t->arena, "the %.*s %.*s (%.*s) has no %.*s of your own",
            STR_ARG(below->kind->name), STR_ARG(below->id),
            STR_ARG(name_of(own)),
            STR_ARG(lack.words.n > 0 ? buf_str(&lack.words) : S("text")));
        item.help = here ? help_entry(t, &lack) : help_none(t, below, &lack);
    }
    todo_add(t, item);
}

void todo_add_records(const struct todo_list *t, const struct kind *kind)
{
    size_t local = kind_field(kind, S("local"));
    const struct record_list *list = &t->below->lists[kind_index(kind)];
    for (size_t i = 0; local < kind->nfields && i < list->n; i++) {
        if (list->items[i]->slots[local].yes && list->items[i]->id.n > 0) {
            add_record(t, list->items[i]);
        }
    }
}

/* Whether the publication has its own of what `part` names in a chapter. */
static bool part_done(const struct todo_list *t, const struct chapter *c,
                      Str part)
{
    const struct kind *kind = kind_find_plural(part);
    const struct section *s = map_get(&c->sections, part);
    if (str_eq(part, S("opening"))) {
        return todo_is_own(t->arena, t->pub, c->opening->src);
    }
    if (s != NULL || kind == NULL) {
        return s == NULL || todo_is_own(t->arena, t->pub, s->src);
    }
    const struct record_list *list = &c->lists[kind_index(kind)];
    for (size_t i = 0; i < list->n; i++) {
        if (!todo_has(t, list->items[i]->src, list->items[i]->where)) {
            return false;
        }
    }
    return true;
}

static void add_chapter(const struct todo_list *t, const struct chapter *below,
                        const struct slot *local)
{
    const struct chapter *c = map_get(&t->pub->by_name, below->id);
    struct buf lacks = buf_in(t->arena);
    const struct slot *now = c == NULL || c->front == NULL
                                 ? NULL
                                 : record_slot(c->front, S("local"));
    if (now != NULL && now->set && todo_has(t, c->src, now->where)) {
        local = now; /* the council has looked at each */
    }
    bool whole = c == NULL || c->front == NULL ||
                 (todo_is_own(t->arena, t->pub, c->src) &&
                  !record_slot(c->front, S("inherit"))->set);
    for (size_t i = 0; i < local->nwords && !whole; i++) {
        if (!part_done(t, c, local->words[i].text)) {
            buf_printf(&lacks, "%s%.*s", lacks.n > 0 ? ", " : "",
                       STR_ARG(local->words[i].text));
        }
    }
    Str folder = layer_chapters(t->arena, t->pub->layers.items[0].folder);
    Str file = path_join(t->arena, folder, path_base(below->src->path));
    Str title = voiced_get(below->title, 0) == NULL
                    ? below->id
                    : voiced_get(below->title, 0)->text;
    todo_add(
        t,
        (struct todo){
            .src = todo_file(t, file),
            .where = {NULL, 0},
            .lacks = str_printf(t->arena,
                                "the chapter %.*s (%.*s) still has an example "
                                "for: %.*s",
                                STR_ARG(below->id), STR_ARG(title),
                                STR_ARG(buf_str(&lacks))),
            .help = str_printf(
                t->arena,
                "write your own into this file, below `inherit: sections` "
                "between two lines `---`;\n"
                "the example is in %.*s; if it is right for you,\n"
                "too, write `local: []` below `inherit: sections`",
                STR_ARG(below->src->path)),
            .done = lacks.n == 0,
        });
}

void todo_add_chapters(const struct todo_list *t)
{
    for (size_t i = 0; i < t->below->nchapters; i++) {
        const struct chapter *c = t->below->chapters[i];
        const struct slot *local =
            c->front == NULL ? NULL : record_slot(c->front, S("local"));
        if (local != NULL && local->nwords > 0) {
            add_chapter(t, c, local);
        }
    }
}
