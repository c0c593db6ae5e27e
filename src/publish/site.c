#include "publish/site.h"

#include "base/hash.h"
#include "publish/data.h"
#include "publish/feed.h"
#include "publish/offline.h"
#include "publish/sitemap.h"
#include "render/head.h"
#include "render/print_style.h"

/* What `assets/` has already: themes and pictures may share a file. */
struct shelf {
    const struct sink *sink;
    struct map files;
};

static struct shelf shelf_in(const struct sink *sink)
{
    return (struct shelf){.sink = sink, .files = map_in(sink->arena)};
}

static bool write_asset(struct shelf *s, Str file, Str bytes)
{
    if (map_get(&s->files, file) != NULL) {
        return true;
    }
    map_put(&s->files, file, s);
    Str path = str_printf(s->sink->arena, "assets/%.*s", STR_ARG(file));
    return sink_write(s->sink, path, bytes);
}

static bool write_assets(const struct theme *t, struct shelf *to)
{
    const struct theme_asset *own[] = {&t->icon, &t->mask_icon, &t->offline};
    bool done =
        write_asset(to, t->css_file, t->css) &&
        (t->print_css.n == 0 || write_asset(to, t->print_file, t->print_css));
    for (size_t i = 0; i < COUNT(own); i++) {
        done = write_asset(to, own[i]->file, own[i]->bytes) && done;
    }
    done =
        (t->logo.file.n == 0 || write_asset(to, t->logo.file, t->logo.bytes)) &&
        done;
    for (size_t i = 0; i < t->nassets; i++) {
        done = write_asset(to, t->assets[i].file, t->assets[i].bytes) && done;
    }
    for (size_t i = 0; i < t->nscripts; i++) {
        done = write_asset(to, t->scripts[i].file, t->scripts[i].bytes) && done;
    }
    return done;
}

/* One page: rendered in `scratch`, written, forgotten. */
static bool write_page(const struct pages *pages, struct arena *scratch,
                       struct diags *d, const struct sink *sink,
                       enum page_kind kind, const struct ed_chapter *c,
                       Str path)
{
    ArenaMark mark = arena_mark(scratch);
    struct buf out = buf_in(scratch);
    bool done = page_write(pages, scratch, d, kind, c, &out) &&
                sink_write(sink, path, buf_str(&out));
    arena_rewind(scratch, mark);
    return done;
}

/* The edition on one page, whose links stay on it. */
static bool write_print(const struct work *w, struct diags *d,
                        const struct sink *sink, size_t edition)
{
    struct scene scene = work_scene(w, edition, FLAVOUR_HTML);
    struct arena *a = arena_create();
    scene.whole = true;
    Str css = str_printf(a, "assets/%.*s", STR_ARG(scene.theme->css_file));
    struct pages pages = pages_prepare(a, d, &scene, css);
    Str path = str_printf(a, "%.*s/print.html", STR_ARG(scene.ed->folder));
    Str margins = print_style(a, d, &scene);
    Str sheet = str_printf(a, "assets/%.*s",
                           STR_ARG(print_style_file(a, &scene, margins)));
    bool done = write_page(&pages, a, d, sink, PAGE_PRINT, NULL, path);
    done = sink_write(sink, sheet, margins) && done;
    arena_free(a);
    return done;
}

/* All offers, and those of each head, need, age and status. */
static bool write_offers(const struct pages *pages, struct arena *scratch,
                         struct diags *d, const struct sink *sink, Str id)
{
    const struct offers *o = pages->offers;
    bool done = true;
    if (o->all.n > 0) {
        Str path = str_printf(sink->arena, "%.*s/get.html", STR_ARG(id));
        done = write_page(pages, scratch, d, sink, PAGE_GET, NULL, path);
    }
    for (size_t i = 0; i < o->npages; i++) {
        ArenaMark mark = arena_mark(scratch);
        struct buf out = buf_in(scratch);
        Str path = str_printf(sink->arena, "%.*s/%.*s", STR_ARG(id),
                              STR_ARG(o->pages[i].file));
        done = page_write_offers(pages, scratch, d, &o->pages[i], &out) &&
               sink_write(sink, path, buf_str(&out)) && done;
        arena_rewind(scratch, mark);
    }
    return done;
}

/* The search page, and its index, to which every chapter was added. */
static bool write_search(struct pages *pages, struct arena *scratch,
                         struct diags *d, const struct sink *sink,
                         const struct sink *assets)
{
    struct arena *a = sink->arena;
    Str id = pages->scene->ed->folder;
    ArenaMark mark = arena_mark(scratch);
    pages_add_terms(pages, scratch, d);
    arena_rewind(scratch, mark);
    Str script = search_script(pages->search);
    pages->search_file = str_printf(a, "search-%.*s-%.*s.js", STR_ARG(id),
                                    STR_ARG(str_to(hash_hex(a, script), 12)));
    Str path = str_printf(a, "assets/%.*s", STR_ARG(pages->search_file));
    return sink_write(assets, path, script) &&
           write_page(pages, scratch, d, sink, PAGE_SEARCH, NULL,
                      str_printf(a, "%.*s/search.html", STR_ARG(id)));
}

static bool write_edition(const struct work *w, struct diags *d,
                          const struct sink *to, size_t edition)
{
    struct scene scene = work_scene(w, edition, FLAVOUR_HTML);
    struct map log = map_in(to->arena);
    struct sink noting = *to;
    const struct sink *sink = &noting;
    noting.log = head_has_manifest(&scene) ? &log : NULL;
    struct arena *a = arena_create(), *scratch = arena_create();
    Str css = str_printf(a, "assets/%.*s", STR_ARG(scene.theme->css_file));
    struct pages pages = pages_prepare(a, d, &scene, css);
    pages.search = search_create(a, scene.ed->locale, scene.ed->original);
    Str id = scene.ed->folder;
    bool done = write_page(&pages, scratch, d, sink, PAGE_CONTENTS, NULL,
                           str_printf(a, "%.*s/index.html", STR_ARG(id)));
    if (work_has_terms(w)) {
        Str path = str_printf(a, "%.*s/words.html", STR_ARG(id));
        done = write_page(&pages, scratch, d, sink, PAGE_WORDS, NULL, path) &&
               done;
    }
    for (size_t i = 0; i < scene.ed->nchapters; i++) {
        const struct ed_chapter *c = scene.ed->chapters[i];
        Str path = str_printf(a, "%.*s/%.*s", STR_ARG(id), STR_ARG(c->file));
        done =
            write_page(&pages, scratch, d, sink, PAGE_CHAPTER, c, path) && done;
    }
    done = write_offers(&pages, scratch, d, sink, id) && done;
    done = write_search(&pages, scratch, d, sink, to) && done;
    done = write_print(w, d, sink, edition) && done;
    if (head_has_manifest(&scene)) {
        done = offline_write(&scene, d, to, &log, pages.search_file) && done;
    }
    done = feed_write(w, d, to, edition) && done;
    if (edition == 0) {
        done = write_page(&pages, scratch, d, sink, PAGE_FRONT, NULL,
                          S("index.html")) &&
               write_page(&pages, scratch, d, sink, PAGE_MISSING, NULL,
                          S("404.html")) &&
               done;
    }
    arena_free(scratch);
    arena_free(a);
    return done;
}

static bool write_pictures(const struct work *w, struct shelf *to)
{
    const struct picture *card = w->pub->card;
    bool done = card == NULL || write_asset(to, card->file, card->bytes);
    for (size_t v = 0; v < w->n; v++) {
        const struct gallery *g = &w->editions[v]->gallery;
        for (size_t i = 0; i < g->npictures; i++) {
            const struct picture *p = g->pictures[i];
            done = write_asset(to, p->file, p->bytes) && done;
        }
    }
    return done;
}

bool site_write(const struct work *w, struct diags *d, const struct sink *sink)
{
    struct shelf shelf = shelf_in(sink);
    bool done = true;
    for (size_t v = 0; v < w->n; v++) {
        done = write_assets(w->themes[v], &shelf) && done;
        done = write_edition(w, d, sink, v) && done;
    }
    done = write_pictures(w, &shelf) && done;
    done = data_write(w, d, sink) && done;
    return sitemap_write(w, d, sink) && done;
}

bool site_write_index(struct work *const *works, size_t n, struct diags *d,
                      const struct sink *sink)
{
    struct arena *a = arena_create();
    const struct theme *theme = works[0]->themes[0];
    struct shelf_item *items = ARENA_NEW(a, struct shelf_item, n);
    for (size_t i = 0; i < n; i++) {
        items[i] =
            (struct shelf_item){works[i]->pub, works[i]->editions, works[i]->n};
    }
    Str css = str_printf(a, "assets/%.*s", STR_ARG(theme->css_file));
    struct buf out = buf_in(a);
    struct shelf shelf = shelf_in(sink);
    bool done = page_write_index(a, d, theme, css, items, n, &out) &&
                sink_write(sink, S("index.html"), buf_str(&out)) &&
                write_assets(theme, &shelf);
    arena_free(a);
    return done;
}
