#include "render/mustache.h"

#include <assert.h>

#include "base/map.h"
#include "base/suggest.h"
#include "render/bidi.h"
#include "render/mustache_tree.h"

/* Templates, sections and blocks that are inside one another while a page is
 * rendered. Recursive data is no deeper than a file may be. */
enum { RENDER_DEPTH_MAX = 256 };

/* What a section looks into: the context stack, the innermost on top. */
struct frame {
    const struct value *value;
    const struct frame *below;
};

/* The blocks that a parent's tags fill, around those filled further out. */
struct filling {
    const struct template *in;
    size_t parent;
    const struct filling *outer;
};

/* White space before each line, what is further out first. */
struct indent {
    Str text;
    const struct indent *outer;
};

/* Where rendering is; what is inside gets a changed copy. */
struct scope {
    const struct template *in;
    const struct frame *stack;
    const struct filling *fillings;
    const struct indent *indent;
};

struct render {
    const struct templates *set;
    struct diags *d;
    struct buf *out;
    size_t depth;
    bool line_start; /* what a template writes next starts a line of it */
    bool stopped;    /* too deep: going on could take for ever */
};

static const struct value nothing = {.kind = VALUE_NULL};

static bool strict(const struct render *r)
{
    return (r->set->flags & MUSTACHE_SPEC) == 0;
}

/* --- Writing --- */

static void write_indent(struct render *r, const struct indent *indent)
{
    if (indent != NULL) {
        write_indent(r, indent->outer);
        buf_add(r->out, indent->text);
    }
}

/* Writes the indentation that is due. */
static void start_line(struct render *r, const struct indent *indent)
{
    if (r->line_start) {
        write_indent(r, indent);
    }
    r->line_start = false;
}

static void write_text(struct render *r, const struct indent *indent, Str text)
{
    if (indent == NULL) {
        buf_add(r->out, text);
        r->line_start = str_ends(text, S("\n"));
        return;
    }
    while (text.n > 0) {
        size_t n = str_find_byte(text, '\n');
        Str line = str_to(text, n + 1);
        if (str_trim(line).n > 0 || n == text.n) {
            start_line(r, indent);
        }
        buf_add(r->out, line);
        r->line_start = n < text.n;
        text = str_from(text, n + 1);
    }
}

static void write_escaped(struct buf *out, Str text)
{
    static const Str entities[256] = {
        ['&'] = STR_INIT("&amp;"),  ['<'] = STR_INIT("&lt;"),
        ['>'] = STR_INIT("&gt;"),   ['"'] = STR_INIT("&quot;"),
        ['\''] = STR_INIT("&#39;"),
    };
    size_t from = 0;
    for (size_t i = 0; i < text.n; i++) {
        Str entity = entities[(unsigned char)text.p[i]];
        if (entity.n > 0) {
            buf_add(out, str_from(str_to(text, i), from));
            buf_add(out, entity);
            from = i + 1;
        }
    }
    buf_add(out, str_from(text, from));
}

/* Whether what is written next may be markup: it is not in a tag, nor in an
 * element that holds plain text alone. A record's template begins in neither.
 */
static bool takes_markup(const struct buf *out)
{
    static const Str plain[] = {STR_INIT("<title"), STR_INIT("<option"),
                                STR_INIT("<textarea")};
    size_t at = out->n;
    while (at > 0 && out->p[at - 1] != '<' && out->p[at - 1] != '>') {
        at--;
    }
    if (at == 0 || out->p[at - 1] == '<') {
        return at == 0;
    }
    size_t start = at;
    while (start > 0 && out->p[start - 1] != '<') {
        start--;
    }
    Str tag = str_from(str_to(buf_str(out), at), start > 0 ? start - 1 : 0);
    for (size_t i = 0; i < COUNT(plain); i++) {
        if (str_starts(tag, plain[i])) {
            return false;
        }
    }
    return true;
}

static void write_value(struct render *r, const struct value *v)
{
    bool rtl = (r->set->flags & MUSTACHE_RTL) != 0;
    if ((v->lang == NULL && !rtl) || !takes_markup(r->out)) {
        write_escaped(r->out, v->text);
    } else if (v->lang != NULL) {
        bidi_foreign(r->out, v->text, v->lang);
    } else {
        bidi_text(r->out, v->text);
    }
}

/* --- Names --- */

static void suggest_fields(struct suggest *near, const struct value *v)
{
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->fields.n; i++) {
        suggest_try(near, v->fields.entries[i].key);
    }
}

static void help_nearest(struct render *r, const struct suggest *near)
{
    if (near->best.n > 0) {
        diag_help(r->d, "did you mean '%.*s'?", STR_ARG(near->best));
    }
}

static void unknown_name(struct render *r, const struct scope *s, Str name)
{
    diag_error(r->d, s->in->src, name, "unknown-variable",
               "there is no value called '%.*s' here", STR_ARG(name));
    struct suggest near = suggest_for(name);
    for (const struct frame *f = s->stack; f != NULL; f = f->below) {
        suggest_fields(&near, f->value);
    }
    help_nearest(r, &near);
}

/* Reports the part `i` of the name, which its value so far does not know. */
static void unknown_field(struct render *r, const struct scope *s,
                          const struct node *node, size_t i,
                          const struct value *v)
{
    Str part = node->parts[i];
    size_t before = (size_t)(part.p - node->text.p) - 1;
    diag_error(r->d, s->in->src, part, "unknown-variable",
               "'%.*s' has no field called '%.*s'",
               STR_ARG(str_to(node->text, before)), STR_ARG(part));
    struct suggest near = suggest_for(part);
    suggest_fields(&near, v);
    help_nearest(r, &near);
}

/* Returns: the value; null for a name that is not known. */
static const struct value *find(struct render *r, const struct scope *s,
                                const struct node *node)
{
    if (node->nparts == 0) {
        return s->stack->value;
    }
    const struct value *v = NULL;
    for (const struct frame *f = s->stack; f != NULL && v == NULL;
         f = f->below) {
        v = value_get(f->value, node->parts[0]);
    }
    if (v == NULL && strict(r)) {
        unknown_name(r, s, node->parts[0]);
    }
    for (size_t i = 1; i < node->nparts && v != NULL; i++) {
        const struct value *whole = v;
        if (whole->kind == VALUE_NULL) {
            break;
        }
        v = value_get(whole, node->parts[i]);
        if (v == NULL && strict(r)) {
            unknown_field(r, s, node, i, whole);
        }
    }
    return v != NULL ? v : &nothing;
}

/* --- Nodes --- */

static void render_range(struct render *r, const struct scope *s, size_t from,
                         size_t to);

static void not_a_text(struct render *r, const struct scope *s,
                       const struct node *node, const char *what)
{
    diag_error(r->d, s->in->src, node->text, "not-a-text",
               "'%.*s' is %s and cannot be written", STR_ARG(node->text), what);
}

static void render_variable(struct render *r, const struct scope *s,
                            const struct node *node)
{
    const struct value *v = find(r, s, node);
    switch (v->kind) {
    case VALUE_NULL:
        break;
    case VALUE_BOOL:
        if (strict(r)) {
            not_a_text(r, s, node, "true or false");
            diag_help(r->d, "write {{#%.*s}} and {{/%.*s}} around a text",
                      STR_ARG(node->text), STR_ARG(node->text));
        } else {
            start_line(r, s->indent);
            buf_add(r->out, v->truth ? S("true") : S("false"));
        }
        break;
    case VALUE_TEXT:
        start_line(r, s->indent);
        if (node->raw && !strict(r)) {
            buf_add(r->out, v->text);
        } else {
            write_value(r, v);
        }
        break;
    case VALUE_MARKUP:
        start_line(r, s->indent);
        buf_add(r->out, v->text);
        break;
    case VALUE_LIST:
    case VALUE_MAP:
        if (strict(r)) {
            not_a_text(r, s, node, v->kind == VALUE_LIST ? "a list" : "a map");
        }
        break;
    }
}

static void render_section(struct render *r, const struct scope *s, size_t at)
{
    const struct node *node = &s->in->nodes[at];
    const struct value *v = find(r, s, node);
    bool list = v->kind == VALUE_LIST;
    size_t times = list ? v->nitems : value_true(v);
    for (size_t i = 0; i < times; i++) {
        struct frame top = {list ? v->items[i] : v, s->stack};
        struct scope inner = *s;
        inner.stack = &top;
        render_range(r, &inner, at + 1, node->end);
    }
}

/* Renders the template that a partial's or parent's tag names. */
static void render_template(struct render *r, const struct scope *s, size_t at)
{
    const struct node *node = &s->in->nodes[at];
    const struct template *t = map_get(&r->set->by_name, node->text);
    if (t == NULL) {
        if (strict(r)) {
            templates_missing(r->set, r->d, s->in, node->text);
        }
        return;
    }
    struct filling filling = {s->in, at, s->fillings};
    struct indent indent = {node->indent, s->indent};
    struct scope inner = *s;
    inner.in = t;
    if (node->kind == NODE_PARENT) {
        inner.fillings = &filling;
    }
    if (node->standalone) {
        inner.indent = node->indent.n > 0 ? &indent : s->indent;
        r->line_start = true;
    } else {
        start_line(r, s->indent);
        inner.indent = NULL;
    }
    render_range(r, &inner, 0, t->n);
    r->line_start = r->line_start && node->standalone;
}

/* Finds what fills the block `name`: what is furthest out wins. Returns: its
 * node in (*by)->in, or 0 when nothing fills it. */
static size_t find_filling(const struct scope *s, Str name,
                           const struct filling **by)
{
    size_t found = 0;
    for (const struct filling *f = s->fillings; f != NULL; f = f->outer) {
        const struct node *nodes = f->in->nodes;
        size_t end = nodes[f->parent].end;
        for (size_t i = f->parent + 1; i < end; i = nodes[i].end) {
            if (nodes[i].kind == NODE_BLOCK && str_eq(nodes[i].text, name)) {
                found = i;
                *by = f;
                break;
            }
        }
    }
    return found;
}

static void render_block(struct render *r, const struct scope *s, size_t at)
{
    const struct node *node = &s->in->nodes[at];
    struct indent indent = {node->indent, s->indent};
    struct scope inner = *s;
    const struct filling *by = NULL;
    size_t body = find_filling(s, node->text, &by);
    if (by != NULL) {
        /* its own blocks are filled by who fills its template's, not by the
         * siblings that fill the same parent */
        inner.in = by->in;
        inner.fillings = by->outer;
    } else {
        body = at;
    }
    if (node->standalone) {
        inner.indent = node->indent.n > 0 ? &indent : s->indent;
        r->line_start = true;
    } else if (by != NULL) {
        start_line(r, s->indent);
        inner.indent = NULL;
    }
    size_t before = r->out->n;
    render_range(r, &inner, body + 1, inner.in->nodes[body].end);
    if (node->standalone && r->out->n > before && node->line_end.n > 0) {
        if (r->out->p[r->out->n - 1] != '\n') {
            buf_add(r->out, node->line_end);
        }
        r->line_start = true;
    } else if (!node->standalone && by != NULL) {
        r->line_start = false;
    }
}

/* Renders a node that has others inside it. */
static void render_nested(struct render *r, const struct scope *s, size_t at)
{
    const struct node *node = &s->in->nodes[at];
    if (r->depth == RENDER_DEPTH_MAX) {
        diag_error(r->d, s->in->src, node->text, "too-deep",
                   "more than %d templates, sections and blocks are inside one "
                   "another here; let no template use itself without end",
                   RENDER_DEPTH_MAX);
        r->stopped = true;
        return;
    }
    r->depth++;
    if (node->kind == NODE_SECTION) {
        render_section(r, s, at);
    } else if (node->kind == NODE_BLOCK) {
        render_block(r, s, at);
    } else if (node->kind == NODE_PARTIAL || node->kind == NODE_PARENT) {
        render_template(r, s, at);
    } else if (!value_true(find(r, s, node))) {
        render_range(r, s, at + 1, node->end);
    }
    r->depth--;
}

static void render_range(struct render *r, const struct scope *s, size_t from,
                         size_t to)
{
    const struct node *nodes = s->in->nodes;
    for (size_t i = from; i < to && !r->stopped; i = nodes[i].end) {
        switch (nodes[i].kind) {
        case NODE_TEXT:
            write_text(r, s->indent, nodes[i].text);
            break;
        case NODE_VARIABLE:
            render_variable(r, s, &nodes[i]);
            break;
        case NODE_SECTION:
        case NODE_INVERTED:
        case NODE_PARTIAL:
        case NODE_PARENT:
        case NODE_BLOCK:
            render_nested(r, s, i);
            break;
        }
    }
}

bool templates_render(const struct templates *t, struct diags *d, Str name,
                      const struct value *root, struct buf *out)
{
    return templates_render_with(t, d, name, &nothing, root, out);
}

bool templates_render_with(const struct templates *t, struct diags *d, Str name,
                           const struct value *outer, const struct value *inner,
                           struct buf *out)
{
    size_t errors = diags_errors(d);
    struct frame bottom = {outer, NULL}, top = {inner, &bottom};
    struct scope scope = {.in = map_get(&t->by_name, name), .stack = &top};
    struct render r = {.set = t, .d = d, .out = out, .line_start = true};
    assert(scope.in != NULL);
    render_range(&r, &scope, 0, scope.in->n);
    return diags_errors(d) == errors;
}
