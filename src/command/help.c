#include <stdio.h>

#include "base/suggest.h"
#include "command/command.h"

static const struct {
    Str name;
    int (*run)(int argc, char **argv);
    const char *usage;
    const char *help;
} commands[] = {
    {STR_INIT("new"), command_new, "new DIR --council NAME [--area AREA]",
     "begins a council's own edition of the model strategy in the new folder "
     "DIR;\n      AREA is the place that the council serves, where its name "
     "does not say it"},
    {STR_INIT("build"), command_build,
     "build [CONTENT] [-o OUTPUT] [--format html,epub]",
     "publishes the content: every edition, as a site and as EPUBs"},
    {STR_INIT("check"), command_check,
     "check [CONTENT] [--format text|json|sarif] [--strict] [--parity | "
     "--links]",
     "reports what is wrong with the content, and writes nothing; --strict: "
     "warnings fail\n      too; --parity: what each edition has of the other, "
     "and what it lacks and why;\n      --links: the addresses elsewhere, each "
     "with the day on which somebody found it to\n      work (`checked-on`); "
     "nothing is fetched"},
    {STR_INIT("words"), command_words, "words [CONTENT or FILE ...]",
     "how the texts read: the reading age of each section, and the hardest "
     "sentences first\n      with what to say instead; a FILE may be Markdown "
     "or plain text"},
    {STR_INIT("review"), command_review,
     "review [CONTENT] [--accept ID ... | --accept-all] [--by ROLE] "
     "[--on DATE]",
     "lists the young texts that nobody has read beside the formal one, and "
     "those whose\n      formal text has changed since, with what changed; "
     "--accept records who has\n      looked at which, by their role, in the "
     "file duet.lock; --on: when, else today"},
    {STR_INIT("upstream"), command_upstream,
     "upstream [CONTENT] [--compare NEWER | --to NEWER] [--format text|json]",
     "what a publication has made of the one that it extends: inherited, "
     "changed, added,\n      dropped; --compare: what the folder NEWER, a "
     "later "
     "version of that one, changes, and\n      where both have changed; --to: "
     "takes that version, and leaves your own files alone"},
    {STR_INIT("explain"), command_explain, "explain [CODE]",
     "explains the code of a message: the rule, the reason, the mend; without "
     "CODE,\n      lists them all"},
    {STR_INIT("schema"), command_schema, "schema [NAME] [-o FOLDER]",
     "prints JSON Schema of the YAML files, or writes a file of each for "
     "editors"},
    {STR_INIT("schema"), command_schema, "schema --markdown",
     "prints the reference: every key, container and insert"},
    {STR_INIT("help"), command_help, "help", "prints this"},
};

int command_help(int argc, char **argv)
{
    (void)argv;
    if (argc > 0) {
        fprintf(stderr, "usage: duet help\n");
        return EXIT_USAGE;
    }
    puts("Duet publishes a council's strategy for children in care in two "
         "voices from one source.\n");
    for (size_t i = 0; i < COUNT(commands); i++) {
        printf("  duet %s\n      %s\n", commands[i].usage, commands[i].help);
    }
    puts("  duet --version\n      prints the version\n\n"
         "CONTENT is a folder of publications, one publication, or one "
         "Markdown file;\nwithout it: content/ where there is one, else this "
         "folder. OUTPUT is output/.\n\n"
         "Exit status: 0 nothing wrong, 1 the content has errors, 2 wrong "
         "usage, 3 the\nsystem failed. After an error nothing is published.");
    return EXIT_FINE;
}

const char *command_usage(Str name)
{
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (str_eq(commands[i].name, name)) {
            return commands[i].usage;
        }
    }
    return NULL;
}

int command_run(Str name, int argc, char **argv)
{
    struct suggest s = suggest_for(name);
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (str_eq(commands[i].name, name)) {
            return commands[i].run(argc, argv);
        }
        suggest_try(&s, commands[i].name);
    }
    fprintf(stderr, "duet: there is no command '%.*s'", STR_ARG(name));
    if (s.best.n > 0) {
        fprintf(stderr, "; did you mean '%.*s'?", STR_ARG(s.best));
    }
    fprintf(stderr, "\n`duet help` lists the commands\n");
    return EXIT_USAGE;
}
