/**
 * insert: what an insert in a line of text says in an edition.
 */
#ifndef DUET_EDITION_INSERT_H
#define DUET_EDITION_INSERT_H

#include "edition/edition.h"

struct insert_value {
    Str text;
    const struct record *contact; /* for `{{ contact ID }}`: whose text it is */
};

/**
 * Works out `in`. Reports unknown-insert, misplaced-insert, unknown-reference,
 * and for numbers what figure_say() does, at `in->where` in `src`.
 */
MUST_USE bool insert_value(const struct edition *ed, struct arena *a,
                           struct diags *d, const struct source *src,
                           const struct insert *in, struct insert_value *out);

/** The place in the author's file of `part`, a part of the text of `phrase`. */
Str insert_place(const struct phrase *phrase, Str part);

/**
 * Reports unclosed-insert for the `{{` at the start of `part`, a part of the
 * text of `phrase`, about which insert_find() said `found`.
 */
void insert_refuse(struct diags *d, const struct source *src,
                   const struct phrase *phrase, Str part,
                   enum insert_found found);

#endif
