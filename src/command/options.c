#include "command/options.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

static bool usage(const char *command, const char *problem, const char *word)
{
    fprintf(stderr,
            "duet %s: %s%s\n"
            "usage: duet %s\n",
            command, problem, word,
            strcmp(command, "build") == 0
                ? "build [CONTENT] [-o OUTPUT] [--format html,epub]"
                : "check [CONTENT]");
    return false;
}

static bool read_formats(const char *command, const char *list,
                         struct options *out)
{
    Str rest = str_from_c(list), format;
    out->html = false;
    out->epub = false;
    while (str_cut(&rest, ',', &format)) {
        if (str_eq(format, S("html"))) {
            out->html = true;
        } else if (str_eq(format, S("epub"))) {
            out->epub = true;
        } else {
            return usage(command, "a format is html or epub, not ", list);
        }
    }
    return (out->html || out->epub) ||
           usage(command, "--format needs html, epub or both", "");
}

/* The value of an option that is written `name value` or `name=value`. */
static bool option_value(const char *name, int argc, char **argv, int *i,
                         const char **value)
{
    size_t n = strlen(name);
    if (strcmp(argv[*i], name) == 0) {
        *value = *i + 1 < argc ? argv[++*i] : NULL;
        return true;
    }
    if (strncmp(argv[*i], name, n) == 0 && argv[*i][n] == '=' && n > 2) {
        *value = argv[*i] + n + 1;
        return true;
    }
    return false;
}

bool options_read(const char *command, bool writes, int argc, char **argv,
                  struct options *out)
{
    struct options o = {.output = S("output"), .html = true, .epub = true};
    for (int i = 0; i < argc; i++) {
        const char *value = NULL;
        if (writes && (option_value("-o", argc, argv, &i, &value) ||
                       option_value("--output", argc, argv, &i, &value))) {
            if (value == NULL || value[0] == '\0') {
                return usage(command, "-o needs the name of a folder", "");
            }
            o.output = str_from_c(value);
        } else if (writes && option_value("--format", argc, argv, &i, &value)) {
            if (!read_formats(command, value == NULL ? "" : value, &o)) {
                return false;
            }
        } else if (argv[i][0] == '-' && argv[i][1] != '\0') {
            return usage(command, "there is no option ", argv[i]);
        } else if (o.content.n > 0) {
            return usage(command, "one CONTENT is enough, not also ", argv[i]);
        } else {
            o.content = str_from_c(argv[i]);
        }
    }
    if (o.content.n == 0) {
        o.content =
            file_kind(S("content")) == FILE_FOLDER ? S("content") : S(".");
    }
    *out = o;
    return true;
}
