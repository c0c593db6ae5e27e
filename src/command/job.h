/**
 * job: one run over all of some content, from reading to the last page.
 */
#ifndef DUET_COMMAND_JOB_H
#define DUET_COMMAND_JOB_H

#include "command/options.h"
#include "publish/work.h"

struct job {
    struct arena *arena;
    struct diags *diags;
    struct work **works;
    size_t nworks;
    bool many; /* the content is a folder of publications */
};

/** Reads the content and makes its editions. End it with job_end(). */
struct job job_start(const struct options *o);

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
