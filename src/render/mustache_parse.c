#include "render/mustache_tree.h"

#include "base/buf.h"
#include "render/mustache.h"
#include "render/mustache_scan.h"

enum { NESTING_MAX = 64 };

/* A tag that waits for its {{/name}}. */
struct opening {
    size_t node;
    struct tag tag;
    size_t lead;   /* bytes of white space before it that were added as text */
    bool first;    /* only white space is before it on its line */
    bool own_line; /* what it holds starts on the line below */
};

struct parser {
    struct scanner scan;
    struct arena *a;
    bool strict; /* house rules: what would be dropped is a mistake */
    struct node *nodes;
    size_t n;
    struct buf run; /* text that is not a node yet */
    struct opening opened[NESTING_MAX];
    size_t depth;
};

#define MISTAKE(p, where, ...)                                                 \
    diag_error((p)->scan.d, (p)->scan.src, (where), TEMPLATE_SYNTAX,           \
               __VA_ARGS__)

static size_t push_bare(struct parser *p, struct node node)
{
    node.end = p->n + 1;
    *LIST_ADD(p->a, p->nodes, p->n) = node;
    return p->n - 1;
}

/* Makes the text that was gathered a node. */
static void flush(struct parser *p)
{
    if (p->run.n > 0) {
        Str text = str_copy(p->a, buf_str(&p->run));
        push_bare(p, (struct node){.kind = NODE_TEXT, .text = text});
        p->run.n = 0;
    }
}

static size_t push(struct parser *p, struct node node)
{
    flush(p);
    return push_bare(p, node);
}

/* The tag that is open at `depth`, the innermost at p->depth. */
static struct node *open_node(const struct parser *p, size_t depth)
{
    return &p->nodes[p->opened[depth - 1].node];
}

/* Whether what lies at `depth` is right inside a parent's tags. */
static bool in_parent(const struct parser *p, size_t depth)
{
    return depth > 0 && open_node(p, depth)->kind == NODE_PARENT;
}

/* Inside a parent only blocks count: the specification drops what is between
 * them. */
static void refuse_stray(struct parser *p, Str stray)
{
    stray = str_trim(stray);
    stray = str_trim(str_to(stray, str_find_byte(stray, '\n')));
    if (stray.n > 0 && p->strict) {
        MISTAKE(p, stray,
                "this is inside {{<%.*s}} but in no block, and would not be "
                "shown; put it inside a block",
                STR_ARG(open_node(p, p->depth)->text));
    }
}

/* Deals with the text up to `to`. */
static void add_text(struct parser *p, size_t to)
{
    Str text = str_from(str_to(p->scan.src->text, to), p->scan.pos);
    if (in_parent(p, p->depth)) {
        refuse_stray(p, text);
    } else {
        buf_add(&p->run, text);
    }
    p->scan.pos = to;
}

/* Deals with the text before the tag and moves past the tag; past its whole
 * line when it is alone there, which is what it returns. */
static bool take_tag(struct parser *p, const struct tag *tag)
{
    Str lead, line_end;
    size_t next;
    bool alone = scan_lead(&p->scan, tag, &lead) &&
                 scan_rest(&p->scan, tag, &next, &line_end);
    add_text(p, alone ? tag->at - lead.n : tag->at);
    p->scan.pos = alone ? next : tag->end;
    return alone;
}

static void take_inline(struct parser *p, const struct tag *tag)
{
    add_text(p, tag->at);
    p->scan.pos = tag->end;
}

/* Cuts the name in `tag` at its dots. Failure: reported. */
static bool split_name(struct parser *p, const struct tag *tag,
                       struct node *node)
{
    node->text = tag->name;
    if (!scan_check_name(&p->scan, tag)) {
        return false;
    }
    if (str_eq(tag->name, S("."))) {
        return true;
    }
    Str rest = tag->name;
    for (bool more = true; more;) {
        size_t dot = str_find_byte(rest, '.');
        if (dot == 0) {
            MISTAKE(p, tag->name,
                    "'%.*s' is not a name; write names joined by single dots",
                    STR_ARG(tag->name));
            return false;
        }
        *LIST_ADD(p->a, node->parts, node->nparts) = str_to(rest, dot);
        more = dot < rest.n;
        rest = str_from(rest, dot + 1);
    }
    return true;
}

static void add_variable(struct parser *p, const struct tag *tag)
{
    take_inline(p, tag);
    struct node node = {.kind = NODE_VARIABLE, .raw = tag->sign != 0};
    if (split_name(p, tag, &node)) {
        push(p, node);
    }
}

static void add_partial(struct parser *p, const struct tag *tag)
{
    struct node node = {.kind = NODE_PARTIAL, .text = tag->name};
    scan_lead(&p->scan, tag, &node.indent);
    node.standalone = take_tag(p, tag);
    if (scan_check_name(&p->scan, tag)) {
        push(p, node);
    }
}

/* Reports a block that the parent around it has filled already. */
static void refuse_second(struct parser *p, Str name)
{
    size_t i = p->opened[p->depth - 1].node + 1;
    for (; i < p->n && p->strict; i = p->nodes[i].end) {
        if (p->nodes[i].kind == NODE_BLOCK && str_eq(p->nodes[i].text, name)) {
            MISTAKE(p, name,
                    "the block '%.*s' is filled twice; keep one of the two",
                    STR_ARG(name));
            return;
        }
    }
}

static void push_opening(struct parser *p, struct opening o, struct node node)
{
    if (p->depth == NESTING_MAX) {
        diag_error(p->scan.d, p->scan.src, node.text, "too-deep",
                   "more than %d tags are open here; close some", NESTING_MAX);
        p->scan.stopped = true;
        return;
    }
    o.node = push(p, node);
    p->opened[p->depth++] = o;
}

static void open_section(struct parser *p, const struct tag *tag,
                         enum node_kind kind)
{
    struct node node = {.kind = kind};
    take_tag(p, tag);
    /* a bad name does not keep the tag from having its end */
    split_name(p, tag, &node);
    push_opening(p, (struct opening){.tag = *tag}, node);
}

static void open_parent(struct parser *p, const struct tag *tag)
{
    struct node node = {.kind = NODE_PARENT, .text = tag->name};
    struct opening o = {.tag = *tag};
    o.first = scan_lead(&p->scan, tag, &node.indent);
    o.lead = in_parent(p, p->depth) ? 0 : node.indent.n;
    take_inline(p, tag);
    scan_check_name(&p->scan, tag);
    push_opening(p, o, node);
}

static void open_block(struct parser *p, const struct tag *tag)
{
    struct node node = {.kind = NODE_BLOCK, .text = tag->name};
    struct opening o = {.tag = *tag};
    o.first = scan_lead(&p->scan, tag, &node.indent);
    scan_check_name(&p->scan, tag);
    if (in_parent(p, p->depth)) {
        /* what is before it on its line is not shown, so it does not count */
        size_t next;
        Str line_end;
        refuse_second(p, tag->name);
        take_inline(p, tag);
        o.own_line = scan_rest(&p->scan, tag, &next, &line_end);
        p->scan.pos = o.own_line ? next : tag->end;
    } else {
        o.own_line = take_tag(p, tag);
        o.lead = o.own_line ? 0 : node.indent.n;
        node.standalone = o.own_line;
    }
    push_opening(p, o, node);
}

/* The tag turned out to be alone on its lines: the white space before it is
 * its indentation, and no longer text. */
static void make_standalone(struct parser *p, const struct opening *o)
{
    p->nodes[o->node].standalone = true;
    if (o->lead > 0) {
        p->nodes[o->node - 1].text.n -= o->lead;
    }
}

static void close_parent(struct parser *p, const struct tag *tag,
                         const struct opening *o)
{
    size_t next;
    Str line_end;
    take_inline(p, tag);
    if (o->first && scan_rest(&p->scan, tag, &next, &line_end)) {
        make_standalone(p, o);
        p->scan.pos = next;
    }
}

/* Ends a block that fills one of a parent. */
static void close_argument(struct parser *p, const struct tag *tag)
{
    /* what is after it on its line is not shown, so it does not count */
    Str lead;
    bool first = scan_lead(&p->scan, tag, &lead);
    add_text(p, first ? tag->at - lead.n : tag->at);
    p->scan.pos = tag->end;
}

/* Ends a block that may be filled. */
static void close_block(struct parser *p, const struct tag *tag,
                        const struct opening *o)
{
    Str whole = str_from(str_to(p->scan.src->text, tag->at), o->tag.at);
    bool one_line = o->first && str_find_byte(whole, '\n') == whole.n;
    size_t next;
    Str line_end;
    bool last = scan_rest(&p->scan, tag, &next, &line_end);
    take_tag(p, tag);
    if (last && one_line) {
        make_standalone(p, o);
    }
    if (last && p->nodes[o->node].standalone) {
        p->nodes[o->node].line_end = line_end;
        p->scan.pos = next;
    }
}

/* Ends the innermost tag for want of its {{/name}}. */
static void end_unclosed(struct parser *p)
{
    flush(p);
    struct node *node = open_node(p, p->depth);
    node->end = p->n;
    p->depth--;
    if (!p->scan.stopped) {
        MISTAKE(p, node->text,
                "'%.*s' is opened here but not closed; write {{/%.*s}} after "
                "what it holds",
                STR_ARG(node->text), STR_ARG(node->text));
    }
}

static void refuse_close(struct parser *p, const struct tag *tag)
{
    take_tag(p, tag);
    MISTAKE(p, scan_whole(&p->scan, tag), "nothing called '%.*s' is open here",
            STR_ARG(tag->name));
    if (p->depth > 0) {
        diag_help(p->scan.d, "{{/%.*s}} closes what is open",
                  STR_ARG(open_node(p, p->depth)->text));
    }
}

static void close_tag(struct parser *p, const struct tag *tag)
{
    size_t depth = p->depth;
    while (depth > 0 && !str_eq(open_node(p, depth)->text, tag->name)) {
        depth--;
    }
    if (depth == 0) {
        refuse_close(p, tag);
        return;
    }
    while (p->depth > depth) {
        end_unclosed(p);
    }
    const struct opening *o = &p->opened[depth - 1];
    enum node_kind kind = open_node(p, depth)->kind;
    if (kind == NODE_PARENT) {
        close_parent(p, tag, o);
    } else if (kind == NODE_BLOCK && in_parent(p, depth - 1)) {
        close_argument(p, tag);
    } else if (kind == NODE_BLOCK) {
        close_block(p, tag, o);
    } else {
        take_tag(p, tag);
    }
    flush(p);
    p->nodes[o->node].end = p->n;
    p->depth--;
    if (o->own_line) {
        block_strip_margin(p->a, p->nodes, o->node);
    }
}

static void take(struct parser *p, const struct tag *tag)
{
    bool allowed = str_find_byte(S("$/!="), tag->sign) < 4;
    if (!allowed && in_parent(p, p->depth)) {
        refuse_stray(p, scan_whole(&p->scan, tag));
    }
    switch (tag->sign) {
    case '#':
        open_section(p, tag, NODE_SECTION);
        break;
    case '^':
        open_section(p, tag, NODE_INVERTED);
        break;
    case '<':
        open_parent(p, tag);
        break;
    case '$':
        open_block(p, tag);
        break;
    case '/':
        close_tag(p, tag);
        break;
    case '>':
        add_partial(p, tag);
        break;
    case '!':
        take_tag(p, tag);
        break;
    case '=':
        take_tag(p, tag);
        scan_set_marks(&p->scan, tag);
        break;
    default:
        add_variable(p, tag);
    }
}

bool template_compile(struct arena *a, struct diags *d, unsigned flags,
                      struct template *t)
{
    size_t errors = diags_errors(d);
    struct parser p = {
        .scan = {.d = d, .src = t->src, .open = S("{{"), .close = S("}}")},
        .a = a,
        .strict = (flags & MUSTACHE_SPEC) == 0,
        .run = buf_in(a),
    };
    struct tag tag;
    while (scan_tag(&p.scan, &tag)) {
        take(&p, &tag);
    }
    if (!p.scan.stopped) {
        add_text(&p, t->src->text.n);
    }
    flush(&p);
    while (p.depth > 0) {
        end_unclosed(&p);
    }
    t->nodes = p.nodes;
    t->n = p.n;
    return diags_errors(d) == errors;
}
