#include "render/theme_files.h"

#include "base/embedded.h"

static const struct embedded_file *find_embedded(Str path)
{
    for (size_t i = 0; i < embedded_count; i++) {
        if (str_eq(embedded_files[i].path, path)) {
            return &embedded_files[i];
        }
    }
    return NULL;
}

bool theme_files_find(struct arena *a, Str folder, Str name,
                      struct theme_files *out)
{
    Str root = path_join(a, folder, name);
    if (folder.n > 0 &&
        file_kind(path_join(a, root, S("theme.yaml"))) == FILE_REGULAR) {
        *out = (struct theme_files){.root = root};
        return true;
    }
    root = path_join(a, S("themes"), name);
    if (find_embedded(path_join(a, root, S("theme.yaml"))) != NULL) {
        *out = (struct theme_files){.root = root, .embedded = true};
        return true;
    }
    return false;
}

struct dir_entry *theme_files_list(struct arena *a, const struct theme_files *t,
                                   Str path, size_t *n)
{
    struct dir_entry *list = NULL;
    Str root = path_join(a, t->root, path);
    *n = 0;
    if (!t->embedded) {
        return dir_list(a, root, &list, n) ? list : NULL;
    }
    Str prefix = str_printf(a, "%.*s/", STR_ARG(root));
    for (size_t i = 0; i < embedded_count; i++) {
        Str name = str_from(embedded_files[i].path, prefix.n);
        if (str_starts(embedded_files[i].path, prefix) &&
            str_find_byte(name, '/') == name.n) {
            *LIST_ADD(a, list, *n) = (struct dir_entry){name, FILE_REGULAR};
        }
    }
    return list;
}

bool theme_files_read(struct arena *a, const struct theme_files *t, Str path,
                      Str *out)
{
    Str full = path_join(a, t->root, path);
    if (!t->embedded) {
        return file_read(a, full, SOURCE_MAX, out);
    }
    const struct embedded_file *found = find_embedded(full);
    if (found != NULL) {
        *out = found->bytes;
    }
    return found != NULL;
}

bool theme_files_look(struct arena *a, const struct theme_files *t, Str path,
                      Str *out)
{
    bool found = false;
    for (; !found && t != NULL; t = t->base) {
        found = theme_files_read(a, t, path, out);
    }
    return found;
}

bool theme_files_need(struct arena *a, struct diags *d,
                      const struct theme_files *t, Str path,
                      const struct source *src, Str where, Str *out)
{
    if (theme_files_look(a, t, path, out)) {
        return true;
    }
    diag_error(d, src, where, "missing-file", "there is no file %.*s",
               STR_ARG(path_join(a, t->root, path)));
    diag_help(d, "write the file, or take the name away");
    return false;
}

struct source *theme_files_source(struct arena *a, struct diags *d,
                                  const struct theme_files *t, Str path)
{
    Str full = path_join(a, t->root, path), bytes;
    if (t->embedded && theme_files_read(a, t, path, &bytes)) {
        return source_from_bytes(a, d, bytes, full);
    }
    return source_load(a, d, full, full);
}
