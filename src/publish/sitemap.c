#include "publish/sitemap.h"

#include "render/address.h"

static void add_page(struct buf *b, const struct publication *p, Str path)
{
    buf_add(b, S("<url><loc>"));
    html_text(b, address_of(b->arena, p, path));
    buf_add(b, S("</loc></url>\n"));
}

/* The pages of what can be got. */
static void add_offers(struct buf *b, const struct work *w, struct diags *d,
                       size_t edition)
{
    struct arena *a = b->arena;
    struct scene scene = work_scene(w, edition, FLAVOUR_HTML);
    const struct offers *o = offers_prepare(a, d, &scene);
    Str id = scene.ed->folder;
    if (o->all.n > 0) {
        add_page(b, w->pub, str_printf(a, "%.*s/get.html", STR_ARG(id)));
    }
    for (size_t i = 0; i < o->npages; i++) {
        add_page(
            b, w->pub,
            str_printf(a, "%.*s/%.*s", STR_ARG(id), STR_ARG(o->pages[i].file)));
    }
}

bool sitemap_write(const struct work *w, struct diags *d,
                   const struct sink *sink)
{
    struct arena *a = sink->arena;
    const struct publication *p = w->pub;
    if (address_of(a, p, S("")).n == 0) {
        return true;
    }
    struct buf b = buf_in(a);
    buf_add(&b, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns="
                  "\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"));
    add_page(&b, p, S("index.html"));
    for (size_t v = 0; v < w->n; v++) {
        const struct edition *ed = w->editions[v];
        Str id = ed->folder;
        add_page(&b, p, str_printf(a, "%.*s/index.html", STR_ARG(id)));
        for (size_t i = 0; i < ed->nchapters; i++) {
            add_page(&b, p,
                     str_printf(a, "%.*s/%.*s", STR_ARG(id),
                                STR_ARG(ed->chapters[i]->file)));
        }
        add_page(&b, p, str_printf(a, "%.*s/search.html", STR_ARG(id)));
        if (work_has_terms(w)) {
            add_page(&b, p, str_printf(a, "%.*s/words.html", STR_ARG(id)));
        }
        add_offers(&b, w, d, v);
    }
    buf_add(&b, S("</urlset>\n"));
    return sink_write(sink, S("sitemap.xml"), buf_str(&b));
}
