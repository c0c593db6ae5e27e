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

#endif
