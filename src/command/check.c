#include <stdio.h>

#include "command/command.h"
#include "command/job.h"

int command_check(int argc, char **argv)
{
    struct options o;
    if (!options_read("check", false, argc, argv, &o)) {
        return EXIT_USAGE;
    }
    struct job j = job_start(&o);
    bool sound = job_write(&j, &o, NULL);
    int status = job_report(&j);
    if (sound) {
        printf("%zu publication%s can be published\n", j.nworks,
               j.nworks == 1 ? "" : "s");
    }
    job_end(&j);
    return status;
}
