/**
 * reading: one author's file, read in a test.
 *
 * `READING_TEST` lists a test that takes a struct reading as its state.
 */
#ifndef DUET_TESTS_READING_H
#define DUET_TESTS_READING_H

#include "support.h"

#include "base/buf.h"
#include "base/file.h"
#include "read/doc.h"
#include "read/front.h"
#include "read/markdown.h"
#include "read/yaml.h"

struct reading {
    struct arena *arena;
    struct diags *diags;
    struct source *src;
};

#define READING_TEST(name)                                                     \
    cmocka_unit_test_setup_teardown((name), reading_open, reading_close)

static inline int reading_open(void **state)
{
    struct reading *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->arena = arena_create();
    r->diags = diags_create();
    *state = r;
    return 0;
}

static inline int reading_close(void **state)
{
    struct reading *r = *state;
    diags_free(r->diags);
    arena_free(r->arena);
    free(r);
    return 0;
}

/** `text` as the file a.md, in memory that ends where the text does. */
static inline const struct source *source_of(struct reading *r, Str text)
{
    r->src = ARENA_NEW(r->arena, struct source, 1);
    r->src->path = S("a.md");
    char *p = arena_bytes(r->arena, text.n + (text.n == 0));
    if (text.n > 0) {
        memcpy(p, text.p, text.n);
    }
    r->src->text = (Str){p, text.n};
    return r->src;
}

/** Forgets what was reported, to read another text. */
static inline void reading_again(struct reading *r)
{
    diags_free(r->diags);
    r->diags = diags_create();
}

/** The messages so far, as they are printed. */
static inline const char *messages(const struct reading *r)
{
    char *shown = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&shown, &n);
    diags_print(r->diags, out, false);
    fclose(out);
    Str copy = str_copy(r->arena, (Str){shown, n});
    free(shown);
    return copy.p;
}

/** Passes when the first line of the messages is `want`. */
#define assert_first_message(r, want)                                          \
    assert_first_message_at((r), (want), __FILE__, __LINE__)

static inline void assert_first_message_at(const struct reading *r,
                                           const char *want, const char *file,
                                           int line)
{
    Str shown = str_from_c(messages(r));
    Str first = str_to(shown, str_find_byte(shown, '\n'));
    if (!str_eq(first, str_from_c(want))) {
        print_error("printed:\n%s\nwanted:\n%s\n", shown.p, want);
        _fail(file, line);
    }
}

/** Passes when exactly one mistake, `code`, was reported at line:column. */
#define assert_reported_at(r, line, column, code)                              \
    assert_reported_in((r), (line), (column), (code), __FILE__, __LINE__)

static inline void assert_reported_in(const struct reading *r, size_t line,
                                      size_t column, const char *code,
                                      const char *file, int at)
{
    Str shown = str_from_c(messages(r));
    Str place = str_printf(r->arena, "a.md:%zu:%zu: ", line, column);
    Str mark = str_printf(r->arena, " [%s]\n", code);
    Str first = str_to(shown, str_find_byte(shown, '\n') + 1);
    bool one = diags_errors(r->diags) + diags_warnings(r->diags) == 1;
    if (!one || !str_starts(first, place) || !str_ends(first, mark)) {
        print_error("printed:\n%s\nwanted: %s%s\n", shown.p, place.p, mark.p);
        _fail(file, at);
    }
}

/** The one-letter-or-so name that show() gives a node. */
static inline const char *node_sign(enum node_kind kind)
{
    switch (kind) {
    case NODE_DOCUMENT:
        return "doc";
    case NODE_HEADING:
        return "h";
    case NODE_PARAGRAPH:
        return "p";
    case NODE_LIST:
        return "list";
    case NODE_ITEM:
        return "item";
    case NODE_BLOCK_QUOTE:
        return "quote";
    case NODE_CODE_BLOCK:
        return "pre";
    case NODE_RULE:
        return "rule";
    case NODE_TABLE:
        return "table";
    case NODE_ROW:
        return "row";
    case NODE_CELL:
        return "cell";
    case NODE_CONTAINER:
        return "box";
    case NODE_TEXT:
        return "";
    case NODE_SOFT_BREAK:
        return "/";
    case NODE_HARD_BREAK:
        return "//";
    case NODE_EMPHASIS:
        return "em";
    case NODE_STRONG:
        return "strong";
    case NODE_CODE:
        return "code";
    case NODE_LINK:
        return "a";
    case NODE_IMAGE:
        return "img";
    case NODE_INSERT:
        return "insert";
    case NODE_FOOTNOTE_REF:
        return "note";
    }
    return "?";
}

static inline void show_node(struct buf *b, const struct node *n)
{
    buf_printf(b, "%s", node_sign(n->kind));
    if (n->kind == NODE_HEADING) {
        buf_printf(b, "%d", n->level);
    }
    if (n->kind == NODE_LIST && n->ordered) {
        buf_printf(b, "%d", n->start);
    }
    if ((n->kind == NODE_CELL || n->kind == NODE_ROW) && n->heads) {
        buf_add(b, S("!"));
    }
    if (n->kind == NODE_CELL && n->align != ALIGN_NONE) {
        buf_printf(b, "%s",
                   n->align == ALIGN_LEFT     ? "<"
                   : n->align == ALIGN_CENTER ? "^"
                                              : ">");
    }
    if (n->text.n > 0 || n->kind == NODE_TEXT) {
        buf_printf(b, "'%.*s'", STR_ARG(n->text));
    }
    if (n->insert != NULL) {
        buf_printf(b, "'%.*s", STR_ARG(n->insert->name));
        for (size_t i = 0; i < n->insert->nargs; i++) {
            buf_printf(b, " %.*s", STR_ARG(n->insert->args[i]));
        }
        for (size_t i = 0; i < n->insert->noptions; i++) {
            buf_printf(b, " %.*s=%.*s", STR_ARG(n->insert->options[i].key),
                       STR_ARG(n->insert->options[i].value));
        }
        buf_add(b, S("'"));
    }
    if (n->title != NULL) {
        buf_add(b, S("["));
        show_node(b, n->title);
        buf_add(b, S("]"));
    }
    if (n->first != NULL) {
        buf_add(b, S("("));
        for (const struct node *c = n->first; c != NULL; c = c->next) {
            show_node(b, c);
            buf_printf(b, "%s", c->next == NULL ? "" : " ");
        }
        buf_add(b, S(")"));
    }
}

/** `n` on one line: `p('words ' a'x.md'('link'))`. */
static inline Str show(struct reading *r, const struct node *n)
{
    struct buf b = buf_in(r->arena);
    show_node(&b, n);
    return buf_str(&b);
}

/** Parses `text`, front matter and all, as the file a.md. */
static inline struct document parse(struct reading *r, Str text)
{
    struct document doc = {0};
    Str front, body;
    const struct source *src = source_of(r, text);
    if (front_split(r->diags, src, &front, &body) &&
        markdown_parse(r->arena, r->diags, src, body, &doc)) {
        return doc;
    }
    return (struct document){0};
}

/** Passes when `text` parses without a message to the tree `want`. */
#define assert_tree(r, text, want)                                             \
    assert_tree_at((r), S(text), (want), __FILE__, __LINE__)

static inline void assert_tree_at(struct reading *r, Str text, const char *want,
                                  const char *file, int line)
{
    struct document doc = parse(r, text);
    const char *said = messages(r);
    Str got = doc.root == NULL ? S("") : show(r, doc.root);
    if (said[0] != '\0' || !str_eq(got, str_from_c(want))) {
        print_error("%s%s\nwanted:\n%s\n", said, str_c(r->arena, got), want);
        _fail(file, line);
    }
}

/** The nth (from 0) node of `kind`, in the order of the text, or NULL. */
static inline const struct node *find_node(const struct node *n,
                                           enum node_kind kind, size_t *nth)
{
    if (n->kind == kind && (*nth)-- == 0) {
        return n;
    }
    const struct node *found = NULL;
    if (n->title != NULL) {
        found = find_node(n->title, kind, nth);
    }
    for (const struct node *c = n->first; c != NULL && found == NULL;
         c = c->next) {
        found = find_node(c, kind, nth);
    }
    return found;
}

/** Parses what holds one mistake: `code` at line:column, with its help. */
static inline void assert_mistake(struct reading *r, const char *text,
                                  size_t line, size_t column, const char *code)
{
    reading_again(r);
    parse(r, str_from_c(text));
    assert_reported_at(r, line, column, code);
    assert_non_null(strstr(messages(r), "\n    help: "));
}

/** Passes when the nth (from 0) node of `kind` stands at line:column. */
static inline void assert_node_at(struct reading *r, const struct document *doc,
                                  enum node_kind kind, size_t nth, size_t line,
                                  size_t column)
{
    const struct node *n = find_node(doc->root, kind, &nth);
    assert_non_null(n);
    assert_true(str_within(n->where, r->src->text));
    Place place = source_place(r->src, n->where);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

#endif
