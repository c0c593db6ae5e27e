/**
 * mustache_tree: a compiled template, made by mustache_parse.c and rendered
 * by mustache.c. Only the files called mustache include this.
 *
 * The tree is flat: nodes lie in the order of the source, and a node that has
 * others inside it knows where the last of them ends.
 */
#ifndef DUET_RENDER_MUSTACHE_TREE_H
#define DUET_RENDER_MUSTACHE_TREE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

enum node_kind {
    NODE_TEXT,
    NODE_VARIABLE, /* {{x}} */
    NODE_SECTION,  /* {{#x}} */
    NODE_INVERTED, /* {{^x}} */
    NODE_PARTIAL,  /* {{>x}} */
    NODE_PARENT,   /* {{<x}}: the blocks right inside it are its arguments */
    NODE_BLOCK     /* {{$x}} */
};

struct node {
    enum node_kind kind;
    bool raw;        /* VARIABLE: written as {{{x}}} or {{&x}} */
    bool standalone; /* PARTIAL, PARENT, BLOCK: alone on its lines */
    size_t end;      /* the index after the last node inside it */
    Str text;        /* TEXT: what to write; else the name, in the source */
    Str *parts;      /* VARIABLE, SECTION, INVERTED: the name cut at its dots */
    size_t nparts;   /* 0 for the name `.` */
    Str indent;      /* standalone: goes before every line that it writes */
    Str line_end;    /* standalone BLOCK: the line end that it must write when
                      * what fills it does not */
};

struct template
{
    const struct source *src;
    size_t depth; /* of its theme: 0 is the nearest */
    struct node *nodes;
    size_t n;
};

/**
 * Takes the margin, the white space that all lines inside the node `block`
 * start with, away from them, and makes it the indentation of the block when
 * there is such a line.
 */
void block_strip_margin(struct arena *a, struct node *nodes, size_t block);

struct templates {
    struct arena *arena;
    unsigned flags;
    size_t depth;       /* of what is added now; see templates_deeper() */
    struct map by_name; /* to struct template */
};

/** Reports that `in` names a template, at `name`, that the set does not have.
 */
void templates_missing(const struct templates *t, struct diags *d,
                       const struct template *in, Str name);

/**
 * Compiles `t->src` into `t`.
 *
 * Failure: the mistakes are reported, and `t` has what could be understood.
 */
MUST_USE bool template_compile(struct arena *a, struct diags *d, unsigned flags,
                               struct template *t);

#endif
