#include "model/units_parts.h"

#include <errno.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/slug.h"

enum { FOLDERS_MAX = 16, FILE_MAX = 64 * 1024 * 1024 };

/* Reads the file at `path` as YAML. Returns: NULL after reporting. */
static struct yaml *read_yaml(struct loading *l, Str path)
{
    l->src = layer_source(l, path, S(""));
    return l->src == NULL
               ? NULL
               : yaml_parse(l->arena, l->diags, l->src, l->src->text);
}

static bool is_record_file(Str file)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (str_eq(kinds[i].file, file)) {
            return true;
        }
    }
    return false;
}

/* contacts.yaml is a list of one kind, law.yaml a map of lists by kind. */
static void add_record_file(struct units_reading *r, const struct yaml *root)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (!str_eq(kinds[i].file, r->file)) {
            continue;
        }
        const struct yaml *list =
            kinds[i].keyed ? yaml_get(root, kinds[i].plural) : root;
        if (list != NULL) {
            units_add_records(r, list, &kinds[i]);
        }
    }
}

static bool add_file(struct units_reading *r, struct loading *l, Str path)
{
    Str bytes;
    struct arena *scratch = arena_create();
    bool read = file_read(scratch, path, FILE_MAX, &bytes);
    if (!read) {
        diag_system(l->diags, path, "cannot read", errno);
    } else {
        struct source *src = ARENA_NEW(l->arena, struct source, 1);
        src->path = path;
        l->src = src;
        struct unit *u = units_add(r, UNIT_FILE, r->file, S(""));
        units_add_part(r, u, S("file"), hash_hex(l->arena, bytes), S(""));
    }
    arena_free(scratch);
    return read;
}

static bool is_chapter(Str name)
{
    return str_ends(name, S(".md"));
}

/* What is no text of the publication. */
static bool is_aside(Str name, bool top)
{
    return str_ends(name, S("duet.lock")) ||
           (top &&
            (str_starts(name, S("README")) || str_starts(name, S("LICENSE"))));
}

/* Adds the file `file` of the layer, which is a chapter or not. */
static bool add_text(struct units_reading *r, Str path, Str file, bool chapter)
{
    struct loading l = *r->l;
    const struct loading *outer = r->l;
    bool done = true;
    r->l = &l;
    r->file = file;
    r->stem = slug_of(l.arena, path_stem(file), S("file"));
    if (chapter) {
        l.src = layer_source(&l, path, S(""));
        done = l.src != NULL && units_add_chapter(r);
    } else if (is_record_file(file)) {
        const struct yaml *root = read_yaml(&l, path);
        done = root != NULL;
        if (done) {
            add_record_file(r, root);
        }
    } else {
        done = add_file(r, &l, path);
    }
    r->l = outer;
    return done;
}

static bool add_folder(struct units_reading *r, Str folder, Str within,
                       size_t depth)
{
    struct arena *a = r->l->arena;
    struct dir_entry *entries;
    size_t n;
    bool done = true;
    if (depth == FOLDERS_MAX || !dir_list(a, folder, &entries, &n)) {
        diag_system(r->l->diags, folder, "cannot read the folder",
                    depth == FOLDERS_MAX ? ELOOP : errno);
        return false;
    }
    Str chapters = layer_chapters(a, r->layer->folder);
    for (size_t i = 0; i < n; i++) {
        Str path = path_join(a, folder, entries[i].name);
        Str file = path_join(a, within, entries[i].name);
        bool regular = entries[i].kind == FILE_REGULAR;
        bool chapter =
            regular && str_eq(folder, chapters) && is_chapter(entries[i].name);
        bool aside = (regular && is_aside(entries[i].name, depth == 0)) ||
                     str_eq(file, S("publication.yaml"));
        if (aside) {
            continue;
        }
        if (chapter) {
            file = path_join(a, S("chapters"), entries[i].name);
        }
        if (regular) {
            done = add_text(r, path, file, chapter) && done;
        } else if (entries[i].kind == FILE_FOLDER &&
                   file_kind(path_join(a, path, S("publication.yaml"))) ==
                       FILE_NONE) {
            done = add_folder(r, path, file, depth + 1) && done;
        }
    }
    return done;
}

/* The names in a list of chapters, which may have parts and voices. */
static void add_names(struct map *to, const struct yaml *y)
{
    if (y->kind == YAML_SCALAR) {
        map_put(to, y->text, to);
    }
    for (size_t i = 0; y->kind == YAML_LIST && i < y->n; i++) {
        add_names(to, y->items[i]);
    }
    for (size_t i = 0; y->kind == YAML_MAP && i < y->n; i++) {
        if (!str_eq(y->pairs[i].key, S("part"))) {
            add_names(to, y->pairs[i].value);
        }
    }
}

static struct map *names_under(struct units_reading *r, const struct yaml *root,
                               Str key)
{
    const struct yaml *list = yaml_get(root, key);
    if (list == NULL || yaml_is_empty(list)) {
        return NULL;
    }
    struct map *names = ARENA_NEW(r->l->arena, struct map, 1);
    *names = map_in(r->l->arena);
    add_names(names, list);
    return names;
}

static void add_settings(struct units_reading *r, const struct yaml *root)
{
    r->file = S("publication.yaml");
    struct unit *u =
        units_add(r, UNIT_SETTINGS, r->file, str_to(r->l->src->text, 0));
    units_add_fields(r, u, root, &kind_publication, S(""));
    r->to->chapters = names_under(r, root, S("chapters"));
    r->to->appendices = names_under(r, root, S("appendices"));
    const struct yaml *version = yaml_get(root, S("version"));
    if (version != NULL && version->kind == YAML_SCALAR) {
        r->to->version = str_trim(version->text);
    }
}

bool units_read(const struct loading *l, const struct layer *layer,
                struct units *out)
{
    *out = (struct units){.arena = l->arena,
                          .by_name = map_in(l->arena),
                          .replaced = map_in(l->arena)};
    if (layer->root == NULL) {
        return false; /* reported by layers_read() */
    }
    struct loading own = *l;
    own.src = layer->src;
    struct units_reading r = {.l = &own, .layer = layer, .to = out};
    add_settings(&r, layer->root);
    bool done = add_folder(&r, layer->folder, S(""), 0);
    units_sort(out);
    return done;
}
