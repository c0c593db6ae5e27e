#include "read/markdown_inline.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/link.h"

enum { INLINE_DEPTH = 64 };

size_t md_body_line(const struct md *md, cmark_node *n)
{
    size_t line = (size_t)cmark_node_get_start_line(n);
    size_t annex = markers_annex_lines(&md->markers);
    return line > annex ? line - annex - 1 : (size_t)-1;
}

/* The author's text at line and column (from 1) of what cmark was fed. */
static Str fed_to_file(const struct md *md, size_t line, size_t column)
{
    size_t annex = markers_annex_lines(&md->markers);
    if (line == 0) {
        return str_to(md->body, 0);
    }
    if (line > annex) {
        size_t i = line - annex - 1;
        if (i >= md->markers.nlines) {
            return str_from(md->body, md->body.n);
        }
        Str text = md->markers.lines[i];
        size_t at = column > 0 ? column - 1 : 0;
        return str_from(text, at < text.n ? at : text.n);
    }
    const struct annex *x = &md->markers.annex[(line - 1) / 2];
    size_t at = column > 2 ? column - 2 : 0; /* from 1, and the comma */
    size_t i = x->npieces - 1;
    while (i > 0 && x->pieces[i].column > at) {
        i--;
    }
    return str_from(x->pieces[i].where, at - x->pieces[i].column);
}

Str md_where(const struct md *md, cmark_node *n)
{
    return fed_to_file(md, (size_t)cmark_node_get_start_line(n),
                       (size_t)cmark_node_get_start_column(n));
}

/* Where the inline `n`, which starts with `text`, stands. cmark's columns on a
 * paragraph's later lines leave out their indentation, so the text is looked
 * for from there on. */
static Str find_inline(const struct md *md, cmark_node *n, Str text)
{
    Str where = md_where(md, n);
    if (text.n == 0 || str_starts(where, text)) {
        return where;
    }
    size_t later = str_find(where, text);
    return str_from(where, later < where.n ? later : 0);
}

Str md_unshield(struct arena *a, Str text, bool code)
{
    if (str_find_byte(text, SHIELD_BRACE) == text.n &&
        str_find_byte(text, SHIELD_BRACKET) == text.n) {
        return str_copy(a, text);
    }
    struct buf b = buf_in(a);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c != SHIELD_BRACE && c != SHIELD_BRACKET) {
            buf_byte(&b, c);
            continue;
        }
        if (code) {
            buf_byte(&b, '\\');
        }
        buf_byte(&b, c == SHIELD_BRACE ? '{' : '[');
        i++;
    }
    return buf_str(&b);
}

void md_refuse_html(struct md *md, Str where)
{
    diag_error(md->diags, md->src, where, "raw-html",
               "HTML cannot be published");
    diag_help(md->diags, "write Markdown, or a container such as ::: callout; "
                         "write &lt; where the sign < is meant");
}

static void add_text(struct md *md, struct node *to, Str text, Str where)
{
    if (text.n > 0) {
        struct node *n = node_new(md->arena, NODE_TEXT, where);
        n->text = md_unshield(md->arena, text, false);
        node_add(to, n);
    }
}

static void add_insert(struct md *md, struct node *to,
                       const struct insert *found, Str where)
{
    struct node *n = node_new(md->arena, NODE_INSERT, where);
    n->insert = ARENA_NEW(md->arena, struct insert, 1);
    *n->insert = *found;
    /* its words are views into cmark's memory, which does not last */
    n->insert->where = where;
    n->insert->name = str_copy(md->arena, found->name);
    for (size_t i = 0; i < found->nargs; i++) {
        n->insert->args[i] = str_copy(md->arena, found->args[i]);
    }
    for (size_t i = 0; i < found->noptions; i++) {
        n->insert->options[i].key = str_copy(md->arena, found->options[i].key);
        n->insert->options[i].value =
            str_copy(md->arena, found->options[i].value);
    }
    node_add(to, n);
}

/* Adds text up to its first footnote call, and the call. */
static void add_plain(struct md *md, struct node *to, Str text, Str where)
{
    for (;;) {
        size_t at = str_find(text, S("[^"));
        Str label = str_from(text, at + 2);
        size_t end = str_find_byte(label, ']');
        if (at == text.n || end == 0 || end == label.n) {
            add_text(md, to, text, where);
            return;
        }
        add_text(md, to, str_to(text, at), where);
        size_t found = str_find(where, str_to(str_from(text, at), end + 3));
        struct node *n = node_new(md->arena, NODE_FOOTNOTE_REF,
                                  str_to(str_from(where, found), end + 3));
        n->text = str_copy(md->arena, str_to(label, end));
        node_add(to, n);
        md->refs = list_grow(md->arena, md->refs, md->nrefs, sizeof *md->refs);
        md->refs[md->nrefs].label = n->text;
        md->refs[md->nrefs++].where = n->where;
        text = str_from(label, end + 1);
    }
}

/* Cuts a text node into texts, inserts and footnote calls. */
static void convert_text(struct md *md, cmark_node *from, struct node *to,
                         Str text)
{
    Str where = find_inline(md, from, text);
    Str comment = str_from(text, str_find(text, S("<!--")));
    if (comment.n > 0) {
        diag_error(md->diags, md->src,
                   str_to(str_from(where, str_find(where, S("<!--"))), 4),
                   "raw-html", "this comment is never closed");
        diag_help(md->diags, "end the comment with -->");
    }
    struct insert found;
    size_t at = 0, end = 0;
    for (;;) {
        enum insert_found result = insert_find(text, &at, &end, &found);
        if (result == INSERT_NONE) {
            add_plain(md, to, text, where);
            return;
        }
        Str rest = str_from(text, at);
        Str place = str_from(where, str_find(where, S("{{")));
        if (result == INSERT_FOUND) {
            add_plain(md, to, str_to(text, at), where);
            add_insert(md, to, &found, str_to(place, end - at));
            text = str_from(text, end);
            where = str_from(place, end - at);
            continue;
        }
        if (result == INSERT_UNCLOSED) {
            diag_error(md->diags, md->src, str_to(place, 2), "unclosed-insert",
                       "this {{ has no }} on the same line");
        } else {
            diag_error(md->diags, md->src, str_to(place, rest.n),
                       "unclosed-insert",
                       "this insert does not say what to "
                       "insert");
        }
        diag_help(md->diags, "write {{ council.name }} on one line, or \\{{ "
                             "where two braces are meant");
        return;
    }
}

static void convert_link(struct md *md, cmark_node *n, struct node *link)
{
    link->text = str_copy(md->arena, str_from_c(cmark_node_get_url(n)));
    if (link_judge(link->text) != LINK_BAD) {
        return;
    }
    diag_error(md->diags, md->src, link->where, "bad-link",
               "a link to '%.*s' cannot be published", STR_ARG(link->text));
    diag_help(md->diags, "write https://…, mailto:…, tel:…, the name of a "
                         "file (offers.md) or an id (#offers)");
}

static enum node_kind inline_kind(cmark_node_type type)
{
    switch ((int)type) {
    case CMARK_NODE_SOFTBREAK:
        return NODE_SOFT_BREAK;
    case CMARK_NODE_LINEBREAK:
        return NODE_HARD_BREAK;
    case CMARK_NODE_CODE:
        return NODE_CODE;
    case CMARK_NODE_EMPH:
        return NODE_EMPHASIS;
    case CMARK_NODE_STRONG:
        return NODE_STRONG;
    case CMARK_NODE_LINK:
        return NODE_LINK;
    case CMARK_NODE_IMAGE:
        return NODE_IMAGE;
    default:
        return NODE_TEXT;
    }
}

/* In a table's cell a pipe in code is escaped, because it would end the cell
 * (GitHub Flavored Markdown 0.29, section 4.10). */
static Str code_span(struct md *md, cmark_node *n, Str literal)
{
    Str text = md_unshield(md->arena, literal, true);
    if ((size_t)cmark_node_get_start_line(n) >
        markers_annex_lines(&md->markers)) {
        return text;
    }
    struct buf b = buf_in(md->arena);
    for (size_t i = 0; i < text.n; i++) {
        if (!str_starts(str_from(text, i), S("\\|"))) {
            buf_byte(&b, text.p[i]);
        }
    }
    return buf_str(&b);
}

static void convert_inlines(struct md *md, cmark_node *from, struct node *to,
                            unsigned depth);

static void convert_inline(struct md *md, cmark_node *n, struct node *to,
                           unsigned depth)
{
    cmark_node_type type = cmark_node_get_type(n);
    Str literal = str_from_c(cmark_node_get_literal(n));
    if (type == CMARK_NODE_TEXT) {
        convert_text(md, n, to, literal);
        return;
    }
    if (type == CMARK_NODE_HTML_INLINE) {
        if (!str_starts(literal, S("<!--"))) {
            md_refuse_html(md, find_inline(md, n, literal));
        }
        return;
    }
    bool breaks = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
    Str where = breaks ? to->where : md_where(md, n); /* breaks report 0:0 */
    struct node *out = node_new(md->arena, inline_kind(type), where);
    if (type == CMARK_NODE_CODE) {
        out->text = code_span(md, n, literal);
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        convert_link(md, n, out);
    }
    node_add(to, out);
    convert_inlines(md, n, out, depth + 1);
}

static void convert_inlines(struct md *md, cmark_node *from, struct node *to,
                            unsigned depth)
{
    if (depth > INLINE_DEPTH) {
        diag_error(md->diags, md->src, to->where, "too-deep",
                   "this is nested too deeply");
        diag_help(md->diags, "take some of the stars and brackets away");
        return;
    }
    for (cmark_node *n = cmark_node_first_child(from); n != NULL;
         n = cmark_node_next(n)) {
        convert_inline(md, n, to, depth);
    }
}

/* The comma that keeps a text of the annex a paragraph is not the author's. */
static void drop_comma(cmark_node *paragraph)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    const char *text = cmark_node_get_literal(first);
    char *rest = strdup(text + 1);
    if (rest == NULL || cmark_node_set_literal(first, rest) == 0) {
        die_no_memory();
    }
    free(rest);
}

void md_convert_inlines(struct md *md, cmark_node *from, struct node *to)
{
    size_t line = (size_t)cmark_node_get_start_line(from);
    if (line <= markers_annex_lines(&md->markers)) {
        drop_comma(from);
    }
    convert_inlines(md, from, to, 0);
}

void md_take_heading_id(struct md *md, struct node *h)
{
    struct node *last = h->last;
    if (last == NULL || last->kind != NODE_TEXT ||
        !str_ends(last->text, S("}"))) {
        return;
    }
    size_t at = str_find(last->text, S("{#"));
    if (at == last->text.n) {
        return;
    }
    Str id = str_from(last->text, at + 2);
    id.n--;
    if (!str_is_id(id)) {
        Str where = str_from(h->where, str_find(h->where, S("{#")));
        diag_error(md->diags, md->src, where, "bad-id",
                   "'%.*s' cannot be an id", STR_ARG(id));
        diag_help(md->diags, "write small letters, digits and hyphens, with "
                             "a letter first: {#our-homes}");
    }
    h->text = id;
    last->text = str_trim(str_to(last->text, at));
}

static void unknown_footnote(struct md *md, size_t i)
{
    for (size_t f = 0; f < md->out->nfootnotes; f++) {
        if (str_eq(md->out->footnotes[f].label, md->refs[i].label)) {
            return;
        }
    }
    diag_error(md->diags, md->src, md->refs[i].where, "unknown-footnote",
               "there is no footnote '%.*s'", STR_ARG(md->refs[i].label));
    diag_help(md->diags, "write its text on a line of its own: [^%.*s]: …",
              STR_ARG(md->refs[i].label));
}

void md_check_footnotes(struct md *md)
{
    for (size_t i = 0; i < md->nrefs; i++) {
        unknown_footnote(md, i);
    }
    for (size_t f = 0; f < md->out->nfootnotes; f++) {
        const struct footnote *note = &md->out->footnotes[f];
        bool used = false;
        for (size_t i = 0; i < md->nrefs && !used; i++) {
            used = str_eq(md->refs[i].label, note->label);
        }
        if (!used) {
            diag_error(md->diags, md->src, note->where, "unused-footnote",
                       "nothing calls the footnote '%.*s', so it would be "
                       "lost",
                       STR_ARG(note->label));
            diag_help(md->diags,
                      "write [^%.*s] after the words that it is "
                      "about",
                      STR_ARG(note->label));
        }
    }
}
