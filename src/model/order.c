#include "model/order.h"

#include <errno.h>

#include "base/file.h"
#include "base/slug.h"
#include "base/suggest.h"

static bool is_chapter_file(const struct dir_entry *entry)
{
    return entry->kind == FILE_REGULAR && str_ends(entry->name, S(".md")) &&
           !str_eq(entry->name, S("README.md")) &&
           !str_eq(entry->name, S("LICENSE.md"));
}

/* The names of pages that every edition has. */
static bool is_reserved(Str id)
{
    static const Str names[] = {
        STR_INIT("index"),      STR_INIT("words"), STR_INIT("print"),
        STR_INIT("nav"),        STR_INIT("cover"), STR_INIT("help-contacts"),
        STR_INIT("title-page"), STR_INIT("get"),   STR_INIT("search")};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_eq(id, names[i])) {
            return true;
        }
    }
    return false;
}

static bool can_be_chapter(struct loading *l, const struct publication *p,
                           Str id)
{
    const struct chapter *other = map_get(&p->by_name, id);
    if (is_reserved(id)) {
        diag_error(l->diags, l->src, S(""), "reserved-name",
                   "Duet makes a page of the name '%.*s' itself", STR_ARG(id));
    } else if (other != NULL) {
        diag_error(l->diags, l->src, S(""), "duplicate-id",
                   "its page would have the same name as that of %.*s",
                   STR_ARG(other->src->path));
    } else {
        return true;
    }
    diag_help(l->diags, "give the file another name");
    return false;
}

/* Reads a file of the layer as a chapter, unless it has been read. Returns:
 * NULL after reporting. */
static struct chapter *add_chapter(struct loading *l, struct publication *p,
                                   size_t layer, Str path)
{
    Str id = slug_of(l->arena, path_stem(path), S("chapter"));
    struct chapter *c = map_get(&p->by_name, id);
    if (c != NULL && str_eq(c->src->path, path)) {
        return c;
    }
    Str lang = p->layers.n == 0 ? S("") : p->layers.items[layer].lang;
    l->src = layer_source(l, path, lang);
    c = l->src == NULL || !can_be_chapter(l, p, id)
            ? NULL
            : chapter_load(l, &p->layers, layer);
    if (c == NULL) {
        return NULL;
    }
    *LIST_ADD(l->arena, p->chapters, p->nchapters) = c;
    map_put(&p->by_name, c->id, c);
    return c;
}

static void add_to_edition(struct loading *l, struct publication *p, size_t v,
                           struct chapter *c, const struct voiced *part)
{
    if (!c->left_out[v]) {
        *LIST_ADD(l->arena, p->order[v].places, p->order[v].n) =
            (struct place){c, part};
    }
}

bool order_single(struct loading *l, struct publication *p, Str path)
{
    if (!str_ends(path, S(".md"))) {
        struct source *src = ARENA_NEW(l->arena, struct source, 1);
        src->path = path;
        diag_error(l->diags, src, S(""), "wrong-type",
                   "this is no Markdown file");
        diag_help(l->diags, "name the publication's folder, or a file that "
                            "ends with .md");
        return false;
    }
    struct chapter *c = add_chapter(l, p, 0, path);
    for (size_t v = 0; c != NULL && v < p->voices.n; v++) {
        add_to_edition(l, p, v, c, NULL);
    }
    return c != NULL;
}

static void suggest_chapters(struct loading *l, struct suggest *s, Str folder)
{
    struct dir_entry *entries;
    size_t n = 0;
    if (dir_list(l->arena, folder, &entries, &n)) {
        for (size_t i = 0; i < n; i++) {
            if (is_chapter_file(&entries[i])) {
                suggest_try(s, path_stem(entries[i].name));
            }
        }
    }
}

static void no_such_chapter(struct loading *l, const struct publication *p,
                            const struct yaml *name)
{
    struct suggest s = suggest_for(name->text);
    for (size_t i = 0; i < p->layers.n; i++) {
        Str folder = layer_chapters(l->arena, p->layers.items[i].folder);
        suggest_chapters(l, &s, folder);
    }
    Str folder = layer_chapters(l->arena, p->folder);
    Str file = str_printf(l->arena, "%.*s.md", STR_ARG(name->text));
    diag_error(l->diags, p->src, name->where, "missing-file",
               "there is no file %.*s%s",
               STR_ARG(path_join(l->arena, folder, file)),
               p->layers.n > 1 ? ", here or in a layer below" : "");
    if (s.best.n > 0) {
        diag_help(l->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(l->diags, "write the file, or take the name away");
    }
}

/* The chapter that `name` names. Returns: NULL after reporting. */
static struct chapter *find_chapter(struct loading *l, struct publication *p,
                                    const struct yaml *name)
{
    bool plain = name->kind == YAML_SCALAR && name->text.n > 0 &&
                 str_find_byte(name->text, '/') == name->text.n &&
                 name->text.p[0] != '.';
    if (!plain) {
        diag_error(l->diags, p->src, name->where, "wrong-type",
                   "a chapter's name is expected here");
        diag_help(l->diags, "write the file's name without .md");
        return NULL;
    }
    Str file = str_printf(l->arena, "%.*s.md", STR_ARG(name->text));
    Str path;
    size_t layer = layers_find_chapter(&p->layers, l->arena, 0, file, &path);
    if (layer == p->layers.n) {
        no_such_chapter(l, p, name);
        return NULL;
    }
    return add_chapter(l, p, layer, path);
}

static bool is_placed(const struct publication *p, size_t v,
                      const struct chapter *c)
{
    for (size_t i = 0; i < p->order[v].n; i++) {
        if (p->order[v].places[i].chapter == c) {
            return true;
        }
    }
    return false;
}

/* What a list of chapters is read for. */
struct listing {
    size_t voice;
    bool appendix;
    const struct voiced *part;
};

static void add_named(struct loading *l, struct publication *p,
                      const struct listing *to, const struct yaml *list);

/* `{part: Part A, chapters: [...]}` */
static void add_part(struct loading *l, struct publication *p,
                     const struct listing *to, const struct yaml *item)
{
    const struct yaml *title = yaml_get(item, S("part"));
    const struct yaml *chapters = yaml_get(item, S("chapters"));
    if (title == NULL || chapters == NULL || item->n != 2 || to->part != NULL) {
        diag_error(l->diags, p->src, item->where, "wrong-type",
                   "a chapter's name or a part is expected here");
        diag_help(l->diags, "write `{part: Part A, chapters: [purpose, "
                            "background]}`");
        return;
    }
    struct listing inside = *to;
    l->src = p->src;
    inside.part = voiced_load(l, title);
    if (inside.part != NULL) {
        add_named(l, p, &inside, chapters);
    }
}

static void add_named(struct loading *l, struct publication *p,
                      const struct listing *to, const struct yaml *list)
{
    if (list->kind != YAML_LIST) {
        diag_error(l->diags, p->src, list->where, "wrong-type",
                   "a list of chapters is expected here");
        diag_help(l->diags, "write [foreword, introduction]: the files' names "
                            "without .md, in order");
        return;
    }
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i]->kind == YAML_MAP) {
            add_part(l, p, to, list->items[i]);
            continue;
        }
        struct chapter *c = find_chapter(l, p, list->items[i]);
        if (c == NULL) {
            continue;
        }
        if (is_placed(p, to->voice, c)) {
            diag_error(l->diags, p->src, list->items[i]->where, "duplicate-id",
                       "the chapter '%.*s' is named twice", STR_ARG(c->id));
            diag_help(l->diags, "keep one of them");
            continue;
        }
        c->appendix = to->appendix;
        add_to_edition(l, p, to->voice, c, to->part);
    }
}

/* `chapters: [...]`, or voiced: `chapters: {formal: [...], young: [...]}`. */
static void add_lists(struct loading *l, struct publication *p, Str key,
                      bool appendix)
{
    const struct slot *slot = record_slot(p->record, key);
    if (!slot->set) {
        return;
    }
    for (size_t v = 0; v < p->voices.n; v++) {
        const struct yaml *list = slot->tree;
        struct listing to = {v, appendix, NULL};
        if (list->kind == YAML_MAP) {
            list = yaml_get(list, p->voices.ids[v]);
        }
        if (list != NULL) {
            add_named(l, p, &to, list);
        }
    }
    for (size_t i = 0; slot->tree->kind == YAML_MAP && i < slot->tree->n; i++) {
        const struct yaml_pair *pair = &slot->tree->pairs[i];
        if (voices_find(&p->voices, pair->key) == p->voices.n) {
            report_unknown_edition(l, p->src, pair->where, pair->key);
        }
    }
}

/* Every Markdown file that is not named as an appendix, by name. */
static bool add_folder(struct loading *l, struct publication *p, size_t layer,
                       Str folder)
{
    struct dir_entry *entries;
    size_t n;
    if (!dir_list(l->arena, folder, &entries, &n)) {
        diag_system(l->diags, folder, "cannot read the folder", errno);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        Str path = path_join(l->arena, folder, entries[i].name);
        Str over;
        if (!is_chapter_file(&entries[i]) ||
            layers_find_chapter(&p->layers, l->arena, 0, entries[i].name,
                                &over) < layer) {
            continue;
        }
        struct chapter *c = add_chapter(l, p, layer, path);
        for (size_t v = 0; c != NULL && v < p->voices.n; v++) {
            add_to_edition(l, p, v, c, NULL);
        }
    }
    return true;
}

static bool add_all(struct loading *l, struct publication *p)
{
    bool done = p->layers.n > 0 ||
                add_folder(l, p, 0, layer_chapters(l->arena, p->folder));
    for (size_t i = 0; i < p->layers.n; i++) {
        Str folder = layer_chapters(l->arena, p->layers.items[i].folder);
        done = add_folder(l, p, i, folder) && done;
    }
    return done;
}

bool order_folder(struct loading *l, struct publication *p)
{
    if (record_slot(p->record, S("chapters"))->set) {
        add_lists(l, p, S("chapters"), false);
    } else if (!add_all(l, p)) {
        return false;
    }
    add_lists(l, p, S("appendices"), true);
    if (p->nchapters == 0 && diags_errors(l->diags) == 0) {
        struct source *src = ARENA_NEW(l->arena, struct source, 1);
        src->path = p->folder.n == 0 ? S(".") : p->folder;
        diag_error(l->diags, src, S(""), "no-chapters",
                   "there is no chapter here");
        diag_help(l->diags, "write a file strategy.md that starts with "
                            "`# Our strategy`");
    }
    return p->nchapters > 0;
}
