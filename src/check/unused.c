#include "check/unused.h"

#include "base/file.h"
#include "check/walk.h"
#include "read/insert.h"

/* Folders in images/ are a few levels deep, and no more. */
enum { FOLDERS_MAX = 8 };

/* A message about a file that was not read. */
static const struct source *unread(const struct check *c, Str path)
{
    struct source *src = ARENA_NEW(c->arena, struct source, 1);
    src->path = path;
    return src;
}

static bool is_chapter(const struct publication *p, Str path)
{
    for (size_t i = 0; i < p->nchapters; i++) {
        if (str_eq(p->chapters[i]->src->path, path)) {
            return true;
        }
    }
    return false;
}

static void check_orphans(const struct check *c)
{
    const struct publication *p = c->pub;
    struct dir_entry *entries;
    size_t n;
    if (p->src == NULL || !record_slot(p->record, S("chapters"))->set ||
        p->nchapters == 0) {
        return;
    }
    Str folder = layer_chapters(c->arena, p->folder);
    if (!dir_list(c->arena, folder.n == 0 ? S(".") : folder, &entries, &n)) {
        return; /* it could be read a moment ago */
    }
    for (size_t i = 0; i < n; i++) {
        Str name = entries[i].name;
        Str path = path_join(c->arena, folder, name);
        if (entries[i].kind != FILE_REGULAR || !str_ends(name, S(".md")) ||
            str_eq(name, S("README.md")) || str_eq(name, S("LICENSE.md")) ||
            is_chapter(p, path)) {
            continue;
        }
        diag_warning(c->diags, unread(c, path), S(""), "orphan-chapter",
                     "no edition has this chapter");
        diag_help(c->diags,
                  "name %.*s under `chapters` or `appendices` in "
                  "publication.yaml, or move the file away",
                  STR_ARG(path_stem(name)));
    }
}

/* The files that are shown, by their paths beneath the folder. */
struct shown {
    struct map paths;
};

static void note_picture(void *state, const struct step *step)
{
    struct shown *shown = state;
    const struct node *n = step->node;
    if (n->kind == NODE_IMAGE && n->image->picture != NULL) {
        map_put(&shown->paths, n->image->picture->path, shown);
    }
}

/* A file about the pictures: where they come from, who may use them. */
static bool is_note(Str name)
{
    return str_ends(name, S(".md")) || str_ends(name, S(".txt")) ||
           str_find_byte(name, '.') == name.n;
}

static void check_folder(const struct check *c, const struct shown *shown,
                         Str beneath, int depth)
{
    struct dir_entry *entries;
    size_t n;
    Str folder = path_join(c->arena, c->pub->folder, beneath);
    if (depth == FOLDERS_MAX || file_kind(folder) != FILE_FOLDER ||
        !dir_list(c->arena, folder, &entries, &n)) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Str path = path_join(c->arena, beneath, entries[i].name);
        if (entries[i].kind == FILE_FOLDER) {
            check_folder(c, shown, path, depth + 1);
        } else if (entries[i].kind == FILE_REGULAR &&
                   !is_note(entries[i].name) &&
                   map_get(&shown->paths, path) == NULL) {
            Str full = path_join(c->arena, c->pub->folder, path);
            diag_warning(c->diags, unread(c, full), S(""), "unused-file",
                         "no page shows this file");
            diag_help(c->diags,
                      "write ![what it shows](%.*s), or move the file away",
                      STR_ARG(path));
        }
    }
}

static void check_files(const struct check *c)
{
    struct shown shown = {map_in(c->arena)};
    if (c->pub->src == NULL) {
        return; /* a single file's folder may hold anything */
    }
    for (size_t i = 0; i < c->pub->nchapters; i++) {
        walk_chapter(c->pub->chapters[i], note_picture, &shown);
    }
    if (c->pub->card != NULL) {
        map_put(&shown.paths, c->pub->card->path, &shown);
    }
    check_folder(c, &shown, S("images"), 0);
}

/* The contacts that something refers to, by their ids. */
static void note_record(struct map *named, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct field *field = &r->kind->fields[f];
        const struct slot *slot = &r->slots[f];
        bool refers = str_eq(field->refers, S("contact"));
        if (refers && slot->word.n > 0) {
            map_put(named, slot->word, named);
        }
        for (size_t i = 0; refers && i < slot->nwords; i++) {
            map_put(named, slot->words[i].text, named);
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            note_record(named, slot->records[i]);
        }
    }
}

/* `{{ contact ID }}` in a text; it stands whole in the author's file. */
static void note_insert(struct map *named, Str where)
{
    size_t at, end;
    struct insert in;
    if (insert_find(where, &at, &end, &in) == INSERT_FOUND &&
        str_eq(in.name, S("contact")) && in.nargs > 0) {
        map_put(named, in.args[0], named);
    }
}

static void note_inserts(const struct check *c, struct map *named)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        const struct passages *all = &c->passages[v];
        for (size_t i = 0; i < all->n; i++) {
            const struct passage *p = &all->items[i];
            for (size_t s = 0; s < p->nspans; s++) {
                if (p->spans[s].inserted) {
                    note_insert(named, p->spans[s].where);
                }
            }
        }
    }
}

/* Whether a list `{{ contacts }}` shows it. */
static bool is_listed(const struct check *c, Str id)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        if (map_get(&c->editions[v]->pages, id) != NULL) {
            return true;
        }
    }
    return false;
}

static void check_contacts(const struct check *c)
{
    struct map named = map_in(c->arena);
    const struct record_list *contacts =
        &c->pub->lists[kind_index(kind_find(S("contact")))];
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < c->pub->lists[k].n; i++) {
            note_record(&named, c->pub->lists[k].items[i]);
        }
    }
    note_inserts(c, &named);
    for (size_t i = 0; i < contacts->n; i++) {
        const struct record *r = contacts->items[i];
        if (record_slot(r, S("always"))->yes || is_listed(c, r->id) ||
            map_get(&named, r->id) != NULL) {
            continue;
        }
        diag_warning(c->diags, r->src, record_slot(r, S("id"))->where,
                     "unused-contact", "nothing refers to the contact '%.*s'",
                     STR_ARG(r->id));
        diag_help(c->diags,
                  "write `contact: %.*s` in an offer, {{ contact %.*s }} in a "
                  "text or `always: true` here; or take it out",
                  STR_ARG(r->id), STR_ARG(r->id));
    }
}

void check_unused(const struct check *c)
{
    check_orphans(c);
    check_files(c);
    check_contacts(c);
}
