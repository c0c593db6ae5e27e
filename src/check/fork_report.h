/**
 * fork_report: what a fork has made of the publication that it extends, and
 * what a newer version of that would change; for people and for programs.
 */
#ifndef DUET_CHECK_FORK_REPORT_H
#define DUET_CHECK_FORK_REPORT_H

#include "base/buf.h"
#include "edition/forks.h"

/** A fork and, for a comparison, the newer version of what it extends. */
struct fork_report {
    Str path; /* of the fork, as the two others as it was asked for */
    const struct fork *fork;
    Str newer_path; /* empty: nothing is compared */
    const struct units *newer;
    const struct upstream *changes;
};

/** Adds, file by file, what is inherited, changed, added and dropped here. */
void fork_report_text(struct buf *out, const struct fork_report *r);

/** Adds what the newer version changes: first what needs a person. */
void fork_report_changes(struct buf *out, const struct fork_report *r);

/** Adds the `n` reports as JSON: what is here, and what would change. */
void fork_report_json(struct buf *out, const struct fork_report *r, size_t n);

/** Adds the entries of the ledger that people have to look at; `path` is the
 * publication's. Returns: how many they are. */
size_t fork_report_reviews(struct buf *out, Str path,
                           const struct fork_reviews *reviews);

/** Adds `text` in lines that start at `margin`. */
void fork_report_wrapped(struct buf *out, Str text, int margin);

#endif
