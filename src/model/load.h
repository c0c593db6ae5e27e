/**
 * load: YAML to records, by the record table.
 */
#ifndef DUET_MODEL_LOAD_H
#define DUET_MODEL_LOAD_H

#include "model/record.h"

/**
 * Reads the map `y` as a record of `kind`. With `kinds_too`, the plurals of the
 * kinds of record may stand beside the kind's own keys and are left alone.
 *
 * Reports unknown-key, missing-field, wrong-type, bad-id, bad-date, bad-link,
 * unknown-choice. Returns: the record, without what was refused; NULL after
 * reporting that `y` is no map.
 */
struct record *record_load(const struct loading *l, const struct yaml *y,
                           const struct kind *kind, bool kinds_too);

/** Reads the list `y`; what could not be read is left out after reporting. */
struct record_list records_load(const struct loading *l, const struct yaml *y,
                                const struct kind *kind);

#endif
