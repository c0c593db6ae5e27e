/**
 * diag: messages about mistakes in the author's files.
 *
 * A message names the file, line and column, shows the line with a caret, and
 * carries a short stable code, so an author can find it in the manual.
 * Reporting never stops the build by itself: read on, report the rest, and let
 * the caller ask diags_errors() at the end of the stage. The messages are kept
 * until diags_print(), which puts them in the order of the files and of the
 * places in them, and lists behind them; one that is reported again is dropped,
 * and not counted.
 */
#ifndef DUET_BASE_DIAG_H
#define DUET_BASE_DIAG_H

#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"

/** One file's bytes, as the author wrote them. */
struct source {
    Str path; /* as the author would write it */
    Str text;
    Str lang; /* of a translation's file, a tag of BCP 47; else empty */
};

struct diags;

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_SYSTEM };

/** One message, for those that count, silence or show messages. */
struct diag {
    enum severity severity;
    const struct source *src; /* NULL for the system's failures */
    Str path;
    Str where; /* in the source's text; a NULL pointer: the whole file */
    size_t offset;
    const char *code;
    Str message;
    Str help;      /* or empty */
    bool silenced; /* neither printed nor counted */
    bool listed;   /* one of a list that keeps its order */
    size_t order;  /* of the report */
};

/** Line and column, both from 1; the column counts characters. */
typedef struct {
    size_t line;
    size_t column;
} Place;

/** Returns a collector; end it with diags_free(). */
struct diags *diags_create(void);

/**
 * Lets `d` know `src`, so that a message about a place in it names this file,
 * also when it is reported of another: a record of a fork has some of its
 * fields from the layer below. `src` must outlive `d`.
 */
void diags_know(struct diags *d, const struct source *src);

/** Lets `d` know what `other` knows. */
void diags_know_all(struct diags *d, const struct diags *other);

/** Returns: the file that `where` lies in: `src`, or another that `d` knows. */
const struct source *diags_source(const struct diags *d,
                                  const struct source *src, Str where);

/** Releases `d`. Does nothing for NULL. */
void diags_free(struct diags *d);

/**
 * Reports an error at `where`, which must be a view into the text of `src` or
 * of a source that `d` knows, or empty with a NULL pointer when it concerns the
 * file as a whole.
 *
 * `code` is lower-case words joined by hyphens; once released it is never
 * reused for another mistake.
 */
void diag_error(struct diags *d, const struct source *src, Str where,
                const char *code, const char *fmt, ...) PRINTF_LIKE(5, 6);

/** Like diag_error(), for what does not stop a build. */
void diag_warning(struct diags *d, const struct source *src, Str where,
                  const char *code, const char *fmt, ...) PRINTF_LIKE(5, 6);

/**
 * Adds what to write to the message reported last: a line, or several with line
 * feeds between them.
 */
void diag_help(struct diags *d, const char *fmt, ...) PRINTF_LIKE(2, 3);

/**
 * Puts the message reported last on a list of things to do: those stand behind
 * all others, in the order in which they were reported.
 */
void diag_list(struct diags *d);

/**
 * Reports that the machine failed: `what` could not be done to `path`, because
 * of the system's error number `error`.
 */
void diag_system(struct diags *d, Str path, const char *what, int error);

/** Like diag_system(), with the reason in a library's words. */
void diag_problem(struct diags *d, Str path, const char *what, const char *why);

/**
 * Silences each message of which `may_go` says so: it is neither printed nor
 * counted from now on. Those that are silent already are not asked about.
 */
void diags_silence(struct diags *d,
                   bool (*may_go)(void *state, const struct diag *item),
                   void *state);

/** Reports to `to` what was reported to `from`, which stays as it is. */
void diags_merge(struct diags *to, const struct diags *from);

size_t diags_errors(const struct diags *d);
size_t diags_warnings(const struct diags *d);

/** Returns: the exit status: 3 the system failed, 1 errors, 0 neither. */
int diags_status(const struct diags *d);

/**
 * Returns: all `*n` messages, silenced ones too, in the order of the
 * files and of the places in them. Lifetime: `a`, until the next report.
 */
const struct diag **diags_sorted(const struct diags *d, struct arena *a,
                                 size_t *n);

/** Prints all messages to `out`, in colour if `colour`. */
void diags_print(const struct diags *d, FILE *out, bool colour);

/** The place of `where` in `src`. */
Place source_place(const struct source *src, Str where);

/** The column after the last character that `where` has on its first line. */
size_t source_end_column(const struct source *src, Str where);

#endif
