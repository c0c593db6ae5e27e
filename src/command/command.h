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

/** What can be asked of a command besides its first words. */
struct command_option {
    const char *name; /* as its usage has it: `--by ROLE` */
    const char *help;
};

enum { COMMAND_OPTIONS = 6 };

struct command {
    Str name;
    int (*run)(int argc, char **argv);
    const char *usage;
    const char *help;
    struct command_option options[COMMAND_OPTIONS]; /* then a NULL name */
};

/** Returns: the command number `i`, in the order of the help; NULL when there
 * are no more. */
const struct command *command_at(size_t i);

/** A word of the usages, or an exit status, and what it means. */
struct command_word {
    const char *word;
    const char *means;
};

enum { COMMAND_WORDS = 3, COMMAND_STATUSES = 4 };

extern const struct command_word usage_words[COMMAND_WORDS];
extern const struct command_word exit_statuses[COMMAND_STATUSES];

int command_build(int argc, char **argv);
int command_check(int argc, char **argv);
int command_explain(int argc, char **argv);
int command_new(int argc, char **argv);
int command_reference(int argc, char **argv);
int command_review(int argc, char **argv);
int command_schema(int argc, char **argv);
int command_upstream(int argc, char **argv);
int command_words(int argc, char **argv);
int command_help(int argc, char **argv);

/** Returns: how the command is called, or NULL when there is none. */
const char *command_usage(Str name);

/** Whether the word asks what can be asked: --help, -h. */
bool command_asks_help(const char *word);

/** Finds the command `name` and runs it, or says what it does. */
int command_run(Str name, int argc, char **argv);

#endif
