#include "model/inherit.h"

#include "base/suggest.h"

/* A section and what stands inside it, before anything is moved. */
struct tree {
    struct section *section;
    struct tree *inside;
    size_t n;
};

struct inheriting {
    const struct loading *l;
    struct chapter *above;
    struct chapter *below;
    const struct yaml *drop; /* a map, or NULL */
    struct tree top;         /* the whole of `above` */
};

/* The depth is that of headings, six at most, here and below. */
static struct tree tree_of(struct arena *a, struct section *s)
{
    struct tree t = {.section = s};
    for (struct section *child = s->first; child != NULL; child = child->next) {
        *LIST_ADD(a, t.inside, t.n) = tree_of(a, child);
    }
    return t;
}

static const struct tree *tree_find(const struct tree *t, Str id)
{
    for (size_t i = 0; i < t->n; i++) {
        if (str_eq(t->inside[i].section->id, id)) {
            return &t->inside[i];
        }
        const struct tree *found = tree_find(&t->inside[i], id);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

/* A section of the merged chapter, and what goes inside it. */
struct merged {
    struct section *section;
    const struct tree *above; /* or NULL */
    const struct tree *below; /* or NULL */
};

struct merged_list {
    struct merged *items;
    size_t n;
};

static void insert(struct arena *a, struct merged_list *list, size_t at,
                   struct merged item)
{
    LIST_ADD(a, list->items, list->n);
    for (size_t i = list->n - 1; i > at; i--) {
        list->items[i] = list->items[i - 1];
    }
    list->items[at] = item;
}

static size_t place_behind(const struct merged_list *list,
                           const struct section *before)
{
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i].section == before) {
            return i + 1;
        }
    }
    return list->n;
}

static bool has_shared(const struct section *s)
{
    for (size_t i = 0; i < s->npieces; i++) {
        if (s->pieces[i].voice == VOICE_SHARED) {
            return true;
        }
    }
    return false;
}

static void add_voice(struct arena *a, struct section *to,
                      const struct section *from, int voice)
{
    for (size_t i = 0; i < from->npieces; i++) {
        if (from->pieces[i].voice == voice) {
            *LIST_ADD(a, to->pieces, to->npieces) = from->pieces[i];
        }
    }
}

/* A translation whose heading has no words, `## {#health}`, leaves it to the
 * original; so does a voice that it does not give a title. */
static void translate_titles(struct section *above, const struct section *below)
{
    bool wordless = above->heading != NULL && above->heading->first == NULL;
    if (wordless) {
        above->heading = below->heading;
    }
    for (size_t v = 0; v < VOICES_MAX; v++) {
        bool own = above->titles[v] != NULL || (v == 0 && !wordless);
        if (!own) {
            above->titles[v] =
                below->titles[v] != NULL ? below->titles[v] : below->heading;
            above->title_lang[v] = below->title_lang[v];
        }
    }
}

/* Gives the translation `above` what it has not: the original's voices, and its
 * lists of records, in their places. */
static void translate(struct arena *a, struct section *above,
                      const struct section *below)
{
    struct section own = *above;
    bool done[VOICES_MAX] = {0};
    bool shared = has_shared(&own);
    above->pieces = NULL;
    above->npieces = 0;
    for (size_t i = 0; i < below->npieces; i++) {
        const struct piece *piece = &below->pieces[i];
        int v = piece->voice;
        if (v == VOICE_SHARED && shared) {
            continue;
        }
        if (v == VOICE_SHARED || !own.has_text[v]) {
            *LIST_ADD(a, above->pieces, above->npieces) = *piece;
        } else if (!done[v]) {
            add_voice(a, above, &own, v);
        }
        if (v != VOICE_SHARED) {
            done[v] = true;
        }
    }
    if (shared) {
        add_voice(a, above, &own, VOICE_SHARED);
    }
    for (size_t v = 0; v < VOICES_MAX; v++) {
        if (own.has_text[v] && !done[v]) {
            add_voice(a, above, &own, (int)v);
        }
        if (own.withheld[v] == NULL) {
            above->withheld[v] = below->withheld[v];
        }
        if (!own.has_text[v]) {
            above->has_text[v] = below->has_text[v];
        }
    }
    translate_titles(above, below);
}

static void not_below(const struct inheriting *in, const struct section *s)
{
    struct suggest near = suggest_for(s->id);
    for (size_t i = 0; i < in->below->sections.n; i++) {
        suggest_try(&near, in->below->sections.entries[i].key);
    }
    diag_error(in->l->diags, s->src, s->where, "not-a-translation",
               "the original has no section '%.*s' in this chapter",
               STR_ARG(s->id));
    if (near.best.n > 0) {
        diag_help(in->l->diags, "did you mean {#%.*s}?", STR_ARG(near.best));
    } else {
        diag_help(in->l->diags, "end the heading with the id that the "
                                "original's section has: {#health}");
    }
}

static void merge(const struct inheriting *in, struct section *to,
                  const struct tree *above, const struct tree *below)
{
    struct arena *a = in->l->arena;
    struct merged_list list = {0};
    for (size_t i = 0; below != NULL && i < below->n; i++) {
        const struct tree *b = &below->inside[i];
        const struct tree *over = tree_find(&in->top, b->section->id);
        if (over != NULL || in->drop == NULL ||
            yaml_get(in->drop, b->section->id) == NULL) {
            struct section *s = over == NULL ? b->section : over->section;
            if (over != NULL && s->src->lang.n > 0) {
                translate(a, s, b->section);
            }
            insert(a, &list, list.n, (struct merged){s, over, b});
        }
    }
    for (size_t i = 0; above != NULL && i < above->n; i++) {
        const struct tree *over = &above->inside[i];
        bool known = map_get(&in->below->sections, over->section->id) != NULL;
        if (!known && over->section->src->lang.n > 0) {
            not_below(in, over->section);
        } else if (!known) {
            size_t at = i == 0
                            ? list.n
                            : place_behind(&list, above->inside[i - 1].section);
            insert(a, &list, at, (struct merged){over->section, over, NULL});
        }
    }
    to->first = list.n == 0 ? NULL : list.items[0].section;
    to->last = list.n == 0 ? NULL : list.items[list.n - 1].section;
    for (size_t i = 0; i < list.n; i++) {
        struct merged *m = &list.items[i];
        m->section->parent = to;
        m->section->next = i + 1 < list.n ? m[1].section : NULL;
        merge(in, m->section, m->above, m->below);
    }
}

static void unknown_section(const struct inheriting *in,
                            const struct yaml_pair *pair)
{
    struct suggest s = suggest_for(pair->key);
    for (size_t i = 0; i < in->below->sections.n; i++) {
        suggest_try(&s, in->below->sections.entries[i].key);
    }
    diag_error(in->l->diags, in->above->src, pair->where, "unknown-reference",
               "the layer below has no section '%.*s' in this chapter",
               STR_ARG(pair->key));
    if (s.best.n > 0) {
        diag_help(in->l->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(in->l->diags, "take the line away");
    }
}

static void check_drop(const struct inheriting *in)
{
    for (size_t i = 0; in->drop != NULL && i < in->drop->n; i++) {
        const struct yaml_pair *pair = &in->drop->pairs[i];
        if (map_get(&in->below->sections, pair->key) == NULL) {
            unknown_section(in, pair);
        }
        if (pair->value->kind != YAML_SCALAR || yaml_is_empty(pair->value)) {
            diag_error(in->l->diags, in->above->src, pair->where,
                       "drop-without-reason",
                       "the section '%.*s' is dropped without a reason",
                       STR_ARG(pair->key));
            diag_help(in->l->diags, "write `%.*s: \"the reason why\"`",
                      STR_ARG(pair->key));
        }
    }
}

/* The opening of a chapter that does not begin with a text is inherited. */
static void inherit_opening(struct arena *a, struct section *above,
                            const struct section *below)
{
    if (above->src->lang.n > 0) {
        translate(a, above, below);
        return;
    }
    bool said = above->npieces > 0;
    for (size_t v = 0; v < VOICES_MAX; v++) {
        said = said || above->withheld[v] != NULL;
    }
    if (said) {
        return;
    }
    above->src = below->src;
    above->where = below->where;
    above->pieces = below->pieces;
    above->npieces = below->npieces;
    for (size_t v = 0; v < VOICES_MAX; v++) {
        above->titles[v] = below->titles[v];
        above->has_text[v] = below->has_text[v];
        above->withheld[v] = below->withheld[v];
    }
}

static void list_sections(struct map *out, struct section *s)
{
    for (struct section *c = s->first; c != NULL; c = c->next) {
        map_put(out, c->id, c);
        list_sections(out, c);
    }
}

static void rename_notes(struct node *n, Str from, Str to)
{
    for (; n != NULL; n = n->next) {
        if (n->kind == NODE_FOOTNOTE_REF && str_eq(n->text, from)) {
            n->text = to;
        }
        rename_notes(n->first, from, to);
        rename_notes(n->title, from, to);
    }
}

static void rename_in_sections(struct section *s, Str from, Str to)
{
    for (; s != NULL; s = s->next) {
        for (size_t i = 0; i < s->npieces; i++) {
            rename_notes(s->pieces[i].node, from, to);
        }
        rename_in_sections(s->first, from, to);
    }
}

static bool has_note(const struct document *doc, Str label)
{
    for (size_t i = 0; i < doc->nfootnotes; i++) {
        if (str_eq(doc->footnotes[i].label, label)) {
            return true;
        }
    }
    return false;
}

/* Labels are each file's own: `[^1]` below is another note than `[^1]` here. */
static void inherit_notes(const struct inheriting *in)
{
    struct document *above = &in->above->doc;
    struct document *below = &in->below->doc;
    for (size_t i = 0; i < below->nfootnotes; i++) {
        struct footnote note = below->footnotes[i];
        Str label = note.label;
        while (has_note(above, note.label) ||
               (note.label.n > label.n && has_note(below, note.label))) {
            note.label = str_printf(in->l->arena, "%.*s'", STR_ARG(note.label));
        }
        if (note.label.n > label.n) {
            rename_in_sections(in->below->opening, label, note.label);
        }
        *LIST_ADD(in->l->arena, above->footnotes, above->nfootnotes) = note;
    }
}

void sections_inherit(const struct loading *l, struct chapter *c,
                      struct chapter *below, const struct yaml *drop)
{
    struct inheriting in = {.l = l, .above = c, .below = below, .drop = drop};
    if (drop != NULL && drop->kind != YAML_MAP) {
        diag_error(l->diags, c->src, drop->where, "wrong-type",
                   "'drop' must name sections, each with a reason");
        diag_help(l->diags, "write `drop: {health: \"the reason why\"}`");
        in.drop = NULL;
    }
    check_drop(&in);
    inherit_notes(&in);
    inherit_opening(l->arena, c->opening, below->opening);
    in.top = tree_of(l->arena, c->opening);
    struct tree base = tree_of(l->arena, below->opening);
    merge(&in, c->opening, &in.top, &base);
    c->sections = map_in(l->arena);
    list_sections(&c->sections, c->opening);
}
