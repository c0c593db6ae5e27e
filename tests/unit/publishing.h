/**
 * publishing: a small publication in the test's folder, and its editions.
 */
#ifndef DUET_TESTS_PUBLISHING_H
#define DUET_TESTS_PUBLISHING_H

#include "world.h"

#include "base/buf.h"
#include "edition/edition.h"

/** A formal edition, and a young one that must have everything. */
#define STRICT                                                                 \
    "title: T\n"                                                               \
    "editions:\n"                                                              \
    "  formal: {theme: civic, numbering: sections}\n"                          \
    "  young: {theme: bright, parity: required}\n"

/** The same, where what the young edition lacks is a warning. */
#define LENIENT                                                                \
    "title: T\n"                                                               \
    "editions:\n"                                                              \
    "  formal: {theme: civic, numbering: sections}\n"                          \
    "  young: {theme: bright}\n"

enum { FORMAL, YOUNG };

/** Forgets what was reported, to build another publication. */
static inline void world_again(struct world *w)
{
    diags_free(w->diags);
    w->diags = diags_create();
}

/** Loads the publication `in`, which the test has written. */
static inline struct publication *load(struct world *w)
{
    return publication_load(w->arena, w->diags, S("in"));
}

/** Writes the publication `in` of one chapter, one.md, and loads it. */
static inline struct publication *
load_one(struct world *w, const char *settings, const char *chapter)
{
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/publication.yaml", settings);
    put("in/one.md", chapter);
    return load(w);
}

/** The edition `voice` of that publication. */
static inline struct edition *edition_of(struct world *w, const char *settings,
                                         const char *chapter, size_t voice)
{
    struct publication *p = load_one(w, settings, chapter);
    assert_non_null(p);
    assert_int_equal(diags_errors(w->diags), 0);
    return edition_build(w->arena, w->diags, p, voice);
}

static inline void outline_node(struct buf *b, const struct node *n)
{
    if (n->kind == NODE_INSERT) {
        buf_printf(b, "{%.*s}", STR_ARG(n->insert->name));
    }
    buf_add(b, n->kind == NODE_TEXT ? n->text : S(""));
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        outline_node(b, c);
    }
}

static inline void outline_section(struct buf *b, const struct ed_section *s)
{
    if (s->title != NULL) {
        buf_add(b, S("["));
        buf_printf(b, "%.*s%s", STR_ARG(s->number), s->number.n > 0 ? " " : "");
        outline_node(b, s->title);
        buf_add(b, S("]"));
    }
    for (size_t i = 0; i < s->nblocks; i++) {
        const struct ed_block *block = &s->blocks[i];
        buf_add(b, b->n > 0 ? S(" ") : S(""));
        buf_printf(b, "%.*s%s", STR_ARG(block->number),
                   block->number.n > 0 ? " " : "");
        outline_node(b, block->node);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        buf_add(b, b->n > 0 ? S(" ") : S(""));
        buf_add(b, S("("));
        outline_section(b, c);
        buf_add(b, S(")"));
    }
}

/** A chapter's sections, blocks and numbers: `words ([1.1 Title] 1.1.1 words)`.
 */
static inline const char *outline_of(struct world *w, const struct edition *ed,
                                     size_t chapter)
{
    struct buf b = buf_in(w->arena);
    outline_section(&b, ed->chapters[chapter]->opening);
    return str_c(w->arena, buf_str(&b));
}

#endif
