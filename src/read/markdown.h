/**
 * markdown: a body's bytes to its tree.
 *
 * CommonMark 0.30 through cmark, and what Duet adds to it. Raw HTML is an
 * error, because it would bypass every promise about the published page; a
 * comment is a note to oneself and is left out.
 */
#ifndef DUET_READ_MARKDOWN_H
#define DUET_READ_MARKDOWN_H

#include "base/diag.h"
#include "read/doc.h"

/**
 * Parses `body`, a view into `src->text`.
 *
 * Failure: false after reporting too-large or too-deep. Every other mistake is
 * reported, and the tree is still given, without what was refused:
 * raw-html, bad-link, unclosed-insert, unclosed-container, stray-container-end,
 * misplaced-container, misplaced-heading, table-cells, table-shape,
 * bad-id, unknown-footnote, unused-footnote, duplicate-id, missing-alt,
 * decorative-alt, alt-markup, misplaced-picture. Lifetime: `a`, with views into
 * `src`.
 */
MUST_USE bool markdown_parse(struct arena *a, struct diags *d,
                             const struct source *src, Str body,
                             struct document *out);

#endif
