/**
 * schema_shapes: what a value may look like, as JSON Schema. Fields of one type
 * share one shape, which stands in `$defs` and is referred to by its name.
 *
 * The types are those of YAML 1.2, in which 2022 is a number and 2022-07 a
 * text; Duet itself reads both as text, and so a shape takes both.
 */
#ifndef DUET_COMMAND_SCHEMA_SHAPES_H
#define DUET_COMMAND_SCHEMA_SHAPES_H

#include "base/json.h"
#include "model/kind.h"

/** Returns: the shape of fields of this type; empty when each has its own. */
Str shape_of(enum field_type type);

/** Adds to the object that is open that it has the shape `shape`. */
void shape_refer(struct json_writer *j, Str shape);

/** Adds the key and its value, an object of the shape `shape`. */
void shape_refer_at(struct json_writer *j, Str key, Str shape);

/** Adds that it has one shape or the other. */
void shape_either(struct json_writer *j, Str one, Str other);

/** Adds that it has a value of the shape `shape` for some or each edition. */
void shape_voices(struct json_writer *j, Str shape);

/** Adds to the open object `$defs` each shape that what was written since the
 * offset `from` refers to. */
void shapes_write(struct json_writer *j, size_t from);

#endif
