#include "publish/work.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/suggest.h"
#include "model/languages.h"

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
                                const struct edition *ed)
{
    const struct edition_plan *plan = ed->plan;
    Str name = str_printf(a, "%.*s/%.*s", STR_ARG(plan->theme),
                          STR_ARG(ed->locale->code));
    struct theme *t = map_get(&shelf->themes, name);
    if (t == NULL) {
        t = theme_load(a, d, shelf->folder, plan->theme, ed->locale->code,
                       ed->pub->src, plan->theme_where);
    }
    if (t != NULL) {
        map_put(&shelf->themes, name, t);
    }
    return t;
}

/* Adds the edition of `p` in the voice `voice`. */
static bool add_edition(struct arena *a, struct diags *d,
                        struct theme_shelf *shelf, struct work *w,
                        const struct publication *p, size_t voice)
{
    struct edition *ed = edition_build(a, d, p, voice);
    w->editions[w->n] = ed;
    w->themes[w->n] = find_theme(a, d, shelf, ed);
    return w->themes[w->n++] != NULL;
}

static void nothing_translated(struct diags *d, const struct publication *p,
                               const struct phrase *language)
{
    diag_error(d, p->src, language->where, "not-a-translation",
               "no edition has a text of its own in the language '%.*s'",
               STR_ARG(language->text));
    diag_help(d,
              "translate the title, for one: `title: {%.*s: …}` in "
              "%.*s/publication.yaml; or take the language away",
              STR_ARG(p->voices.ids[p->voices.n - 1]), STR_ARG(language->text));
}

/* Adds the editions in the other languages that somebody has begun to
 * translate. */
static bool add_translations(struct arena *a, struct diags *d,
                             struct theme_shelf *shelf, struct work *w)
{
    const struct slot *languages = record_slot(w->pub->record, S("languages"));
    bool whole = true;
    for (size_t i = 1; i < languages->nwords && diags_errors(d) == 0; i++) {
        const struct publication *p =
            publication_load_in(a, d, w->pub->path, languages->words[i].text);
        size_t before = w->n;
        for (size_t v = 0; p != NULL && v < p->voices.n; v++) {
            if (languages_has(p, v) && w->n < EDITIONS_MAX) {
                whole = add_edition(a, d, shelf, w, p, v) && whole;
            }
        }
        whole = whole && p != NULL;
        if (p != NULL && w->n == before) {
            nothing_translated(d, w->pub, &languages->words[i]);
        }
    }
    return whole;
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
        whole = add_edition(a, d, shelf, w, w->pub, v) && whole;
    }
    whole = add_translations(a, d, shelf, w) && whole;
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

/* The pages of `other`, from the folder beside it, for the edition `ed`: in
 * its language where they are there. */
static struct beside pages_beside(struct arena *a, const struct work *other,
                                  const struct edition *ed)
{
    if (other == NULL) {
        return (struct beside){0};
    }
    Str folder = str_printf(a, "../%.*s/", STR_ARG(other->pub->id));
    Str front = str_printf(a, "%.*sindex.html", STR_ARG(folder));
    struct beside beside = {front, front};
    for (size_t i = 0; i < other->n; i++) {
        const struct edition *o = other->editions[i];
        bool same_voice = str_eq(o->plan->id, ed->plan->id);
        bool original = !edition_is_translation(o);
        if (same_voice && (original || str_eq(o->folder, ed->folder))) {
            beside.home = str_printf(a, "%.*s%.*s/index.html", STR_ARG(folder),
                                     STR_ARG(o->folder));
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
        for (size_t e = 0; e < w->n; e++) {
            w->supersedes[e] = pages_beside(a, before, w->editions[e]);
            w->superseded_by[e] = pages_beside(a, after, w->editions[e]);
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

struct scene work_scene(const struct work *w, size_t edition,
                        enum flavour flavour)
{
    return (struct scene){
        .pub = w->editions[edition]->pub,
        .editions = w->editions,
        .neditions = w->n,
        .ed = w->editions[edition],
        .theme = w->themes[edition],
        .flavour = flavour,
        .supersedes = w->supersedes[edition],
        .superseded_by = w->superseded_by[edition],
        .ending = flavour == FLAVOUR_HTML ? S(".html") : S(".xhtml"),
    };
}
