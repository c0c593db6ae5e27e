#include "edition/pin.h"

#include <errno.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"

const Str pin_list_name = STR_INIT(".taken");

/* A link to a folder above would have no end. */
enum { FOLDERS_MAX = 16, FILE_MAX = 64 * 1024 * 1024 };

static bool add_file(struct arena *a, struct diags *d, Str path, Str within,
                     struct pin *out)
{
    Str bytes;
    if (!file_read(a, path, FILE_MAX, &bytes)) {
        diag_system(d, path, "cannot read", errno);
        return false;
    }
    *LIST_ADD(a, out->items, out->n) = (struct pin_file){within, bytes};
    return true;
}

static bool add_folder(struct arena *a, struct diags *d, Str folder, Str within,
                       size_t depth, struct pin *out)
{
    struct dir_entry *entries;
    size_t n;
    if (depth == FOLDERS_MAX || !dir_list(a, folder, &entries, &n)) {
        diag_system(d, folder, "cannot read the folder",
                    depth == FOLDERS_MAX ? ELOOP : errno);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        Str path = path_join(a, folder, entries[i].name);
        Str name = path_join(a, within, entries[i].name);
        bool done = true;
        if (entries[i].kind == FILE_REGULAR) {
            done = add_file(a, d, path, name, out);
        } else if (entries[i].kind == FILE_FOLDER) {
            done = add_folder(a, d, path, name, depth + 1, out);
        }
        if (!done) {
            return false;
        }
    }
    return true;
}

bool pin_read(struct arena *a, struct diags *d, Str folder, struct pin *out)
{
    *out = (struct pin){.n = 0};
    return add_folder(a, d, folder, S(""), 0, out);
}

bool pin_same(const struct pin *x, const struct pin *y)
{
    bool same = x->n == y->n;
    for (size_t i = 0; same && i < x->n; i++) {
        same = str_eq(x->items[i].path, y->items[i].path) &&
               str_eq(x->items[i].bytes, y->items[i].bytes);
    }
    return same;
}

/* The hash of the bytes, however their lines end. */
static Str hash_of(struct arena *a, Str bytes)
{
    struct buf plain = buf_in(a);
    for (size_t i = 0; i < bytes.n; i++) {
        if (bytes.p[i] != '\r') {
            buf_byte(&plain, bytes.p[i]);
        }
    }
    return hash_hex(a, buf_str(&plain));
}

Str pin_list(struct arena *a, const struct pin *pin)
{
    struct buf out = buf_in(a);
    buf_add(&out, S("# This folder is a copy, and this is what was in it: so "
                    "that an edit by hand is noticed.\n"));
    for (size_t i = 0; i < pin->n; i++) {
        buf_printf(&out, "%.*s  %.*s\n",
                   STR_ARG(hash_of(a, pin->items[i].bytes)),
                   STR_ARG(pin->items[i].path));
    }
    return buf_str(&out);
}

/* A line of the list: where its path begins; 0 for a line that has none. */
static size_t path_at(Str line)
{
    enum { HASH = 32 };
    return line.n > HASH + 2 && !str_starts(line, S("#")) ? HASH + 2 : 0;
}

static void add_edit(struct arena *a, struct pin_edits *out, Str path,
                     enum pin_edit_kind kind)
{
    *LIST_ADD(a, out->items, out->n) = (struct pin_edit){path, kind};
}

const struct pin_file *pin_find(const struct pin *pin, Str path)
{
    for (size_t i = 0; i < pin->n; i++) {
        if (str_eq(pin->items[i].path, path)) {
            return &pin->items[i];
        }
    }
    return NULL;
}

static void compare(struct arena *a, Str list, const struct pin *now,
                    struct pin_edits *out)
{
    struct map listed = map_in(a);
    Str line;
    while (str_cut_line(&list, &line)) {
        size_t at = path_at(line);
        if (at == 0) {
            continue;
        }
        Str path = str_from(line, at);
        const struct pin_file *file = pin_find(now, path);
        map_put(&listed, path, out);
        if (file == NULL) {
            add_edit(a, out, path, PIN_GONE);
        } else if (!str_starts(line, hash_of(a, file->bytes))) {
            add_edit(a, out, path, PIN_CHANGED);
        }
    }
    for (size_t i = 0; i < now->n; i++) {
        if (map_get(&listed, now->items[i].path) == NULL) {
            add_edit(a, out, now->items[i].path, PIN_ADDED);
        }
    }
}

bool pin_has_list(struct arena *a, Str folder)
{
    return file_kind(path_join(a, folder, pin_list_name)) != FILE_NONE;
}

bool pin_edits(struct arena *a, struct diags *d, Str folder,
               const struct pin *now, struct pin_edits *out)
{
    Str path = path_join(a, folder, pin_list_name), list;
    *out = (struct pin_edits){.n = 0};
    if (!pin_has_list(a, folder)) {
        return true;
    }
    if (!file_read(a, path, FILE_MAX, &list)) {
        diag_system(d, path, "cannot read", errno);
        return false;
    }
    compare(a, list, now, out);
    return true;
}
