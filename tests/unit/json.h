/**
 * json: a strict reader of JSON (RFC 8259), for data that tests are driven by.
 */
#ifndef DUET_TESTS_UNIT_JSON_H
#define DUET_TESTS_UNIT_JSON_H

#include "base/arena.h"
#include "base/str.h"

enum json_kind {
    JSON_NULL,
    JSON_BOOL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_LIST,
    JSON_OBJECT
};

struct json {
    enum json_kind kind;
    bool truth;          /* JSON_BOOL */
    Str text;            /* JSON_STRING, unescaped; JSON_NUMBER, as written */
    struct json **items; /* JSON_LIST, JSON_OBJECT */
    Str *keys;           /* JSON_OBJECT: one an item; none is there twice */
    size_t nitems;
};

/**
 * Reads `text`, which is one value and nothing else.
 *
 * Returns: the value, or NULL when `text` is not JSON; then `at` is where it
 * stops being it.
 */
struct json *json_parse(struct arena *a, Str text, size_t *at);

/** Returns: the item of the object `j` called `key`; NULL when there is none.
 */
struct json *json_get(const struct json *j, Str key);

#endif
