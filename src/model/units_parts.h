/**
 * units_parts: how the units of a layer are made from its files.
 */
#ifndef DUET_MODEL_UNITS_PARTS_H
#define DUET_MODEL_UNITS_PARTS_H

#include "model/units.h"

/** The state of reading one layer. */
struct units_reading {
    const struct loading *l; /* the present file's, with its source */
    const struct layer *layer;
    struct units *to;
    Str file; /* the present one, as units name it */
    Str stem; /* what the names of its records begin with: `aims` */
};

/**
 * Adds a unit of the present file; a name that is taken gets a number.
 * Lifetime of the pointer: until the next one is added.
 */
struct unit *units_add(struct units_reading *r, enum unit_kind kind, Str name,
                       Str where);

/** Adds a part to `u`, unless it has no text. */
struct unit_part *units_add_part(struct units_reading *r, struct unit *u,
                                 Str name, Str text, Str where);

/** Adds what the map `y` says of the fields of `kind`, but for the plurals of
 * records, as parts of `u`. `prefix` is what their names begin with. */
void units_add_fields(struct units_reading *r, struct unit *u,
                      const struct yaml *y, const struct kind *kind,
                      Str prefix);

/** Adds each record of the list `y`. */
void units_add_records(struct units_reading *r, const struct yaml *y,
                       const struct kind *kind);

/** Adds the units of a chapter's file. Returns: false after reporting. */
MUST_USE bool units_add_chapter(struct units_reading *r);

/** A value as text, the same however it is spelled in YAML. */
Str units_yaml_text(struct arena *a, const struct yaml *y);

/** Puts the units, and the parts of each, into their order. */
void units_sort(struct units *u);

#endif
