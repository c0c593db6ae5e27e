#include "render/mustache_scan.h"

#include <stdint.h>

static bool one_of(char c, Str set)
{
    return str_find_byte(set, c) < set.n;
}

bool scan_lead(const struct scanner *s, const struct tag *tag, Str *lead)
{
    const char *text = s->src->text.p;
    size_t start = tag->at;
    while (start > 0 && one_of(text[start - 1], S(" \t"))) {
        start--;
    }
    *lead = (Str){text + start, tag->at - start};
    return start == 0 || text[start - 1] == '\n';
}

bool scan_rest(const struct scanner *s, const struct tag *tag, size_t *next,
               Str *line_end)
{
    Str rest = str_from(s->src->text, tag->end);
    size_t n = 0;
    while (n < rest.n && one_of(rest.p[n], S(" \t"))) {
        n++;
    }
    rest = str_from(rest, n);
    *line_end = str_to(rest, str_starts(rest, S("\r\n")) ? 2
                             : str_starts(rest, S("\n")) ? 1
                                                         : 0);
    *next = tag->end + n + line_end->n;
    return rest.n == 0 || line_end->n > 0;
}

Str scan_whole(const struct scanner *s, const struct tag *tag)
{
    return str_from(str_to(s->src->text, tag->end), tag->at);
}

/* Returns: where the mark is that ends the tag whose name starts at `from`,
 * after the byte `last` if that is not 0; or SIZE_MAX. */
static size_t find_close(const struct scanner *s, size_t from, char last)
{
    Str text = s->src->text;
    if (last != '=' && !str_starts(s->close, s->open)) {
        /* not beyond the next tag: this one was not closed then */
        size_t next = from + str_find(str_from(text, from), s->open);
        text = str_to(text, next + s->close.n - 1);
    }
    for (size_t at = from; at < text.n; at++) {
        at += str_find(str_from(text, at), s->close);
        bool found = at < text.n;
        if (found && (last == 0 || (at > from && text.p[at - 1] == last))) {
            return at;
        }
    }
    return SIZE_MAX;
}

/* Reports the tag and has it end after its name, so that the tags after it can
 * be understood. */
static void end_unclosed(struct scanner *s, struct tag *tag, size_t from,
                         char last)
{
    Str rest = str_from(s->src->text, from), name = S("");
    s->stopped = str_find(rest, s->close) == rest.n;
    rest = str_to(rest, str_find_byte(rest, '\n'));
    rest = str_to(rest, str_find(rest, s->open));
    rest = str_to(rest, str_find_byte(rest, s->close.p[0]));
    str_cut_word(&rest, &name);
    tag->name = name;
    tag->end = name.n > 0 ? (size_t)(name.p - s->src->text.p) + name.n : from;
    diag_error(s->d, s->src, scan_whole(s, tag), TEMPLATE_SYNTAX,
               "this tag is not closed; write %.*s%.*s at its end", last != 0,
               &last, STR_ARG(s->close));
    if (name.n == 0 || !one_of(tag->sign, S("#^/<$"))) {
        tag->sign = '!'; /* nothing depends on it */
    }
}

bool scan_tag(struct scanner *s, struct tag *tag)
{
    Str text = s->src->text;
    tag->at = s->pos + str_find(str_from(text, s->pos), s->open);
    if (tag->at >= text.n || s->stopped) {
        return false;
    }
    size_t from = tag->at + s->open.n;
    while (from < text.n && ascii_space(text.p[from])) {
        from++;
    }
    tag->sign = 0;
    if (from < text.n && one_of(text.p[from], S("#^/><$&{!="))) {
        tag->sign = text.p[from++];
    }
    char last = (char)(tag->sign == '{' ? '}' : tag->sign == '=' ? '=' : 0);
    size_t close = find_close(s, from, last);
    if (close == SIZE_MAX) {
        end_unclosed(s, tag, from, last);
        return true;
    }
    tag->end = close + s->close.n;
    tag->name = str_trim(str_from(str_to(text, close - (last != 0)), from));
    return true;
}

bool scan_check_name(struct scanner *s, const struct tag *tag)
{
    Str rest = tag->name, word;
    if (!str_cut_word(&rest, &word)) {
        diag_error(s->d, s->src, scan_whole(s, tag), TEMPLATE_SYNTAX,
                   "this tag names nothing; write a name in it");
        return false;
    }
    char c = word.p[0];
    bool letter = (unsigned char)c >= 0x80 || ascii_alpha(c) ||
                  ascii_digit(c) || c == '_' || c == '.';
    if (c == '*') {
        diag_error(s->d, s->src, word, TEMPLATE_SYNTAX,
                   "names that are worked out ('*') are not supported; write "
                   "the name itself");
    } else if (!letter) {
        diag_error(s->d, s->src, word, TEMPLATE_SYNTAX,
                   "there is no tag that starts with '%c'", c);
        diag_help(s->d, "write {{name}}, {{#name}}, {{^name}}, {{/name}}, "
                        "{{>name}}, {{<name}}, {{$name}} or {{! comment }}");
    } else if (word.n < tag->name.n) {
        diag_error(s->d, s->src, tag->name, TEMPLATE_SYNTAX,
                   "a name has no white space in it; write one name in a tag");
    }
    return letter && word.n == tag->name.n;
}

void scan_set_marks(struct scanner *s, const struct tag *tag)
{
    Str rest = tag->name, open, close, more;
    if (str_cut_word(&rest, &open) && str_cut_word(&rest, &close) &&
        !str_cut_word(&rest, &more)) {
        s->open = open;
        s->close = close;
        return;
    }
    diag_error(s->d, s->src, scan_whole(s, tag), TEMPLATE_SYNTAX,
               "this tag sets two marks; write it as in {{=<%% %%>=}}");
}
