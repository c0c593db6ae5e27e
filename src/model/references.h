/**
 * references: every id once, and every reference to one that exists.
 */
#ifndef DUET_MODEL_REFERENCES_H
#define DUET_MODEL_REFERENCES_H

#include "model/publication.h"

/**
 * Fills `p->ids` with all records, and checks the fields that refer to some.
 * Reports duplicate-id and unknown-reference.
 */
void references_resolve(struct loading *l, struct publication *p);

/** Returns: the record of the kind `kind` with this id, or NULL. */
const struct record *reference_find(const struct publication *p, Str kind,
                                    Str id);

/**
 * Reports as `code` that the publication has no record of the kind
 * `kind_name` with the id `id`, and which one may be meant.
 */
void reference_unknown(struct diags *d, const struct publication *p,
                       const struct source *src, Str where, const char *code,
                       Str kind_name, Str id);

#endif
