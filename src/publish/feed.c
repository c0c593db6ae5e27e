#include "publish/feed.h"

#include "base/hash.h"
#include "edition/updates.h"
#include "render/address.h"
#include "render/context.h"
#include "render/target.h"

struct feed {
    struct arena *arena;
    struct diags *diags;
    const struct work *work;
    struct scene scene;
    struct buf out;
    Str name; /* what its ids are made from */
};

static void element(struct feed *f, const char *tag, Str text)
{
    buf_printf(&f->out, "<%s>", tag);
    html_text(&f->out, text);
    buf_printf(&f->out, "</%s>\n", tag);
}

/* Markup of ours goes into a feed as a text (section 3.1.1.2). */
static void markup(struct feed *f, const char *tag, Str before, Str html)
{
    buf_printf(&f->out, "<%s type=\"html\">", tag);
    html_text(&f->out, before);
    html_text(&f->out, html);
    buf_printf(&f->out, "</%s>\n", tag);
}

static void link_to(struct feed *f, Str rel, Str type, Str href)
{
    html_raw(&f->out, S("<link"));
    html_attr(&f->out, S("rel"), rel);
    if (type.n > 0) {
        html_attr(&f->out, S("type"), type);
    }
    html_attr(&f->out, S("href"), href);
    html_raw(&f->out, S("/>\n"));
}

/* The file of the edition, as an address where the site's own is known, else
 * from the feed. */
static Str place(const struct feed *f, Str file)
{
    const struct publication *p = f->work->pub;
    Str path = str_printf(f->arena, "%.*s/%.*s", STR_ARG(f->scene.ed->folder),
                          STR_ARG(file));
    Str address = address_of(f->arena, p, path);
    return address.n > 0 ? address : file;
}

/* A moment, as section 3.3 wants one. The content knows days, months or years,
 * so it is the first moment of that. */
static Str moment(struct arena *a, Date date)
{
    date.month = date.month == 0 ? 1 : date.month;
    date.day = date.day == 0 ? 1 : date.day;
    return str_printf(a, "%.*sT00:00:00Z", STR_ARG(date_iso(a, date)));
}

static void add_entry(struct feed *f, const struct update *u)
{
    struct arena *a = f->arena;
    struct body b = body_start(&f->scene, a, f->diags, u->chapter);
    Str date = date_iso(a, u->date);
    Str evidence = record_word(u->record, S("evidence"));
    Str name = str_printf(a, "%.*s/%.*s/%.*s/%zu", STR_ARG(f->name),
                          STR_ARG(u->promise->id), STR_ARG(date), u->nth);
    html_raw(&f->out, S("<entry>\n"));
    element(f, "id", hash_urn(a, name));
    markup(f, "title", S(""),
           body_text(&b, record_text(u->promise, S("title")), false));
    element(f, "updated", moment(a, u->date));
    link_to(f, S("alternate"), S("text/html"),
            place(f, target_record(&f->scene, a, u->promise)));
    if (evidence.n > 0) {
        link_to(f, S("related"), S(""), evidence);
    }
    markup(f, "content",
           str_printf(a, "%.*s: ",
                      STR_ARG(date_said(a, f->scene.ed->locale, u->date))),
           body_text(&b, record_text(u->record, S("text")), false));
    html_raw(&f->out, S("</entry>\n"));
}

static void add_head(struct feed *f, const struct updates *all)
{
    struct arena *a = f->arena;
    const struct publication *p = f->work->pub;
    const struct record *council = record_group(p->record, S("council"));
    Str title = edition_text(f->scene.ed, a, f->diags, p->title);
    Str author = council == NULL ? title : record_word(council, S("name"));
    html_raw(&f->out, S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\""));
    html_attr(&f->out, S("xml:lang"), f->scene.ed->locale->code);
    Str folder =
        address_of(a, p, str_printf(a, "%.*s/", STR_ARG(f->scene.ed->folder)));
    if (folder.n > 0) {
        html_attr(&f->out, S("xml:base"), folder);
    }
    html_raw(&f->out, S(">\n"));
    element(f, "id", hash_urn(a, f->name));
    element(f, "title",
            str_printf(a, "%.*s: %.*s", STR_ARG(title),
                       STR_ARG(theme_string(f->scene.theme, f->diags,
                                            S("feed-title")))));
    element(f, "updated", moment(a, all->items[0].date));
    html_raw(&f->out, S("<author>\n"));
    element(f, "name", author);
    html_raw(&f->out, S("</author>\n"));
    link_to(f, S("self"), S("application/atom+xml"), place(f, S("feed.atom")));
    link_to(f, S("alternate"), S("text/html"), place(f, S("index.html")));
}

bool feed_write(const struct work *w, struct diags *d, const struct sink *sink,
                size_t edition)
{
    struct arena *a = arena_create();
    struct updates all = updates_of(a, w->editions[edition]);
    bool done = true;
    if (all.n > 0) {
        const struct record *council =
            record_group(w->pub->record, S("council"));
        Str id = w->editions[edition]->folder;
        struct feed f = {
            .arena = a,
            .diags = d,
            .work = w,
            .scene = work_scene(w, edition, FLAVOUR_HTML),
            .out = buf_in(a),
            .name = str_printf(a, "duet/feed/%.*s/%.*s/%.*s",
                               STR_ARG(council == NULL
                                           ? S("")
                                           : record_word(council, S("name"))),
                               STR_ARG(w->pub->id), STR_ARG(id)),
        };
        add_head(&f, &all);
        for (size_t i = 0; i < all.n; i++) {
            add_entry(&f, &all.items[i]);
        }
        html_raw(&f.out, S("</feed>\n"));
        done = sink_write(sink, str_printf(a, "%.*s/feed.atom", STR_ARG(id)),
                          buf_str(&f.out));
    }
    arena_free(a);
    return done;
}
