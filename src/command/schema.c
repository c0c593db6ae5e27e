#include <stdio.h>
#include <string.h>

#include "command/command.h"
#include "model/kind.h"

static const char *type_words(const struct field *f)
{
    switch (f->type) {
    case FIELD_ID:
        return "an id";
    case FIELD_TEXT:
        return "a text, voiced";
    case FIELD_TEXTS:
        return "a list of texts, voiced";
    case FIELD_WORD:
        return "a line";
    case FIELD_WORDS:
        return "a list of lines";
    case FIELD_CHOICE:
        return "one of:";
    case FIELD_CHOICES:
        return "some of:";
    case FIELD_REF:
        return "the id of a";
    case FIELD_REFS:
        return "a list of ids of a";
    case FIELD_DATE:
        return "a date";
    case FIELD_DUE:
        return "a date, or a text, voiced";
    case FIELD_START:
        return "a date, or the word prospective";
    case FIELD_TAG:
        return "the id of a";
    case FIELD_NUMBER:
        return "a number";
    case FIELD_YES:
        return "true or false";
    case FIELD_LINK:
        return "a web address";
    case FIELD_GROUP:
        return "its own keys:";
    case FIELD_RECORDS:
        return "a list of:";
    case FIELD_POINTS:
        return "numbers by name";
    case FIELD_SERIES:
        return "lists of numbers by name";
    case FIELD_TREE:
        return "see the README";
    }
    return "";
}

static void print_fields(const struct kind *kind, int depth)
{
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        Str more = f->of != NULL      ? f->of->name
                   : f->choices.n > 0 ? f->choices
                                      : f->refers;
        printf("| %.*s`%.*s`%s | %s%s%.*s | %.*s |\n", depth * 2, "– ",
               STR_ARG(f->name), f->required ? " (needed)" : "", type_words(f),
               more.n > 0 ? " " : "", STR_ARG(more), STR_ARG(f->help));
        if (f->of != NULL) {
            print_fields(f->of, depth + 2);
        }
    }
}

static void print_kind(const struct kind *kind)
{
    printf("\n### %.*s\n\n%.*s", STR_ARG(kind->name), STR_ARG(kind->help));
    if (kind->file.n > 0) {
        printf(" Declared in `%.*s`; listed by `{{ %.*s }}`.",
               STR_ARG(kind->file), STR_ARG(kind->plural));
    } else if (kind->plural.n > 0) {
        printf(" Declared under `%.*s` in a chapter; listed by `{{ %.*s }}`.",
               STR_ARG(kind->plural), STR_ARG(kind->plural));
    }
    printf("\n\n| key | what it holds | what it says |\n| --- | --- | --- |\n");
    print_fields(kind, 0);
}

static void print_containers(void)
{
    static const struct {
        const char *name;
        const char *help;
    } rows[] = {
        {"::: young Title",
         "the section's text in the edition `young`; the title is optional"},
        {"::: young none",
         "withholds the section from that edition; the reason stands inside"},
        {"::: callout Title", "something to notice"},
        {"::: case-study Title", "what somebody did, and what came of it"},
        {"::: quote Who", "words that were said, and by which group"},
    };
    puts("\n## Containers\n\nEach ends with a line `:::`.\n\n"
         "| container | what it holds |\n| --- | --- |");
    for (size_t i = 0; i < COUNT(rows); i++) {
        printf("| `%s` | %s |\n", rows[i].name, rows[i].help);
    }
}

static void print_inserts(void)
{
    puts("\n## Inserts\n\n"
         "| insert | what it says |\n| --- | --- |\n"
         "| `{{ council.name }}`, `{{ council.area }}`, `{{ council.website "
         "}}` | what publication.yaml says of the council |\n"
         "| `{{ figure ID }}`, `{{ figure ID POINT }}`, `{{ figure ID SERIES "
         "X }}` | a number from figures.yaml; without a point the last one |\n"
         "| `{{ contact ID }}` | the contact's name and telephone number |\n"
         "| `{{ promises }}`, `{{ offers category=health }}` … | in a "
         "paragraph of its own: the records of a kind, all or chosen by a key "
         "|");
}

int command_schema(int argc, char **argv)
{
    if (argc != 1 || strcmp(argv[0], "--markdown") != 0) {
        fprintf(stderr, "usage: duet schema --markdown\n");
        return EXIT_USAGE;
    }
    puts("# Reference\n\nA text that is *voiced* is one text for all "
         "editions, or `{formal: …, young: …}`.\n\n## Files");
    print_kind(&kind_publication);
    print_kind(&kind_edition);
    print_kind(&kind_chapter);
    puts("\n## Records");
    for (size_t i = 0; i < KIND_COUNT; i++) {
        print_kind(&kinds[i]);
    }
    print_containers();
    print_inserts();
    return EXIT_FINE;
}
