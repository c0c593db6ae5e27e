/**
 * choose: which of a chapter's texts an edition has (DESIGN: parity, with
 * honest gaps).
 *
 * A section has its own voice, or is covered by the section above it, or is
 * withheld with a reason, or has nothing that needs a voice. Anything else is
 * missing-voice: an error where parity is required, else a warning, and the
 * default edition's text stands in.
 */
#ifndef DUET_EDITION_CHOOSE_H
#define DUET_EDITION_CHOOSE_H

#include "edition/edition.h"

/** Fills `c->opening` with the sections that `ed` has of `c->source`. */
void choose_sections(struct arena *a, struct diags *d, struct edition *ed,
                     struct ed_chapter *c);

/** Reports the fields of `r` that have no text in this edition. */
void choose_check_record(struct diags *d, const struct edition *ed,
                         const struct record *r);

/** Reports a voiced text that has none for this edition. */
void choose_check_text(struct diags *d, const struct edition *ed,
                       const struct voiced *v, Str what);

#endif
