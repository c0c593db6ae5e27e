#include "render/logo.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "read/picture.h"

/* The most that a page should wait for. */
enum { LOGO_MAX = 64 * 1024 };

/* The value of the attribute `name` (with its blank and equals sign) of `tag`.
 */
static Str attribute(Str tag, Str name)
{
    Str rest = str_from(tag, str_find(tag, name) + name.n);
    char quote = rest.n > 0 ? rest.p[0] : '\0';
    if (quote != '"' && quote != '\'') {
        return S("");
    }
    rest = str_from(rest, 1);
    return str_to(rest, str_find_byte(rest, quote));
}

/* A length in pixels; 0 for any other. */
static double length(struct arena *a, Str text)
{
    char *end;
    char *start = str_c(a, text);
    double n = strtod(start, &end);
    bool plain =
        end != start && (*end == '\0' || str_eq(str_from_c(end), S("px")));
    return plain && isfinite(n) && n > 0 ? n : 0;
}

/* The numbers of a view box stand between blanks or commas. */
static Str cut_number(Str *box)
{
    size_t start = 0, end;
    while (start < box->n && str_find_byte(S(" ,\n\t"), box->p[start]) < 4) {
        start++;
    }
    end = start;
    while (end < box->n && str_find_byte(S(" ,\n\t"), box->p[end]) == 4) {
        end++;
    }
    Str number = str_to(str_from(*box, start), end - start);
    *box = str_from(*box, end);
    return number;
}

/* The size of an SVG is its view box's, or what its own attributes say. */
static bool svg_size(struct arena *a, Str svg, unsigned *width,
                     unsigned *height)
{
    size_t at = str_find(svg, S("<svg"));
    Str tag = str_from(svg, at);
    tag = str_to(tag, str_find_byte(tag, '>'));
    double w = length(a, attribute(tag, S(" width=")));
    double h = length(a, attribute(tag, S(" height=")));
    Str box = attribute(tag, S(" viewBox="));
    for (size_t i = 0; i < 4 && box.n > 0; i++) {
        Str part = cut_number(&box);
        w = i == 2 ? length(a, part) : w;
        h = i == 3 ? length(a, part) : h;
    }
    if (at == svg.n || w <= 0 || h <= 0 || w > 1e5 || h > 1e5) {
        return false;
    }
    /* as pixels of which there are whole ones, with the same shape */
    *height = 100;
    *width = (unsigned)lround(100 * w / h);
    return *width > 0 && *width < PICTURE_SIDE_MAX;
}

static bool measure(struct arena *a, Str name, Str bytes, struct theme *t,
                    const char **why)
{
    struct picture picture;
    struct picture_fault fault;
    if (bytes.n > LOGO_MAX) {
        *why = "make it smaller than 64 KiB: every page shows it";
        return false;
    }
    t->logo.bytes = bytes;
    if (str_ends(name, S(".svg"))) {
        *why = "write its size into it: <svg viewBox=\"0 0 200 60\" …>";
        return svg_size(a, bytes, &t->logo_width, &t->logo_height);
    }
    *why = "write the name of an SVG or PNG file in assets/";
    if (!str_ends(name, S(".png")) ||
        !picture_parse(a, bytes, &picture, &fault)) {
        return false;
    }
    t->logo.bytes = picture.bytes;
    t->logo_width = picture.width;
    t->logo_height = picture.height;
    return true;
}

void logo_load(struct arena *a, struct diags *d,
               const struct theme_files *files, const struct source *src,
               Str name, Str where, struct theme *t)
{
    Str bytes;
    const char *why;
    if (!theme_files_need(a, d, files, path_join(a, S("assets"), name), src,
                          where, &bytes)) {
        return;
    }
    if (!measure(a, name, bytes, t, &why)) {
        diag_error(d, src, where, "bad-logo", "'%.*s' cannot be the logo",
                   STR_ARG(name));
        diag_help(d, "%s", why);
        return;
    }
    Str stem = path_stem(name);
    Str hash = str_to(hash_hex(a, t->logo.bytes), 12);
    t->logo.path = name;
    t->logo.file = str_printf(a, "%.*s-%.*s%.*s", STR_ARG(stem), STR_ARG(hash),
                              STR_ARG(str_from(path_base(name), stem.n)));
}

struct value *logo_values(struct arena *a, const struct theme *t, Str root)
{
    if (t->logo.file.n == 0) {
        return value_null(a);
    }
    struct value *map = value_map(a);
    value_set(map, S("href"),
              value_text(a, str_printf(a, "%.*sassets/%.*s", STR_ARG(root),
                                       STR_ARG(t->logo.file))));
    value_set(map, S("width"),
              value_text(a, str_printf(a, "%u", t->logo_width)));
    value_set(map, S("height"),
              value_text(a, str_printf(a, "%u", t->logo_height)));
    return map;
}
