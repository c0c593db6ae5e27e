/**
 * merge: what a layer says laid over what the layer below says, as YAML trees,
 * before either is read. Each node keeps its place in its own file.
 *
 * A record is changed field by field, and a voiced text voice by voice; records
 * in a field, such as a priority's measures, by their ids. Other values are
 * replaced whole, because half of one council's numbers and half of another's
 * would be nobody's. A key without a value keeps what is below.
 */
#ifndef DUET_MODEL_MERGE_H
#define DUET_MODEL_MERGE_H

#include "model/kind.h"
#include "model/voiced.h"
#include "read/yaml.h"

/**
 * Returns: the map `over` laid over the map `below`, as fields of `kind`.
 * `below` may be NULL. Lists of records under a kind's plural are merged by
 * merge_records() when `kinds_too`.
 */
struct yaml *merge_fields(const struct loading *l, struct yaml *below,
                          struct yaml *over, const struct kind *kind,
                          bool kinds_too);

/**
 * Returns: the list of records `over` laid over the list `below`, by their ids
 * and in the order of `below`; what is new comes after. `drop: true` with
 * `because: REASON` leaves the record below out.
 *
 * Reports drop-without-reason, and unknown-reference for what cannot be
 * dropped because it is not there.
 */
struct yaml *merge_records(const struct loading *l, struct yaml *below,
                           struct yaml *over, const struct kind *kind);

/** Whether the list `value` of the field `f` holds records that all have an id,
 * so that a layer can change one of them. */
bool merge_by_id(const struct field *f, const struct yaml *value);

/** Returns: what a record is known by: its id, or for a term its words. */
Str merge_key(const struct yaml *record, const struct kind *kind);

/** Whether `record` says `drop: true`. */
bool merge_is_drop(const struct yaml *record);

/** Returns: a file's lists of records, each under its plural, merged so. */
struct yaml *merge_lists(const struct loading *l, struct yaml *below,
                         struct yaml *over);

/** Returns: the maps of a publication's `editions`, merged one by one. */
struct yaml *merge_editions(const struct loading *l, struct yaml *below,
                            struct yaml *over);

#endif
