#include "publish/work.h"

#include "base/file.h"

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

bool sink_write(const struct sink *s, Str path, Str bytes)
{
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
        .ending = flavour == FLAVOUR_HTML ? S(".html") : S(".xhtml"),
    };
}
