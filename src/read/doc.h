/**
 * doc: a Markdown body as a tree.
 *
 * CommonMark's nodes (0.30), and ours: tables, containers, inserts and
 * footnotes. A node knows its place in the author's file.
 */
#ifndef DUET_READ_DOC_H
#define DUET_READ_DOC_H

#include "base/arena.h"
#include "base/str.h"
#include "read/insert.h"
#include "read/picture.h"

enum node_kind {
    NODE_DOCUMENT,
    /* blocks */
    NODE_HEADING,
    NODE_PARAGRAPH,
    NODE_LIST,
    NODE_ITEM,
    NODE_BLOCK_QUOTE,
    NODE_CODE_BLOCK,
    NODE_RULE,
    NODE_TABLE,
    NODE_ROW,
    NODE_CELL,
    NODE_CONTAINER,
    /* inlines */
    NODE_TEXT,
    NODE_SOFT_BREAK,
    NODE_HARD_BREAK,
    NODE_EMPHASIS,
    NODE_STRONG,
    NODE_CODE,
    NODE_LINK,
    NODE_IMAGE,
    NODE_INSERT,
    NODE_FOOTNOTE_REF
};

enum align { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

/** What an image has besides its target and its words. */
struct image {
    Str caption;                   /* its title, or empty */
    bool decorative;               /* tells nothing, and so has no words */
    const struct picture *picture; /* found by the model; NULL: refused */
};

struct node {
    enum node_kind kind;
    Str where; /* at least its first line's start */
    struct node *first;
    struct node *last;
    struct node *next;
    /* TEXT, CODE, CODE_BLOCK: what it holds. LINK, IMAGE: the target.
     * HEADING: the id the author gave, or empty. CONTAINER: its name.
     * FOOTNOTE_REF: the label. */
    Str text;
    /* CODE_BLOCK: what stands above it, or empty. CELL, TABLE of a chart's
     * data: markup that goes first, or in the place of its title; or empty. */
    Str label;
    struct node *title;    /* CONTAINER, TABLE: a NODE_PARAGRAPH, or NULL */
    struct insert *insert; /* INSERT */
    struct image *image;   /* IMAGE */
    int level;             /* HEADING: 1 to 6 */
    bool ordered;          /* LIST */
    bool tight;            /* LIST: items without paragraphs */
    int start;             /* LIST, ordered */
    enum align align;      /* CELL */
    bool heads;            /* ROW: the header row; CELL: heads its row */
};

struct footnote {
    Str label;
    Str where;
    struct node *text; /* a NODE_PARAGRAPH */
};

struct document {
    struct node *root;
    struct footnote *footnotes; /* in the order of their definitions */
    size_t nfootnotes;
};

/** A new node, without place in the tree. */
struct node *node_new(struct arena *a, enum node_kind kind, Str where);

/** Puts `child` at the end of `parent`. */
void node_add(struct node *parent, struct node *child);

/** Whether `n` is a paragraph that holds one insert and nothing else. */
bool node_is_lone_insert(const struct node *n);

/** Whether `n` is a paragraph that holds one image and nothing else. */
bool node_is_lone_image(const struct node *n);

/**
 * The words of `n` without markup, in `a`. Inserts and footnotes are left out.
 */
Str node_words(struct arena *a, const struct node *n);

/** The same with inserts as the author wrote them: `{{ council.name }}`. */
Str node_words_and_inserts(struct arena *a, const struct node *n);

#endif
