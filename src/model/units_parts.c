#include "model/units_parts.h"

#include "base/buf.h"
#include "base/slug.h"
#include "model/merge.h"

struct unit *units_add(struct units_reading *r, enum unit_kind kind, Str name,
                       Str where)
{
    struct arena *a = r->l->arena;
    Str unique = name;
    for (size_t i = 2; map_get(&r->to->by_name, unique) != NULL; i++) {
        unique = str_printf(a, "%.*s~%zu", STR_ARG(name), i);
    }
    map_put(&r->to->by_name, unique, r); /* taken; pointers come at the end */
    struct unit *u = LIST_ADD(a, r->to->items, r->to->n);
    *u = (struct unit){
        .kind = kind,
        .name = unique,
        .file = r->file,
        .src = r->l->src,
        .where = str_to(where, str_find_byte(where, '\n')),
    };
    return u;
}

struct unit_part *units_add_part(struct units_reading *r, struct unit *u,
                                 Str name, Str text, Str where)
{
    if (str_trim(text).n == 0) {
        return NULL;
    }
    struct unit_part *part = LIST_ADD(r->l->arena, u->parts, u->nparts);
    *part = (struct unit_part){
        .name = name,
        .text = str_trim(text),
        .where = str_to(where, str_find_byte(where, '\n')),
    };
    return part;
}

/* `{a: b, c: [d, e]}` on one line. The depth is that of the YAML. */
static void add_flow(struct buf *b, const struct yaml *y)
{
    switch (y->kind) {
    case YAML_SCALAR:
        buf_add(b, str_trim(y->text));
        break;
    case YAML_LIST:
        buf_byte(b, '[');
        for (size_t i = 0; i < y->n; i++) {
            buf_add(b, i > 0 ? S(", ") : S(""));
            add_flow(b, y->items[i]);
        }
        buf_byte(b, ']');
        break;
    case YAML_MAP:
        buf_byte(b, '{');
        for (size_t i = 0; i < y->n; i++) {
            buf_printf(b, "%s%.*s: ", i > 0 ? ", " : "",
                       STR_ARG(y->pairs[i].key));
            add_flow(b, y->pairs[i].value);
        }
        buf_byte(b, '}');
        break;
    }
}

Str units_yaml_text(struct arena *a, const struct yaml *y)
{
    struct buf b = buf_in(a);
    if (y->kind == YAML_SCALAR) {
        return str_trim(y->text);
    }
    for (size_t i = 0; i < y->n; i++) {
        buf_add(&b, i > 0 ? S("\n") : S(""));
        if (y->kind == YAML_LIST) {
            buf_add(&b, S("- "));
            add_flow(&b, y->items[i]);
        } else {
            buf_printf(&b, "%.*s: ", STR_ARG(y->pairs[i].key));
            add_flow(&b, y->pairs[i].value);
        }
    }
    return buf_str(&b);
}

/* Whether a layer replaces the value of `f` key by key (model/merge.h). */
static bool goes_by_key(const struct field *f, const struct yaml *value)
{
    return value->kind == YAML_MAP && value->n > 0 &&
           (f->type == FIELD_TEXT || f->type == FIELD_TEXTS ||
            str_eq(f->name, S("allow")));
}

static bool names_records(const struct field *f)
{
    return f->type == FIELD_REF || f->type == FIELD_REFS ||
           f->type == FIELD_TAG;
}

/* Records in a field are changed one by one; a part is a field of one. */
static void add_inner(struct units_reading *r, struct unit *u,
                      const struct yaml *list, const struct kind *kind,
                      Str name)
{
    struct arena *a = r->l->arena;
    for (size_t i = 0; i < list->n; i++) {
        const struct yaml *y = list->items[i];
        const struct yaml *because = yaml_get(y, S("because"));
        Str whole = str_printf(a, "%.*s.%.*s", STR_ARG(name),
                               STR_ARG(merge_key(y, kind)));
        if (merge_is_drop(y)) {
            Str why = because == NULL ? S("") : units_yaml_text(a, because);
            units_add_part(r, u, whole,
                           str_printf(a, "dropped: %.*s", STR_ARG(why)),
                           y->where);
        } else {
            units_add_fields(r, u, y, kind,
                             str_printf(a, "%.*s.", STR_ARG(whole)));
        }
    }
}

static void add_field(struct units_reading *r, struct unit *u,
                      const struct yaml_pair *pair, const struct field *f,
                      Str name)
{
    struct arena *a = r->l->arena;
    if (f != NULL && pair->value->n > 0 && merge_by_id(f, pair->value)) {
        add_inner(r, u, pair->value, f->of, name);
        return;
    }
    size_t n = f != NULL && goes_by_key(f, pair->value) ? pair->value->n : 0;
    for (size_t i = 0; i < n; i++) {
        const struct yaml_pair *key = &pair->value->pairs[i];
        Str whole =
            str_printf(a, "%.*s.%.*s", STR_ARG(name), STR_ARG(key->key));
        units_add_part(r, u, whole, units_yaml_text(a, key->value),
                       key->value->where);
    }
    struct unit_part *part =
        n > 0 ? NULL
              : units_add_part(r, u, name, units_yaml_text(a, pair->value),
                               pair->value->where);
    if (part != NULL && f != NULL) {
        part->own = f->own;
        part->refers = names_records(f);
    }
}

/* The editions are merged one by one, and each by its fields. */
static void add_editions(struct units_reading *r, struct unit *u,
                         const struct yaml_pair *editions)
{
    for (size_t i = 0; i < editions->value->n; i++) {
        const struct yaml_pair *pair = &editions->value->pairs[i];
        Str name = str_printf(r->l->arena, "editions.%.*s", STR_ARG(pair->key));
        if (pair->value->kind == YAML_MAP) {
            Str prefix = str_printf(r->l->arena, "%.*s.", STR_ARG(name));
            units_add_fields(r, u, pair->value, &kind_edition, prefix);
        } else {
            add_field(r, u, pair, NULL, name);
        }
    }
}

static bool is_left_out(Str key, const struct kind *kind)
{
    bool chapter = kind == &kind_chapter;
    return str_eq(key, S("id")) || str_eq(key, S("extends")) ||
           (chapter && (str_eq(key, S("inherit")) || str_eq(key, S("drop")) ||
                        kind_find_plural(key) != NULL));
}

void units_add_fields(struct units_reading *r, struct unit *u,
                      const struct yaml *y, const struct kind *kind, Str prefix)
{
    for (size_t i = 0; y->kind == YAML_MAP && i < y->n; i++) {
        const struct yaml_pair *pair = &y->pairs[i];
        size_t f = kind_field(kind, pair->key);
        if (yaml_is_empty(pair->value) || is_left_out(pair->key, kind)) {
            continue;
        }
        if (kind == &kind_publication && str_eq(pair->key, S("editions")) &&
            pair->value->kind == YAML_MAP) {
            add_editions(r, u, pair);
            continue;
        }
        add_field(r, u, pair, f < kind->nfields ? &kind->fields[f] : NULL,
                  str_printf(r->l->arena, "%.*s%.*s", STR_ARG(prefix),
                             STR_ARG(pair->key)));
    }
}

/* What a record without an id is known by here: its first words. */
static Str first_words(struct arena *a, const struct yaml *y)
{
    enum { WORDS = 6 };
    Str text = units_yaml_text(a, y), word;
    Str rest = text;
    for (size_t i = 0; i < WORDS && str_cut_word(&rest, &word); i++) {
    }
    return slug_of(a, str_to(text, text.n - rest.n), S("record"));
}

static void add_record(struct units_reading *r, const struct yaml *y,
                       const struct kind *kind)
{
    struct arena *a = r->l->arena;
    Str id = merge_key(y, kind);
    Str known = id.n == 0 ? first_words(a, y) : slug_of(a, id, S("record"));
    Str name = str_printf(a, "%.*s/%.*s", STR_ARG(r->stem), STR_ARG(known));
    struct unit *u = units_add(r, UNIT_RECORD, name, y->where);
    u->of = kind;
    u->id = known;
    if (y->kind != YAML_MAP) {
        units_add_part(r, u, S("text"), units_yaml_text(a, y), y->where);
        return;
    }
    const struct yaml *because = yaml_get(y, S("because"));
    u->dropped = merge_is_drop(y);
    if (u->dropped) {
        u->because = because == NULL ? S("") : units_yaml_text(a, because);
        return;
    }
    units_add_fields(r, u, y, kind, S(""));
}

void units_add_records(struct units_reading *r, const struct yaml *y,
                       const struct kind *kind)
{
    for (size_t i = 0; y->kind == YAML_LIST && i < y->n; i++) {
        add_record(r, y->items[i], kind);
    }
}
