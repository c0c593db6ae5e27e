#include "render/print_style.h"

#include "base/hash.h"

/* Writes `text` as a string of CSS, which cannot end before it should:
 * https://www.w3.org/TR/css-syntax-3/#consume-string-token */
static void add_string(struct buf *b, Str text)
{
    buf_byte(b, '"');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c == '"' || c == '\\' || c == '<' || c < ' ') {
            buf_printf(b, "\\%x ", (unsigned)c);
        } else {
            buf_byte(b, text.p[i]);
        }
    }
    buf_byte(b, '"');
}

static void add_box(struct buf *b, const char *place, Str text)
{
    if (text.n > 0) {
        buf_printf(b, "@%s{content:", place);
        add_string(b, text);
        buf_add(b, S(";font-family:sans-serif;font-size:9pt}"));
    }
}

/* How far it is, and which version, for whoever finds it on a table. */
static Str state(struct arena *a, struct diags *d, const struct scene *scene)
{
    const struct record *r = scene->pub->record;
    Str status = record_word(r, S("status")), version;
    version = record_word(r, S("version"));
    Str label = status.n == 0
                    ? status
                    : theme_string(scene->theme, d,
                                   str_printf(a, "publication-status-%.*s",
                                              STR_ARG(status)));
    return str_printf(a, "%.*s%s%.*s", STR_ARG(label),
                      label.n > 0 && version.n > 0 ? ", " : "",
                      STR_ARG(version));
}

Str print_style(struct arena *a, struct diags *d, const struct scene *scene)
{
    const struct record *council =
        record_group(scene->pub->record, S("council"));
    struct buf b = buf_in(a);
    bool rtl = scene->ed->locale->rtl; /* then a line begins at the right */
    buf_add(&b, S("@page{"));
    add_box(&b, rtl ? "top-right" : "top-left",
            council == NULL ? S("") : record_word(council, S("name")));
    add_box(&b, rtl ? "top-left" : "top-right", state(a, d, scene));
    add_box(&b, rtl ? "bottom-right" : "bottom-left",
            edition_text(scene->ed, a, d, scene->pub->title));
    if (rtl) {
        buf_add(&b, S("@bottom-left{content:counter(page);"
                      "font-family:sans-serif;font-size:9pt}"));
    }
    buf_add(&b, S("}\n@page :first{@top-left{content:none}"
                  "@top-right{content:none}@bottom-left{content:none}}\n"));
    return buf_str(&b);
}

Str print_style_file(struct arena *a, const struct scene *scene, Str css)
{
    return str_printf(a, "margins-%.*s-%.*s.css", STR_ARG(scene->ed->folder),
                      STR_ARG(str_to(hash_hex(a, css), 12)));
}
