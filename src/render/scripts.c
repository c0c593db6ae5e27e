#include "render/scripts.h"

#include "base/hash.h"
#include "base/suggest.h"
#include "render/page.h"

struct scripts scripts_in(struct arena *a)
{
    return (struct scripts){
        .arena = a, .all = buf_in(a), .early = buf_in(a), .pages = map_in(a)};
}

/* Where the scripts of one theme.yaml are read from. */
struct reading {
    struct scripts *to;
    struct diags *diags;
    const struct theme_files *files;
    const struct source *src;
};

/* Whether no text goes on from one line to the next: then a line may lose the
 * spaces that it begins with. */
static bool has_whole_lines(Str js)
{
    Str line;
    while (str_cut_line(&js, &line)) {
        size_t quotes = 0;
        for (size_t i = 0; i < line.n; i++) {
            quotes += line.p[i] == '`';
        }
        if (quotes % 2 == 1 || str_ends(line, S("\\"))) {
            return false;
        }
    }
    return true;
}

/* Adds a script, and the end of its last line, without its margins and the
 * lines that are comments alone: a reader's telephone has no use for them. */
static void add_squeezed(struct buf *to, Str js)
{
    Str line;
    if (!has_whole_lines(js)) {
        buf_add(to, js);
        buf_byte(to, '\n');
        return;
    }
    while (str_cut_line(&js, &line)) {
        line = str_trim(line);
        if (line.n > 0 && !str_starts(line, S("//"))) {
            buf_add(to, line);
            buf_byte(to, '\n');
        }
    }
}

static void add_file(const struct reading *r, Str name, Str where,
                     struct buf *to)
{
    Str path = path_join(r->to->arena, S("assets"), name), js;
    if (theme_files_need(r->to->arena, r->diags, r->files, path, r->src, where,
                         &js)) {
        add_squeezed(to, js);
        buf_add(to, S(";\n")); /* the next one may begin with a bracket */
    }
}

static void add_files(const struct reading *r, const struct slot *names,
                      struct buf *to)
{
    for (size_t i = 0; i < names->nwords; i++) {
        add_file(r, names->words[i].text, names->words[i].where, to);
    }
}

static Str first_line(Str where)
{
    return str_to(where, str_find_byte(where, '\n'));
}

static void not_scripts(const struct reading *r, Str where)
{
    diag_error(r->diags, r->src, first_line(where), "wrong-type",
               "the scripts of a kind of page are a list");
    diag_help(r->diags, "write `page-scripts: {search: [search.js]}`");
}

/* Whether pages of this kind are made, and can have scripts. */
static bool is_page(const struct reading *r, const struct yaml_pair *pair)
{
    struct suggest near = suggest_for(pair->key);
    if (page_kind_known(pair->key, &near)) {
        return true;
    }
    if (str_eq(pair->key, S("print"))) {
        diag_error(r->diags, r->src, pair->where, "unknown-choice",
                   "the page that is printed has no scripts");
        diag_help(r->diags, "take the line away");
        return false;
    }
    diag_error(r->diags, r->src, pair->where, "unknown-choice",
               "there is no kind of page called '%.*s'", STR_ARG(pair->key));
    diag_help(r->diags,
              near.best.n > 0 ? "did you mean '%.*s'?"
                              : "write what `page.kind` says on the page, such "
                                "as chapter or contents%.*s",
              STR_ARG(near.best));
    return false;
}

static struct buf *page_buf(struct scripts *s, Str kind)
{
    struct buf *b = map_get(&s->pages, kind);
    if (b == NULL) {
        b = ARENA_NEW(s->arena, struct buf, 1);
        *b = buf_in(s->arena);
        map_put(&s->pages, kind, b);
    }
    return b;
}

static void add_pages(const struct reading *r, const struct yaml *tree)
{
    if (tree->kind != YAML_MAP) {
        not_scripts(r, tree->where);
        return;
    }
    for (size_t i = 0; i < tree->n; i++) {
        const struct yaml_pair *pair = &tree->pairs[i];
        const struct yaml *list = pair->value;
        if (list->kind != YAML_LIST) {
            not_scripts(r, pair->where);
            continue;
        }
        if (!is_page(r, pair)) {
            continue;
        }
        struct buf *to = page_buf(r->to, pair->key);
        for (size_t k = 0; k < list->n; k++) {
            if (list->items[k]->kind == YAML_SCALAR) {
                add_file(r, list->items[k]->text, list->items[k]->where, to);
            } else {
                not_scripts(r, list->items[k]->where);
            }
        }
    }
}

void scripts_add(struct scripts *s, struct diags *d,
                 const struct theme_files *files, const struct record *record,
                 const struct source *src)
{
    struct reading r = {s, d, files, src};
    const struct slot *pages = record_slot(record, S("page-scripts"));
    add_files(&r, record_slot(record, S("scripts")), &s->all);
    add_files(&r, record_slot(record, S("early-scripts")), &s->early);
    if (pages->set) {
        add_pages(&r, pages->tree);
    }
}

/* Adds a script to the theme, unless there is nothing in it. */
static void finish_one(struct theme *t, struct arena *a,
                       struct theme_script script, const struct buf *b)
{
    script.bytes = buf_str(b);
    if (script.bytes.n == 0) {
        return;
    }
    Str what = script.early ? S("early") : script.kind;
    Str hash = str_to(hash_hex(a, script.bytes), 12);
    script.file =
        str_printf(a, "%.*s%s%.*s-%.*s.js", STR_ARG(t->name),
                   what.n > 0 ? "-" : "", STR_ARG(what), STR_ARG(hash));
    *LIST_ADD(a, t->scripts, t->nscripts) = script;
}

void scripts_finish(const struct scripts *s, struct theme *t)
{
    finish_one(t, s->arena, (struct theme_script){.early = true}, &s->early);
    finish_one(t, s->arena, (struct theme_script){.early = false}, &s->all);
    for (size_t i = 0; i < s->pages.n; i++) {
        struct map_entry page = s->pages.entries[i];
        finish_one(t, s->arena, (struct theme_script){.kind = page.key},
                   page.value);
    }
}

void scripts_set_values(struct arena *a, struct value *map,
                        const struct theme *t, Str kind, Str root)
{
    struct value *list = value_list(a), *early = value_null(a);
    for (size_t i = 0; kind.n > 0 && i < t->nscripts; i++) {
        const struct theme_script *s = &t->scripts[i];
        if (s->kind.n > 0 && !str_eq(s->kind, kind)) {
            continue;
        }
        struct value *href =
            value_text(a, str_printf(a, "%.*sassets/%.*s", STR_ARG(root),
                                     STR_ARG(s->file)));
        if (s->early) {
            early = href;
        } else {
            struct value *item = value_map(a);
            value_set(item, S("href"), href);
            value_add(a, list, item);
        }
    }
    value_set(map, S("scripts"), list);
    value_set(map, S("early_script"), early);
}
