/**
 * templates: a set of templates to try out.
 */
#ifndef DUET_TESTS_TEMPLATES_H
#define DUET_TESTS_TEMPLATES_H

#include "json.h"
#include "support.h"

#include "render/mustache.h"

/** A set of templates, and where its mistakes go. */
struct bench {
    struct arena *a;
    struct diags *d;
    struct templates *t;
};

static inline struct bench bench_create(unsigned flags)
{
    struct bench b = {.a = arena_create(), .d = diags_create()};
    b.t = templates_create(b.a, flags);
    return b;
}

static inline void bench_free(struct bench *b)
{
    diags_free(b->d);
    arena_free(b->a);
}

static inline bool add(struct bench *b, const char *name, Str text)
{
    struct source *src = ARENA_NEW(b->a, struct source, 1);
    src->path = str_printf(b->a, "%s.html", name);
    src->text = text;
    return templates_add(b->t, b->d, src, str_from_c(name));
}

static inline struct value *from_json(struct arena *a, const struct json *j)
{
    struct value *v = value_null(a);
    switch (j->kind) {
    case JSON_NULL:
        break;
    case JSON_BOOL:
        v = value_bool(a, j->truth);
        break;
    case JSON_NUMBER:
    case JSON_STRING:
        v = value_text(a, j->text);
        break;
    case JSON_LIST:
        v = value_list(a);
        for (size_t i = 0; i < j->nitems; i++) {
            value_add(a, v, from_json(a, j->items[i]));
        }
        break;
    case JSON_OBJECT:
        v = value_map(a);
        for (size_t i = 0; i < j->nitems; i++) {
            value_set(v, j->keys[i], from_json(a, j->items[i]));
        }
        break;
    }
    return v;
}

/** The value that the JSON in `text` says, `'` standing for `"`. */
static inline struct value *data(struct bench *b, const char *text)
{
    char *json = str_c(b->a, str_from_c(text));
    for (char *p = json; *p != '\0'; p++) {
        *p = *p == '\'' ? '"' : *p;
    }
    size_t at;
    struct json *j = json_parse(b->a, str_from_c(json), &at);
    assert_non_null(j);
    return from_json(b->a, j);
}

/** The template "page" rendered, as a C string. */
static inline const char *page(struct bench *b, const struct value *root)
{
    struct buf out = buf_in(b->a);
    bool ok = templates_render(b->t, b->d, S("page"), root, &out);
    assert_int_equal(ok, diags_errors(b->d) == 0);
    return str_c(b->a, buf_str(&out));
}

#endif
