/**
 * report: the messages of a run, for people in sum and for programs in full.
 *
 * The JSON is one object, and stays as it is; keys may be added:
 *
 *     {
 *       "version": 1,
 *       "messages": [
 *         {
 *           "path": "content/model/chapters/offers.md",
 *           "line": 12,        left out, with the columns, when it is about the
 *           "column": 5,       file as a whole; from 1, in characters
 *           "endColumn": 9,    after the last one on the line
 *           "severity": "error",             or "warning", or "system": the
 *           "code": "unknown-edition",       machine failed
 *           "area": "content",
 *           "message": "there is no edition called 'kids'",
 *           "help": "did you mean 'young'?"  left out when there is none
 *         }
 *       ],
 *       "areas": {"content": {"errors": 1, "warnings": 0, "silenced": 0}},
 *       "errors": 1,           areas without any are left out
 *       "warnings": 0,
 *       "silenced": 0
 *     }
 */
#ifndef DUET_CHECK_REPORT_H
#define DUET_CHECK_REPORT_H

#include "base/buf.h"
#include "base/diag.h"

/** Adds a table of errors, warnings and silenced findings by area to `out`;
 * nothing when there are none. */
void report_summary(struct buf *out, const struct diags *d);

/** Adds the messages as JSON. */
void report_json(struct buf *out, const struct diags *d);

/**
 * Adds the messages as SARIF 2.1.0 (OASIS, 2020), with their codes as rules.
 * Places are relative to the folder in which Duet runs. `version` is Duet's.
 */
void report_sarif(struct buf *out, const struct diags *d, Str version);

#endif
