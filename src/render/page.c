#include "render/page.h"

#include <stdlib.h>

#include "base/alphabet.h"
#include "edition/updates.h"
#include "render/address.h"
#include "render/chapter_values.h"
#include "render/context.h"
#include "render/head.h"
#include "render/leave.h"
#include "render/line.h"
#include "render/logo.h"
#include "render/print.h"
#include "render/print_style.h"
#include "render/promised.h"
#include "render/said.h"
#include "render/scripts.h"
#include "render/succession.h"
#include "render/target.h"
#include "render/values.h"

/* Which page of its kind is written. */
struct which {
    enum page_kind kind;
    const struct ed_chapter *chapter;
    const struct offer_page *offers;
};

/* A list of more chapters than this is left to the contents page: repeated on
 * every page it would make a large publication grow with its square. */
enum { NAV_MAX = 80 };

struct page_name {
    Str site; /* the template, and what `page.kind` says */
    Str book;
};

static struct page_name page_name(enum page_kind kind)
{
    switch (kind) {
    case PAGE_CHAPTER:
        return (struct page_name){S("chapter"), S("book-chapter")};
    case PAGE_CONTENTS:
        return (struct page_name){S("contents"), S("")};
    case PAGE_WORDS:
        return (struct page_name){S("words"), S("book-words")};
    case PAGE_SEARCH:
        return (struct page_name){S("search"), S("")};
    case PAGE_PRINT:
        return (struct page_name){S("print"), S("")};
    case PAGE_GET:
        return (struct page_name){S("get"), S("")};
    case PAGE_OFFERS:
        return (struct page_name){S("get-list"), S("")};
    case PAGE_FRONT:
        return (struct page_name){S("front"), S("")};
    case PAGE_MISSING:
        return (struct page_name){S("missing"), S("")};
    case PAGE_COVER:
        return (struct page_name){S("cover"), S("book-cover")};
    case PAGE_TITLE:
        return (struct page_name){S("title-page"), S("book-title")};
    case PAGE_HELP:
        return (struct page_name){S("help-contacts"), S("book-help")};
    }
    abort(); /* the switch names every kind */
}

bool page_kind_known(Str name, struct suggest *near)
{
    bool known = str_eq(name, S("index"));
    suggest_try(near, S("index"));
    for (enum page_kind k = 0; k < PAGE_COVER; k++) {
        if (k != PAGE_PRINT) {
            known = known || str_eq(name, page_name(k).site);
            suggest_try(near, page_name(k).site);
        }
    }
    return known;
}

struct pages pages_prepare(struct arena *a, struct diags *d,
                           const struct scene *scene, Str stylesheet)
{
    struct offers *offers = offers_prepare(a, d, scene);
    struct value *base = context_base(a, d, scene);
    value_set(base, S("get"), offers_values(a, d, scene, offers));
    struct pages pages = {
        .scene = scene,
        .stylesheet = stylesheet,
        .offers = offers,
        .base = base,
        .chapters = context_chapters(a, d, scene, false),
        .appendices = context_chapters(a, d, scene, true),
        .leave = leave_chapters(a, scene),
    };
    pages.feeds = ARENA_NEW(a, bool, scene->neditions);
    for (size_t v = 0; v < scene->neditions; v++) {
        pages.feeds[v] = updates_of(a, scene->editions[v]).n > 0;
    }
    return pages;
}

static void add_style(struct arena *a, struct value *list, Str root,
                      Str stylesheet)
{
    struct value *item = value_map(a);
    value_set(item, S("href"),
              value_text(a, str_printf(a, "%.*s%.*s", STR_ARG(root),
                                       STR_ARG(stylesheet))));
    value_add(a, list, item);
}

static struct value *styles(struct arena *a, Str root, Str stylesheet)
{
    struct value *list = value_list(a);
    add_style(a, list, root, stylesheet);
    return list;
}

/* The list with the chapter of this page marked in a copy. */
static struct value *marked(struct arena *a, const struct value *list,
                            const struct ed_chapter *c)
{
    struct value *out = value_list(a);
    for (size_t i = 0; i < list->nitems; i++) {
        struct value *item = list->items[i];
        const struct value *id = value_get(item, S("id"));
        if (c != NULL && str_eq(id->text, c->source->id)) {
            struct value *copy = value_map(a);
            for (size_t f = 0; f < item->fields.n; f++) {
                value_set(copy, item->fields.entries[f].key,
                          item->fields.entries[f].value);
            }
            value_set(copy, S("current"), value_bool(a, true));
            item = copy;
        }
        value_add(a, out, item);
    }
    return out;
}

/* What a page is called, in which language, and where it lies. */
struct naming {
    Str title;
    const struct locale *lang; /* NULL: not known */
    Str path;                  /* within the edition */
    Str intro;                 /* what it is about; empty: `about` says it */
    const struct voiced *about;
};

static void name_chapter(const struct scene *scene, struct arena *a,
                         const struct ed_chapter *c, struct naming *n)
{
    n->title = c->title;
    n->lang = c->title_lang;
    n->path = target_page(scene, a, c);
    if (c->source->front != NULL &&
        record_slot(c->source->front, S("summary"))->set) {
        n->about = record_text(c->source->front, S("summary"));
    }
}

/* Of the pages whose name is the theme's. */
static void name_own(const struct scene *scene, struct arena *a,
                     struct diags *d, enum page_kind kind, struct naming *n)
{
    Str name = page_name(kind).site;
    bool missing = kind == PAGE_MISSING;
    n->title = theme_string(scene->theme, d,
                            missing             ? S("missing-title")
                            : kind == PAGE_HELP ? S("help")
                                                : name);
    n->path = missing ? S("404.html")
                      : str_printf(a, "%.*s%.*s", STR_ARG(name),
                                   STR_ARG(scene->ending));
    if (missing) {
        n->intro = theme_string(scene->theme, d, S("missing-text"));
    } else if (kind == PAGE_WORDS) {
        n->intro = theme_string(scene->theme, d, S("words-intro"));
    }
}

static struct naming name_page(const struct scene *scene, struct arena *a,
                               struct diags *d, struct which which)
{
    struct naming n = {.lang = scene->theme->locale,
                       .about = record_text(scene->pub->record, S("summary"))};
    switch (which.kind) {
    case PAGE_CHAPTER:
        name_chapter(scene, a, which.chapter, &n);
        break;
    case PAGE_WORDS:
    case PAGE_SEARCH:
    case PAGE_COVER:
    case PAGE_TITLE:
    case PAGE_HELP:
    case PAGE_MISSING:
        name_own(scene, a, d, which.kind, &n);
        break;
    case PAGE_OFFERS:
        n.title = which.offers->title->text;
        n.lang = which.offers->title->lang;
        n.path = which.offers->file;
        break;
    case PAGE_GET:
        n.title = theme_string(scene->theme, d, S("get"));
        n.path = S("get.html");
        n.intro = theme_string(scene->theme, d, S("get-lead"));
        break;
    case PAGE_CONTENTS:
    case PAGE_PRINT:
    case PAGE_FRONT:
        n.title = edition_text(scene->ed, a, d, scene->pub->title);
        n.lang = edition_locale(
            scene->ed, edition_phrase(scene->ed, scene->pub->title)->lang);
        n.path = which.kind == PAGE_PRINT ? S("print.html") : S("index.html");
        break;
    }
    return n;
}

static struct value *page_values(const struct pages *p, struct arena *a,
                                 struct diags *d, struct which which, Str root)
{
    const struct scene *scene = p->scene;
    enum page_kind kind = which.kind;
    struct naming n = name_page(scene, a, d, which);
    struct value *map = value_map(a);
    value_set(map, S("title"),
              n.lang == NULL ? value_text(a, n.title)
                             : said_text(a, scene, n.title, n.lang));
    value_set(map, S("kind"), value_text(a, page_name(kind).site));
    value_set(map, S("root"), value_text(a, root));
    value_set(map, S("path"), value_text(a, n.path));
    value_set(map, S("description"),
              value_text(a, n.intro.n > 0
                                ? n.intro
                                : edition_text(scene->ed, a, d, n.about)));
    value_set(map, S("is_chapter"), value_bool(a, kind == PAGE_CHAPTER));
    value_set(map, S("is_contents"), value_bool(a, kind == PAGE_CONTENTS));
    value_set(map, S("is_print"), value_bool(a, kind == PAGE_PRINT));
    value_set(map, S("is_get"), value_bool(a, kind == PAGE_GET));
    value_set(map, S("is_words"), value_bool(a, kind == PAGE_WORDS));
    value_set(map, S("is_search"), value_bool(a, kind == PAGE_SEARCH));
    return map;
}

/* The chapter before this page's one (`step` -1) or after it (1). */
static struct value *neighbour(const struct pages *p, struct arena *a,
                               const struct ed_chapter *c, int step)
{
    const struct edition *ed = p->scene->ed;
    if (c == NULL ||
        (step < 0 ? c->index == 0 : c->index + 1 == ed->nchapters)) {
        return value_null(a);
    }
    const struct ed_chapter *n =
        ed->chapters[step < 0 ? c->index - 1 : c->index + 1];
    struct value *map = value_map(a);
    value_set(map, S("title"), said_text(a, p->scene, n->title, n->title_lang));
    value_set(map, S("number"), value_text(a, n->number));
    value_set(map, S("href"), value_text(a, target_page(p->scene, a, n)));
    return map;
}

/* A term, and what it is sorted by. */
struct sorted_term {
    const struct record *term;
    Str key;
};

static int by_term(const void *x, const void *y)
{
    const struct sorted_term *a = x, *b = y;
    int order = str_cmp(a->key, b->key);
    return order != 0 ? order : str_cmp(a->term->id, b->term->id);
}

/* The terms that this edition explains, in the order of the alphabet. */
static struct sorted_term *sorted_terms(const struct edition *ed,
                                        struct arena *a, size_t *n)
{
    const struct record_list *all =
        &ed->pub->lists[kind_index(kind_find(S("term")))];
    struct sorted_term *sorted = ARENA_NEW(a, struct sorted_term, all->n + 1);
    struct alphabet *x = alphabet_open(a, ed->locale);
    for (size_t i = 0; i < all->n; i++) {
        sorted[i].term = all->items[i];
        sorted[i].key = alphabet_key(a, x, line_term(all->items[i]));
    }
    alphabet_close(x);
    if (all->n > 0) {
        qsort(sorted, all->n, sizeof *sorted, by_term);
    }
    *n = all->n;
    return sorted;
}

static struct value *all_terms(struct body *b)
{
    size_t n;
    const struct sorted_term *sorted = sorted_terms(b->scene->ed, b->arena, &n);
    struct value *list = value_list(b->arena);
    for (size_t i = 0; i < n; i++) {
        value_add(b->arena, list, values_of_record(b, sorted[i].term, false));
    }
    return list;
}

void pages_add_terms(const struct pages *p, struct arena *scratch,
                     struct diags *d)
{
    size_t n;
    struct body b = body_start(p->scene, scratch, d, NULL);
    const struct edition *ed = p->scene->ed;
    const struct sorted_term *sorted = sorted_terms(ed, scratch, &n);
    for (size_t i = 0; i < n; i++) {
        const struct record *r = sorted[i].term;
        Str href = str_printf(scratch, "words.html#word_%.*s", STR_ARG(r->id));
        bool own = record_slot(r, S("word"))->set;
        search_add_term(p->search, href, line_term(r),
                        (own ? ed->locale : ed->original)->code,
                        body_text(&b, record_text(r, S("means")), false));
    }
}

/* What the search page shows, and the index that its script asks for when
 * somebody begins to search. */
static struct value *search_values(const struct pages *p, struct arena *a,
                                   Str root)
{
    struct value *map = value_map(a);
    value_set(map, S("index"),
              value_text(a, str_printf(a, "%.*sassets/%.*s", STR_ARG(root),
                                       STR_ARG(p->search_file))));
    value_set(map, S("letters"), search_letters(p->search, a));
    context_add_has(a, map);
    return map;
}

static void set_kind_values(const struct pages *p, struct body *b,
                            struct value *map, enum page_kind kind, Str root)
{
    const struct scene *scene = p->scene;
    struct arena *a = b->arena;
    struct value *editions = context_editions(a, b->diags, scene, root);
    struct value *front = value_null(a);
    if (kind == PAGE_FRONT) {
        front = value_map(a);
        value_set(front, S("doors"), editions);
    }
    value_set(map, S("editions"), editions);
    value_set(map, S("front"), front);
    value_set(map, S("terms"),
              kind == PAGE_WORDS ? all_terms(b) : value_list(a));
    value_set(map, S("publications"), value_list(a));
}

/* From the page to the publication's folder. A server shows the page that is
 * missing in the place of any other, so only a whole path is right there. */
static Str page_root(const struct scene *scene, struct arena *a,
                     enum page_kind kind, bool at_root)
{
    if (kind == PAGE_MISSING) {
        Str folder = address_folder(a, scene->pub);
        return folder.n > 0 ? folder : S("./");
    }
    return at_root ? S("") : S("../");
}

/* What the page loads besides its own markup. */
static void set_files(const struct pages *p, struct body *b, struct value *map,
                      enum page_kind kind, Str root)
{
    const struct scene *scene = p->scene;
    struct arena *a = b->arena;
    bool book = scene->flavour == FLAVOUR_XHTML;
    struct value *sheets = styles(a, root, p->stylesheet);
    if (kind == PAGE_PRINT && scene->theme->print_css.n > 0) {
        add_style(
            a, sheets, root,
            str_printf(a, "assets/%.*s", STR_ARG(scene->theme->print_file)));
    }
    if (kind == PAGE_PRINT) {
        Str file = print_style_file(a, scene, print_style(a, b->diags, scene));
        add_style(a, sheets, root, str_printf(a, "assets/%.*s", STR_ARG(file)));
    }
    value_set(map, S("styles"), sheets);
    value_set(map, S("logo"),
              book ? value_null(a) : logo_values(a, scene->theme, root));
    bool scripted = !book && kind != PAGE_PRINT;
    scripts_set_values(a, map, scene->theme,
                       scripted ? page_name(kind).site : S(""), root);
}

/* What one kind of page alone is made of; null on the others. It comes last,
 * because records are written with the values that are there by then. */
static void set_content(const struct pages *p, struct body *b,
                        struct value *map, struct which which, Str root)
{
    struct arena *a = b->arena;
    enum page_kind kind = which.kind;
    value_set(map, S("chapter"), value_null(a));
    value_set(map, S("print"), value_null(a));
    value_set(map, S("list"), value_null(a));
    value_set(map, S("promised"),
              kind == PAGE_CONTENTS ? promised_values(b) : value_null(a));
    if (kind == PAGE_GET || kind == PAGE_OFFERS) {
        value_set(map, S("list"),
                  offers_page_values(b, p->offers, which.offers));
    }
    if (kind == PAGE_PRINT) {
        value_set(map, S("print"), print_values(b));
    }
    if (kind == PAGE_CHAPTER) {
        struct value *chapter = chapter_values(b);
        value_set(map, S("chapter"), chapter);
        if (p->search != NULL) {
            search_add_chapter(p->search, which.chapter,
                               value_get(chapter, S("body"))->text);
        }
    }
    value_set(map, S("search"),
              kind == PAGE_SEARCH ? search_values(p, a, root) : value_null(a));
}

static bool write_page(const struct pages *p, struct arena *scratch,
                       struct diags *d, struct which which, struct buf *out)
{
    const struct scene *scene = p->scene;
    const struct ed_chapter *c = which.chapter;
    enum page_kind kind = which.kind;
    struct arena *a = scratch;
    bool book = scene->flavour == FLAVOUR_XHTML;
    bool at_root = book || kind == PAGE_FRONT || kind == PAGE_MISSING;
    Str root = page_root(scene, a, kind, at_root);
    bool nav = kind == PAGE_CONTENTS || scene->ed->nchapters <= NAV_MAX;
    size_t before = diags_errors(d);

    struct value *map = value_map(a);
    for (size_t i = 0; i < p->base->fields.n; i++) {
        value_set(map, p->base->fields.entries[i].key,
                  p->base->fields.entries[i].value);
    }
    struct body b = body_start(scene, a, d, c);
    b.context = map;
    struct value *page = page_values(p, a, d, which, root);
    value_set(map, S("page"), page);
    value_set(map, S("head"),
              book ? value_null(a) : head_values(p, a, d, page, at_root));
    set_files(p, &b, map, kind, root);
    value_set(map, S("leave"),
              book || kind == PAGE_PRINT ? value_null(a)
                                         : leave_value(p, a, d, c));
    value_set(map, S("chapters"),
              nav ? marked(a, p->chapters, c) : value_list(a));
    value_set(map, S("appendices"),
              nav ? marked(a, p->appendices, c) : value_list(a));
    value_set(map, S("supersedes"), succession_before(&b, root));
    value_set(map, S("superseded_by"), succession_after(&b, root));
    value_set(map, S("previous"), neighbour(p, a, c, -1));
    value_set(map, S("next"), neighbour(p, a, c, 1));
    set_kind_values(p, &b, map, kind, root);
    if (!book && kind != PAGE_MISSING) {
        struct value *languages =
            context_languages(a, scene, root, value_get(page, S("path"))->text,
                              kind == PAGE_FRONT);
        value_set(map, S("languages"), languages);
        value_set(map, S("many_languages"),
                  value_bool(a, languages->nitems > 1));
    }
    context_add_has(a, map);
    set_content(p, &b, map, which, root);
    struct page_name name = page_name(kind);
    return templates_render(scene->theme->templates, d,
                            book ? name.book : name.site, map, out) &&
           diags_errors(d) == before;
}

static struct value *shelf_values(struct arena *a, struct diags *d,
                                  const struct theme *theme,
                                  const struct shelf_item *item)
{
    const struct publication *p = item->pub;
    Str root = str_printf(a, "%.*s/", STR_ARG(p->id));
    const struct scene scene = {.pub = p,
                                .editions = item->editions,
                                .neditions = item->neditions,
                                .ed = item->editions[0],
                                .theme = theme};
    struct value *map = context_publication(a, d, &scene);
    value_set(map, S("href"),
              value_text(a, str_printf(a, "%.*sindex.html", STR_ARG(root))));
    value_set(map, S("editions"), context_editions(a, d, &scene, root));
    return map;
}

/* What another took the place of comes after what is in force. */
static struct value *shelf(struct arena *a, struct diags *d,
                           const struct theme *theme,
                           const struct shelf_item *items, size_t n)
{
    struct value *list = value_list(a);
    for (int old = 0; old < 2; old++) {
        for (size_t i = 0; i < n; i++) {
            Str status = record_word(items[i].pub->record, S("status"));
            if (str_eq(status, S("superseded")) == (old == 1)) {
                value_add(a, list, shelf_values(a, d, theme, &items[i]));
            }
        }
    }
    return list;
}

bool page_write(const struct pages *p, struct arena *scratch, struct diags *d,
                enum page_kind kind, const struct ed_chapter *c,
                struct buf *out)
{
    return write_page(p, scratch, d, (struct which){kind, c, NULL}, out);
}

bool page_write_offers(const struct pages *p, struct arena *scratch,
                       struct diags *d, const struct offer_page *o,
                       struct buf *out)
{
    return write_page(p, scratch, d, (struct which){PAGE_OFFERS, NULL, o}, out);
}

bool page_write_index(struct arena *a, struct diags *d,
                      const struct theme *theme, Str stylesheet,
                      const struct shelf_item *items, size_t n, struct buf *out)
{
    struct value *map = value_map(a), *page = value_map(a);
    Str title = theme_string(theme, d, S("index-title"));
    value_set(page, S("title"), value_text(a, title));
    value_set(page, S("kind"), value_text(a, S("index")));
    value_set(page, S("root"), value_null(a));
    value_set(page, S("path"), value_text(a, S("index.html")));
    value_set(page, S("description"),
              value_text(a, theme_string(theme, d, S("index-text"))));
    value_set(map, S("page"), page);
    value_set(map, S("head"), head_of_index(a, theme, page));
    value_set(map, S("banner"), value_null(a));
    value_set(map, S("lang"), value_text(a, theme->locale->code));
    value_set(map, S("dir"), value_text(a, context_direction(theme->locale)));
    value_set(map, S("csp"), value_text(a, context_csp()));
    value_set(map, S("strings"), theme->words);
    value_set(map, S("icons"), theme->icons);
    value_set(map, S("palettes"), context_palettes(a, d, theme));
    value_set(map, S("leave"), value_null(a));
    value_set(map, S("styles"), styles(a, S(""), stylesheet));
    value_set(map, S("languages"), value_list(a));
    value_set(map, S("many_languages"), value_bool(a, false));
    value_set(map, S("text_lang"), value_null(a));
    value_set(map, S("text_dir"), value_null(a));
    value_set(map, S("many_editions"), value_bool(a, true));
    value_set(map, S("logo"), logo_values(a, theme, S("")));
    value_set(map, S("publications"), shelf(a, d, theme, items, n));
    scripts_set_values(a, map, theme, S("index"), S(""));
    context_add_has(a, map);
    return templates_render(theme->templates, d, S("index"), map, out);
}
