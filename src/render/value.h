/**
 * value: the data that a template is rendered with.
 *
 * A tree of texts, markup, lists and maps, built in an arena for one page. A
 * text is escaped when it is written; markup has been escaped already and is
 * written as it is. A name that is known but has nothing to say is null, which
 * is not the same as a name that is not known.
 */
#ifndef DUET_RENDER_VALUE_H
#define DUET_RENDER_VALUE_H

#include "base/arena.h"
#include "base/locale.h"
#include "base/map.h"
#include "base/str.h"

enum value_kind {
    VALUE_NULL,
    VALUE_BOOL,
    VALUE_TEXT,
    VALUE_MARKUP,
    VALUE_LIST,
    VALUE_MAP
};

struct value {
    enum value_kind kind;
    bool truth; /* VALUE_BOOL */
    Str text;   /* VALUE_TEXT, VALUE_MARKUP */
    /* VALUE_TEXT: the language that it is in, where that is not the page's */
    const struct locale *lang;
    struct value **items; /* VALUE_LIST */
    size_t nitems;
    struct map fields; /* VALUE_MAP: name to struct value */
};

struct value *value_null(struct arena *a);
struct value *value_bool(struct arena *a, bool truth);

/** A text, or null when `text` is empty. The bytes are not copied. */
struct value *value_text(struct arena *a, Str text);

/** Markup, or null when it is empty. The bytes are not copied. */
struct value *value_markup(struct arena *a, Str markup);

struct value *value_list(struct arena *a);
struct value *value_map(struct arena *a);

/** Adds `item` at the end of `list`, which grows in `a`. */
void value_add(struct arena *a, struct value *list, struct value *item);

/** Sets the field `name` of `map`. The bytes of `name` are not copied. */
void value_set(struct value *map, Str name, struct value *value);

/** Returns: the field `name`, or NULL when the map does not know it. */
struct value *value_get(const struct value *map, Str name);

/** Whether a section over `v` is rendered: not null, false or empty. */
bool value_true(const struct value *v);

#endif
