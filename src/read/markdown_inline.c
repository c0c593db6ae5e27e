#include "read/markdown_inline.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "read/link.h"
#include "read/markdown_image.h"
#include "read/markdown_place.h"

enum { INLINE_DEPTH = 64 };

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

void md_misplaced_container(struct md *md, Str where)
{
    diag_error(md->diags, md->src, where, "misplaced-container",
               "a ::: line cannot stand inside a list, a quote or a paragraph");
    diag_help(md->diags, "start the line at the margin, without blanks before "
                         "the colons");
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
        where = str_from(where, place_find_bare(where, S("[^")));
        struct node *n =
            node_new(md->arena, NODE_FOOTNOTE_REF, str_to(where, end + 3));
        n->text = str_copy(md->arena, str_to(label, end));
        node_add(to, n);
        md->refs = list_grow(md->arena, md->refs, md->nrefs, sizeof *md->refs);
        md->refs[md->nrefs].label = n->text;
        md->refs[md->nrefs++].where = n->where;
        text = str_from(label, end + 1);
        where = str_from(where, end + 3);
    }
}

/* `[words](…` that is text because its target cannot be one */
static void check_link_signs(struct md *md, Str where, Str text)
{
    static const Str signs = STR_INIT("](");
    size_t at;
    while ((at = str_find(text, signs)) < text.n) {
        where = str_from(where, place_find_bare(where, signs));
        if (where.n == 0) {
            return;
        }
        diag_error(md->diags, md->src,
                   str_to(where, str_find_byte(where, ')') + 1), "bad-link",
                   "this looks like a link but is not one");
        diag_help(md->diags, "write the target without blanks and inserts, and "
                             "close it: [words](offers.md#housing); or ]\\( "
                             "where these signs are meant");
        where = str_from(where, signs.n);
        text = str_from(text, at + signs.n);
    }
}

/* What was meant as markup must not be published as text. */
static void check_text(struct md *md, Str where, Str text)
{
    /* entities and escapes show that the sign itself is meant */
    bool opens = str_find(text, S("<!--")) < text.n;
    Str comment =
        str_from(where, opens ? place_find_bare(where, S("<!--")) : where.n);
    if (comment.n > 0) {
        diag_error(md->diags, md->src, str_to(comment, 4), "raw-html",
                   "this comment has no end on its line, or holds a --");
        diag_help(md->diags, "end the comment with -->");
    }
    check_link_signs(md, where, text);
    if (str_starts(text, S(":::")) && place_starts_line(md, where)) {
        md_misplaced_container(md, where);
    }
}

static void bad_insert(struct md *md, Str where, enum insert_found found)
{
    diag_error(md->diags, md->src, where, "unclosed-insert", "%s",
               found == INSERT_UNCLOSED
                   ? "this {{ has no }} on the same line"
                   : "this insert does not say what to insert");
    diag_help(md->diags, "write {{ council.name }} on one line, or \\{{ "
                         "where two braces are meant");
}

/* Cuts a text node into texts, inserts and footnote calls. */
static void convert_text(struct md *md, cmark_node *from, struct node *to,
                         Str text)
{
    /* the longest entities take 12 bytes for each that they stand for, and a
     * search for what is not there must not run through a line of a megabyte */
    Str where = str_to(place_inline(md, from, text), text.n * 12 + 256);
    check_text(md, where, text);
    struct insert found;
    size_t at = 0, end = 0;
    for (;;) {
        enum insert_found result = insert_find(text, &at, &end, &found);
        if (result == INSERT_NONE) {
            add_plain(md, to, text, where);
            return;
        }
        Str place = str_from(where, place_find_bare(where, S("{{")));
        if (result != INSERT_FOUND) {
            bad_insert(md, result == INSERT_UNCLOSED ? str_to(place, 2) : place,
                       result);
            add_text(md, to, text, where);
            return;
        }
        add_plain(md, to, str_to(text, at), where);
        add_insert(md, to, &found, str_to(place, end - at));
        text = str_from(text, end);
        where = str_from(place, end - at);
    }
}

static void convert_link(struct md *md, cmark_node *n, struct node *link)
{
    link->text = str_copy(md->arena, str_from_c(cmark_node_get_url(n)));
    enum link_kind kind = link_judge(link->text);
    if (kind == LINK_OUTWARD) {
        link->text = link_escape(md->arena, link->text);
    }
    if (kind != LINK_BAD) {
        return;
    }
    diag_error(md->diags, md->src, link->where, "bad-link",
               "a link to '%.*s' cannot be published", STR_ARG(link->text));
    bool blank = str_find_byte(link->text, ' ') < link->text.n;
    diag_help(md->diags,
              blank ? "write %%20 for each blank: our%%20offers.md"
                    : "write https://…, mailto:…, tel:…, the name of a file "
                      "(offers.md) or an id (#offers)");
}

/* Reports footnote calls inside a link: one link cannot hold another. */
static void refuse_calls(struct md *md, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind == NODE_FOOTNOTE_REF) {
            diag_error(md->diags, md->src, c->where, "misplaced-footnote",
                       "a link's words cannot call a footnote");
            diag_help(md->diags, "write [^%.*s] behind the link",
                      STR_ARG(c->text));
        }
        refuse_calls(md, c);
    }
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
            Str line = str_to(literal, str_find_byte(literal, '\n'));
            md_refuse_html(md, str_to(place_inline(md, n, line), line.n));
        }
        return;
    }
    bool link = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
    Str where = link ? place_link(md, n) : place_inline(md, n, S(""));
    struct node *out = node_new(md->arena, inline_kind(type), where);
    if (type == CMARK_NODE_CODE) {
        out->text = code_span(md, n, literal);
    } else if (type == CMARK_NODE_IMAGE) {
        image_convert(md, n, out);
    } else if (link) {
        convert_link(md, n, out);
    }
    node_add(to, out);
    convert_inlines(md, n, out, depth + 1);
    if (type == CMARK_NODE_IMAGE) {
        image_check_words(md, out);
    } else if (link) {
        refuse_calls(md, out);
    }
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
        diag_error(md->diags, md->src, str_to(where, id.n + 3), "bad-id",
                   "'%.*s' cannot be an id", STR_ARG(id));
        diag_help(md->diags, "write small letters, digits and hyphens, with "
                             "a letter first: {#our-homes}");
    }
    h->text = id;
    /* the blank before it goes too, but not one after other inlines */
    Str rest = str_to(last->text, at);
    while (rest.n > 0 && ascii_space(rest.p[rest.n - 1])) {
        rest.n--;
    }
    last->text = rest;
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
