#include "publish/book.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "render/context.h"

Str book_container(void)
{
    return S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<container version=\"1.0\" "
             "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
             "<rootfiles>\n"
             "<rootfile full-path=\"EPUB/package.opf\" "
             "media-type=\"application/oebps-package+xml\"/>\n"
             "</rootfiles>\n"
             "</container>\n");
}

static void element(struct buf *b, Str open, Str text, Str close)
{
    html_raw(b, open);
    html_text(b, text);
    html_raw(b, close);
}

static void schema(struct buf *b, Str property, Str value)
{
    html_raw(b, S("<meta property=\"schema:"));
    html_raw(b, property);
    element(b, S("\">"), value, S("</meta>\n"));
}

/* It stays the same when the text changes. */
static Str identifier(const struct book *b)
{
    return hash_urn(b->arena, str_printf(b->arena, "duet/%.*s/%.*s",
                                         STR_ARG(b->scene->pub->id),
                                         STR_ARG(b->scene->ed->folder)));
}

/* EPUB Accessibility 1.1, section 3.2: what the content lets one say. Every
 * page is real text with headings, in one order, and nothing moves. The cover
 * is a picture with words; the text alone is enough when all pictures have
 * them. */
static void accessibility(struct buf *b, const struct book *book)
{
    const struct theme *t = book->scene->theme;
    const struct gallery *g = &book->scene->ed->gallery;
    schema(b, S("accessMode"), S("textual"));
    schema(b, S("accessMode"), S("visual"));
    schema(b, S("accessModeSufficient"),
           g->wordless ? S("textual,visual") : S("textual"));
    schema(b, S("accessibilityFeature"), S("structuralNavigation"));
    schema(b, S("accessibilityFeature"), S("tableOfContents"));
    schema(b, S("accessibilityFeature"), S("readingOrder"));
    if (!g->wordless) {
        schema(b, S("accessibilityFeature"), S("alternativeText"));
    }
    if (g->described) {
        schema(b, S("accessibilityFeature"), S("longDescription"));
    }
    schema(b, S("accessibilityFeature"), S("displayTransformability"));
    schema(b, S("accessibilityHazard"), S("none"));
    schema(b, S("accessibilitySummary"),
           theme_string(t, book->diags, S("book-accessibility")));
}

/* Left to right need not be said. */
static void set_direction(struct buf *b, const struct book *book)
{
    if (book->scene->ed->locale->rtl) {
        html_attr(b, S("dir"), S("rtl"));
    }
}

static void metadata(struct buf *b, const struct book *book)
{
    const struct publication *p = book->scene->pub;
    const struct record *council = record_group(p->record, S("council"));
    const struct record *approved = record_group(p->record, S("approved"));
    html_raw(b,
             S("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"));
    element(b, S("<dc:identifier id=\"id\">"), identifier(book),
            S("</dc:identifier>\n"));
    element(b, S("<dc:title>"), book->title, S("</dc:title>\n"));
    element(b, S("<dc:language>"), book->language, S("</dc:language>\n"));
    if (council != NULL) {
        Str name = record_word(council, S("name"));
        element(b, S("<dc:creator>"), name, S("</dc:creator>\n"));
        element(b, S("<dc:publisher>"), name, S("</dc:publisher>\n"));
    }
    if (approved != NULL) {
        Date on = record_slot(approved, S("on"))->date;
        element(b, S("<dc:date>"), date_iso(book->arena, on),
                S("</dc:date>\n"));
    }
    element(b, S("<meta property=\"dcterms:modified\">"), book->modified,
            S("</meta>\n"));
    accessibility(b, book);
    html_raw(b, S("</metadata>\n"));
}

Str book_package(const struct book *book)
{
    struct buf b = buf_in(book->arena);
    html_raw(&b, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<package xmlns=\"http://www.idpf.org/2007/opf\" "
                   "version=\"3.0\" unique-identifier=\"id\""));
    html_attr(&b, S("xml:lang"), book->language);
    set_direction(&b, book);
    html_raw(&b, S(">\n"));
    metadata(&b, book);
    html_raw(&b, S("<manifest>\n"));
    for (size_t i = 0; i < book->nfiles; i++) {
        const struct book_file *f = &book->files[i];
        html_raw(&b, S("<item"));
        html_attr(&b, S("id"), f->id);
        html_attr(&b, S("href"), f->path);
        html_attr(&b, S("media-type"), f->type);
        if (f->properties.n > 0) {
            html_attr(&b, S("properties"), f->properties);
        }
        html_raw(&b, S("/>\n"));
    }
    html_raw(&b, S("</manifest>\n<spine"));
    if (book->scene->ed->locale->rtl) {
        html_attr(&b, S("page-progression-direction"), S("rtl"));
    }
    html_raw(&b, S(">\n"));
    for (size_t i = 0; i < book->nfiles; i++) {
        if (book->files[i].in_spine) {
            html_raw(&b, S("<itemref"));
            html_attr(&b, S("idref"), book->files[i].id);
            html_raw(&b, S("/>\n"));
        }
    }
    html_raw(&b, S("</spine>\n</package>\n"));
    return buf_str(&b);
}

static void nav_link(struct buf *b, Str href, Str number, Str title)
{
    html_raw(b, S("<a"));
    html_attr(b, S("href"), href);
    html_raw(b, S(">"));
    if (number.n > 0) {
        html_text(b, number);
        html_raw(b, S(" "));
    }
    html_raw(b, title); /* markup, written by the body writer */
    html_raw(b, S("</a>"));
}

static void nav_sections(struct buf *b, struct body *body,
                         const struct ed_section *s, Str page, unsigned depth)
{
    enum { NAV_DEPTH = 2 }; /* deeper contents help nobody */
    if (s->first == NULL || depth > NAV_DEPTH) {
        return;
    }
    html_raw(b, S("\n<ol>\n"));
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        html_raw(b, S("<li>"));
        nav_link(b,
                 str_printf(body->arena, "%.*s#%.*s", STR_ARG(page),
                            STR_ARG(c->source->id)),
                 c->number, body_heading(body, c));
        nav_sections(b, body, c, page, depth + 1);
        html_raw(b, S("</li>\n"));
    }
    html_raw(b, S("</ol>\n"));
}

static bool has_page(const struct book *b, Str path)
{
    for (size_t i = 0; i < b->nfiles; i++) {
        if (str_eq(b->files[i].path, path)) {
            return true;
        }
    }
    return false;
}

/* A link to one of the book's own pages, when it has it. */
static void nav_page(struct buf *b, const struct book *book, Str path, Str word)
{
    if (!has_page(book, path)) {
        return;
    }
    struct buf title = buf_in(book->arena);
    html_text(&title, theme_string(book->scene->theme, book->diags, word));
    html_raw(b, S("<li>"));
    nav_link(b, path, S(""), buf_str(&title));
    html_raw(b, S("</li>\n"));
}

static void nav_contents(struct buf *b, const struct book *book)
{
    const struct edition *ed = book->scene->ed;
    nav_page(b, book, S("title-page.xhtml"), S("title-page"));
    for (size_t i = 0; i < ed->nchapters; i++) {
        const struct ed_chapter *c = ed->chapters[i];
        struct body body = body_start(book->scene, book->arena, book->diags, c);
        struct buf title = buf_in(book->arena);
        Str page =
            str_printf(book->arena, "%.*s.xhtml", STR_ARG(c->source->id));
        const struct locale *foreign =
            str_eq(c->title_lang->code, ed->locale->code) ? NULL
                                                          : c->title_lang;
        body_open_foreign(&title, S("span"), foreign);
        html_text(&title, c->title);
        body_close_foreign(&title, S("span"), foreign);
        html_raw(b, S("<li>"));
        nav_link(b, page, c->number, buf_str(&title));
        nav_sections(b, &body, c->opening, page, 1);
        html_raw(b, S("</li>\n"));
    }
    nav_page(b, book, S("words.xhtml"), S("words"));
    nav_page(b, book, S("help-contacts.xhtml"), S("help"));
}

static void landmark(struct buf *b, const struct book *book, Str type, Str href,
                     Str word)
{
    html_raw(b, S("<li><a"));
    html_attr(b, S("epub:type"), type);
    html_attr(b, S("href"), href);
    html_raw(b, S(">"));
    html_text(b, theme_string(book->scene->theme, book->diags, word));
    html_raw(b, S("</a></li>\n"));
}

Str book_nav(const struct book *book)
{
    const struct theme *t = book->scene->theme;
    const struct edition *ed = book->scene->ed;
    struct buf b = buf_in(book->arena);
    Str contents = theme_string(t, book->diags, S("book-contents"));
    html_raw(&b, S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<!DOCTYPE html>\n"
                   "<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                   "xmlns:epub=\"http://www.idpf.org/2007/ops\""));
    html_attr(&b, S("lang"), book->language);
    html_attr(&b, S("xml:lang"), book->language);
    set_direction(&b, book);
    element(&b, S(">\n<head>\n<meta charset=\"utf-8\"/>\n<title>"), contents,
            S("</title>\n<link rel=\"stylesheet\""));
    html_attr(&b, S("href"),
              str_printf(book->arena, "assets/%.*s", STR_ARG(t->book_file)));
    html_raw(&b, S("/>\n</head>\n<body class=\"book\">\n"
                   "<nav epub:type=\"toc\" role=\"doc-toc\" "
                   "aria-labelledby=\"toc-title\" id=\"toc\">\n"));
    element(&b, S("<h1 id=\"toc-title\">"), contents, S("</h1>\n<ol>\n"));
    nav_contents(&b, book);
    html_raw(&b, S("</ol>\n</nav>\n<nav epub:type=\"landmarks\" "
                   "aria-labelledby=\"landmarks-title\" hidden=\"hidden\">\n"));
    element(&b, S("<h2 id=\"landmarks-title\">"),
            theme_string(t, book->diags, S("landmarks")), S("</h2>\n<ol>\n"));
    landmark(&b, book, S("cover"), S("cover.xhtml"), S("cover"));
    landmark(&b, book, S("toc"), S("#toc"), S("book-contents"));
    if (ed->nchapters > 0) {
        landmark(&b, book, S("bodymatter"),
                 str_printf(book->arena, "%.*s.xhtml",
                            STR_ARG(ed->chapters[0]->source->id)),
                 S("start"));
    }
    if (has_page(book, S("words.xhtml"))) {
        landmark(&b, book, S("glossary"), S("words.xhtml"), S("words"));
    }
    html_raw(&b, S("</ol>\n</nav>\n</body>\n</html>\n"));
    return buf_str(&b);
}

/* Of the cover, in its own units. */
enum { COVER_WIDTH = 1200, COVER_MARGIN = 120 };

/* Writes `text` in lines of at most `width` characters; returns the next y. */
static int cover_lines(struct buf *b, Str text, int x, int y, int size,
                       size_t width)
{
    Str rest = text, word;
    struct buf line = buf_in(b->arena);
    bool more = str_cut_word(&rest, &word);
    while (more) {
        if (line.n > 0) {
            buf_byte(&line, ' ');
        }
        buf_add(&line, word);
        more = str_cut_word(&rest, &word);
        if (more &&
            utf8_count(buf_str(&line)) + 1 + utf8_count(word) <= width) {
            continue;
        }
        buf_printf(b, "<text x=\"%d\" y=\"%d\" font-size=\"%d\">", x, y, size);
        html_text(b, buf_str(&line));
        html_raw(b, S("</text>\n"));
        line.n = 0;
        y += size * 5 / 4;
    }
    return y;
}

Str book_cover(const struct book *book)
{
    const struct theme *t = book->scene->theme;
    const struct record *council =
        record_group(book->scene->pub->record, S("council"));
    struct buf b = buf_in(book->arena);
    html_raw(&b, S("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "viewBox=\"0 0 1200 1800\" width=\"1200\" height=\"1800\" "
                   "role=\"img\">\n"));
    element(&b, S("<title>"), book->title, S("</title>\n"));
    html_raw(&b, S("<rect width=\"1200\" height=\"1800\""));
    html_attr(&b, S("fill"), theme_token(t, S("link"), S("#17212b")));
    bool rtl = book->scene->ed->locale->rtl;
    int start = rtl ? COVER_WIDTH - COVER_MARGIN : COVER_MARGIN;
    html_raw(&b, S("/>\n<rect"));
    html_attr(&b, S("x"),
              str_printf(book->arena, "%d", rtl ? start - 240 : start));
    html_raw(&b, S(" y=\"1480\" width=\"240\" height=\"16\""));
    html_attr(&b, S("fill"), theme_token(t, S("paper"), S("#ffffff")));
    html_raw(&b, S("/>\n<g font-family=\"sans-serif\" font-weight=\"700\""));
    if (rtl) {
        /* then a line starts at its right end (SVG 1.1, section 10.9.1) */
        html_attr(&b, S("direction"), S("rtl"));
    }
    html_attr(&b, S("fill"), theme_token(t, S("paper"), S("#ffffff")));
    html_raw(&b, S(">\n"));
    cover_lines(&b, book->title, start, 360, 104, 17);
    if (council != NULL) {
        cover_lines(&b, record_word(council, S("name")), start, 1600, 56, 32);
    }
    html_raw(&b, S("</g>\n</svg>\n"));
    return buf_str(&b);
}
