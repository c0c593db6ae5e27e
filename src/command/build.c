#include <stdio.h>

#include "base/file.h"
#include "command/command.h"
#include "command/job.h"

/* What was written, and which file to open. */
static void summarize(const struct job *j, const struct options *o,
                      StageCounts counts)
{
    size_t editions = 0;
    for (size_t i = 0; i < j->nworks; i++) {
        editions += j->works[i]->n;
    }
    Str out = o->output;
    printf("%zu publication%s, %zu edition%s: %zu files written to %.*s, %zu "
           "unchanged\n",
           j->nworks, j->nworks == 1 ? "" : "s", editions,
           editions == 1 ? "" : "s", counts.written, STR_ARG(out),
           counts.unchanged);
    if (o->html) {
        printf("open %.*s\n",
               STR_ARG(path_join(j->arena, out, S("index.html"))));
    }
}

int command_build(int argc, char **argv)
{
    struct options o;
    if (!options_read("build", TAKES_OUTPUT | TAKES_FORMATS, argc, argv, &o)) {
        return EXIT_USAGE;
    }
    struct job j = job_start(&o);
    job_check_start(&j, CHECK_ERRORS);
    struct stage *stage = NULL;
    bool sound = diags_errors(j.diags) == 0;
    if (sound) {
        stage = stage_open(j.arena, j.diags, o.output);
    }
    /* pages are made even when nothing can be written, for their messages */
    bool done = job_write(&j, &o, stage);
    job_check_end(&j);
    done = done && diags_errors(j.diags) == 0 && stage != NULL &&
           stage_commit(stage);
    int status = job_report(&j);
    if (done) {
        summarize(&j, &o, stage_counts(stage));
    } else {
        fprintf(stderr, "nothing was published; %.*s is as it was\n",
                STR_ARG(o.output));
    }
    stage_free(stage);
    job_end(&j);
    return status;
}
