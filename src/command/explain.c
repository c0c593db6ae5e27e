#include <stdio.h>

#include "base/suggest.h"
#include "check/codes.h"
#include "command/command.h"
#include "command/wrap.h"

static void print_paragraph(const char *head, Str text)
{
    if (head[0] != '\0') {
        printf("\n%s\n", head);
    }
    printf("    ");
    wrap_print(text, 4, 4);
}

static const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "an error";
    case SEVERITY_WARNING:
        return "a warning";
    case SEVERITY_SYSTEM:
        return "a failure of the machine";
    }
    return "";
}

static void explain(const struct code *c)
{
    printf("%.*s: %s about %.*s\n\n", STR_ARG(c->name),
           severity_name(c->severity), STR_ARG(area_name(c->area)));
    print_paragraph("", c->rule);
    print_paragraph("Why", c->reason);
    print_paragraph("What to write", c->mend);
    if (c->needs_today) {
        printf("\nThis is asked only when SOURCE_DATE_EPOCH says what day it "
               "is.\n");
    }
    if (c->may_be_allowed) {
        printf("\nIf it is right as it is, say why: in the chapter's front "
               "matter, or for all in\npublication.yaml:\n"
               "    allow: {%.*s: \"the reason why\"}\n",
               STR_ARG(c->name));
    }
}

static void list_all(void)
{
    size_t widest = 0;
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        widest = c->name.n > widest ? c->name.n : widest;
    }
    for (int area = 0; area < AREA_COUNT; area++) {
        printf("%s%.*s: %.*s\n", area > 0 ? "\n" : "",
               STR_ARG(area_name((enum area)area)),
               STR_ARG(area_about((enum area)area)));
        for (const struct code *c = code_next(NULL); c != NULL;
             c = code_next(c)) {
            if ((int)c->area == area) {
                printf("  %-*.*s  ", (int)widest, STR_ARG(c->name));
                wrap_print(c->rule, widest + 4, widest + 4);
            }
        }
    }
}

static int unknown_code(Str name)
{
    struct suggest s = suggest_for(name);
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        suggest_try(&s, c->name);
    }
    fprintf(stderr, "duet explain: there is no code '%.*s'; ", STR_ARG(name));
    if (s.best.n > 0) {
        fprintf(stderr, "did you mean '%.*s'?\n", STR_ARG(s.best));
    } else {
        fprintf(stderr, "`duet explain` lists them\n");
    }
    return EXIT_USAGE;
}

int command_explain(int argc, char **argv)
{
    if (argc > 1 || (argc == 1 && argv[0][0] == '-')) {
        fprintf(stderr, "duet explain: %s%s\nusage: duet %s\n",
                argc > 1 ? "one CODE is enough, not also "
                         : "there is no option ",
                argv[argc - 1], command_usage(S("explain")));
        return EXIT_USAGE;
    }
    if (argc == 0) {
        list_all();
        return EXIT_FINE;
    }
    Str name = str_from_c(argv[0]);
    /* as it stands in a message: `[raw-html]` */
    if (str_starts(name, S("[")) && str_ends(name, S("]"))) {
        name = str_from(str_to(name, name.n - 1), 1);
    }
    const struct code *c = code_find(name);
    if (c == NULL) {
        return unknown_code(name);
    }
    explain(c);
    return EXIT_FINE;
}
