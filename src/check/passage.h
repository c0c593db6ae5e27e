/**
 * passage: the texts that an edition's readers read, one by one, in order.
 *
 * A paragraph, a heading, an item, a cell, a field of a record: plain words
 * with inserts worked out, and for each part of them its place in the author's
 * file, so that a rule can say what is wrong where it stands.
 */
#ifndef DUET_CHECK_PASSAGE_H
#define DUET_CHECK_PASSAGE_H

#include "edition/edition.h"

enum passage_kind {
    PASSAGE_HEADING, /* titles too */
    PASSAGE_PARAGRAPH,
    PASSAGE_ITEM,
    PASSAGE_CELL,
    PASSAGE_CAPTION,
    PASSAGE_FIELD /* of a record */
};

/** A part of a passage's text, and where the author wrote it. */
struct passage_span {
    size_t at;
    size_t n;
    Str where;     /* in the source; an insert as a whole */
    bool inserted; /* what an insert says, not what the author typed */
};

struct passage {
    enum passage_kind kind;
    Str text;
    struct passage_span *spans;
    size_t nspans;
    const struct source *src;
    const struct ed_chapter *chapter; /* NULL: of contacts, terms, … */
    const struct ed_section *section; /* NULL: of a record */
    const struct record *record;      /* PASSAGE_FIELD */
    const struct record *root;        /* PASSAGE_FIELD: the one it is part of */
    Str field;                        /* PASSAGE_FIELD: its name */
    const struct node *node; /* whose words they are; NULL: a record's, or a
                                chapter's title */
};

struct passages {
    struct passage *items;
    size_t n;
};

/**
 * The passages of `ed`: what it says in its own voice or in words for all
 * editions. Text of another edition that stands in is left out, and so is
 * code. Lifetime: `a`.
 */
struct passages passages_of(struct arena *a, struct diags *d,
                            const struct edition *ed);

/**
 * The place of `n` bytes at `at` of the passage's text: in the author's file,
 * as far as the bytes stand there in one piece.
 */
Str passage_place(const struct passage *p, size_t at, size_t n);

/** Whether it is rows of a table, pasted with tabs between their cells. */
bool passage_is_tabbed(const struct passage *p);

/** Whether the byte `at` was put there by an insert. */
bool passage_inserted(const struct passage *p, size_t at);

#endif
