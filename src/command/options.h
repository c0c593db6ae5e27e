/**
 * options: a command line's words, sorted into options and content.
 */
#ifndef DUET_COMMAND_OPTIONS_H
#define DUET_COMMAND_OPTIONS_H

#include "base/str.h"

struct options {
    Str content; /* what to build or check */
    Str output;
    bool html;
    bool epub;
};

/**
 * Reads the arguments of `command`, which are CONTENT and, when `writes`, -o
 * and --format. Without CONTENT it is `content/` where there is such a folder,
 * else the present one; without -o it is `output`.
 *
 * Returns: false after saying what is wrong on standard error.
 */
MUST_USE bool options_read(const char *command, bool writes, int argc,
                           char **argv, struct options *out);

#endif
