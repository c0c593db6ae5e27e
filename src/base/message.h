/**
 * message: a sentence with names in braces, and what is put in their places.
 *
 * `{n}` is replaced by what `n` stands for. Where the words hang on a number,
 * `{n, plural, =0 {Nothing} one {1 promise} other {{n} promises}}` says each
 * form that the language has. This is the part of ICU's MessageFormat that the
 * themes' words need; page scripts read the same (themes/core/assets/count.js).
 */
#ifndef DUET_BASE_MESSAGE_H
#define DUET_BASE_MESSAGE_H

#include "base/locale.h"

/** A name in a sentence, and what stands in its place. */
struct filling {
    Str name;
    Str text;
};

/**
 * Fills in `pattern`. Returns: the sentence; `*unknown`, when it is given, is
 * the first name that is none of the `n` fillings, or else empty. What is no
 * name in braces stays as it is.
 */
Str message_fill(struct arena *a, const struct locale *l, Str pattern,
                 const struct filling *fillings, size_t n, Str *unknown);

#endif
