#include "publish/work.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/suggest.h"

/* The folder above `path`, without `a/..` in its name where that can be. */
static Str folder_above(struct arena *a, Str path)
{
    bool unnamed = path.n == 0 || str_eq(path_base(path), S(".")) ||
                   str_eq(path_base(path), S(".."));
    return unnamed ? path_join(a, path, S("..")) : path_dir(path);
}

struct theme_shelf theme_shelf_for(struct arena *a, Str path)
{
    struct theme_shelf shelf = {.themes = map_in(a)};
    while (path.n > 1 && path.p[path.n - 1] == '/') {
        path.n--;
    }
    Str at = file_kind(path) == FILE_REGULAR ? path_dir(path) : path;
    /* beside content/, or beside the folder that holds the publication */
    for (int up = 0; up < 3 && shelf.folder.n == 0; up++) {
        Str folder = path_join(a, at, S("themes"));
        if (file_kind(folder) == FILE_FOLDER) {
            shelf.folder = folder;
        }
        at = folder_above(a, at);
    }
    return shelf;
}

static struct theme *find_theme(struct arena *a, struct diags *d,
                                struct theme_shelf *shelf,
                                const struct publication *p, size_t voice)
{
    const struct edition_plan *plan = &p->plans[voice];
    struct theme *t = map_get(&shelf->themes, plan->theme);
    if (t == NULL) {
        t = theme_load(a, d, shelf->folder, plan->theme, p->src,
                       plan->theme_where);
    }
    if (t != NULL) {
        map_put(&shelf->themes, plan->theme, t);
    }
    return t;
}

struct work *work_load(struct arena *a, struct diags *d,
                       struct theme_shelf *shelf, Str path)
{
    struct work *w = ARENA_NEW(a, struct work, 1);
    w->pub = publication_load(a, d, path);
    if (w->pub == NULL) {
        return NULL;
    }
    bool whole = true;
    for (size_t v = 0; v < w->pub->voices.n; v++) {
        w->editions[v] = edition_build(a, d, w->pub, v);
        w->themes[v] = find_theme(a, d, shelf, w->pub, v);
        whole = whole && w->themes[v] != NULL;
    }
    return whole ? w : NULL;
}

static const struct work *find_work(struct work *const *works, size_t n, Str id)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(works[i]->pub->id, id)) {
            return works[i];
        }
    }
    return NULL;
}

/* The other publication that the group `field` of `w` names, or NULL. */
static const struct work *named_work(struct diags *d, const struct work *w,
                                     struct work *const *works, size_t n,
                                     Str field)
{
    const struct record *r = record_group(w->pub->record, field);
    const struct slot *id = r == NULL ? NULL : record_slot(r, S("publication"));
    if (id == NULL || !id->set) {
        return NULL;
    }
    const struct work *found = find_work(works, n, id->word);
    if (found == NULL || found == w) {
        struct suggest s = suggest_for(id->word);
        for (size_t i = 0; i < n; i++) {
            suggest_try(&s, works[i] == w ? S("") : works[i]->pub->id);
        }
        diag_error(d, r->src, id->where, "unknown-reference",
                   "there is no other publication with the id '%.*s'",
                   STR_ARG(id->word));
        if (s.best.n > 0) {
            diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
        } else {
            diag_help(d, "write the name of a folder beside this one, or leave "
                         "it out and write the document's `url`");
        }
        return NULL;
    }
    return found;
}

/* The pages of `other`, from the folder beside it, for the edition `id`. */
static struct beside pages_beside(struct arena *a, const struct work *other,
                                  Str id)
{
    if (other == NULL) {
        return (struct beside){0};
    }
    Str folder = str_printf(a, "../%.*s/", STR_ARG(other->pub->id));
    Str front = str_printf(a, "%.*sindex.html", STR_ARG(folder));
    struct beside beside = {front, front};
    for (size_t v = 0; v < other->pub->voices.n; v++) {
        if (str_eq(other->pub->voices.ids[v], id)) {
            beside.home = str_printf(a, "%.*s%.*s/index.html", STR_ARG(folder),
                                     STR_ARG(id));
        }
    }
    return beside;
}

void works_join(struct arena *a, struct diags *d, struct work *const *works,
                size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct work *w = works[i];
        const struct work *before = named_work(d, w, works, n, S("supersedes"));
        const struct work *after =
            named_work(d, w, works, n, S("superseded-by"));
        for (size_t v = 0; v < w->pub->voices.n; v++) {
            Str id = w->pub->voices.ids[v];
            w->supersedes[v] = pages_beside(a, before, id);
            w->superseded_by[v] = pages_beside(a, after, id);
        }
    }
}

bool work_has_terms(const struct work *w)
{
    return w->pub->lists[kind_index(kind_find(S("term")))].n > 0;
}

bool sink_write(const struct sink *s, Str path, Str bytes)
{
    if (s->log != NULL) {
        Str *hash = ARENA_NEW(s->arena, Str, 1);
        *hash = hash_hex(s->arena, bytes);
        map_put(s->log, str_copy(s->arena, path), hash);
    }
    if (s->stage == NULL) {
        return true;
    }
    Str full =
        str_printf(s->arena, "%.*s%.*s", STR_ARG(s->prefix), STR_ARG(path));
    return stage_write(s->stage, full, bytes);
}

struct scene work_scene(const struct work *w, size_t voice,
                        enum flavour flavour)
{
    return (struct scene){
        .pub = w->pub,
        .editions = w->editions,
        .ed = w->editions[voice],
        .theme = w->themes[voice],
        .flavour = flavour,
        .supersedes = w->supersedes[voice],
        .superseded_by = w->superseded_by[voice],
        .ending = flavour == FLAVOUR_HTML ? S(".html") : S(".xhtml"),
    };
}
