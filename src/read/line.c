#include "read/line.h"

size_t line_indent(Str line)
{
    size_t n = 0;
    while (n < line.n && line.p[n] == ' ') {
        n++;
    }
    /* a tab goes on to the next of the columns 4, 8, … */
    return n < line.n && line.p[n] == '\t' ? n / 4 * 4 + 4 : n;
}

/* The length of the sign at the start of `text` that opens a quote or a list
 * item (CommonMark 0.30, sections 5.1 and 5.2), or 0. */
static size_t opener(Str text)
{
    size_t digits = 0;
    while (digits < 9 && digits < text.n && ascii_digit(text.p[digits])) {
        digits++;
    }
    if (digits == text.n) {
        return 0;
    }
    char c = text.p[digits];
    if (c == '>' && digits == 0) {
        return 1;
    }
    bool bullet = digits == 0 && (c == '-' || c == '+' || c == '*');
    bool number = digits > 0 && (c == '.' || c == ')');
    size_t end = digits + 1;
    bool spaced = end == text.n || text.p[end] == ' ' || text.p[end] == '\t';
    return (bullet || number) && spaced ? end : 0;
}

size_t line_depth(Str line)
{
    size_t depth = 0;
    for (;;) {
        while (line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t')) {
            line = str_from(line, 1);
        }
        size_t n = opener(line);
        if (n == 0) {
            return depth;
        }
        depth++;
        line = str_from(line, n);
    }
}

/* Three or more of one of the signs - * _ and nothing else */
static bool is_rule(Str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == text.p[0]) {
            n++;
        } else if (!ascii_space(text.p[i])) {
            return false;
        }
    }
    return n >= 3 && str_find_byte(S("-*_"), text.p[0]) < 3;
}

static bool is_heading(Str text)
{
    size_t n = 0;
    while (n < text.n && text.p[n] == '#') {
        n++;
    }
    return n > 0 && n <= 6 && (n == text.n || ascii_space(text.p[n]));
}

bool line_starts_block(Str line)
{
    static const Str starts[] = {STR_INIT(":::"), STR_INIT("```"),
                                 STR_INIT("~~~"), STR_INIT("<!--"),
                                 STR_INIT("Table:")};
    Str text = str_trim(line);
    if (line_indent(line) > 3 || text.n == 0) {
        return false;
    }
    for (size_t i = 0; i < COUNT(starts); i++) {
        if (str_starts(text, starts[i])) {
            return true;
        }
    }
    bool footnote =
        str_starts(text, S("[^")) && str_find(text, S("]:")) < text.n;
    /* a list that starts with another number cannot interrupt a paragraph:
     * it may be the end of a sentence */
    bool list = opener(text) > 0 &&
                (!ascii_digit(text.p[0]) || str_starts(text, S("1.")) ||
                 str_starts(text, S("1)")));
    return footnote || list || is_heading(text) || is_rule(text);
}
