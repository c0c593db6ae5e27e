#include "read/front.h"

/* `---` and nothing else but white space. */
static bool is_fence(Str line)
{
    return str_starts(line, S("---")) && str_trim(str_from(line, 3)).n == 0;
}

bool front_split(struct diags *d, const struct source *src, Str *front,
                 Str *body)
{
    Str rest = src->text, line;
    if (!str_cut_line(&rest, &line) || !is_fence(line)) {
        *front = str_to(src->text, 0);
        *body = src->text;
        return true;
    }
    Str opening = line;
    const char *start = rest.p;
    while (str_cut_line(&rest, &line)) {
        if (is_fence(line)) {
            *front = (Str){start, (size_t)(line.p - start)};
            *body = rest;
            return true;
        }
    }
    diag_error(d, src, opening, "unclosed-front-matter",
               "the front matter that starts here is never closed");
    diag_help(d, "write a line --- after its last key");
    return false;
}
