#include "read/markdown_place.h"

static size_t annex_lines(const struct md *md)
{
    return markers_annex_lines(&md->markers);
}

size_t place_body_line(const struct md *md, cmark_node *n)
{
    size_t line = (size_t)cmark_node_get_start_line(n);
    return line > annex_lines(md) ? line - annex_lines(md) - 1 : (size_t)-1;
}

/* The author's text at line and column (from 1) of what cmark was fed, up to
 * the end of the line; of a footnote up to its end. */
static Str fed_to_file(const struct md *md, size_t line, size_t column)
{
    if (line == 0) {
        return str_to(md->body, 0);
    }
    if (line > annex_lines(md)) {
        size_t i = line - annex_lines(md) - 1;
        if (i >= md->markers.nlines) {
            return str_from(md->body, md->body.n);
        }
        return str_from(md->markers.lines[i], column > 0 ? column - 1 : 0);
    }
    const struct annex *x = &md->markers.annex[(line - 1) / 2];
    size_t at = column > 2 ? column - 2 : 0; /* from 1, and the comma */
    size_t i = x->npieces - 1;
    while (i > 0 && x->pieces[i].column > at) {
        i--;
    }
    Str start = str_from(x->pieces[i].where, at - x->pieces[i].column);
    Str last = x->pieces[x->npieces - 1].where;
    return (Str){start.p, (size_t)(last.p + last.n - start.p)};
}

Str place_block(const struct md *md, cmark_node *n)
{
    return fed_to_file(md, (size_t)cmark_node_get_start_line(n),
                       (size_t)cmark_node_get_start_column(n));
}

static bool is_block(cmark_node *n)
{
    return cmark_node_get_type(n) <= CMARK_NODE_LAST_BLOCK;
}

/* What stands before a paragraph's text on a line after its first: blanks, and
 * the signs of the quotes that it is in, which may be left out. */
static size_t prefix_length(Str line, cmark_node *paragraph)
{
    size_t quotes = 0, i = 0;
    for (cmark_node *n = paragraph; n != NULL; n = cmark_node_parent(n)) {
        quotes += cmark_node_get_type(n) == CMARK_NODE_BLOCK_QUOTE;
    }
    for (; i < line.n; i++) {
        if (line.p[i] == '>' && quotes > 0) {
            quotes--;
        } else if (line.p[i] != ' ' && line.p[i] != '\t') {
            break;
        }
    }
    return i;
}

/* cmark's place of an inline, put right on a paragraph's later lines. */
static Str start_of_inline(const struct md *md, cmark_node *n)
{
    cmark_node *block = cmark_node_parent(n);
    while (!is_block(block)) {
        block = cmark_node_parent(block);
    }
    int line = cmark_node_get_start_line(n);
    int column = cmark_node_get_start_column(n);
    if (line <= cmark_node_get_start_line(block) ||
        place_body_line(md, n) >= md->markers.nlines) {
        return fed_to_file(md, (size_t)line, (size_t)column);
    }
    Str text = md->markers.lines[place_body_line(md, n)];
    int offset = column - cmark_node_get_start_column(block);
    text = str_from(text, prefix_length(text, block));
    return str_from(text, offset > 0 ? (size_t)offset : 0);
}

Str place_inline(const struct md *md, cmark_node *n, Str text)
{
    if (cmark_node_get_start_line(n) == 0) {
        return place_block(md, cmark_node_parent(n)); /* breaks report 0:0 */
    }
    enum { NEAR = 256 }; /* a line may be as long as the body */
    Str where = start_of_inline(md, n), near = str_to(where, text.n + NEAR);
    size_t later = str_find(near, text);
    return str_from(where, later < near.n ? later : 0);
}

/* The length of `source`, which starts with the bracket `open`, up to the one
 * that closes it; 0 when that is not on the line. */
static size_t bracket_length(Str source, char open, char close)
{
    size_t depth = 0;
    for (size_t i = 0; i < source.n; i++) {
        char c = source.p[i];
        if (c == '\\') {
            i++;
        } else if (c == open) {
            depth++;
        } else if (c == close && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/* A link that starts at the start of `source`, as far as its line goes. */
static size_t link_length(Str source)
{
    if (str_starts(source, S("<"))) {
        return bracket_length(source, '<', '>');
    }
    size_t sign = str_starts(source, S("!"));
    size_t n = bracket_length(str_from(source, sign), '[', ']');
    Str rest = str_from(source, sign + n);
    if (n > 0 && str_starts(rest, S("("))) {
        n += bracket_length(rest, '(', ')');
    } else if (n > 0 && str_starts(rest, S("["))) {
        n += bracket_length(rest, '[', ']');
    }
    return n == 0 ? source.n : sign + n;
}

/* cmark gives a link the line of its end, so its start is told by what stands
 * in it first. */
static Str link_start(const struct md *md, cmark_node *n)
{
    cmark_node *child = cmark_node_first_child(n);
    bool image = cmark_node_get_type(n) == CMARK_NODE_IMAGE;
    Str own = place_inline(md, n, image ? S("![") : S("["));
    if (child == NULL || cmark_node_get_start_line(child) == 0) {
        return own;
    }
    cmark_node_type type = cmark_node_get_type(child);
    bool nested = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
    Str inside = nested ? link_start(md, child) : start_of_inline(md, child);
    size_t back = image ? 2 : 1;
    if (inside.p < md->body.p + back) {
        return own;
    }
    Str start = {inside.p - back, inside.n + back};
    return str_starts(start, image ? S("![") : S("[")) ||
                   (!image && str_starts(start, S("<")))
               ? start
               : own;
}

Str place_link(const struct md *md, cmark_node *n)
{
    Str start = link_start(md, n);
    return str_to(start, link_length(start));
}

bool place_starts_line(const struct md *md, Str where)
{
    const char *p = where.p;
    while (p > md->body.p && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '>')) {
        p--;
    }
    return p == md->body.p || p[-1] == '\n';
}

size_t place_find_bare(Str source, Str sign)
{
    for (size_t i = 0; i < source.n; i++) {
        if (str_starts(str_from(source, i), sign)) {
            return i;
        }
        i += source.p[i] == '\\';
    }
    return source.n;
}
