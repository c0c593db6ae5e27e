/**
 * command: what the program can be asked to do. One file a command.
 *
 * Each command gets its arguments, without the program's name and its own, and
 * returns the exit status: 0 nothing wrong, 1 the content has errors, 2 wrong
 * usage, 3 the system failed.
 */
#ifndef DUET_COMMAND_COMMAND_H
#define DUET_COMMAND_COMMAND_H

#include "base/str.h"

#define DUET_VERSION "0.1.0"

enum { EXIT_FINE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_SYSTEM = 3 };

int command_build(int argc, char **argv);
int command_check(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_new(int argc, char **argv);
int command_review(int argc, char **argv);
int command_schema(int argc, char **argv);
int command_upstream(int argc, char **argv);
int command_words(int argc, char **argv);
int command_help(int argc, char **argv);

/** Returns: how the command is called, or NULL when there is none. */
const char *command_usage(Str name);

/** Finds the command `name` and runs it. */
int command_run(Str name, int argc, char **argv);

#endif
