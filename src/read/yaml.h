/**
 * yaml: a tree of texts, lists and maps in which every node knows its place.
 *
 * Strict on purpose: what a person never means is refused with a message, such
 * as aliases, anchors, tags, merge keys, duplicate keys, a second document and
 * nesting over YAML_DEPTH. Every scalar is a text; what it means (a date, a
 * number) is for the reader of the tree to say. YAML 1.1, as libyaml reads it.
 */
#ifndef DUET_READ_YAML_H
#define DUET_READ_YAML_H

#include "base/diag.h"
#include "base/str.h"

enum { YAML_DEPTH = 32 };

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml;

struct yaml_pair {
    Str key;
    Str where; /* of the key */
    struct yaml *value;
};

struct yaml {
    enum yaml_kind kind;
    Str where;               /* a view into the source's text */
    Str text;                /* YAML_SCALAR: quotes and escapes worked out */
    Str original;            /* in a translation, of a list's word: the one that
                                it translates */
    struct yaml **items;     /* YAML_LIST */
    struct yaml_pair *pairs; /* YAML_MAP, in the order of the file */
    size_t n;                /* of items or pairs */
};

/**
 * Parses `part`, a view into `src->text`, as one YAML document.
 *
 * Returns: the tree; for an empty document an empty map. NULL after reporting
 * yaml-syntax or too-deep. Other mistakes are reported too, and the tree is
 * still returned, without what was refused. Lifetime: `a`, which must not
 * outlive `src`.
 */
struct yaml *yaml_parse(struct arena *a, struct diags *d,
                        const struct source *src, Str part);

/** Returns: the value of `key` in the map `y`, or NULL. */
struct yaml *yaml_get(const struct yaml *y, Str key);

/** Whether `y` is a scalar without text, as in `key:`. */
bool yaml_is_empty(const struct yaml *y);

#endif
