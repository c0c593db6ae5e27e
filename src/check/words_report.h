/**
 * words_report: how a text reads, for those who write it.
 *
 * A line for each section, the reading ages as a range, and the hardest
 * sentences with their hard words marked and what to say instead. A number is
 * about the text, never about a child.
 */
#ifndef DUET_CHECK_WORDS_REPORT_H
#define DUET_CHECK_WORDS_REPORT_H

#include "base/buf.h"
#include "check/reading.h"
#include "edition/edition.h"

/** A text to report on. */
struct words_text {
    Str title; /* of the report: `thurrock-2022, young edition` */
    const struct edition *ed; /* NULL: not an edition's */
    struct passages passages;
    enum reading_measure measure;
};

/** Adds the report to `out`; nothing when there are no sentences. */
void words_report(struct buf *out, const struct reading_tools *t,
                  const struct words_text *text);

/** What the numbers mean, once below the reports. */
void words_report_end(struct buf *out);

/**
 * The paragraphs of a plain text: what stands between empty lines. Lifetime:
 * `a`, and `src`.
 */
struct passages words_of_text(struct arena *a, const struct source *src);

#endif
