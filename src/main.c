#include <stdio.h>
#include <string.h>

#include "command/command.h"

/* What was printed must have arrived: a full disk is the machine's error. */
static int finish(int status)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("duet: standard output");
        return EXIT_SYSTEM;
    }
    return status;
}

int main(int argc, char **argv)
{
    if (argc < 2 || command_asks_help(argv[1])) {
        return finish(command_help(0, NULL));
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("duet " DUET_VERSION);
        return finish(EXIT_FINE);
    }
    return finish(command_run(str_from_c(argv[1]), argc - 2, argv + 2));
}
