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

/** What an edition has of a text. */
enum choice {
    CHOICE_OWN,      /* its own */
    CHOICE_COVERED,  /* that of the section above */
    CHOICE_WITHHELD, /* nothing, and somebody said why */
    CHOICE_MISSING,  /* nothing, though the default edition has a text */
    CHOICE_NOTHING   /* nothing, and there is nothing that it could have */
};

/**
 * What the edition `voice` has of the section `s`; `covered`: the section above
 * speaks for it.
 */
enum choice choose_section(const struct section *s, size_t voice, bool covered);

/**
 * Whether the text that this edition has of `s`, or of a section above when
 * `covered`, speaks for the sections below `s` that have none.
 */
bool choose_covers(const struct section *s, size_t voice, bool covered);

/** What this edition has of a text for readers, which may be NULL. */
enum choice choose_text(const struct voiced *v, size_t voice);

/** The same for a list of texts: missing when any of them is. */
enum choice choose_list(const struct voiced_list *list, size_t voice);

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
