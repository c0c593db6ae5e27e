/**
 * json: JSON (RFC 8259), written value by value.
 *
 * The writer sets commas, line ends and two spaces to a level; the caller says
 * what comes next. Text must be well-formed UTF-8. An order of calls that makes
 * no JSON is a mistake of ours and ends the process.
 */
#ifndef DUET_BASE_JSON_H
#define DUET_BASE_JSON_H

#include <stdint.h>

#include "base/buf.h"

/** The state of writing one document. */
struct json_writer {
    struct buf *out;
    size_t depth;
    uint64_t objects; /* bit n: an object, not a list, is open at depth n + 1 */
    bool filled;      /* something is in the object or list that is open */
    bool keyed;       /* a key waits for its value */
};

/** A writer of one document to the end of `out`. */
struct json_writer json_to(struct buf *out);

void json_begin_object(struct json_writer *j);
void json_begin_list(struct json_writer *j);

/** Ends the object or list begun last; after the outermost, the line as well.
 */
void json_end(struct json_writer *j);

/** The key of the value that comes next, once in its object. */
void json_key(struct json_writer *j, Str key);

void json_text(struct json_writer *j, Str text);
void json_bool(struct json_writer *j, bool yes);
void json_null(struct json_writer *j);
void json_integer(struct json_writer *j, long long n);

/**
 * A decimal number as people write it, with a point and perhaps a minus:
 * `.5` and `007` become 0.5 and 7, no digit is rounded.
 */
void json_number(struct json_writer *j, Str decimal);

/** A key and its text. */
void json_pair(struct json_writer *j, Str key, Str text);

/** A key and the list of the words that stand between spaces in `words`. */
void json_pair_words(struct json_writer *j, Str key, Str words);

#endif
