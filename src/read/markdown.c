#include "read/markdown.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/markdown_image.h"
#include "read/markdown_inline.h"
#include "read/markdown_place.h"

enum { TREE_DEPTH = 64 };

/* cmark calls abort() when memory runs out; Duet says so and exits. */
static void *cmark_calloc(size_t n, size_t size)
{
    void *p = calloc(n, size);
    if (p == NULL) {
        die_no_memory();
    }
    return p;
}

static void *cmark_realloc(void *old, size_t size)
{
    void *p = realloc(old, size);
    if (p == NULL) {
        die_no_memory();
    }
    return p;
}

static void convert_blocks(struct md *md, cmark_node *from, struct node *to,
                           unsigned depth);

static struct mark *mark_of(struct md *md, cmark_node *n)
{
    size_t line = place_body_line(md, n);
    return line < md->markers.nlines ? md->markers.marks[line] : NULL;
}

/* A paragraph made of one text of the annex. */
static struct node *annex_paragraph(struct md *md, size_t index)
{
    Str where = md->markers.annex[index].pieces[0].where;
    struct node *p = node_new(md->arena, NODE_PARAGRAPH, where);
    md_convert_inlines(md, md->annex_nodes[index], p);
    image_refuse(md, p);
    return p;
}

/* The same for a title: NULL when it holds a comment alone. */
static struct node *annex_title(struct md *md, size_t index)
{
    struct node *p = annex_paragraph(md, index);
    return p->first == NULL ? NULL : p;
}

static struct node *convert_table(struct md *md, const struct mark_table *t)
{
    struct node *table = node_new(md->arena, NODE_TABLE, t->rows[0].where);
    if (t->has_caption) {
        table->title = annex_title(md, t->caption);
    }
    for (size_t r = 0; r < t->nrows; r++) {
        const struct mark_row *from = &t->rows[r];
        if (from->ncells > t->ncolumns) {
            diag_error(md->diags, md->src, from->where, "table-cells",
                       "this row has %zu cells, but the table's first row has "
                       "%zu",
                       from->ncells, t->ncolumns);
            diag_help(md->diags, "take a | away, or write it as \\| where it "
                                 "is meant as a sign");
        }
        struct node *row = node_new(md->arena, NODE_ROW, from->where);
        row->heads = r == 0;
        for (size_t c = 0; c < t->ncolumns; c++) {
            size_t index = from->first_cell + c;
            Str where = md->markers.annex[index].pieces[0].where;
            struct node *cell = node_new(md->arena, NODE_CELL, where);
            cell->align = t->aligns[c];
            cell->heads = c == 0 && t->row_headers;
            md_convert_inlines(md, md->annex_nodes[index], cell);
            node_add(row, cell);
        }
        node_add(table, row);
    }
    return table;
}

static void add_footnote(struct md *md, const struct mark *mark, Str where)
{
    for (size_t i = 0; i < md->out->nfootnotes; i++) {
        if (str_eq(md->out->footnotes[i].label, mark->name)) {
            diag_error(md->diags, md->src, where, "duplicate-id",
                       "the footnote '%.*s' is written twice",
                       STR_ARG(mark->name));
            diag_help(md->diags, "give one of them another name");
            return;
        }
    }
    struct node *text = annex_paragraph(md, mark->text);
    if (text->first == NULL) {
        diag_error(md->diags, md->src, where, "empty-footnote",
                   "the footnote '%.*s' says nothing", STR_ARG(mark->name));
        diag_help(md->diags, "write its text behind the colon: [^%.*s]: …",
                  STR_ARG(mark->name));
    }
    *LIST_ADD(md->arena, md->out->footnotes, md->out->nfootnotes) =
        (struct footnote){
            .label = mark->name,
            .where = where,
            .text = text,
        };
}

static void open_container(struct md *md, const struct mark *mark, Str where)
{
    struct node *box = node_new(md->arena, NODE_CONTAINER, where);
    box->text = mark->name;
    if (mark->has_text) {
        box->title = annex_title(md, mark->text);
    }
    node_add(md->open[md->nopen - 1], box);
    *LIST_ADD(md->arena, md->open, md->nopen) = box;
}

static void close_container(struct md *md, Str where)
{
    if (md->nopen > 1) {
        md->nopen--;
        return;
    }
    diag_error(md->diags, md->src, where, "stray-container-end",
               "this ::: closes nothing");
    diag_help(md->diags, "take the line away, or open a container above it: "
                         "::: young");
}

static void convert_marker(struct md *md, const struct mark *mark, Str where,
                           struct node *to, bool at_top)
{
    switch (mark->kind) {
    case MARK_OPEN:
    case MARK_CLOSE:
        if (!at_top) {
            md_misplaced_container(md, where);
        } else if (mark->kind == MARK_CLOSE) {
            close_container(md, where);
        } else if (md->nopen > CONTAINER_DEPTH) {
            diag_error(md->diags, md->src, where, "too-deep",
                       "a container may stand inside at most %d others",
                       CONTAINER_DEPTH - 1);
            diag_help(md->diags, "close the containers above with :::");
        } else {
            open_container(md, mark, where);
        }
        return;
    case MARK_TABLE:
        node_add(to, convert_table(md, mark->table));
        return;
    case MARK_FOOTNOTE:
        add_footnote(md, mark, where);
        return;
    case MARK_REST:
        return;
    }
}

/* An author's HTML: comments are left out, anything else is refused. */
static void convert_html(struct md *md, cmark_node *n, Str where)
{
    Str html = str_trim(str_from_c(cmark_node_get_literal(n)));
    if (!str_starts(html, S("<!--"))) {
        md_refuse_html(md, where);
        return;
    }
    while (str_starts(html, S("<!--"))) {
        /* `<!-->` is a comment, too (CommonMark 0.30, section 4.6) */
        size_t end = str_find(str_from(html, 2), S("-->"));
        if (end == html.n - 2) {
            diag_error(md->diags, md->src, where, "raw-html",
                       "this comment is never closed");
            diag_help(md->diags, "end the comment with -->");
            return;
        }
        html = str_trim(str_from(html, 2 + end + 3));
    }
    if (html.n > 0) {
        diag_error(md->diags, md->src, where, "raw-html",
                   "there is text after this comment's end");
        diag_help(md->diags, "start the text on a line of its own");
    }
}

static bool is_fence(Str where)
{
    return str_starts(where, S("```")) || str_starts(where, S("~~~"));
}

/* A code block's text, with the lines that a marker stood for put back. */
static Str code_text(struct md *md, cmark_node *n, Str where)
{
    Str text = str_from_c(cmark_node_get_literal(n));
    size_t at = place_body_line(md, n) + is_fence(where);
    struct buf b = buf_in(md->arena);
    Str line;
    for (; str_cut_line(&text, &line); at++) {
        size_t marker = str_find(line, MARKER);
        if (at < md->markers.nlines && md->markers.marks[at] != NULL &&
            marker < line.n) {
            buf_add(&b, str_to(line, marker));
            buf_add(&b, str_trim(md->markers.lines[at]));
        } else {
            buf_add(&b, line);
        }
        buf_byte(&b, '\n');
    }
    return md_unshield(md->arena, buf_str(&b), true);
}

/* The words after the language that a fence names: what the code is called. */
static Str code_label(Str where)
{
    Str line = str_to(where, str_find_byte(where, '\n')), language;
    if (!is_fence(line)) {
        return S("");
    }
    char fence = line.p[0];
    while (line.n > 0 && line.p[0] == fence) {
        line = str_from(line, 1);
    }
    str_cut_word(&line, &language);
    return str_trim(line);
}

static bool says_something(const struct node *n)
{
    if (n->kind == NODE_INSERT || n->kind == NODE_IMAGE ||
        ((n->kind == NODE_TEXT || n->kind == NODE_CODE) &&
         str_trim(n->text).n > 0)) {
        return true;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (says_something(c)) {
            return true;
        }
    }
    return false;
}

static void convert_heading(struct md *md, cmark_node *n, Str where,
                            struct node *to, bool at_top)
{
    struct node *h = node_new(md->arena, NODE_HEADING, where);
    h->level = cmark_node_get_heading_level(n);
    md_convert_inlines(md, n, h);
    image_refuse(md, h);
    md_take_heading_id(md, h);
    /* a translation may name a section and leave its heading to the original */
    bool named = md->src->lang.n > 0 && h->text.n > 0;
    if (!named && !says_something(h)) {
        diag_error(md->diags, md->src, where, "empty-heading",
                   "this heading has no words");
        diag_help(md->diags, "write them on this line: ## Our homes {#homes}");
    }
    if (!at_top) {
        diag_error(md->diags, md->src, where, "misplaced-heading",
                   "a heading cannot stand inside a list or a quote");
        diag_help(md->diags, "start the line at the margin, or make the words "
                             "strong with **two stars**");
    }
    node_add(to, h);
}

static struct node *convert_list(struct md *md, cmark_node *n, Str where)
{
    struct node *list = node_new(md->arena, NODE_LIST, where);
    list->ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
    list->tight = cmark_node_get_list_tight(n) != 0;
    list->start = cmark_node_get_list_start(n);
    return list;
}

/* What was meant as a container or a table must not be published as text. */
static void check_paragraph(struct md *md, Str where)
{
    if (str_starts(where, S(":::"))) {
        md_misplaced_container(md, where);
    } else if (str_starts(where, S("|"))) {
        diag_error(md->diags, md->src, where, "table-shape",
                   "this looks like a table but is not one");
        diag_help(md->diags,
                  "start its lines at the margin, and write a row of dashes "
                  "under the first, with as many cells: | --- | --- |");
    }
}

/* Four blanks at its start make a line code, which few authors mean. */
static void check_code(struct md *md, Str where)
{
    size_t before = diags_errors(md->diags);
    check_paragraph(md, where);
    if (!is_fence(where) && diags_errors(md->diags) == before) {
        diag_warning(md->diags, md->src, where, "indented-code",
                     "the blanks before this line make it code");
        diag_help(md->diags, "start the line at the margin; or write a line "
                             "``` above and below when code is meant");
    }
}

static void convert_block(struct md *md, cmark_node *n, struct node *to,
                          unsigned depth)
{
    Str where = place_block(md, n);
    struct node *out;
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_HTML_BLOCK: {
        const struct mark *mark = mark_of(md, n);
        if (mark != NULL) {
            convert_marker(md, mark, str_trim(where), to, depth == 0);
        } else {
            convert_html(md, n, where);
        }
        return;
    }
    case CMARK_NODE_PARAGRAPH:
        check_paragraph(md, where);
        out = node_new(md->arena, NODE_PARAGRAPH, where);
        md_convert_inlines(md, n, out);
        /* a paragraph that held comments alone says nothing */
        if (out->first != NULL) {
            node_add(to, out);
        }
        return;
    case CMARK_NODE_HEADING:
        convert_heading(md, n, where, to, depth == 0);
        return;
    case CMARK_NODE_CODE_BLOCK:
        out = node_new(md->arena, NODE_CODE_BLOCK, where);
        out->text = code_text(md, n, where);
        out->label = code_label(where);
        check_code(md, where);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        out = node_new(md->arena, NODE_RULE, where);
        break;
    case CMARK_NODE_LIST:
        out = convert_list(md, n, where);
        break;
    case CMARK_NODE_ITEM:
        out = node_new(md->arena, NODE_ITEM, where);
        break;
    default: /* cmark's remaining block; inlines never come here */
        out = node_new(md->arena, NODE_BLOCK_QUOTE, where);
        break;
    }
    node_add(to, out);
    convert_blocks(md, n, out, depth + 1);
}

static void convert_blocks(struct md *md, cmark_node *from, struct node *to,
                           unsigned depth)
{
    if (depth > TREE_DEPTH) {
        diag_error(md->diags, md->src, to->where, "too-deep",
                   "this is nested too deeply");
        diag_help(md->diags,
                  "a list or quote may stand inside at most %d "
                  "others",
                  TREE_DEPTH);
        return;
    }
    for (cmark_node *n = cmark_node_first_child(from); n != NULL;
         n = cmark_node_next(n)) {
        convert_block(md, n, to, depth);
    }
}

static void convert_document(struct md *md, cmark_node *root)
{
    size_t nannex = md->markers.nannex;
    md->annex_nodes = ARENA_NEW(md->arena, cmark_node *, nannex + 1);
    cmark_node *n = cmark_node_first_child(root);
    for (size_t i = 0; i < nannex; i++, n = cmark_node_next(n)) {
        md->annex_nodes[i] = n;
    }
    struct node *top = node_new(md->arena, NODE_DOCUMENT, md->body);
    md->out->root = top;
    *LIST_ADD(md->arena, md->open, md->nopen) = top;
    for (; n != NULL; n = cmark_node_next(n)) {
        /* what follows goes into the innermost open container */
        convert_block(md, n, md->open[md->nopen - 1], 0);
    }
    for (size_t i = 1; i < md->nopen; i++) {
        diag_error(md->diags, md->src, md->open[i]->where, "unclosed-container",
                   "this container is never closed");
        diag_help(md->diags, "write a line ::: where it ends");
    }
    md_check_footnotes(md);
}

bool markdown_parse(struct arena *a, struct diags *d, const struct source *src,
                    Str body, struct document *out)
{
    static cmark_mem mem = {cmark_calloc, cmark_realloc, free};
    struct document doc = {0};
    struct md md = {
        .arena = a, .diags = d, .src = src, .body = body, .out = &doc};
    if (!markers_find(a, d, src, body, &md.markers)) {
        return false;
    }
    /* the option sets places right behind code that spans lines */
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, &mem);
    cmark_parser_feed(parser, md.markers.fed.p, md.markers.fed.n);
    cmark_node *root = cmark_parser_finish(parser);
    convert_document(&md, root);
    cmark_node_free(root);
    cmark_parser_free(parser);
    *out = doc;
    return true;
}
