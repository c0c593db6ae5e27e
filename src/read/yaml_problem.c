#include "read/yaml_problem.h"

#include <string.h>

#include "read/line.h"

#define QUOTES "put the text between double quotes"
#define ESCAPES                                                                \
    "between double quotes write \\\\ for a backslash, or use single quotes"
#define FITS                                                                   \
    "check that the lines of a list or a map start in the same column, and "   \
    "that quotes are closed"

static const struct problem {
    const char *problem; /* libyaml 0.2.5, scanner.c and parser.c */
    const char *message;
    const char *help;
} problems[] = {
    {"found character that cannot start any token",
     "a text cannot start with this character",
     QUOTES "; indent with spaces, not tabs"},
    {"could not find expected ':'", "this line has no ': ' after its key",
     "write `key: text`, with a space after the colon"},
    {"did not find expected key",
     "this line does not fit what stands before it", FITS},
    {"did not find expected '-' indicator",
     "this line does not fit the list before it", FITS},
    {"block sequence entries are not allowed in this context",
     "a list cannot start behind its key",
     "start it on the next line, each item with a hyphen and a space; or "
     "write [one, two]"},
    {"found unexpected end of stream", "this quote is never closed",
     "close the text with the same quote that opens it"},
    {"found unexpected document indicator", "this quote is never closed",
     "close the text with the same quote that opens it"},
    {"did not find expected ',' or ']'", "this list is never closed",
     "end the list with ]; put a text that holds a comma between double "
     "quotes"},
    {"did not find expected ',' or '}'", "this map is never closed",
     "end the map with }; put a text that holds a comma between double "
     "quotes"},
    {YAML_PROBLEM_COMMA,
     "a comma or the closing bracket is missing before this",
     "put a text that holds a comma or ': ' between double quotes"},
    {"did not find expected node content", "a text is missing here",
     "write it, or take the comma away"},
    {"did not find expected comment or line break",
     "the text cannot start on the line of its | or >",
     "start it on the next line, indented"},
    {"did not find expected alphabetic or numeric character",
     "a text cannot start with * or &", QUOTES},
    {"found unknown escape character", "this backslash means nothing", ESCAPES},
    {"did not find expected hexdecimal number", "this backslash means nothing",
     ESCAPES},
    {"found invalid Unicode character escape code",
     "this backslash means nothing", ESCAPES},
    {"did not find expected <document start>",
     "nothing can stand behind a line ...", "take the line ... away"},
};

static Str line_with(const struct source *src, size_t at)
{
    size_t start = at;
    while (start > 0 && src->text.p[start - 1] != '\n') {
        start--;
    }
    Str line = str_from(src->text, start);
    return str_to(line, str_find_byte(line, '\n'));
}

/* Whether the line that holds `at` starts in the same column as the one above
 * it. */
static bool starts_below(const struct source *src, size_t at)
{
    Str line = line_with(src, at);
    size_t start = (size_t)(line.p - src->text.p);
    Str above = start == 0 ? S("") : line_with(src, start - 1);
    return line_indent(line) == line_indent(above);
}

/* "mapping values are not allowed in this context", which may mean that the
 * line above had no colon, and goes on here. */
static const struct problem *second_colon(const struct source *src, size_t at)
{
    static const struct problem on_line = {
        "", "there is a second ': ' on this line", QUOTES};
    static const struct problem above = {
        "", "the line above this one has no ': ' after its key",
        "write `key: text`, with a space after the colon"};
    static const struct problem indented = {
        "",
        "this key stands further right than the one above it, which has a text",
        "start the lines of a map in the same column"};
    Str line = line_with(src, at);
    Str before = str_to(line, (size_t)(src->text.p + at - line.p));
    return str_find(before, S(": ")) < before.n ? &on_line
           : starts_below(src, at)              ? &above
                                                : &indented;
}

static void report(struct diags *d, const struct source *src, Str where,
                   const struct problem *p)
{
    diag_error(d, src, where, "yaml-syntax", "%s", p->message);
    diag_help(d, "%s", p->help);
}

void yaml_problem_report(struct diags *d, const struct source *src, Str where,
                         const char *problem)
{
    static const struct problem quote_inside = {
        "", "the text ends at the quote before this",
        "put a text that holds \" between single quotes, and one that holds ' "
        "between double quotes"};
    size_t at = (size_t)(where.p - src->text.p);
    Str before = str_trim(str_to(src->text, at));
    if (strcmp(problem, "mapping values are not allowed in this context") ==
        0) {
        report(d, src, where, second_colon(src, at));
        return;
    }
    bool quote = str_ends(before, S("\"")) || str_ends(before, S("'"));
    if (quote && strcmp(problem, "did not find expected key") == 0) {
        report(d, src, where, &quote_inside);
        return;
    }
    for (size_t i = 0; i < COUNT(problems); i++) {
        if (strcmp(problems[i].problem, problem) == 0) {
            report(d, src, where, &problems[i]);
            return;
        }
    }
    diag_error(d, src, where, "yaml-syntax", "this is not YAML: %s", problem);
    diag_help(d, "write `key: text`, one to a line");
}
