/**
 * markdown_inline: the state of one Markdown parse, and its inline half.
 *
 * For markdown.c alone: the two files are one module, which is the only one
 * that knows cmark.
 */
#ifndef DUET_READ_MARKDOWN_INLINE_H
#define DUET_READ_MARKDOWN_INLINE_H

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/diag.h"
#include "read/doc.h"
#include "read/markers.h"

enum { CONTAINER_DEPTH = 8 };

struct md {
    struct arena *arena;
    struct diags *diags;
    const struct source *src;
    Str body;
    struct markers markers;
    cmark_node **annex_nodes; /* the paragraph of each text of the annex */
    struct document *out;
    struct node **open; /* the document, then the containers that are open */
    size_t nopen;
    struct {
        Str label;
        Str where;
    } * refs; /* the footnotes that the text calls */
    size_t nrefs;
};

/** Converts the inlines inside `from` and puts them into `to`. */
void md_convert_inlines(struct md *md, cmark_node *from, struct node *to);

/** Takes `{#id}` off the end of the heading `h`. */
void md_take_heading_id(struct md *md, struct node *h);

/** `text` with the shielded escapes put back: as written in code, else bare. */
Str md_unshield(struct arena *a, Str text, bool code);

void md_refuse_html(struct md *md, Str where);

/** Reports a `:::` line where no container can stand. */
void md_misplaced_container(struct md *md, Str where);

/** Reports footnotes that are called but not written, and the reverse. */
void md_check_footnotes(struct md *md);

#endif
