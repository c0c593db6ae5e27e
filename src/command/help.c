#include <stdio.h>
#include <string.h>

#include "base/suggest.h"
#include "command/command.h"
#include "command/wrap.h"

static const struct command commands[] = {
    {STR_INIT("new"),
     command_new,
     "new DIR --council NAME [--area AREA]",
     "begins a council's own edition of the model strategy in the new folder "
     "`DIR`",
     {{"--council NAME", "the council's name, in quotes"},
      {"--area AREA", "the place that the council serves, where its name does "
                      "not say it"}}},
    {STR_INIT("build"),
     command_build,
     "build [CONTENT] [-o OUTPUT] [--format html,epub]",
     "publishes the content: every edition, as a site and as EPUBs",
     {{"-o OUTPUT", "the folder to write to"},
      {"--format html,epub", "the site alone (html), the books alone (epub), "
                             "or both"}}},
    {STR_INIT("check"),
     command_check,
     "check [CONTENT] [--format text|json|sarif] [--strict] [--parity | "
     "--links]",
     "reports what is wrong with the content, and writes nothing",
     {{"--format text|json|sarif", "for people, or for other programs"},
      {"--strict", "warnings fail too"},
      {"--parity", "what each edition has of the other, and what it lacks and "
                   "why"},
      {"--links", "the addresses elsewhere, each with the day on which "
                  "somebody found it to work (`checked-on`); nothing is "
                  "fetched"}}},
    {STR_INIT("words"),
     command_words,
     "words [CONTENT or FILE ...]",
     "shows how the texts read: the reading age of each section, and the "
     "hardest "
     "sentences first with what to say instead; a `FILE` may be Markdown or "
     "plain text",
     {{0}}},
    {STR_INIT("review"),
     command_review,
     "review [CONTENT] [--accept ID ... | --accept-all] [--by ROLE] "
     "[--on DATE]",
     "lists the young texts that nobody has read beside the formal one, and "
     "those whose formal text has changed since, with what changed",
     {{"--accept ID ...", "records in the file duet.lock that somebody has "
                          "looked at these"},
      {"--accept-all", "the same of everything"},
      {"--by ROLE", "who has looked, by their role and not by their name"},
      {"--on DATE", "when; today, when left out"}}},
    {STR_INIT("upstream"),
     command_upstream,
     "upstream [CONTENT] [--compare NEWER | --to NEWER] [--format text|json]",
     "shows what a publication has made of the one that it extends: inherited, "
     "changed, added, dropped",
     {{"--compare NEWER", "what the folder `NEWER`, a later version of the one "
                          "below, changes, and where both have changed"},
      {"--to NEWER", "takes that version, and leaves your own files alone"},
      {"--format text|json", "for people, or for other programs"}}},
    {STR_INIT("explain"),
     command_explain,
     "explain [CODE]",
     "explains the code of a message: the rule, the reason, the mend; without "
     "`CODE`, lists them all",
     {{0}}},
    {STR_INIT("reference"),
     command_reference,
     "reference [PAGE] [-o FOLDER]",
     "prints the reference: `PAGE` is files, records, containers, inserts, "
     "checks or commands; without it, all of them",
     {{"-o FOLDER", "writes a chapter of each page into the folder instead"}}},
    {STR_INIT("schema"),
     command_schema,
     "schema [NAME] [-o FOLDER]",
     "prints JSON Schema of the YAML files, for editors",
     {{"-o FOLDER", "writes a file of each into the folder instead"}}},
    {STR_INIT("help"),
     command_help,
     "help [COMMAND]",
     "prints this, or what it says of one command",
     {{0}}},
};

const struct command_word usage_words[COMMAND_WORDS] = {
    {"CONTENT", "a folder of publications, one publication, or one Markdown "
                "file; when left out, content/ where there is one, else this "
                "folder"},
    {"OUTPUT", "the folder that is written; output/ when left out"},
    {"ID", "what `duet review` lists a text by"},
};

const struct command_word exit_statuses[COMMAND_STATUSES] = {
    {"0", "nothing wrong"},
    {"1", "the content has errors; after one nothing is published"},
    {"2", "wrong usage"},
    {"3", "the system failed: a disk, a permission, memory"},
};

static void print_options(const struct command *c)
{
    size_t widest = 0;
    for (size_t i = 0; i < COUNT(c->options) && c->options[i].name; i++) {
        size_t n = strlen(c->options[i].name);
        widest = n > widest ? n : widest;
    }
    size_t margin = 6 + widest + 2;
    for (size_t i = 0; i < COUNT(c->options) && c->options[i].name; i++) {
        printf("      %-*s  ", (int)widest, c->options[i].name);
        wrap_print(str_from_c(c->options[i].help), margin, margin);
    }
}

static void print_command(const struct command *c)
{
    printf("  duet %s\n      ", c->usage);
    wrap_print(str_from_c(c->help), 6, 6);
    print_options(c);
}

/* Of `words` those that `usage` has; all of them when it is NULL. */
static void print_words(const struct command_word *words, size_t n,
                        const char *usage)
{
    for (size_t i = 0; i < n; i++) {
        if (usage == NULL || strstr(usage, words[i].word) != NULL) {
            printf("  %-8s  ", words[i].word);
            wrap_print(str_from_c(words[i].means), 12, 12);
        }
    }
}

static const struct command *find_command(Str name)
{
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (str_eq(commands[i].name, name)) {
            return &commands[i];
        }
    }
    return NULL;
}

/* Says that there is none, and which may have been meant. */
static int no_command(Str name)
{
    struct suggest s = suggest_for(name);
    for (size_t i = 0; i < COUNT(commands); i++) {
        suggest_try(&s, commands[i].name);
    }
    fprintf(stderr, "duet: there is no command '%.*s'", STR_ARG(name));
    if (s.best.n > 0) {
        fprintf(stderr, "; did you mean '%.*s'?", STR_ARG(s.best));
    }
    fprintf(stderr, "\n`duet help` lists the commands\n");
    return EXIT_USAGE;
}

static int help_on(const struct command *c)
{
    print_command(c);
    print_words(usage_words, COUNT(usage_words), c->usage);
    return EXIT_FINE;
}

int command_help(int argc, char **argv)
{
    if (argc > 1) {
        fprintf(stderr, "usage: duet %s\n", command_usage(S("help")));
        return EXIT_USAGE;
    }
    if (argc == 1) {
        Str name = str_from_c(argv[0]);
        const struct command *c = find_command(name);
        return c == NULL ? no_command(name) : help_on(c);
    }
    puts("Duet publishes a council's strategy for children in care in two "
         "voices from one source.\n");
    for (size_t i = 0; i < COUNT(commands); i++) {
        print_command(&commands[i]);
    }
    puts("  duet --version\n      prints the version\n");
    print_words(usage_words, COUNT(usage_words), NULL);
    puts("\nExit status");
    print_words(exit_statuses, COUNT(exit_statuses), NULL);
    return EXIT_FINE;
}

const struct command *command_at(size_t i)
{
    return i < COUNT(commands) ? &commands[i] : NULL;
}

const char *command_usage(Str name)
{
    const struct command *c = find_command(name);
    return c == NULL ? NULL : c->usage;
}

bool command_asks_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

int command_run(Str name, int argc, char **argv)
{
    const struct command *c = find_command(name);
    if (c == NULL) {
        return no_command(name);
    }
    bool asks = argc == 1 && command_asks_help(argv[0]);
    return asks ? help_on(c) : c->run(argc, argv);
}
