#include "publish/epub.h"
#include "render/context.h"

#include "base/file.h"
#include "publish/archive.h"
#include "publish/book.h"

/* The civil date of a day since 1970-01-01 (Gregorian, proleptic): counted
 * here because gmtime() is not required to be safe with threads. */
static Str timestamp(struct arena *a, long long seconds)
{
    long long days = seconds / 86400, rest = seconds % 86400;
    long long z = days + 719468, era = z / 146097, doe = z - era * 146097;
    long long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    long long mp = (5 * doy + 2) / 153, day = doy - (153 * mp + 2) / 5 + 1;
    long long month = mp < 10 ? mp + 3 : mp - 9;
    long long year = yoe + era * 400 + (month <= 2);
    return str_printf(a, "%04lld-%02lld-%02lldT%02lld:%02lld:%02lldZ", year,
                      month, day, rest / 3600, rest / 60 % 60, rest % 60);
}

/* When the book was last changed: as the build is told, else the day of the
 * approval, else the start of the period. */
static Str modified(struct arena *a, const struct publication *p, long long now)
{
    if (now >= 0) {
        return timestamp(a, now);
    }
    const struct record *approved = record_group(p->record, S("approved"));
    const struct record *period = record_group(p->record, S("period"));
    Date date = {2000, 1, 1};
    if (approved != NULL) {
        date = record_slot(approved, S("on"))->date;
    } else if (period != NULL) {
        date = record_slot(period, S("from"))->date;
    }
    date.month = date.month == 0 ? 1 : date.month;
    date.day = date.day == 0 ? 1 : date.day;
    return str_printf(a, "%.*sT00:00:00Z", STR_ARG(date_iso(a, date)));
}

static void add_file(struct book *b, struct book_file file)
{
    *LIST_ADD(b->arena, b->files, b->nfiles) = file;
}

static bool add_page(struct book *b, const struct pages *pages,
                     enum page_kind kind, const struct ed_chapter *c, Str name)
{
    struct buf out = buf_in(b->arena);
    if (!page_write(pages, b->arena, b->diags, kind, c, &out)) {
        return false;
    }
    Str bytes = buf_str(&out);
    bool drawn = str_find(bytes, S("<svg")) < bytes.n;
    add_file(b, (struct book_file){
                    .path = str_printf(b->arena, "%.*s.xhtml", STR_ARG(name)),
                    .id = str_printf(b->arena, "page-%.*s", STR_ARG(name)),
                    .type = S("application/xhtml+xml"),
                    .properties = drawn ? S("svg") : S(""),
                    .bytes = bytes,
                    .in_spine = true,
                });
    return true;
}

/* The nav is made last, but stands third in the reading order. */
static void add_nav(struct book *b)
{
    add_file(b, (struct book_file){
                    .path = S("nav.xhtml"),
                    .id = S("nav"),
                    .type = S("application/xhtml+xml"),
                    .properties = S("nav"),
                    .in_spine = true,
                });
}

static bool add_pages(struct book *b, const struct pages *pages)
{
    const struct edition *ed = b->scene->ed;
    bool done = add_page(b, pages, PAGE_COVER, NULL, S("cover"));
    done = add_page(b, pages, PAGE_TITLE, NULL, S("title-page")) && done;
    add_nav(b);
    for (size_t i = 0; i < ed->nchapters; i++) {
        const struct ed_chapter *c = ed->chapters[i];
        done = add_page(b, pages, PAGE_CHAPTER, c, c->source->id) && done;
    }
    const struct record_list *lists = ed->pub->lists;
    if (lists[kind_index(kind_find(S("term")))].n > 0) {
        done = add_page(b, pages, PAGE_WORDS, NULL, S("words")) && done;
    }
    if (value_true(value_get(pages->base, S("help")))) {
        done = add_page(b, pages, PAGE_HELP, NULL, S("help-contacts")) && done;
    }
    return done;
}

static Str media_type(Str path)
{
    return str_ends(path, S(".woff2")) ? S("font/woff2")
           : str_ends(path, S(".svg")) ? S("image/svg+xml")
           : str_ends(path, S(".png")) ? S("image/png")
           : str_ends(path, S(".jpg")) ? S("image/jpeg")
           : str_ends(path, S(".css")) ? S("text/css")
                                       : S("text/plain");
}

static void add_asset(struct book *b, Str file, Str bytes)
{
    add_file(b, (struct book_file){
                    .path = str_printf(b->arena, "assets/%.*s", STR_ARG(file)),
                    .id = str_printf(b->arena, "asset-%zu", b->nfiles),
                    .type = media_type(file),
                    .bytes = bytes,
                });
}

static void add_pictures(struct book *b)
{
    const struct gallery *g = &b->scene->ed->gallery;
    const struct theme *t = b->scene->theme;
    for (size_t i = 0; i < g->npictures; i++) {
        bool there = false; /* a theme may hold the same file */
        for (size_t k = 0; k < t->nassets; k++) {
            there = there || (t->assets[k].in_book &&
                              str_eq(t->assets[k].file, g->pictures[i]->file));
        }
        if (!there) {
            add_asset(b, g->pictures[i]->file, g->pictures[i]->bytes);
        }
    }
}

/* On the web a font that comes late is left for the next page. A book has its
 * fonts with it, and waits for them. */
static Str book_styles(struct arena *a, Str css)
{
    static const Str late = STR_INIT("font-display: optional");
    struct buf b = buf_in(a);
    for (size_t at; (at = str_find(css, late)) < css.n;
         css = str_from(css, at + late.n)) {
        buf_add(&b, str_to(css, at));
        buf_add(&b, S("font-display: swap"));
    }
    buf_add(&b, css);
    return buf_str(&b);
}

static void add_assets(struct book *b)
{
    const struct theme *t = b->scene->theme;
    add_file(b, (struct book_file){
                    .path = S("cover.svg"),
                    .id = S("cover-image"),
                    .type = S("image/svg+xml"),
                    .properties = S("cover-image"),
                    .bytes = book_cover(b),
                });
    add_asset(b, t->book_file, book_styles(b->arena, t->book_css));
    for (size_t i = 0; i < t->nassets; i++) {
        if (t->assets[i].in_book) {
            add_asset(b, t->assets[i].file, t->assets[i].bytes);
        }
    }
    add_pictures(b);
}

/* Whether a file is compressed already. */
static bool is_packed(Str path)
{
    return str_ends(path, S(".woff2")) || str_ends(path, S(".png")) ||
           str_ends(path, S(".jpg"));
}

/* `mimetype` comes first and is not compressed (EPUB 3.3, section 4.2.6.2). */
static bool pack(const struct book *b, struct archive *z, Str *out)
{
    bool done = archive_add(z, S("mimetype"), S("application/epub+zip"),
                            ARCHIVE_STORED) &&
                archive_add(z, S("META-INF/container.xml"), book_container(),
                            ARCHIVE_DEFLATED) &&
                archive_add(z, S("EPUB/package.opf"), book_package(b),
                            ARCHIVE_DEFLATED);
    for (size_t i = 0; done && i < b->nfiles; i++) {
        const struct book_file *f = &b->files[i];
        Str path = str_printf(b->arena, "EPUB/%.*s", STR_ARG(f->path));
        done =
            archive_add(z, path, f->bytes,
                        is_packed(f->path) ? ARCHIVE_STORED : ARCHIVE_DEFLATED);
    }
    return done && archive_finish(z, b->arena, out);
}

bool epub_write(const struct work *w, struct diags *d, const struct sink *sink,
                size_t edition, long long now)
{
    struct scene scene = work_scene(w, edition, FLAVOUR_XHTML);
    struct arena *a = arena_create();
    Str css = str_printf(a, "assets/%.*s", STR_ARG(scene.theme->book_file));
    struct pages pages = pages_prepare(a, d, &scene, css);
    struct book b = {
        .scene = &scene,
        .arena = a,
        .diags = d,
        .title = edition_text(scene.ed, a, d, scene.pub->title),
        .language = scene.ed->locale->code,
        .modified = modified(a, w->pub, now),
    };
    bool done = add_pages(&b, &pages);
    add_assets(&b);
    for (size_t i = 0; i < b.nfiles; i++) {
        if (str_eq(b.files[i].path, S("nav.xhtml"))) {
            b.files[i].bytes = book_nav(&b);
        }
    }
    Str path = context_book(a, scene.ed);
    if (done && sink->stage != NULL) {
        struct archive *z = archive_create();
        Str bytes;
        done = pack(&b, z, &bytes);
        if (!done) {
            diag_problem(d, path, "cannot write the book", archive_error(z));
        }
        done = done && sink_write(sink, path, bytes);
        archive_free(z);
    }
    arena_free(a);
    return done;
}
