/**
 * options: a command line's words, sorted into options and content.
 */
#ifndef DUET_COMMAND_OPTIONS_H
#define DUET_COMMAND_OPTIONS_H

#include "model/date.h"

/** What a command may be asked for, besides CONTENT. */
enum {
    TAKES_OUTPUT = 1,  /* -o OUTPUT */
    TAKES_FORMATS = 2, /* --format html,epub */
    TAKES_REPORT = 4,  /* --format text, json or sarif */
    TAKES_STRICT = 8,  /* --strict */
    TAKES_PARITY = 16, /* --parity */
    TAKES_LINKS = 32,  /* --links */
    TAKES_REVIEW = 64, /* --accept, --accept-all, --by, --on */
    TAKES_NEWER = 128  /* --compare NEWER, --to NEWER */
};

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_SARIF };

struct options {
    Str content; /* what to build or check */
    Str output;
    bool html;
    bool epub;
    enum report_format report;
    bool strict;   /* warnings count as errors for the exit status */
    bool parity;   /* the parity report instead of the checks */
    bool links;    /* the list of addresses elsewhere instead of the checks */
    char **accept; /* ids */
    size_t naccept;
    bool accept_all;
    Str by;      /* a role; not empty where something is accepted */
    Date on;     /* without a year: today */
    Str compare; /* a folder, or empty */
    Str to;      /* a folder, or empty */
};

/**
 * Reads the arguments of `command`, which are CONTENT and those of `takes`.
 * Without CONTENT it is `content/` where there is such a folder, else the
 * present one; without -o it is `output`.
 *
 * What --accept is followed by stays in `argv`, at its beginning.
 *
 * Returns: false after saying what is wrong on standard error.
 */
MUST_USE bool options_read(const char *command, unsigned takes, int argc,
                           char **argv, struct options *out);

#endif
