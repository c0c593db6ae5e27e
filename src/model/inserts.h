/**
 * inserts: what `{{ … }}` can say, besides the lists of records, which are
 * called by the plural of their kind.
 *
 * Which inserts there are, the messages about them and their reference all
 * come from this table. A new one is a line here and its case in edition/insert
 * or, when it stands alone, in render/body.
 */
#ifndef DUET_MODEL_INSERTS_H
#define DUET_MODEL_INSERTS_H

#include "read/insert.h"

enum insert_what {
    INSERT_COUNCIL,
    INSERT_FIGURE,
    INSERT_CHANGE,
    INSERT_SHARE,
    INSERT_CONTACT,
    INSERT_CHART
};

struct insert_kind {
    Str name;
    enum insert_what what;
    bool alone;     /* in a paragraph of its own, not inside a line */
    Str usage;      /* as an author writes it */
    Str usage_with; /* another way to write it, or empty: `with a series …` */
    Str help;       /* one line for the reference page */
};

enum { INSERT_KIND_COUNT = 8 };

extern const struct insert_kind insert_kinds[];

/** Returns: the insert of this name, or NULL. */
const struct insert_kind *insert_kind_find(Str name);

/** Whether `in` places a list of records or a chart, not a piece of a line. */
bool insert_is_block(const struct insert *in);

#endif
