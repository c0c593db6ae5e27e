#include "render/mustache_tree.h"

#include "base/buf.h"

/* The white space that all lines so far start with. */
struct margin {
    Str common;
    bool found;
    bool line_start;
};

static size_t shared(Str a, Str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
        n++;
    }
    return n;
}

/* Something that is not white space follows `lead`. */
static void add_lead(struct margin *m, Str lead)
{
    if (m->line_start) {
        size_t n = m->found ? shared(m->common, lead) : lead.n;
        m->common = str_to(lead, n);
        m->found = true;
    }
    m->line_start = false;
}

/* Cuts a line with its line end. */
static Str cut_line(Str *text)
{
    size_t at = str_find_byte(*text, '\n');
    Str line = str_to(*text, at + 1);
    *text = str_from(*text, at + 1);
    return line;
}

static void measure_text(struct margin *m, Str text, bool last)
{
    while (text.n > 0) {
        Str line = cut_line(&text), rest = line;
        while (rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\t')) {
            rest = str_from(rest, 1);
        }
        /* a text that ends in white space is followed by a tag */
        bool empty = rest.n == 0 ? last : str_trim(rest).n == 0;
        if (!empty) {
            add_lead(m, str_to(line, line.n - rest.n));
        }
        m->line_start = str_ends(line, S("\n"));
    }
}

static Str strip_text(struct arena *a, struct margin *m, Str text)
{
    struct buf b = buf_in(a);
    while (text.n > 0) {
        Str line = cut_line(&text);
        size_t n = m->line_start ? shared(line, m->common) : 0;
        buf_add(&b, str_from(line, n));
        m->line_start = str_ends(line, S("\n"));
    }
    return buf_str(&b);
}

/* Measures the lines of the nodes inside `block`, or with an arena strips from
 * them what they share. */
static void walk(struct node *nodes, size_t block, struct margin *m,
                 struct arena *strip)
{
    m->line_start = true;
    for (size_t i = block + 1, end = nodes[block].end; i < end;) {
        struct node *node = &nodes[i];
        bool descend = false;
        if (node->kind == NODE_TEXT && strip != NULL) {
            node->text = strip_text(strip, m, node->text);
        } else if (node->kind == NODE_TEXT) {
            measure_text(m, node->text, i + 1 == end);
        } else if (node->kind == NODE_SECTION || node->kind == NODE_INVERTED) {
            descend = true;
        } else if (node->standalone) {
            /* what it holds has lost its own margin before */
            add_lead(m, node->indent);
            if (strip != NULL) {
                node->indent = str_from(node->indent, m->common.n);
            }
            m->line_start = node->kind != NODE_BLOCK || node->line_end.n > 0;
        } else {
            add_lead(m, S(""));
            descend = node->kind == NODE_BLOCK;
        }
        i = descend ? i + 1 : node->end;
    }
}

void block_strip_margin(struct arena *a, struct node *nodes, size_t block)
{
    struct margin m = {.found = false};
    walk(nodes, block, &m, NULL);
    if (m.found) {
        nodes[block].indent = m.common;
        walk(nodes, block, &m, m.common.n > 0 ? a : NULL);
    }
}
