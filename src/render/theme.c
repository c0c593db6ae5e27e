#include "render/theme.h"

#include "base/hash.h"
#include "base/suggest.h"
#include "model/load.h"
#include "render/contrast.h"
#include "render/logo.h"
#include "render/scripts.h"
#include "render/sign.h"
#include "render/style.h"
#include "render/theme_files.h"

enum { CHAIN_MAX = 8 };

/* clang-format off */
#define FIELD(field_name, field_type, field_help)                              \
    .name = STR_INIT(field_name), .type = FIELD_##field_type,                  \
    .help = STR_INIT(field_help)
static const struct field theme_fields[] = {
    {FIELD("name", WORD, "what people call the theme")},
    {FIELD("extends", WORD, "the theme that it builds upon")},
    {FIELD("styles", WORDS, "its style sheets, in assets/, in order")},
    {FIELD("site-styles", WORDS, "those that books do not have")},
    {FIELD("print-styles", WORDS, "those for the page that is printed alone")},
    {FIELD("scripts", WORDS, "its scripts for every page, in assets/")},
    {FIELD("early-scripts", WORDS, "small ones that a page waits for")},
    {FIELD("page-scripts", TREE, "those of one kind of page: {words: [a.js]}")},
    {FIELD("preload", WORDS, "fonts of its style sheets that every page begins with, in assets/")},
    {FIELD("logo", WORD, "the council's sign, an SVG or PNG file in assets/")},
    {FIELD("tokens", TREE, "its colours and sizes")},
    {FIELD("palettes", TREE, "other colours that a reader can choose")},
    {FIELD("meanings", TREE, "what its pictures stand for: {need-money: wallet}")},
    {FIELD("pairs", TREE, "which text stands on which ground: [[ink, paper]]")},
};
/* clang-format on */
static const struct kind kind_theme = {
    .name = STR_INIT("theme"),
    .fields = theme_fields,
    .nfields = COUNT(theme_fields),
    .help = STR_INIT("What theme.yaml says."),
};

/* One theme of the chain. */
struct link {
    struct theme_files files;
    struct source *src;
    struct record *record;
};

struct chain {
    struct arena *arena;
    struct diags *diags;
    Str folder;
    struct link links[CHAIN_MAX]; /* the chosen theme first */
    size_t n;
};

static bool unknown_theme(struct chain *ch, const struct source *src, Str where,
                          Str name)
{
    static const struct source nowhere = {.path = {"themes", 6},
                                          .text = {"", 0}};
    struct suggest s = suggest_for(name);
    suggest_try(&s, S("civic"));
    suggest_try(&s, S("bright"));
    diag_error(ch->diags, src == NULL ? &nowhere : src, where, "unknown-theme",
               "there is no theme called '%.*s'", STR_ARG(name));
    diag_help(ch->diags,
              s.best.n > 0 ? "did you mean '%.*s'?"
                           : "write civic, bright, or the name of a folder "
                             "in themes/%.*s",
              STR_ARG(s.best));
    return false;
}

/* Finds the theme `name` and what it extends. */
static bool find_chain(struct chain *ch, Str name, const struct source *src,
                       Str where)
{
    while (name.n > 0) {
        struct link *link = &ch->links[ch->n];
        for (size_t i = 0; i < ch->n; i++) {
            if (str_eq(path_base(ch->links[i].files.root), name)) {
                diag_error(ch->diags, src, where, "theme-cycle",
                           "the theme '%.*s' extends itself", STR_ARG(name));
                diag_help(ch->diags, "extend core, civic or bright");
                return false;
            }
        }
        if (!str_is_id(name) || ch->n + 1 == CHAIN_MAX ||
            !theme_files_find(ch->arena, ch->folder, name, &link->files)) {
            return unknown_theme(ch, src, where, name);
        }
        struct loading l = {.arena = ch->arena, .diags = ch->diags};
        link->src = theme_files_source(ch->arena, ch->diags, &link->files,
                                       S("theme.yaml"));
        l.src = link->src;
        struct yaml *root =
            link->src == NULL
                ? NULL
                : yaml_parse(ch->arena, ch->diags, link->src, link->src->text);
        link->record =
            root == NULL ? NULL : record_load(&l, root, &kind_theme, false);
        if (link->record == NULL) {
            return false;
        }
        ch->n++;
        if (ch->n > 1) {
            ch->links[ch->n - 2].files.base = &link->files;
        }
        src = link->src;
        where = record_slot(link->record, S("extends"))->where;
        name = record_word(link->record, S("extends"));
    }
    return true;
}

/* Compiles the templates of `folder` that no theme before `link` has. */
static void add_templates(struct chain *ch, struct theme *t,
                          const struct link *link, Str folder)
{
    size_t n;
    struct dir_entry *list =
        theme_files_list(ch->arena, &link->files, folder, &n);
    for (size_t i = 0; i < n; i++) {
        if (!str_ends(list[i].name, S(".html"))) {
            continue;
        }
        Str stem = path_stem(list[i].name);
        Str name = str_eq(folder, S("templates"))
                       ? stem
                       : path_join(ch->arena, folder, stem);
        if (templates_has(t->templates, name)) {
            continue;
        }
        struct source *src =
            theme_files_source(ch->arena, ch->diags, &link->files,
                               path_join(ch->arena, folder, list[i].name));
        if (src != NULL && !templates_add(t->templates, ch->diags, src, name)) {
            continue; /* reported; the next template may have mistakes too */
        }
    }
}

/* Adds the words of `link` in the language `lang` that `t` has not yet. */
static void add_strings(struct chain *ch, struct theme *t,
                        const struct link *link, Str lang)
{
    Str ignored;
    Str file = str_printf(ch->arena, "strings/%.*s.yaml", STR_ARG(lang));
    if (!theme_files_read(ch->arena, &link->files, file, &ignored)) {
        return;
    }
    struct source *src =
        theme_files_source(ch->arena, ch->diags, &link->files, file);
    struct yaml *root =
        src == NULL ? NULL : yaml_parse(ch->arena, ch->diags, src, src->text);
    for (size_t i = 0; root != NULL && root->kind == YAML_MAP && i < root->n;
         i++) {
        const struct yaml_pair *pair = &root->pairs[i];
        if (pair->value->kind != YAML_SCALAR) {
            diag_error(ch->diags, src, pair->value->where, "wrong-type",
                       "a text is expected here");
            diag_help(ch->diags, "write `%.*s: text`", STR_ARG(pair->key));
        } else if (map_get(&t->strings, pair->key) == NULL) {
            Str *text = ARENA_NEW(ch->arena, Str, 1);
            *text = pair->value->text;
            map_put(&t->strings, pair->key, text);
            value_set(t->words, pair->key, value_text(ch->arena, *text));
        }
    }
}

/* The words in `lang`, and in English what no theme of the chain has in it. A
 * theme that has none in `lang` speaks English, and says so. */
static void add_words(struct chain *ch, struct theme *t, Str lang)
{
    t->strings = map_in(ch->arena);
    t->words = value_map(ch->arena);
    for (size_t i = 0; i < ch->n; i++) {
        add_strings(ch, t, &ch->links[i], lang);
    }
    t->locale = locale_of(ch->arena, t->strings.n > 0 ? lang : S("en"));
    for (size_t i = 0; i < ch->n; i++) {
        add_strings(ch, t, &ch->links[i], S("en"));
    }
}

static void add_icons(struct chain *ch, struct theme *t,
                      const struct link *link)
{
    size_t n;
    struct dir_entry *list =
        theme_files_list(ch->arena, &link->files, S("icons"), &n);
    for (size_t i = 0; i < n; i++) {
        Str name = path_stem(list[i].name), svg;
        if (!str_ends(list[i].name, S(".svg")) ||
            value_get(t->icons, name) != NULL ||
            !theme_files_read(ch->arena, &link->files,
                              path_join(ch->arena, S("icons"), list[i].name),
                              &svg)) {
            continue;
        }
        value_set(t->icons, name, value_markup(ch->arena, str_trim(svg)));
    }
}

/* Names of what a picture stands for, which pages and records ask for. */
static void add_meanings(struct chain *ch, struct theme *t,
                         const struct link *link)
{
    const struct slot *slot = record_slot(link->record, S("meanings"));
    const struct yaml *tree = slot->set ? slot->tree : NULL;
    for (size_t i = 0; tree != NULL && i < tree->n && tree->kind == YAML_MAP;
         i++) {
        const struct yaml_pair *pair = &tree->pairs[i];
        struct value *icon = pair->value->kind == YAML_SCALAR
                                 ? value_get(t->icons, pair->value->text)
                                 : NULL;
        if (icon == NULL) {
            diag_error(ch->diags, link->src, pair->value->where, "unknown-icon",
                       "the theme '%.*s' has no picture for '%.*s'",
                       STR_ARG(t->name), STR_ARG(pair->key));
            diag_help(ch->diags, "its pictures are the files in icons/");
        } else if (value_get(t->icons, pair->key) == NULL) {
            value_set(t->icons, pair->key, icon);
        }
    }
}

static void add_sheets(struct chain *ch, struct theme *t,
                       const struct link *link, const struct slot *sheets,
                       struct style *style, struct buf *to)
{
    for (size_t i = 0; i < sheets->nwords; i++) {
        Str path = path_join(ch->arena, S("assets"), sheets->words[i].text);
        Str css;
        if (theme_files_need(ch->arena, ch->diags, &link->files, path,
                             link->src, sheets->words[i].where, &css)) {
            style_add_sheet(style, ch->diags, t, &link->files, path, css, to);
        }
    }
}

static void add_styles(struct chain *ch, struct theme *t,
                       const struct link *link, struct style *style)
{
    const struct slot *tokens = record_slot(link->record, S("tokens"));
    if (tokens->set) {
        style_add_tokens(style, ch->diags, link->src, tokens->tree);
    }
    const struct slot *palettes = record_slot(link->record, S("palettes"));
    if (palettes->set) {
        style_add_palettes(style, ch->diags, link->src, palettes->tree);
    }
    add_sheets(ch, t, link, record_slot(link->record, S("styles")), style,
               &style->sheets);
    add_sheets(ch, t, link, record_slot(link->record, S("site-styles")), style,
               &style->site);
    add_sheets(ch, t, link, record_slot(link->record, S("print-styles")), style,
               &style->print);
}

/* The name of a style sheet in the output, which holds its hash. */
static Str sheet_name(struct arena *a, Str name, const char *what, Str css)
{
    return str_printf(a, "%.*s%s-%.*s.css", STR_ARG(name), what,
                      STR_ARG(str_to(hash_hex(a, css), 12)));
}

/* The first file `path` in the chain. Core has all that are asked for. */
static Str find_file(struct chain *ch, Str path)
{
    Str bytes = S("");
    for (size_t i = 0; i < ch->n; i++) {
        if (theme_files_read(ch->arena, &ch->links[i].files, path, &bytes)) {
            break;
        }
    }
    return bytes;
}

static struct theme_asset named_asset(struct arena *a, Str stem, Str ending,
                                      Str bytes)
{
    return (struct theme_asset){
        .file = str_printf(a, "%.*s-%.*s%.*s", STR_ARG(stem),
                           STR_ARG(str_to(hash_hex(a, bytes), 12)),
                           STR_ARG(ending)),
        .bytes = bytes,
    };
}

/* The fonts that the nearest theme of the chain names. */
static void add_preload(struct chain *ch, struct theme *t)
{
    const struct slot *slot = NULL;
    const struct link *link = ch->links;
    for (size_t i = 0; i < ch->n && (slot == NULL || !slot->set); i++) {
        link = &ch->links[i];
        slot = record_slot(link->record, S("preload"));
    }
    for (size_t i = 0; i < slot->nwords; i++) {
        Str file = S("");
        for (size_t k = 0; k < t->nassets; k++) {
            if (str_eq(t->assets[k].path, slot->words[i].text)) {
                file = t->assets[k].file;
            }
        }
        if (file.n > 0) {
            *LIST_ADD(ch->arena, t->preload, t->npreload) = file;
            continue;
        }
        diag_error(ch->diags, link->src, slot->words[i].where, "missing-file",
                   "no style sheet of the theme uses %.*s",
                   STR_ARG(slot->words[i].text));
        diag_help(ch->diags, "write it as the style sheet does, from assets/ "
                             "on: fonts/NAME.woff2");
    }
}

/* What a site has besides its pages. */
static void add_offline(struct chain *ch, struct theme *t)
{
    struct arena *a = ch->arena;
    t->worker = find_file(ch, S("offline/worker.js"));
    t->removal = find_file(ch, S("offline/remove.js"));
    t->offline = named_asset(a, S("offline"), S(".js"),
                             find_file(ch, S("offline/page.js")));
    t->icon = named_asset(a, S("icon"), S(".svg"), sign_draw(a, t, false));
    t->mask_icon =
        named_asset(a, S("icon-whole"), S(".svg"), sign_draw(a, t, true));
}

struct theme *theme_load(struct arena *a, struct diags *d, Str folder, Str name,
                         Str lang, const struct source *asked_src, Str asked)
{
    struct chain ch = {.arena = a, .diags = d, .folder = folder};
    size_t before = diags_errors(d);
    if (!find_chain(&ch, name, asked_src, asked)) {
        return NULL;
    }
    struct theme *t = ARENA_NEW(a, struct theme, 1);
    t->name = name;
    t->src = ch.links[0].src;
    t->icons = value_map(a);
    add_words(&ch, t, lang);
    t->templates = templates_create(a, t->locale->rtl ? MUSTACHE_RTL : 0);
    for (size_t i = 0; i < ch.n; i++) {
        add_templates(&ch, t, &ch.links[i], S("templates"));
        add_templates(&ch, t, &ch.links[i], S("records"));
        add_icons(&ch, t, &ch.links[i]);
        templates_deeper(t->templates);
    }
    for (size_t i = 0; i < ch.n; i++) {
        add_meanings(&ch, t, &ch.links[i]);
    }
    if (!templates_check(t->templates, d)) {
        return NULL;
    }
    struct style style = style_in(a);
    struct scripts scripts = scripts_in(a);
    for (size_t i = ch.n; i > 0; i--) {
        const struct link *link = &ch.links[i - 1];
        add_styles(&ch, t, link, &style);
        scripts_add(&scripts, d, &link->files, link->record, link->src);
    }
    scripts_finish(&scripts, t);
    for (size_t i = 0; i < ch.n; i++) {
        const struct slot *pairs = record_slot(ch.links[i].record, S("pairs"));
        if (pairs->set) {
            contrast_check(&style, d, ch.links[i].src, pairs->tree);
        }
    }
    style_check_tokens(&style, d);
    for (size_t i = 0; i < ch.n && t->logo.file.n == 0; i++) {
        const struct slot *logo = record_slot(ch.links[i].record, S("logo"));
        if (logo->set) {
            logo_load(a, d, &ch.links[i].files, ch.links[i].src, logo->word,
                      logo->where, t);
        }
    }
    t->tokens = style.tokens;
    t->palettes = style.palettes;
    t->css = style_css(&style);
    t->css_file = sheet_name(a, name, "", t->css);
    t->book_css = style_book_css(&style);
    t->book_file = sheet_name(a, name, "", t->book_css);
    t->print_css = style_squeeze(a, buf_str(&style.print));
    t->print_file = sheet_name(a, name, "-print", t->print_css);
    add_preload(&ch, t);
    add_offline(&ch, t);
    return diags_errors(d) == before ? t : NULL;
}

Str theme_string(const struct theme *t, struct diags *d, Str key)
{
    const Str *text = map_get(&t->strings, key);
    if (text != NULL) {
        return *text;
    }
    diag_error(d, t->src, S(""), "missing-string",
               "the theme has no words for '%.*s'", STR_ARG(key));
    diag_help(d, "add `%.*s: …` to strings/en.yaml", STR_ARG(key));
    return S("");
}

Str theme_token(const struct theme *t, Str name, Str otherwise)
{
    const struct style_token *token = map_get(&t->tokens, name);
    return token == NULL ? otherwise : token->light;
}

Str theme_token_dark(const struct theme *t, Str name, Str otherwise)
{
    const struct style_token *token = map_get(&t->tokens, name);
    return token == NULL ? otherwise : token->dark;
}
