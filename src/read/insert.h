/**
 * insert: `{{ name argument key=value }}` in a text.
 */
#ifndef DUET_READ_INSERT_H
#define DUET_READ_INSERT_H

#include "base/arena.h"
#include "base/str.h"

enum { INSERT_WORDS = 8 };

struct insert {
    Str where; /* the whole insert in the author's file */
    Str name;
    Str args[INSERT_WORDS]; /* the words after the name without a `=` */
    size_t nargs;
    struct {
        Str key;
        Str value;
    } options[INSERT_WORDS]; /* the words with one */
    size_t noptions;
};

enum insert_found {
    INSERT_NONE,
    INSERT_FOUND,
    INSERT_UNCLOSED, /* `{{` without `}}`; `*at` is where it opens */
    INSERT_EMPTY     /* no name, or too many words */
};

/**
 * Finds the first insert in `text`. For INSERT_FOUND, `*at` and `*end` are the
 * offsets of its start and of the byte after it, and `*out` is what it says.
 * `out->where` is its place in `text`.
 */
enum insert_found insert_find(Str text, size_t *at, size_t *end,
                              struct insert *out);

/** The value of the option `key`, or an empty text. */
Str insert_option(const struct insert *in, Str key);

#endif
