#include "render/value.h"

#include <assert.h>

static struct value *new_value(struct arena *a, enum value_kind kind)
{
    struct value *v = ARENA_NEW(a, struct value, 1);
    v->kind = kind;
    return v;
}

struct value *value_null(struct arena *a)
{
    return new_value(a, VALUE_NULL);
}

struct value *value_bool(struct arena *a, bool truth)
{
    struct value *v = new_value(a, VALUE_BOOL);
    v->truth = truth;
    return v;
}

static struct value *new_text(struct arena *a, enum value_kind kind, Str text)
{
    struct value *v = new_value(a, text.n == 0 ? VALUE_NULL : kind);
    v->text = text;
    return v;
}

struct value *value_text(struct arena *a, Str text)
{
    return new_text(a, VALUE_TEXT, text);
}

struct value *value_markup(struct arena *a, Str markup)
{
    return new_text(a, VALUE_MARKUP, markup);
}

struct value *value_list(struct arena *a)
{
    return new_value(a, VALUE_LIST);
}

struct value *value_map(struct arena *a)
{
    struct value *v = new_value(a, VALUE_MAP);
    v->fields = map_in(a);
    return v;
}

void value_add(struct arena *a, struct value *list, struct value *item)
{
    assert(list->kind == VALUE_LIST);
    *LIST_ADD(a, list->items, list->nitems) = item;
}

void value_set(struct value *map, Str name, struct value *value)
{
    assert(map->kind == VALUE_MAP);
    map_put(&map->fields, name, value);
}

struct value *value_get(const struct value *map, Str name)
{
    return map->kind == VALUE_MAP ? map_get(&map->fields, name) : NULL;
}

bool value_true(const struct value *v)
{
    switch (v->kind) {
    case VALUE_NULL:
        return false;
    case VALUE_BOOL:
        return v->truth;
    case VALUE_TEXT:
    case VALUE_MARKUP:
        return v->text.n > 0;
    case VALUE_LIST:
        return v->nitems > 0;
    case VALUE_MAP:
        return true;
    }
    return false;
}
