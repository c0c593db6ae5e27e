#include "publish/site.h"

#include "publish/data.h"

static bool write_asset(const struct sink *sink, Str file, Str bytes)
{
    Str path = str_printf(sink->arena, "assets/%.*s", STR_ARG(file));
    return sink_write(sink, path, bytes);
}

bool site_write_assets(const struct theme *t, const struct sink *sink)
{
    bool done =
        write_asset(sink, t->css_file, t->css) &&
        (t->print_css.n == 0 || write_asset(sink, t->print_file, t->print_css));
    for (size_t i = 0; i < t->nassets; i++) {
        done = write_asset(sink, t->assets[i].file, t->assets[i].bytes) && done;
    }
    for (size_t i = 0; i < t->nscripts; i++) {
        done =
            write_asset(sink, t->scripts[i].file, t->scripts[i].bytes) && done;
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

/* Without words to explain there is no page that explains them. */
static bool has_terms(const struct work *w)
{
    return w->pub->lists[kind_index(kind_find(S("term")))].n > 0;
}

/* The edition on one page, whose links stay on it. */
static bool write_print(const struct work *w, struct diags *d,
                        const struct sink *sink, size_t voice)
{
    struct scene scene = work_scene(w, voice, FLAVOUR_HTML);
    struct arena *a = arena_create();
    scene.whole = true;
    Str css = str_printf(a, "assets/%.*s", STR_ARG(scene.theme->css_file));
    struct pages pages = pages_prepare(a, d, &scene, css);
    Str path =
        str_printf(a, "%.*s/print.html", STR_ARG(w->pub->voices.ids[voice]));
    bool done = write_page(&pages, a, d, sink, PAGE_PRINT, NULL, path);
    arena_free(a);
    return done;
}

static bool write_edition(const struct work *w, struct diags *d,
                          const struct sink *sink, size_t voice)
{
    struct scene scene = work_scene(w, voice, FLAVOUR_HTML);
    struct arena *a = arena_create(), *scratch = arena_create();
    Str css = str_printf(a, "assets/%.*s", STR_ARG(scene.theme->css_file));
    struct pages pages = pages_prepare(a, d, &scene, css);
    Str id = w->pub->voices.ids[voice];
    bool done = write_page(&pages, scratch, d, sink, PAGE_CONTENTS, NULL,
                           str_printf(a, "%.*s/index.html", STR_ARG(id)));
    if (has_terms(w)) {
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
    done = write_print(w, d, sink, voice) && done;
    if (voice == 0) {
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

/* The pictures of all editions, each once. A theme may hold the same file. */
static bool write_pictures(const struct work *w, const struct sink *sink)
{
    struct map written = map_in(sink->arena);
    bool done = true;
    for (size_t v = 0; v < w->pub->voices.n; v++) {
        const struct theme *t = w->themes[v];
        for (size_t i = 0; i < t->nassets; i++) {
            map_put(&written, t->assets[i].file, &written);
        }
    }
    for (size_t v = 0; v < w->pub->voices.n; v++) {
        const struct gallery *g = &w->editions[v]->gallery;
        for (size_t i = 0; i < g->npictures; i++) {
            const struct picture *p = g->pictures[i];
            if (map_get(&written, p->file) != NULL) {
                continue;
            }
            map_put(&written, p->file, &written);
            Str path = str_printf(sink->arena, "assets/%.*s", STR_ARG(p->file));
            done = sink_write(sink, path, p->bytes) && done;
        }
    }
    return done;
}

static void add_location(struct buf *b, Str site, Str path)
{
    buf_add(b, S("<url><loc>"));
    html_text(b, site);
    buf_add(b, str_ends(site, S("/")) ? S("") : S("/"));
    html_text(b, path);
    buf_add(b, S("</loc></url>\n"));
}

/* https://www.sitemaps.org/protocol.html wants whole addresses, so there is a
 * site map only when the site's own is known. */
static bool write_sitemap(const struct work *w, const struct sink *sink)
{
    const struct record *site = record_group(w->pub->record, S("site"));
    if (site == NULL) {
        return true;
    }
    struct arena *a = sink->arena;
    Str url = record_word(site, S("url"));
    struct buf b = buf_in(a);
    buf_add(&b, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns="
                  "\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
    add_location(&b, url, S("index.html"));
    for (size_t v = 0; v < w->pub->voices.n; v++) {
        Str id = w->pub->voices.ids[v];
        const struct edition *ed = w->editions[v];
        add_location(&b, url, str_printf(a, "%.*s/index.html", STR_ARG(id)));
        for (size_t i = 0; i < ed->nchapters; i++) {
            add_location(&b, url,
                         str_printf(a, "%.*s/%.*s", STR_ARG(id),
                                    STR_ARG(ed->chapters[i]->file)));
        }
        if (has_terms(w)) {
            add_location(&b, url,
                         str_printf(a, "%.*s/words.html", STR_ARG(id)));
        }
    }
    buf_add(&b, S("</urlset>\n"));
    return sink_write(sink, S("sitemap.xml"), buf_str(&b));
}

bool site_write(const struct work *w, struct diags *d, const struct sink *sink)
{
    bool done = true;
    for (size_t v = 0; v < w->pub->voices.n; v++) {
        bool written = false;
        for (size_t before = 0; before < v; before++) {
            written = written || w->themes[before] == w->themes[v];
        }
        done = (written || site_write_assets(w->themes[v], sink)) && done;
        done = write_edition(w, d, sink, v) && done;
    }
    done = write_pictures(w, sink) && done;
    done = data_write(w, d, sink) && done;
    return write_sitemap(w, sink) && done;
}

bool site_write_index(struct work *const *works, size_t n, struct diags *d,
                      const struct sink *sink)
{
    struct arena *a = arena_create();
    const struct theme *theme = works[0]->themes[0];
    struct shelf_item *items = ARENA_NEW(a, struct shelf_item, n);
    for (size_t i = 0; i < n; i++) {
        items[i] = (struct shelf_item){works[i]->pub, works[i]->editions};
    }
    Str css = str_printf(a, "assets/%.*s", STR_ARG(theme->css_file));
    struct buf out = buf_in(a);
    bool done = page_write_index(a, d, theme, css, items, n, &out) &&
                sink_write(sink, S("index.html"), buf_str(&out)) &&
                site_write_assets(theme, sink);
    arena_free(a);
    return done;
}
