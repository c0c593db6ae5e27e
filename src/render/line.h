/**
 * line: the fields of a record that are one line in all editions, as a page in
 * some language shows them.
 */
#ifndef DUET_RENDER_LINE_H
#define DUET_RENDER_LINE_H

#include "render/body.h"

/**
 * The word `word` of the field `f`, whose source has the language `lang`: a
 * telephone number in the order in which it is dialled, and a line that is not
 * translated with its language. Other fields than lines are plain text.
 */
struct value *line_shown(struct body *b, const struct field *f, Str word,
                         Str lang);

/** The same for the field `f` of `r`; a term as the language has it. */
struct value *line_of_record(struct body *b, const struct record *r,
                             const struct field *f);

/** The term `r` in the edition's language, when that has a word of its own, or
 * else as the original has it. */
Str line_term(const struct record *r);

#endif
