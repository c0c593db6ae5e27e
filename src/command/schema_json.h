/**
 * schema_json: JSON Schema (draft 2020-12) of the YAML that people write, made
 * from the record table, for editors to complete and check while one types.
 *
 * A schema says what the loader says, so far as one file shows it: whether an
 * edition or a record of some name exists is for `duet check`. It refuses
 * nothing that the loader takes, but for the words `true` and `null` as a text,
 * which want quotes in an editor.
 */
#ifndef DUET_COMMAND_SCHEMA_JSON_H
#define DUET_COMMAND_SCHEMA_JSON_H

#include "base/buf.h"

/**
 * Returns: the name of schema number `i`, which is `publication`, `chapter`
 * (its front matter), or a file's without its ending: `terms`. Empty when
 * there are no more.
 */
Str schema_name(size_t i);

/** Adds the schema of this name, which must be one of schema_name(). */
void schema_write(struct buf *out, Str name);

/** Adds one document with all schemas in it, each under its name in `$defs`. */
void schema_write_all(struct buf *out);

#endif
