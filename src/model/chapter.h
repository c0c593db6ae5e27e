/**
 * chapter: one Markdown file, as sections in their voices and as records.
 *
 * A section is a pair: its unfenced text is the default edition's voice, a
 * container with an edition's id is that edition's. Inserts that list records
 * belong to every edition, because a record speaks in every voice.
 */
#ifndef DUET_MODEL_CHAPTER_H
#define DUET_MODEL_CHAPTER_H

#include "model/inserts.h"
#include "model/layer.h"
#include "model/record.h"
#include "read/doc.h"

enum { VOICE_SHARED = -1 };

/** A block of a section, and whose it is. */
struct piece {
    struct node *node;
    int voice; /* a voice's number, or VOICE_SHARED */
    Str lang;  /* of a translation; empty: the original's */
};

struct section {
    Str id;
    const struct source *src; /* the file that holds it */
    Str where;
    int level;            /* 1: the chapter's opening; its headings' levels */
    struct node *heading; /* NULL for the opening */
    struct node *titles[VOICES_MAX];   /* `::: young Title`, or NULL */
    Str title_lang[VOICES_MAX];        /* of the title or heading; or empty */
    bool has_text[VOICES_MAX];         /* has text of its own in this voice */
    struct node *withheld[VOICES_MAX]; /* `::: young none`, or NULL */
    struct piece *pieces;
    size_t npieces;
    struct section *parent;
    struct section *first;
    struct section *last;
    struct section *next;
};

struct chapter {
    Str id; /* made from the file's name */
    const struct source *src;
    struct record *front; /* of kind_chapter */
    struct voiced *title;
    bool appendix;
    bool left_out[VOICES_MAX]; /* withheld from this edition, with a reason */
    struct document doc;
    struct section *opening;
    struct map sections; /* id to struct section; not the opening */
    struct record_list lists[KIND_COUNT]; /* what its front matter declares */
};

/**
 * Reads `l->src`, a file of the layer number `layer`, as a chapter. One that
 * inherits (`inherit: sections`) has what it leaves out from the file of the
 * same name in the layers below.
 *
 * Returns: the chapter, without what was refused; NULL after reporting what
 * made it unreadable.
 */
struct chapter *chapter_load(const struct loading *l,
                             const struct layers *layers, size_t layer);

#endif
