/**
 * job: one run over all of some content, from reading to the last page.
 */
#ifndef DUET_COMMAND_JOB_H
#define DUET_COMMAND_JOB_H

#include "check/check.h"
#include "command/options.h"
#include "publish/work.h"

struct job_checks;

struct job {
    struct arena *arena;
    struct diags *diags;
    struct work **works;
    size_t nworks;
    struct job_checks *checks; /* NULL before job_check_start() */
    bool many;                 /* the content is a folder of publications */
};

/** Reads the content and makes its editions. End it with job_end(). */
struct job job_start(const struct options *o);

/**
 * Begins to hold it to the rules, beside what comes next; end it with
 * job_check_end().
 */
void job_check_start(struct job *j, enum check_scope scope);

/**
 * Waits for the rules, reports what they found, silences what its authors
 * allow, and, when all rules were asked, reports what is allowed for nothing.
 * To be called when everything else was reported.
 */
void job_check_end(struct job *j);

/** The day that SOURCE_DATE_EPOCH names; without a year when it names none. */
Date job_today(const struct job *j);

/** Writes everything to `stage`, or nowhere when it is NULL. */
MUST_USE bool job_write(struct job *j, const struct options *o,
                        struct stage *stage);

/**
 * Prints the messages and how many there were to standard error. Returns: the
 * exit status.
 */
int job_report(const struct job *j);

void job_end(struct job *j);

#endif
