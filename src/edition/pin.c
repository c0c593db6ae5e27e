#include "publish/pin.h"

#include <errno.h>

#include "base/file.h"

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

bool pin_write(struct stage *s, const struct pin *pin)
{
    for (size_t i = 0; i < pin->n; i++) {
        if (!stage_write(s, pin->items[i].path, pin->items[i].bytes)) {
            return false;
        }
    }
    return true;
}
