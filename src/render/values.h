/**
 * values: records as data for templates, by the record table.
 */
#ifndef DUET_RENDER_VALUES_H
#define DUET_RENDER_VALUES_H

#include "render/body.h"

/** A list of maps, one a record, in the edition's voice. */
struct value *values_of_records(struct body *b,
                                const struct record_list *records);

/**
 * One record as a map, with its fields' names written with underscores. Words
 * in its texts are explained if `explain`.
 */
struct value *values_of_record(struct body *b, const struct record *r,
                               bool explain);

/** The picture that the record names as its `icon`, or null. Reports
 * unknown-icon. */
struct value *values_icon(struct body *b, const struct record *r);

/**
 * The records of `list`, which are the values of `records`, under the records
 * that explain their tags (a local offer under its heads), in their order.
 * `level` is that of a heading here. Empty for kinds without a tag.
 */
struct value *values_groups(struct body *b, const struct kind *kind,
                            const struct record_list *records,
                            const struct value *list, int level);

/**
 * Adds to `map` for each field of `kind` whether one of the `n` records of the
 * list `list` says it, so that a table has no empty column: the measures'
 * owners as `measures_have_owner`.
 */
void values_have(struct arena *a, struct value *map, Str list,
                 const struct kind *kind, struct record *const *records,
                 size_t n);

#endif
