/**
 * front: a Markdown file's front matter (YAML between two lines `---`) and its
 * body.
 */
#ifndef DUET_READ_FRONT_H
#define DUET_READ_FRONT_H

#include "base/diag.h"

/**
 * Splits `src` into views of its front matter, empty when there is none, and
 * of its body. Failure: reports unclosed-front-matter.
 */
MUST_USE bool front_split(struct diags *d, const struct source *src, Str *front,
                          Str *body);

#endif
