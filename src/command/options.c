#include "command/options.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "command/command.h"

/* The state of reading one command line. */
struct reading {
    const char *command;
    unsigned takes;
    int argc;
    char **argv;
    int at;
    struct options out;
};

static bool usage(const struct reading *r, const char *problem,
                  const char *word)
{
    fprintf(stderr,
            "duet %s: %s%s\n"
            "usage: duet %s\n",
            r->command, problem, word, command_usage(str_from_c(r->command)));
    return false;
}

static bool read_formats(struct reading *r, const char *list)
{
    Str rest = str_from_c(list), format;
    r->out.html = false;
    r->out.epub = false;
    while (str_cut(&rest, ',', &format)) {
        if (str_eq(format, S("html"))) {
            r->out.html = true;
        } else if (str_eq(format, S("epub"))) {
            r->out.epub = true;
        } else {
            return usage(r, "a format is html or epub, not ", list);
        }
    }
    return (r->out.html || r->out.epub) ||
           usage(r, "--format needs html, epub or both", "");
}

static bool read_report(struct reading *r, const char *word)
{
    static const char *const names[] = {
        [REPORT_TEXT] = "text",
        [REPORT_JSON] = "json",
        [REPORT_SARIF] = "sarif",
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        if (strcmp(word, names[i]) == 0) {
            r->out.report = (enum report_format)i;
            return true;
        }
    }
    return word[0] == '\0'
               ? usage(r, "--format needs text, json or sarif", "")
               : usage(r, "a format is text, json or sarif, not ", word);
}

/* The value of an option that is written `name value` or `name=value`. */
static bool option_value(struct reading *r, const char *name,
                         const char **value)
{
    size_t n = strlen(name);
    const char *word = r->argv[r->at];
    if (strcmp(word, name) == 0) {
        *value = r->at + 1 < r->argc ? r->argv[++r->at] : "";
        return true;
    }
    if (strncmp(word, name, n) == 0 && word[n] == '=' && n > 2) {
        *value = word + n + 1;
        return true;
    }
    return false;
}

static bool option_is(const struct reading *r, unsigned needs, const char *name)
{
    return (r->takes & needs) != 0 && strcmp(r->argv[r->at], name) == 0;
}

static bool read_word(struct reading *r)
{
    const char *value = NULL, *word = r->argv[r->at];
    if ((r->takes & TAKES_OUTPUT) != 0 &&
        (option_value(r, "-o", &value) ||
         option_value(r, "--output", &value))) {
        r->out.output = str_from_c(value);
        return value[0] != '\0' ||
               usage(r, "-o needs the name of a folder", "");
    }
    if ((r->takes & (TAKES_FORMATS | TAKES_REPORT)) != 0 &&
        option_value(r, "--format", &value)) {
        return (r->takes & TAKES_FORMATS) != 0 ? read_formats(r, value)
                                               : read_report(r, value);
    }
    if (option_is(r, TAKES_STRICT, "--strict")) {
        r->out.strict = true;
    } else if (option_is(r, TAKES_PARITY, "--parity")) {
        r->out.parity = true;
    } else if (option_is(r, TAKES_LINKS, "--links")) {
        r->out.links = true;
    } else if (word[0] == '-' && word[1] != '\0') {
        return usage(r, "there is no option ", word);
    } else if (r->out.content.n > 0) {
        return usage(r, "one CONTENT is enough, not also ", word);
    } else {
        r->out.content = str_from_c(word);
    }
    return true;
}

bool options_read(const char *command, unsigned takes, int argc, char **argv,
                  struct options *out)
{
    struct reading r = {
        .command = command,
        .takes = takes,
        .argc = argc,
        .argv = argv,
        .out = {.output = S("output"), .html = true, .epub = true},
    };
    for (; r.at < argc; r.at++) {
        if (!read_word(&r)) {
            return false;
        }
    }
    const char *list = r.out.parity ? "--parity" : "--links";
    if (r.out.parity && r.out.links) {
        return usage(&r, "one at a time, --parity or ", "--links");
    }
    if ((r.out.parity || r.out.links) && r.out.report == REPORT_SARIF) {
        return usage(&r, list, " is text or json, not sarif");
    }
    if (r.out.content.n == 0) {
        r.out.content =
            file_kind(S("content")) == FILE_FOLDER ? S("content") : S(".");
    }
    *out = r.out;
    return true;
}
