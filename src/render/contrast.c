#include "render/contrast.h"

#include "base/colour.h"

/* WCAG 2.2, in hundredths: what must be (1.4.3), what should be (1.4.6). */
enum { LEAST = 450, GOOD = 700 };

/* A pair, and where its author can mend it. */
struct pair {
    const struct style *style;
    struct diags *diags;
    Str text;
    Str ground;
    const struct style_token *first;
    const struct style_token *second;
};

static void not_a_pair(struct diags *d, const struct source *src, Str where)
{
    diag_error(d, src, where, "wrong-type",
               "a pair is the token of a text and that of its ground");
    diag_help(d, "write `pairs: [[ink, paper], [link, paper]]`");
}

static const struct style_token *find_token(const struct style *s,
                                            struct diags *d,
                                            const struct source *src,
                                            const struct yaml *name)
{
    const struct style_token *t = map_get(&s->tokens, name->text);
    if (t != NULL) {
        return t;
    }
    style_no_such_token(s, d, src, name->where, name->text);
    return NULL;
}

/* The token of the theme that was chosen, rather than of one it extends. */
static const struct style_token *nearer(const struct pair *p)
{
    return p->second->layer > p->first->layer ? p->second : p->first;
}

static void unreadable(const struct pair *p, const struct style_token *t,
                       Str name, Str value)
{
    diag_warning(p->diags, t->src, t->where, "low-contrast",
                 "the contrast of '%.*s' cannot be worked out from '%.*s'",
                 STR_ARG(name), STR_ARG(value));
    diag_help(p->diags, "write the colour as #rrggbb: \"#17212b\"");
}

/* Returns: whether the pair is good; reports it otherwise. */
static bool check_values(const struct pair *p, Str text, Str ground,
                         const char *when)
{
    Colour a, b;
    if (!colour_parse(text, &a)) {
        unreadable(p, p->first, p->text, text);
        return false;
    }
    if (!colour_parse(ground, &b)) {
        unreadable(p, p->second, p->ground, ground);
        return false;
    }
    int ratio = colour_contrast(a, b);
    const struct style_token *t = nearer(p);
    const char *fmt = "'%.*s' on '%.*s'%s has a contrast of %d.%02d to 1";
    if (ratio < LEAST) {
        diag_error(p->diags, t->src, t->where, "low-contrast", fmt,
                   STR_ARG(p->text), STR_ARG(p->ground), when, ratio / 100,
                   ratio % 100);
        diag_help(p->diags, "make one of them darker or lighter: text needs at "
                            "least 4.5 to 1, and 7 to 1 is good (WCAG 2.2, "
                            "1.4.3 and 1.4.6)");
    } else if (ratio < GOOD) {
        diag_warning(p->diags, t->src, t->where, "low-contrast", fmt,
                     STR_ARG(p->text), STR_ARG(p->ground), when, ratio / 100,
                     ratio % 100);
        diag_help(p->diags, "make one of them darker or lighter until it is 7 "
                            "to 1 (WCAG 2.2, 1.4.6)");
    }
    return ratio >= GOOD;
}

/* The pair as it is in the palettes, where those change it. A token that
 * is to blame in the light (not `light`) or dark is not blamed once more. */
static void check_palettes(const struct pair *p, bool light, bool dark)
{
    for (size_t i = 0; i < p->style->palettes.n; i++) {
        const struct map_entry *entry = &p->style->palettes.entries[i];
        const struct style_palette *palette = entry->value;
        const struct style_token *text = map_get(&palette->tokens, p->text);
        const struct style_token *ground = map_get(&palette->tokens, p->ground);
        if (text == NULL && ground == NULL) {
            continue; /* as in the light or the dark, which were checked */
        }
        struct pair changed = *p;
        changed.first = text == NULL ? p->first : text;
        changed.second = ground == NULL ? p->second : ground;
        Str when =
            str_printf(p->style->arena, " in '%.*s'", STR_ARG(entry->key));
        bool from_dark = palette->dark;
        const struct style_token *blamed = nearer(&changed);
        bool own = blamed == text || blamed == ground;
        if (!own && !(from_dark ? dark : light)) {
            continue;
        }
        check_values(
            &changed, from_dark ? changed.first->dark : changed.first->light,
            from_dark ? changed.second->dark : changed.second->light, when.p);
    }
}

static void check_pair(const struct style *s, struct diags *d,
                       const struct source *src, const struct yaml *y)
{
    if (y->kind != YAML_LIST || y->n != 2 || y->items[0]->kind != YAML_SCALAR ||
        y->items[1]->kind != YAML_SCALAR) {
        not_a_pair(d, src, str_to(y->where, str_find_byte(y->where, '\n')));
        return;
    }
    struct pair p = {s,
                     d,
                     y->items[0]->text,
                     y->items[1]->text,
                     find_token(s, d, src, y->items[0]),
                     find_token(s, d, src, y->items[1])};
    if (p.first == NULL || p.second == NULL) {
        return;
    }
    bool one = str_eq(p.first->light, p.first->dark) &&
               str_eq(p.second->light, p.second->dark);
    bool light = check_values(&p, p.first->light, p.second->light,
                              one ? "" : " in light");
    bool dark =
        one ? light
            : check_values(&p, p.first->dark, p.second->dark, " in dark");
    check_palettes(&p, light, dark);
}

void contrast_check(const struct style *s, struct diags *d,
                    const struct source *src, const struct yaml *pairs)
{
    if (pairs->kind != YAML_LIST) {
        not_a_pair(d, src,
                   str_to(pairs->where, str_find_byte(pairs->where, '\n')));
        return;
    }
    for (size_t i = 0; i < pairs->n; i++) {
        check_pair(s, d, src, pairs->items[i]);
    }
}
