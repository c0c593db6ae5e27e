#include "check/todo.h"

#include "base/buf.h"
#include "base/embedded.h"
#include "base/file.h"
#include "check/todo_parts.h"

bool todo_is_own(struct arena *a, const struct publication *p,
                 const struct source *src)
{
    Str folder = p->layers.n == 0 ? p->folder : p->layers.items[0].folder;
    Str name = path_base(src->path);
    return str_eq(src->path, path_join(a, folder, name)) ||
           str_eq(src->path, path_join(a, layer_chapters(a, folder), name));
}

bool todo_has(const struct todo_list *t, const struct source *src, Str where)
{
    return where.p != NULL &&
           todo_is_own(t->arena, t->pub, diags_source(t->diags, src, where));
}

void todo_add(const struct todo_list *t, struct todo item)
{
    *LIST_ADD(t->arena, t->out->items, t->out->n) = item;
}

const struct source *todo_file(const struct todo_list *t, Str path)
{
    struct source *src = ARENA_NEW(t->arena, struct source, 1);
    src->path = path;
    return src;
}

static bool is_key(Str line, Str key)
{
    return str_starts(line, key) && line.n > key.n && line.p[key.n] == ':';
}

Str todo_key(const struct source *src, Str map, Str key)
{
    if (!str_within(map, src->text)) {
        return (Str){NULL, 0};
    }
    Str rest = str_from(src->text, (size_t)(map.p - src->text.p)), line;
    for (bool first = true; str_cut_line(&rest, &line); first = false) {
        Str word = str_trim(line);
        bool over = word.n > 0 &&
                    (!ascii_space(line.p[0]) || str_starts(word, S("- ")));
        if (!first && over) {
            break; /* a key outside, or the next entry */
        }
        if (is_key(word, key)) {
            return str_to(word, key.n + 1);
        }
    }
    return (Str){NULL, 0};
}

/* Where `key` is missing in publication.yaml. */
static Str missing_place(const struct todo_list *t, Str key)
{
    Str rest = t->pub->src->text, line, at = {NULL, 0};
    while (str_cut_line(&rest, &line)) {
        if (is_key(line, key)) {
            return str_to(line, key.n + 1);
        }
        at = is_key(line, S("extends")) ? line : at;
    }
    return at;
}

/* What publication.yaml lacks. */
static void add_setting(const struct todo_list *t, Str key, bool done,
                        const char *lacks, const char *help)
{
    todo_add(t, (struct todo){
                    .src = t->pub->src,
                    .where = missing_place(t, key),
                    .lacks = str_from_c(lacks),
                    .help = str_from_c(help),
                    .done = done,
                });
}

static bool is_set(const struct todo_list *t, Str key)
{
    return record_slot(t->pub->record, key)->set;
}

/* Whether a layer below belongs to the council called `name`. */
static bool is_below(const struct todo_list *t, Str name)
{
    for (size_t i = 1; i < t->pub->layers.n; i++) {
        const struct yaml *council =
            yaml_get(t->pub->layers.items[i].root, S("council"));
        const struct yaml *other =
            council == NULL ? NULL : yaml_get(council, S("name"));
        if (other != NULL && other->kind == YAML_SCALAR &&
            str_eq(str_trim(other->text), name)) {
            return true;
        }
    }
    return false;
}

/* One thing to do: name, area and website. */
static void add_council(const struct todo_list *t)
{
    static const Str keys[] = {STR_INIT("name"), STR_INIT("area"),
                               STR_INIT("website")};
    const struct record *council = record_group(t->pub->record, S("council"));
    struct buf lacks = buf_in(t->arena);
    Str first = {NULL, 0};
    for (size_t i = 0; i < COUNT(keys); i++) {
        Str word = council == NULL ? S("") : record_word(council, keys[i]);
        if (word.n > 0 && !(i == 0 && is_below(t, word))) {
            continue;
        }
        first = first.p == NULL ? keys[i] : first;
        buf_printf(&lacks, "%s%.*s", lacks.n > 0 ? ", " : "", STR_ARG(keys[i]));
    }
    Str at = council == NULL || first.p == NULL
                 ? (Str){NULL, 0}
                 : todo_key(t->pub->src, council->where, first);
    todo_add(
        t,
        (struct todo){
            .src = t->pub->src,
            .where = at.p == NULL ? missing_place(t, S("council")) : at,
            .lacks = str_printf(t->arena, "the council has no %.*s of its own",
                                STR_ARG(buf_str(&lacks))),
            .help = S("write under `council` its `name`, the `area` that it "
                      "serves, and its `website` with https:// at the start"),
            .done = lacks.n == 0,
        });
}

static void add_who(const struct todo_list *t)
{
    add_council(t);
    add_setting(t, S("period"), is_set(t, S("period")),
                "nothing says for which years this publication holds",
                "write `period: {from: 2027-04, to: 2030-03}` with your own "
                "months");
    add_setting(t, S("review"), is_set(t, S("review")),
                "nothing says when this publication is looked at again",
                "write `review: 2028-03` with the month that was agreed");
}

/* The notice that `duet new` writes, as YAML; NULL: not found. */
static const struct yaml *first_notice(struct arena *a, struct diags *d)
{
    for (size_t i = 0; i < embedded_count; i++) {
        if (str_eq(embedded_files[i].path,
                   S("src/command/starter/publication.yaml"))) {
            struct source *src = ARENA_NEW(a, struct source, 1);
            *src = (struct source){.path = embedded_files[i].path,
                                   .text = embedded_files[i].bytes};
            struct yaml *root = yaml_parse(a, d, src, src->text);
            return root == NULL ? NULL : yaml_get(root, S("notice"));
        }
    }
    return NULL;
}

/* Whether some voice of the notice says what `duet new` wrote. */
static bool has_first_notice(const struct todo_list *t)
{
    const struct voiced *notice = record_text(t->pub->record, S("notice"));
    struct diags *d = diags_create();
    const struct yaml *first = first_notice(t->arena, d);
    bool same = false;
    for (size_t v = 0; v < t->pub->voices.n && notice != NULL; v++) {
        const struct phrase *now = voiced_get(notice, v);
        const struct yaml *then =
            first == NULL ? NULL : yaml_get(first, t->pub->voices.ids[v]);
        same = same || (now != NULL && then != NULL &&
                        str_eq(str_trim(now->text), str_trim(then->text)));
    }
    diags_free(d);
    return same;
}

static void add_approval(const struct todo_list *t)
{
    Str status = record_word(t->pub->record, S("status"));
    bool settled =
        str_eq(status, S("approved")) || str_eq(status, S("superseded"));
    bool approved = is_set(t, S("approved"));
    add_setting(t, approved ? S("status") : S("approved"), approved && settled,
                approved ? "it was approved, and its status does not say so"
                         : "nothing says who approved this publication, and "
                           "when",
                "when it has been agreed, write `approved: {by: Full Council, "
                "on: 2027-03-01}` and `status: approved`");
    add_setting(t, S("notice"), !has_first_notice(t),
                "the notice still says that the publication is being written",
                "take `notice` out, or write your own, when the rest of this "
                "list is done");
}

static void add_records(const struct todo_list *t)
{
    static const Str first[] = {STR_INIT("contact"), STR_INIT("offer"),
                                STR_INIT("figure")};
    bool done[KIND_COUNT] = {false};
    for (size_t i = 0; i < COUNT(first); i++) {
        const struct kind *kind = kind_find(first[i]);
        todo_add_records(t, kind);
        done[kind_index(kind)] = true;
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        if (!done[k]) {
            todo_add_records(t, &kinds[k]);
        }
    }
}

struct todos todos_of(struct arena *a, const struct diags *d,
                      const struct publication *p)
{
    struct todos out = {0};
    if (p->layers.n < 2) {
        return out;
    }
    struct todo_list t = {.arena = a, .diags = d, .pub = p, .out = &out};
    /* Read alone, the layer below has all that it leaves to others: also what
     * was dropped here. */
    struct diags *unheard = diags_create();
    t.below = publication_load(a, unheard, p->layers.items[1].folder);
    if (diags_errors(unheard) > 0) {
        t.below = NULL; /* it is not whole without this one */
    }
    diags_free(unheard);
    add_who(&t);
    if (t.below != NULL) {
        add_records(&t);
        todo_add_chapters(&t);
    }
    add_approval(&t);
    return out;
}
