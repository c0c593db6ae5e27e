#include "render/body.h"

#include "render/bidi.h"
#include "render/chart.h"
#include "render/context.h"
#include "render/document_values.h"
#include "render/image.h"
#include "render/inline.h"
#include "render/places.h"
#include "render/table.h"
#include "render/target.h"
#include "render/values.h"

static void write_block(struct body *b, struct buf *out, const struct node *n,
                        int level);

struct body body_start(const struct scene *scene, struct arena *a,
                       struct diags *d, const struct ed_chapter *c)
{
    return (struct body){
        .scene = scene,
        .arena = a,
        .diags = d,
        .chapter = c,
        .explained = map_in(a),
        .ids = names_in(a),
        .places = value_list(a),
        .src = c == NULL ? NULL : c->source->src,
        .explain = true,
    };
}

Str body_id(const struct body *b, const struct ed_chapter *c, Str id)
{
    return b->scene->whole ? str_printf(b->arena, "%.*s_%.*s",
                                        STR_ARG(c->source->id), STR_ARG(id))
                           : id;
}

static void write_blocks(struct body *b, struct buf *out, const struct node *n,
                         int level)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        write_block(b, out, c, level);
    }
}

static void open_tag(struct buf *out, Str name, Str class)
{
    html_raw(out, S("<"));
    html_raw(out, name);
    if (class.n > 0) {
        html_attr(out, S("class"), class);
    }
    html_raw(out, S(">"));
}

static void close_tag(struct buf *out, Str name)
{
    html_raw(out, S("</"));
    html_raw(out, name);
    html_raw(out, S(">\n"));
}

static void write_paragraph(struct body *b, struct buf *out,
                            const struct node *n)
{
    html_raw(out, S("<p>"));
    body_inlines(b, out, n);
    html_raw(out, S("</p>\n"));
}

/* A heading inside a voice's text, below the section's own. */
static void write_heading(struct body *b, struct buf *out, const struct node *n,
                          int level)
{
    Str tag = str_printf(b->arena, "h%d", level > 6 ? 6 : level);
    open_tag(out, tag, S(""));
    b->explain = false;
    body_inlines(b, out, n);
    b->explain = true;
    close_tag(out, tag);
}

static void write_item(struct body *b, struct buf *out, const struct node *list,
                       const struct node *item, int level)
{
    for (const struct node *c = item->first; c != NULL; c = c->next) {
        if (list->tight && c->kind == NODE_PARAGRAPH &&
            !node_is_lone_image(c)) {
            body_inlines(b, out, c);
        } else {
            write_block(b, out, c, level);
        }
    }
}

static void write_list(struct body *b, struct buf *out, const struct node *n,
                       int level)
{
    Str tag = n->ordered ? S("ol") : S("ul");
    html_raw(out, n->ordered ? S("<ol") : S("<ul"));
    if (n->ordered && n->start != 1) {
        html_attr(out, S("start"), str_printf(b->arena, "%d", n->start));
    }
    html_raw(out, S(">\n"));
    for (const struct node *item = n->first; item != NULL; item = item->next) {
        html_raw(out, S("<li>"));
        write_item(b, out, n, item, level);
        html_raw(out, S("</li>\n"));
    }
    close_tag(out, tag);
}

static void write_quote(struct body *b, struct buf *out, const struct node *n,
                        int level)
{
    html_raw(out, S("<figure class=\"quote\">\n<blockquote>\n"));
    write_blocks(b, out, n, level);
    html_raw(out, S("</blockquote>\n"));
    if (n->title != NULL) {
        html_raw(out, S("<figcaption>"));
        body_inlines(b, out, n->title);
        html_raw(out, S("</figcaption>\n"));
    }
    html_raw(out, S("</figure>\n"));
}

/* What a picture shows, at length: closed on a screen, open on paper, and in
 * books, because not every reader can open it. */
static void write_description(struct body *b, struct buf *out,
                              const struct node *n, int level)
{
    bool book = b->scene->flavour == FLAVOUR_XHTML;
    html_raw(out, S("<details class=\"description\""));
    html_raw(out, book              ? S(" open=\"open\"")
                  : b->scene->whole ? S(" open")
                                    : S(""));
    html_raw(out, S(">\n<summary>"));
    if (n->title != NULL) {
        b->linked = true; /* a button that opens must not be a link as well */
        body_inlines(b, out, n->title);
        b->linked = false;
    } else {
        html_text(out, theme_string(b->scene->theme, b->diags,
                                    S("picture-description")));
    }
    html_raw(out, S("</summary>\n"));
    write_blocks(b, out, n, level);
    close_tag(out, S("details"));
}

static void write_container(struct body *b, struct buf *out,
                            const struct node *n, int level)
{
    if (str_eq(n->text, S("quote"))) {
        write_quote(b, out, n, level);
        return;
    }
    if (str_eq(n->text, S("description"))) {
        write_description(b, out, n, level);
        return;
    }
    open_tag(out, S("div"), n->text);
    html_raw(out, S("\n"));
    if (n->title != NULL) {
        open_tag(out, S("p"),
                 str_printf(b->arena, "%.*s-title", STR_ARG(n->text)));
        body_inlines(b, out, n->title);
        close_tag(out, S("p"));
    }
    write_blocks(b, out, n, level);
    close_tag(out, S("div"));
}

static void write_code_block(struct buf *out, const struct node *n)
{
    if (n->label.n > 0) {
        html_raw(out, S("<figure class=\"code\">\n<figcaption>"));
        html_text(out, n->label);
        html_raw(out, S("</figcaption>\n"));
    }
    html_raw(out, S("<pre><code>"));
    html_text(out, n->text);
    html_raw(out, S("</code></pre>\n"));
    if (n->label.n > 0) {
        close_tag(out, S("figure"));
    }
}

static void write_block_insert(struct body *b, struct buf *out,
                               const struct insert *in, int level)
{
    if (str_eq(in->name, S("chart"))) {
        chart_write(b, out, in);
        return;
    }
    struct record_list list = edition_records(b->scene->ed, b->arena, b->diags,
                                              b->chapter->source, in);
    body_records(b, out, kind_find_plural(in->name), &list, level);
}

/* `level` is that of a heading that would stand here. */
static void write_block(struct body *b, struct buf *out, const struct node *n,
                        int level)
{
    switch ((int)n->kind) {
    case NODE_PARAGRAPH:
        if (node_is_lone_insert(n) && insert_is_block(n->first->insert)) {
            write_block_insert(b, out, n->first->insert, level);
        } else if (node_is_lone_image(n)) {
            image_write_figure(b, out, n->first);
        } else {
            write_paragraph(b, out, n);
        }
        return;
    case NODE_HEADING:
        write_heading(b, out, n, level);
        return;
    case NODE_LIST:
        write_list(b, out, n, level);
        return;
    case NODE_BLOCK_QUOTE:
        html_raw(out, S("<blockquote>\n"));
        write_blocks(b, out, n, level);
        html_raw(out, S("</blockquote>\n"));
        return;
    case NODE_CODE_BLOCK:
        write_code_block(out, n);
        return;
    case NODE_RULE:
        html_raw(out, S("<hr"));
        html_end_void(out, b->scene->flavour);
        html_raw(out, S("\n"));
        return;
    case NODE_TABLE:
        table_write(b, out, n);
        return;
    case NODE_CONTAINER:
        write_container(b, out, n, level);
        return;
    default:
        return;
    }
}

static void write_number(struct body *b, struct buf *out, Str number, Str id,
                         bool paragraph)
{
    html_raw(out, S("<a class=\"number\""));
    html_attr(out, S("href"), str_printf(b->arena, "#%.*s", STR_ARG(id)));
    if (paragraph) {
        Str word = theme_string(b->scene->theme, b->diags, S("paragraph"));
        html_attr(
            out, S("aria-label"),
            str_printf(b->arena, "%.*s %.*s", STR_ARG(word), STR_ARG(number)));
    }
    html_raw(out, S(">"));
    html_text(out, number);
    html_raw(out, S("</a> "));
}

/* a), b), c) as text, which a reader can select and cite. */
static void write_lettered(struct body *b, struct buf *out,
                           const struct node *list, int level)
{
    unsigned n = 0;
    html_raw(out, S("<ol class=\"lettered\">\n"));
    for (const struct node *item = list->first; item != NULL;
         item = item->next, n++) {
        Str letter = n < 26 ? str_printf(b->arena, "%c)", (char)('a' + n))
                            : str_printf(b->arena, "%u)", n + 1);
        html_raw(out, S("<li><span class=\"letter\">"));
        html_text(out, letter);
        html_raw(out, S("</span> "));
        write_item(b, out, list, item, level);
        html_raw(out, S("</li>\n"));
    }
    html_raw(out, S("</ol>\n"));
}

static void write_ed_block(struct body *b, struct buf *out,
                           const struct ed_block *block, int level)
{
    if (block->lettered) {
        write_lettered(b, out, block->node, level);
        return;
    }
    if (block->number.n == 0) {
        write_block(b, out, block->node, level);
        return;
    }
    Str id = body_id(b, b->chapter, block->id);
    html_raw(out, S("<p"));
    html_attr(out, S("id"), id);
    html_raw(out, S(" class=\"numbered\">"));
    write_number(b, out, block->number, id, true);
    body_inlines(b, out, block->node);
    html_raw(out, S("</p>\n"));
}

/* The way to the same section in another edition, in that edition's words. */
static void write_twin(struct body *b, struct buf *out,
                       const struct ed_section *s, const struct edition *other)
{
    const struct scene *scene = b->scene;
    const struct ed_chapter *c = edition_chapter(other, b->chapter->source->id);
    const struct ed_section *twin =
        c == NULL ? NULL : map_get(&c->anchors, s->source->id);
    if (twin == NULL || twin->fallback != other->voice || twin->title == NULL) {
        return;
    }
    Str label = context_twin(b->arena, b->diags, scene, other);
    html_raw(out, S("<p class=\"twin\"><a"));
    html_attr(out, S("href"),
              str_printf(b->arena, "../%.*s/%.*s#%.*s", STR_ARG(other->folder),
                         STR_ARG(c->file), STR_ARG(twin->source->id)));
    bool apart = !str_eq(other->locale->code, scene->theme->locale->code);
    if (apart) {
        html_attr(out, S("hreflang"), other->locale->code);
    }
    /* one piece of the link, however a theme lays the pieces out */
    html_raw(out, S("><span>"));
    html_text(out, label);
    if (apart) {
        html_raw(out, S(" ("));
        bidi_foreign(out, other->locale->name, other->locale);
        html_raw(out, S(")"));
    }
    html_raw(out, S("</span>"));
    html_raw(out, S("<span class=\"unseen\">: "));
    html_raw(out, body_heading(b, s));
    html_raw(out, S("</span></a>"));
    /* paper cannot be pressed, so there the address is written out */
    html_raw(out, S(" <span class=\"address\">"));
    html_text(out,
              document_address(
                  b->arena, scene,
                  str_printf(b->arena, "%.*s/%.*s#%.*s", STR_ARG(other->folder),
                             STR_ARG(c->file), STR_ARG(twin->source->id))));
    html_raw(out, S("</span></p>\n"));
}

/* The level of the headings right below the chapter's own. */
static int top_level(const struct body *b)
{
    return b->scene->whole ? 3 : 2;
}

static void write_section_head(struct body *b, struct buf *out,
                               const struct ed_section *s, int level)
{
    Str tag = str_printf(b->arena, "h%d", level > 6 ? 6 : level);
    Str id = body_id(b, b->chapter, s->source->id);
    if (level == top_level(b)) {
        places_add_section(b, s, id);
    }
    html_raw(out, S("<section"));
    html_attr(out, S("id"), id);
    html_raw(out, S(" class=\"section\">\n"));
    open_tag(out, tag, S(""));
    if (s->number.n > 0) {
        write_number(b, out, s->number, id, false);
    }
    b->explain = false;
    body_open_foreign(out, S("span"), s->title_foreign);
    body_inlines(b, out, s->title);
    body_close_foreign(out, S("span"), s->title_foreign);
    b->explain = true;
    close_tag(out, tag);
}

Str body_heading(struct body *b, const struct ed_section *s)
{
    struct buf title = buf_in(b->arena);
    bool explain = b->explain, linked = b->linked;
    b->explain = false;
    b->linked = true;
    body_open_foreign(&title, S("span"), s->title_foreign);
    body_inlines(b, &title, s->title);
    body_close_foreign(&title, S("span"), s->title_foreign);
    b->explain = explain;
    b->linked = linked;
    return buf_str(&title);
}

void body_open_foreign(struct buf *out, Str tag, const struct locale *l)
{
    if (l != NULL) {
        html_raw(out, S("<"));
        html_raw(out, tag);
        html_attr(out, S("lang"), l->code);
        html_attr(out, S("dir"), context_direction(l));
        html_raw(out, S(">"));
    }
}

void body_close_foreign(struct buf *out, Str tag, const struct locale *l)
{
    if (l != NULL) {
        html_raw(out, S("</"));
        html_raw(out, tag);
        html_raw(out, S(">"));
    }
}

/* The section's text; what is not translated stands together, marked with its
 * language and below a line that says so. */
static void write_ed_blocks(struct body *b, struct buf *out,
                            const struct ed_section *s, int level)
{
    const struct locale *now = NULL;
    for (size_t i = 0; i < s->nblocks; i++) {
        const struct locale *l = s->blocks[i].foreign;
        if (l != now && now != NULL) {
            body_close_foreign(out, S("div"), now);
            html_raw(out, S("\n"));
        }
        if (l != now && l != NULL) {
            open_tag(out, S("p"), S("fallback"));
            html_text(out, theme_string(b->scene->theme, b->diags,
                                        S("untranslated")));
            close_tag(out, S("p"));
            body_open_foreign(out, S("div"), l);
            html_raw(out, S("\n"));
        }
        now = l;
        b->written = l;
        write_ed_block(b, out, &s->blocks[i], level);
    }
    b->written = NULL;
    if (now != NULL) {
        body_close_foreign(out, S("div"), now);
        html_raw(out, S("\n"));
    }
}

static void write_section(struct body *b, struct buf *out,
                          const struct ed_section *s, int level)
{
    const struct scene *scene = b->scene;
    bool opening = s->title == NULL;
    if (!opening) {
        write_section_head(b, out, s, level);
    }
    b->foreign = s->fallback != scene->ed->voice;
    if (b->foreign) {
        open_tag(out, S("p"), S("fallback"));
        html_text(out, theme_string(scene->theme, b->diags, S("fallback")));
        close_tag(out, S("p"));
    }
    write_ed_blocks(b, out, s, level + 1);
    b->foreign = false;
    bool site = scene->flavour == FLAVOUR_HTML;
    for (size_t v = 0; !opening && site && v < scene->pub->voices.n; v++) {
        if (v != scene->ed->voice && s->nblocks > 0) {
            write_twin(b, out, s, context_edition(scene, v));
        }
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        write_section(b, out, c, level + 1);
    }
    if (!opening) {
        html_raw(out, S("</section>\n"));
    }
}

static void reserve_ids(struct body *b, const struct ed_section *s)
{
    for (size_t i = 0; i < s->nblocks; i++) {
        if (s->blocks[i].id.n > 0) {
            names_reserve(&b->ids, body_id(b, b->chapter, s->blocks[i].id));
        }
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        names_reserve(&b->ids, body_id(b, b->chapter, c->source->id));
        reserve_ids(b, c);
    }
}

void body_write(struct body *b, struct buf *out)
{
    int level = top_level(b) - 1; /* of the chapter's title */
    reserve_ids(b, b->chapter->opening);
    write_section(b, out, b->chapter->opening, level);
    for (size_t k = 0; k < KIND_COUNT; k++) {
        if (b->chapter->rest[k].n > 0) {
            body_records(b, out, &kinds[k], &b->chapter->rest[k], level + 1);
        }
    }
}

void body_write_notes(struct body *b, struct buf *out)
{
    const struct theme *theme = b->scene->theme;
    bool book = b->scene->flavour == FLAVOUR_XHTML;
    if (b->nnotes == 0) {
        return;
    }
    html_raw(out, S("<section class=\"footnotes\""));
    html_raw(out, book ? S(" epub:type=\"endnotes\"") : S(""));
    Str tag = b->scene->whole ? S("h3") : S("h2");
    html_raw(out, S(" role=\"doc-endnotes\">\n"));
    open_tag(out, tag, S(""));
    html_text(out, theme_string(theme, b->diags, S("footnotes")));
    close_tag(out, tag);
    html_raw(out, S("<ol>\n"));
    /* a footnote may call another, which is then added at the end */
    for (size_t i = 0; i < b->nnotes; i++) {
        Str id = b->notes[i].id;
        html_raw(out, S("<li"));
        html_attr(out, S("id"), inline_note_id(b, "fn_", id));
        html_raw(out, S("><p>"));
        b->written = b->notes[i].foreign;
        body_open_foreign(out, S("span"), b->written);
        body_inlines(b, out, b->notes[i].note->text);
        body_close_foreign(out, S("span"), b->written);
        b->written = NULL;
        html_raw(out, S(" <a class=\"backlink\""));
        html_attr(out, S("href"),
                  str_printf(b->arena, "#%.*s",
                             STR_ARG(inline_note_id(b, "fnref_", id))));
        html_raw(out, S(" role=\"doc-backlink\">"));
        html_text(out, theme_string(theme, b->diags, S("back-to-text")));
        html_raw(out, S("<span class=\"unseen\">: "));
        html_text(out, str_printf(b->arena, "%zu", i + 1));
        html_raw(out, S("</span></a></p></li>\n"));
    }
    html_raw(out, S("</ol>\n</section>\n"));
}

void body_records(struct body *b, struct buf *out, const struct kind *kind,
                  const struct record_list *records, int level)
{
    if (records->n == 0) {
        return;
    }
    Str name = str_printf(b->arena, "records/%.*s", STR_ARG(kind->name));
    if (!templates_has(b->scene->theme->templates, name)) {
        diag_error(b->diags, b->scene->theme->src, S(""), "missing-template",
                   "the theme has no template for %.*s", STR_ARG(kind->plural));
        diag_help(b->diags, "write %.*s.html", STR_ARG(name));
        return;
    }
    struct value *inner = value_map(b->arena);
    value_set(inner, S("kind"), value_text(b->arena, kind->name));
    value_set(inner, S("level"),
              value_text(b->arena,
                         str_printf(b->arena, "%d", level > 6 ? 6 : level)));
    struct value *list = values_of_records(b, records);
    struct value *groups =
        values_groups(b, kind, records, list, level > 5 ? 5 : level);
    if (level == top_level(b)) {
        places_add_records(b, kind, list, groups);
    }
    value_set(inner, S("records"), list);
    value_set(inner, S("groups"), groups);
    values_have(b->arena, inner, kind->plural, kind, records->items,
                records->n);
    value_set(inner, S("has_records"), value_bool(b->arena, true));
    open_tag(
        out, S("div"),
        str_printf(b->arena, "records records-%.*s", STR_ARG(kind->plural)));
    html_raw(out, S("\n"));
    if (!templates_render_with(b->scene->theme->templates, b->diags, name,
                               b->context, inner, out)) {
        return; /* reported */
    }
    close_tag(out, S("div"));
}
