#include "model/languages.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/suggest.h"

Str languages_original(const struct publication *p)
{
    const struct slot *languages = record_slot(p->record, S("languages"));
    Str first = languages->nwords > 0 ? languages->words[0].text : S("");
    return locale_knows(first) ? first : S("en");
}

static bool section_translates(const struct section *s, size_t voice)
{
    for (size_t i = 0; i < s->npieces; i++) {
        if (s->pieces[i].voice == (int)voice && s->pieces[i].lang.n > 0) {
            return true;
        }
    }
    for (const struct section *c = s->first; c != NULL; c = c->next) {
        if (section_translates(c, voice)) {
            return true;
        }
    }
    return false;
}

static bool phrase_translates(const struct voiced *v, size_t voice)
{
    return v != NULL && v->voice[voice].lang.n > 0;
}

static bool list_translates(const struct voiced_list *list, size_t voice)
{
    for (size_t i = 0; list != NULL && i < list->nitems; i++) {
        if (phrase_translates(list->items[i], voice)) {
            return true;
        }
    }
    return list != NULL && list->whole && list->voice[voice].n > 0 &&
           list->voice[voice].items[0].lang.n > 0;
}

/* The depth is that of the record table. */
static bool record_translates(const struct record *r, size_t voice)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        bool found = phrase_translates(slot->text, voice) ||
                     list_translates(slot->texts, voice);
        for (size_t i = 0; i < slot->nrecords && !found; i++) {
            found = record_translates(slot->records[i], voice);
        }
        if (found) {
            return true;
        }
    }
    return false;
}

bool languages_has(const struct publication *p, size_t voice)
{
    bool found = record_translates(p->record, voice);
    for (size_t i = 0; i < p->nchapters && !found; i++) {
        const struct chapter *c = p->chapters[i];
        found = phrase_translates(c->title, voice) ||
                section_translates(c->opening, voice);
    }
    for (size_t k = 0; k < KIND_COUNT && !found; k++) {
        for (size_t i = 0; i < p->lists[k].n && !found; i++) {
            found = record_translates(p->lists[k].items[i], voice);
        }
    }
    return found;
}

static void unknown_language(const struct loading *l,
                             const struct publication *p,
                             const struct phrase *word)
{
    struct buf codes = buf_in(l->arena);
    for (size_t i = 0; locale_code(i).n > 0; i++) {
        buf_printf(&codes, "%s%.*s", i > 0 ? ", " : "",
                   STR_ARG(locale_code(i)));
    }
    diag_error(l->diags, p->src, word->where, "unknown-language",
               "Duet does not know the language '%.*s'", STR_ARG(word->text));
    diag_help(l->diags, "write one of: %.*s", STR_ARG(buf_str(&codes)));
}

void languages_check(const struct loading *l, const struct publication *p)
{
    const struct slot *languages = record_slot(p->record, S("languages"));
    for (size_t i = 0; i < languages->nwords; i++) {
        const struct phrase *word = &languages->words[i];
        if (!locale_knows(word->text)) {
            unknown_language(l, p, word);
        } else if (i > 0 &&
                   !layers_translate(&p->layers, l->arena, word->text)) {
            Str folder = path_join(l->arena, p->folder, word->text);
            diag_error(l->diags, p->src, word->where, "missing-file",
                       "there is no folder %.*s with a translation",
                       STR_ARG(folder));
            diag_help(l->diags, "make the folder, or take the language away");
        }
    }
}

static void no_original(const struct loading *l, Str path, const char *what,
                        Str suggestion)
{
    struct source *src = ARENA_NEW(l->arena, struct source, 1);
    src->path = path;
    diag_error(l->diags, src, S(""), "not-a-translation",
               "the original has no %s of this name", what);
    if (suggestion.n > 0) {
        diag_help(l->diags, "did you mean '%.*s'?", STR_ARG(suggestion));
    } else {
        diag_help(l->diags, "give it the name that the original's file has");
    }
}

/* The file `name` of the translation number `layer`, in `folder`. What a layer
 * below has may be left out above it. */
static void check_chapter(const struct loading *l, const struct publication *p,
                          size_t layer, Str folder, Str name)
{
    Str id = slug_of(l->arena, path_stem(name), S("chapter")), path;
    if (str_eq(name, S("README.md")) || map_get(&p->by_name, id) != NULL ||
        layers_find_chapter(&p->layers, l->arena, layer + 1, name, &path) <
            p->layers.n) {
        return;
    }
    struct suggest s = suggest_for(id);
    for (size_t i = 0; i < p->nchapters; i++) {
        suggest_try(&s, p->chapters[i]->id);
    }
    no_original(l, path_join(l->arena, folder, name), "chapter",
                s.best.n == 0
                    ? s.best
                    : str_printf(l->arena, "%.*s.md", STR_ARG(s.best)));
}

static void check_records(const struct loading *l, Str folder, Str name)
{
    bool known = str_eq(name, S("publication.yaml"));
    struct suggest s = suggest_for(name);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (kinds[i].file.n > 0) {
            known = known || str_eq(name, kinds[i].file);
            suggest_try(&s, kinds[i].file);
        }
    }
    if (!known) {
        no_original(l, path_join(l->arena, folder, name), "file", s.best);
    }
}

static void check_folder(const struct loading *l, const struct publication *p,
                         size_t layer, Str folder, Str ending)
{
    struct dir_entry *entries;
    size_t n = 0;
    if (!dir_list(l->arena, folder, &entries, &n)) {
        return; /* it was read, or nothing in it */
    }
    for (size_t i = 0; i < n; i++) {
        if (entries[i].kind != FILE_REGULAR ||
            !str_ends(entries[i].name, ending)) {
            continue;
        }
        if (str_eq(ending, S(".md"))) {
            check_chapter(l, p, layer, folder, entries[i].name);
        } else {
            check_records(l, folder, entries[i].name);
        }
    }
}

void languages_check_files(const struct loading *l, const struct publication *p)
{
    for (size_t i = 0; i < p->layers.n; i++) {
        const struct layer *layer = &p->layers.items[i];
        if (layer->lang.n > 0) {
            check_folder(l, p, i, layer_chapters(l->arena, layer->folder),
                         S(".md"));
            check_folder(l, p, i, layer->folder, S(".yaml"));
        }
    }
}
