/**
 * todo_parts: how the list of things to do is put together; for check/todo.h.
 */
#ifndef DUET_CHECK_TODO_PARTS_H
#define DUET_CHECK_TODO_PARTS_H

#include "check/todo.h"

struct todo_list {
    struct arena *arena;
    const struct diags *diags; /* knows the files of `pub` */
    const struct publication *pub;
    const struct publication *below; /* the layer below, read alone; or NULL */
    struct todos *out;
};

/** Adds the records of `kind` that the layer below leaves to each council. */
void todo_add_records(const struct todo_list *t, const struct kind *kind);

/** Adds what the chapters of the layer below name under `local`. */
void todo_add_chapters(const struct todo_list *t);

void todo_add(const struct todo_list *t, struct todo item);

/** Whether `where`, in `src` or another file, lies in the publication's own. */
bool todo_has(const struct todo_list *t, const struct source *src, Str where);

/** A file to be named in a message, which need not exist. */
const struct source *todo_file(const struct todo_list *t, Str path);

/**
 * Returns: the place of `key` in the YAML map that begins at `map`, a view into
 * `src->text`, where it has a line of its own; else a NULL pointer.
 */
Str todo_key(const struct source *src, Str map, Str key);

#endif
