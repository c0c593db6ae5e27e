#include "render/style.h"

#include "base/hash.h"
#include "base/suggest.h"

struct style style_in(struct arena *a)
{
    return (struct style){.arena = a,
                          .tokens = map_in(a),
                          .palettes = map_in(a),
                          .sheets = buf_in(a),
                          .site = buf_in(a),
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

/* Whether a value that begins as a colour is one: # and 3, 4, 6 or 8 digits
 * (https://www.w3.org/TR/css-color-4/#hex-notation). */
static bool whole_colour(Str value)
{
    size_t n = value.n;
    bool whole = n == 4 || n == 5 || n == 7 || n == 9;
    for (size_t i = 1; i < n; i++) {
        Str digits = S("0123456789abcdefABCDEF");
        whole = whole && str_find_byte(digits, value.p[i]) < digits.n;
    }
    return n == 0 || value.p[0] != '#' || whole;
}

/* What is wrong with the token, and what to write; false when nothing is. */
static bool report_token(struct diags *d, const struct source *src,
                         const struct yaml_pair *pair, const struct yaml *light,
                         const struct yaml *dark)
{
    bool both = pair->value->kind == YAML_MAP;
    if (both && str_is_id(pair->key) && (light == NULL || dark == NULL)) {
        diag_error(d, src, pair->where, "bad-token",
                   "'%.*s' has no value for %s", STR_ARG(pair->key),
                   light == NULL ? "light" : "dark");
        diag_help(d, "write `%.*s: {light: \"#ffffff\", dark: \"#12181e\"}`",
                  STR_ARG(pair->key));
        return true;
    }
    if (!str_is_id(pair->key) || !safe_value(light) || !safe_value(dark) ||
        (both && pair->value->n != 2)) {
        diag_error(d, src, pair->where, "bad-token",
                   "'%.*s' is not a design token", STR_ARG(pair->key));
        diag_help(d, "write `name: value`, or `name: {light: \"#ffffff\", "
                     "dark: \"#12181e\"}`");
        return true;
    }
    const struct yaml *wrong = !whole_colour(light->text)  ? light
                               : !whole_colour(dark->text) ? dark
                                                           : NULL;
    if (wrong != NULL) {
        diag_error(d, src, wrong->where, "bad-token", "'%.*s' is not a colour",
                   STR_ARG(wrong->text));
        diag_help(d, "write # and six digits or letters a to f: \"#17212b\"");
    }
    return wrong != NULL;
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
        if (report_token(d, src, pair, light, dark)) {
            continue;
        }
        struct style_token *t = ARENA_NEW(s->arena, struct style_token, 1);
        const struct style_token *old = map_get(&s->tokens, pair->key);
        size_t first = old == NULL ? s->nlayers : old->first_layer;
        *t = (struct style_token){light->text, dark->text, src,
                                  pair->where, s->nlayers, first};
        map_put(&s->tokens, pair->key, t);
    }
    s->nlayers++;
}

void style_no_such_token(const struct style *s, struct diags *d,
                         const struct source *src, Str where, Str name)
{
    struct suggest near = suggest_for(name);
    for (size_t i = 0; i < s->tokens.n; i++) {
        suggest_try(&near, s->tokens.entries[i].key);
    }
    diag_error(d, src, where, "bad-token",
               "there is no design token called '%.*s'", STR_ARG(name));
    diag_help(d,
              near.best.n > 0 ? "did you mean '%.*s'?"
                              : "write the name of one of the `tokens`%.*s",
              STR_ARG(near.best));
}

static void bad_palette(struct diags *d, const struct source *src,
                        const struct yaml_pair *pair)
{
    diag_error(d, src, pair->where, "bad-token", "'%.*s' is not a palette",
               STR_ARG(pair->key));
    diag_help(d, "write its name, the colours that it starts from (light or "
                 "dark), and those that it changes: `cream: {from: light, "
                 "paper: \"#fbf0d0\"}`");
}

/* Sets what a palette starts from, unless an earlier theme has said it. */
static bool start_palette(struct style_palette *p, const struct yaml *y,
                          bool known)
{
    if (y->kind != YAML_MAP) {
        return false;
    }
    const struct yaml *from = yaml_get(y, S("from"));
    if (from == NULL) {
        return known;
    }
    p->dark = str_eq(from->text, S("dark"));
    return from->kind == YAML_SCALAR &&
           (p->dark || str_eq(from->text, S("light")));
}

static void add_palette(struct style *s, struct diags *d,
                        const struct source *src, const struct yaml_pair *pair)
{
    struct style_palette *p = map_get(&s->palettes, pair->key);
    bool known = p != NULL;
    if (!known) {
        p = ARENA_NEW(s->arena, struct style_palette, 1);
        p->tokens = map_in(s->arena);
    }
    if (!str_is_id(pair->key) || !start_palette(p, pair->value, known)) {
        bad_palette(d, src, pair);
        return;
    }
    map_put(&s->palettes, pair->key, p);
    for (size_t i = 0; i < pair->value->n; i++) {
        const struct yaml_pair *item = &pair->value->pairs[i];
        if (str_eq(item->key, S("from"))) {
            continue;
        }
        if (map_get(&s->tokens, item->key) == NULL) {
            style_no_such_token(s, d, src, item->where, item->key);
        } else if (!safe_value(item->value)) {
            diag_error(d, src, item->where, "bad-token",
                       "'%.*s' is not given a value that can be used",
                       STR_ARG(item->key));
            diag_help(d, "write `%.*s: \"#fbf0d0\"`", STR_ARG(item->key));
        } else {
            Str value = item->value->text;
            struct style_token *t = ARENA_NEW(s->arena, struct style_token, 1);
            *t = (struct style_token){.light = value,
                                      .dark = value,
                                      .src = src,
                                      .where = item->where,
                                      .layer = s->nlayers};
            map_put(&p->tokens, item->key, t);
        }
    }
}

void style_add_palettes(struct style *s, struct diags *d,
                        const struct source *src, const struct yaml *palettes)
{
    if (palettes->kind != YAML_MAP) {
        diag_error(
            d, src,
            str_to(palettes->where, str_find_byte(palettes->where, '\n')),
            "wrong-type", "palettes have names");
        diag_help(d, "write `palettes: {cream: {from: light, paper: "
                     "\"#fbf0d0\"}}`");
        return;
    }
    for (size_t i = 0; i < palettes->n; i++) {
        add_palette(s, d, src, &palettes->pairs[i]);
    }
    s->nlayers++;
}

/* The name that an asset has in the output, which holds its hash. */
static Str add_asset(struct style *s, struct theme *t, Str path, Str bytes,
                     bool in_book)
{
    for (size_t i = 0; i < t->nassets; i++) {
        if (str_eq(t->assets[i].path, path)) {
            t->assets[i].in_book = t->assets[i].in_book || in_book;
            return t->assets[i].file;
        }
    }
    Str stem = path_stem(path);
    Str base = path_base(path);
    Str file = str_printf(s->arena, "%.*s-%.*s%.*s", STR_ARG(stem),
                          STR_ARG(str_to(hash_hex(s->arena, bytes), 12)),
                          STR_ARG(str_from(base, stem.n)));
    *LIST_ADD(s->arena, t->assets, t->nassets) =
        (struct theme_asset){path, file, bytes, in_book};
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
        if (theme_files_look(s->arena, files, asset, &bytes)) {
            buf_add(to, add_asset(s, t, target, bytes, to == &s->sheets));
        } else {
            struct source *src = ARENA_NEW(s->arena, struct source, 1);
            *src = (struct source){
                .path = path_join(s->arena, files->root, path), .text = css};
            diag_error(d, src, target, "missing-file",
                       "there is no file %.*s in the theme", STR_ARG(asset));
            diag_help(d, "write the path from assets/ on");
        }
        css = str_from(css, at + opening.n + end);
    }
}

void style_check_tokens(const struct style *s, struct diags *d)
{
    for (size_t i = 0; i < s->tokens.n; i++) {
        Str name = s->tokens.entries[i].key;
        const struct style_token *t = s->tokens.entries[i].value;
        Str use = str_printf(s->arena, "var(--%.*s)", STR_ARG(name));
        if (t->first_layer == 0 ||
            str_find(buf_str(&s->sheets), use) < s->sheets.n ||
            str_find(buf_str(&s->print), use) < s->print.n) {
            continue;
        }
        struct suggest near = suggest_for(name);
        for (size_t k = 0; k < s->tokens.n; k++) {
            if (k != i) {
                suggest_try(&near, s->tokens.entries[k].key);
            }
        }
        diag_error(d, t->src, t->where, "bad-token",
                   "no style sheet uses the design token '%.*s'",
                   STR_ARG(name));
        diag_help(d,
                  near.best.n > 0
                      ? "did you mean '%.*s'?"
                      : "write a token of the theme that this one extends, or "
                        "use it in a style sheet of your own%.*s",
                  STR_ARG(near.best));
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

/* The palettes that start from the dark, as a list of selectors. */
static void add_dark_palettes(struct buf *b, const struct style *s)
{
    buf_add(b, S(":root:where([data-colours=dark]"));
    for (size_t i = 0; i < s->palettes.n; i++) {
        const struct style_palette *p = s->palettes.entries[i].value;
        if (p->dark) {
            buf_printf(b, ",[data-colours=%.*s]",
                       STR_ARG(s->palettes.entries[i].key));
        }
    }
    buf_add(b, S("){color-scheme:dark;"));
    add_properties(b, s, true);
    buf_add(b, S("}\n"));
}

static void add_palettes(struct buf *b, const struct style *s)
{
    for (size_t i = 0; i < s->palettes.n; i++) {
        const struct style_palette *p = s->palettes.entries[i].value;
        buf_printf(b, ":root:where([data-colours=%.*s]){",
                   STR_ARG(s->palettes.entries[i].key));
        for (size_t k = 0; k < p->tokens.n; k++) {
            const struct style_token *t = p->tokens.entries[k].value;
            buf_printf(b, "--%.*s:%.*s;", STR_ARG(p->tokens.entries[k].key),
                       STR_ARG(t->light));
        }
        buf_add(b, S("}\n"));
    }
}

/* Where the string or comment that begins at `at` ends, or `at` when none
 * does. A string ends on its line, or it is none (CSS Syntax 3, 4.3.5). */
static size_t skip(Str css, size_t at)
{
    char c = css.p[at];
    if (c == '/' && str_starts(str_from(css, at), S("/*"))) {
        size_t end = at + 2 + str_find(str_from(css, at + 2), S("*/"));
        return end + 2 > css.n ? css.n : end + 2;
    }
    if (c != '"' && c != '\'') {
        return at;
    }
    for (size_t i = at + 1; i < css.n && css.p[i] != '\n'; i++) {
        if (css.p[i] == c) {
            return i + 1;
        }
        i += css.p[i] == '\\';
    }
    return at;
}

Str style_squeeze(struct arena *a, Str css)
{
    struct buf b = buf_in(a);
    size_t at = 0;
    while (at < css.n) {
        size_t end = skip(css, at);
        char before = b.n == 0 ? '\n' : buf_str(&b).p[b.n - 1];
        bool starts = before == '\n';
        if (end > at && css.p[at] == '/') {
            bool parts = !ascii_space(before) && end < css.n &&
                         !ascii_space(css.p[end]); /* one word from another */
            buf_add(&b, parts ? S("/**/") : S(""));
            at = end;
        } else if (end > at) {
            buf_add(&b, str_from(str_to(css, end), at));
            at = end;
        } else {
            if (!starts || !ascii_space(css.p[at])) {
                buf_byte(&b, css.p[at]);
            }
            at++;
        }
    }
    return buf_str(&b);
}

Str style_css(const struct style *s)
{
    struct buf b = buf_in(s->arena);
    buf_add(&b, S(":root{"));
    add_properties(&b, s, false);
    /* :where() weighs nothing, so that a sheet can change a token by :root */
    buf_add(&b, S("}\n@media (prefers-color-scheme:dark){"
                  ":root:where(:not([data-colours])){"));
    add_properties(&b, s, true);
    buf_add(&b, S("}}\n:root:where([data-colours]){color-scheme:light}\n"));
    add_dark_palettes(&b, s);
    add_palettes(&b, s);
    buf_add(&b, style_squeeze(s->arena, buf_str(&s->sheets)));
    buf_add(&b, style_squeeze(s->arena, buf_str(&s->site)));
    return buf_str(&b);
}

Str style_book_css(const struct style *s)
{
    struct buf b = buf_in(s->arena);
    buf_add(&b, S(":root{"));
    add_properties(&b, s, false);
    buf_add(&b, S("}\n@media (prefers-color-scheme:dark){:root{"));
    add_properties(&b, s, true);
    buf_add(&b, S("}}\n"));
    buf_add(&b, style_squeeze(s->arena, buf_str(&s->sheets)));
    return buf_str(&b);
}
