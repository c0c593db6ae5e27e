#include "command/options.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "command/command.h"

/* The state of reading one command line. */
struct reading {
    const char *command;
    unsigned takes;
    int argc;
    char **argv;
    int at;
    bool ids; /* --accept was the last option: words are ids */
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

/* The ids move to the front of `argv`, over words that were read. */
static void add_id(struct reading *r, const char *id)
{
    r->argv[r->out.naccept++] = (char *)id;
}

static bool read_role(struct reading *r, const char *value)
{
    r->out.by = str_trim(str_from_c(value));
    bool fits = utf8_check(r->out.by) == r->out.by.n &&
                utf8_find_unshown(r->out.by) == r->out.by.n &&
                str_find_byte(r->out.by, '\n') == r->out.by.n;
    return (fits && r->out.by.n > 0) ||
           usage(r, "--by needs a role, such as \"Participation officer\"", "");
}

static bool read_day(struct reading *r, const char *value)
{
    bool fits = date_parse(str_from_c(value), &r->out.on) && r->out.on.day > 0;
    return fits || usage(r, "--on needs a day, such as 2026-11-22, not ",
                         value[0] == '\0' ? "nothing" : value);
}

/* The options of a review. Sets `*known` when the word is one of them. */
static bool read_review(struct reading *r, bool *known)
{
    const char *value = NULL, *word = r->argv[r->at];
    bool ids = r->ids;
    *known = true;
    r->ids = false;
    if (strcmp(word, "--accept") == 0) {
        r->ids = true;
        size_t next = (size_t)r->at + 1;
        return (r->at + 1 < r->argc && r->argv[next][0] != '-') ||
               usage(r, "--accept needs an id; `duet review` lists them", "");
    }
    if (strcmp(word, "--accept-all") == 0) {
        r->out.accept_all = true;
        return true;
    }
    if (option_value(r, "--accept", &value)) {
        add_id(r, value);
        return value[0] != '\0' || usage(r, "--accept needs an id", "");
    }
    if (option_value(r, "--by", &value)) {
        return read_role(r, value);
    }
    if (option_value(r, "--on", &value)) {
        return read_day(r, value);
    }
    r->ids = ids && word[0] != '-';
    *known = r->ids;
    if (r->ids) {
        add_id(r, word);
    }
    return true;
}

/* What a review asks for must go together. */
static bool check_review(struct reading *r)
{
    bool accepts = r->out.naccept > 0 || r->out.accept_all;
    if (r->out.naccept > 0 && r->out.accept_all) {
        return usage(r, "--accept-all is enough, not also --accept", "");
    }
    if (accepts && r->out.by.n == 0) {
        return usage(
            r, "say --by whom, as a role: --by \"Participation officer\"", "");
    }
    return accepts || (r->out.by.n == 0 && r->out.on.year == 0) ||
           usage(r, "--by and --on go with --accept or --accept-all", "");
}

static bool read_newer(struct reading *r, const char *option, const char *value,
                       Str *out)
{
    *out = str_from_c(value);
    return value[0] != '\0' ||
           usage(r, option, " needs the folder of a newer version");
}

static bool check_newer(struct reading *r)
{
    if (r->out.compare.n > 0 && r->out.to.n > 0) {
        return usage(r, "one at a time, --compare or ", "--to");
    }
    return r->out.report != REPORT_SARIF ||
           usage(r, "a format is text or json, not ", "sarif");
}

static bool read_word(struct reading *r)
{
    const char *value = NULL, *word = r->argv[r->at];
    bool known = false;
    if ((r->takes & TAKES_REVIEW) != 0) {
        bool fine = read_review(r, &known);
        if (!fine || known) {
            return fine;
        }
    }
    if ((r->takes & TAKES_OUTPUT) != 0 &&
        (option_value(r, "-o", &value) ||
         option_value(r, "--output", &value))) {
        r->out.output = str_from_c(value);
        return value[0] != '\0' ||
               usage(r, "-o needs the name of a folder", "");
    }
    if ((r->takes & TAKES_NEWER) != 0 && option_value(r, "--compare", &value)) {
        return read_newer(r, "--compare", value, &r->out.compare);
    }
    if ((r->takes & TAKES_NEWER) != 0 && option_value(r, "--to", &value)) {
        return read_newer(r, "--to", value, &r->out.to);
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
    r.out.accept = argv;
    if ((takes & TAKES_REVIEW) != 0 && !check_review(&r)) {
        return false;
    }
    if ((takes & TAKES_NEWER) != 0 && !check_newer(&r)) {
        return false;
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
