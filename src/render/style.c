#include "render/style.h"

#include "base/hash.h"

struct style style_in(struct arena *a)
{
    return (struct style){.arena = a,
                          .tokens = map_in(a),
                          .sheets = buf_in(a),
                          .print = buf_in(a)};
}

/* A value must not end its declaration and start another rule. */
static bool safe_value(const struct yaml *y)
{
    if (y == NULL || y->kind != YAML_SCALAR || y->text.n == 0) {
        return false;
    }
    for (size_t i = 0; i < y->text.n; i++) {
        if (str_find_byte(S(";{}\n\r<\\"), y->text.p[i]) < 7) {
            return false;
        }
    }
    return true;
}

void style_add_tokens(struct style *s, struct diags *d,
                      const struct source *src, const struct yaml *tokens)
{
    for (size_t i = 0; i < tokens->n && tokens->kind == YAML_MAP; i++) {
        const struct yaml_pair *pair = &tokens->pairs[i];
        const struct yaml *y = pair->value;
        bool pairs = y->kind == YAML_MAP;
        const struct yaml *light = pairs ? yaml_get(y, S("light")) : y;
        const struct yaml *dark = pairs ? yaml_get(y, S("dark")) : y;
        if (!str_is_id(pair->key) || !safe_value(light) || !safe_value(dark) ||
            (pairs && y->n != 2)) {
            diag_error(d, src, pair->where, "bad-token",
                       "'%.*s' is not a design token", STR_ARG(pair->key));
            diag_help(d, "write `name: value`, or `name: {light: \"#ffffff\", "
                         "dark: \"#12181e\"}`");
            continue;
        }
        struct style_token *t = ARENA_NEW(s->arena, struct style_token, 1);
        *t = (struct style_token){light->text, dark->text, src, pair->where,
                                  s->nlayers};
        map_put(&s->tokens, pair->key, t);
    }
    s->nlayers++;
}

/* The name that an asset has in the output, which holds its hash. */
static Str add_asset(struct style *s, struct theme *t, Str path, Str bytes)
{
    for (size_t i = 0; i < t->nassets; i++) {
        if (str_eq(t->assets[i].path, path)) {
            return t->assets[i].file;
        }
    }
    Str stem = path_stem(path);
    Str base = path_base(path);
    Str file = str_printf(s->arena, "%.*s-%.*s%.*s", STR_ARG(stem),
                          STR_ARG(str_to(hash_hex(s->arena, bytes), 12)),
                          STR_ARG(str_from(base, stem.n)));
    *LIST_ADD(s->arena, t->assets, t->nassets) =
        (struct theme_asset){path, file, bytes};
    return file;
}

void style_add_sheet(struct style *s, struct diags *d, struct theme *t,
                     const struct theme_files *files, Str path, Str css,
                     struct buf *to)
{
    static const Str opening = STR_INIT("url(\"");
    for (;;) {
        size_t at = str_find(css, opening);
        Str target = str_from(css, at + opening.n);
        size_t end = str_find_byte(target, '"');
        if (at == css.n || end == target.n) {
            buf_add(to, css);
            return;
        }
        target = str_to(target, end);
        buf_add(to, str_to(css, at + opening.n));
        Str asset = path_join(s->arena, S("assets"), target), bytes;
        if (theme_files_read(s->arena, files, asset, &bytes)) {
            buf_add(to, add_asset(s, t, target, bytes));
        } else {
            struct source *src = ARENA_NEW(s->arena, struct source, 1);
            *src = (struct source){path_join(s->arena, files->root, path), css};
            diag_error(d, src, target, "missing-file",
                       "there is no file %.*s in the theme", STR_ARG(asset));
            diag_help(d, "write the path from assets/ on");
        }
        css = str_from(css, at + opening.n + end);
    }
}

static void add_properties(struct buf *b, const struct style *s, bool dark)
{
    for (size_t i = 0; i < s->tokens.n; i++) {
        const struct style_token *t = s->tokens.entries[i].value;
        Str value = dark ? t->dark : t->light;
        if (!dark || !str_eq(t->light, t->dark)) {
            buf_printf(b, "--%.*s:%.*s;", STR_ARG(s->tokens.entries[i].key),
                       STR_ARG(value));
        }
    }
}

Str style_css(const struct style *s)
{
    struct buf b = buf_in(s->arena);
    buf_add(&b, S(":root{"));
    add_properties(&b, s, false);
    buf_add(&b, S("}\n@media (prefers-color-scheme:dark){:root{"));
    add_properties(&b, s, true);
    buf_add(&b, S("}}\n"));
    buf_add(&b, buf_str(&s->sheets));
    return buf_str(&b);
}
