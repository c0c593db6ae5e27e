#include "model/chapter.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "model/inherit.h"
#include "model/load.h"
#include "model/merge.h"
#include "model/section.h"
#include "read/front.h"
#include "read/markdown.h"

/* `how-we-check` gives `How we check`. */
static Str title_from_name(struct arena *a, Str name)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool first = i == 0 && c >= 'a' && c <= 'z';
        buf_byte(&b, first                  ? (char)(c - 'a' + 'A')
                     : c == '-' || c == '_' ? ' '
                                            : c);
    }
    return buf_str(&b);
}

/* The editions that do not have the chapter, and why. */
static void load_left_out(const struct loading *l, struct chapter *c)
{
    const struct slot *editions = record_slot(c->front, S("editions"));
    if (!editions->set) {
        return;
    }
    for (size_t v = 0; v < l->voices->n; v++) {
        c->left_out[v] = true;
    }
    bool some = false;
    for (size_t i = 0; i < editions->nwords; i++) {
        const struct phrase *word = &editions->words[i];
        size_t v = voices_find(l->voices, word->text);
        if (v == l->voices->n) {
            report_unknown_edition(l, l->src, word->where, word->text);
            continue;
        }
        c->left_out[v] = false;
    }
    for (size_t v = 0; v < l->voices->n; v++) {
        some = some || c->left_out[v];
    }
    if (some && !record_slot(c->front, S("because"))->set) {
        diag_error(l->diags, l->src, editions->where, "withheld-without-reason",
                   "this chapter is withheld from an edition without a "
                   "reason");
        diag_help(l->diags, "add a line `because: …` that says why");
    }
}

static void load_records(const struct loading *l, struct chapter *c,
                         const struct yaml *front)
{
    for (size_t i = 0; i < front->n; i++) {
        const struct yaml_pair *pair = &front->pairs[i];
        const struct kind *kind = kind_find_plural(pair->key);
        if (kind == NULL || yaml_is_empty(pair->value)) {
            continue;
        }
        if (kind->file.n > 0) {
            diag_error(l->diags, l->src, pair->where, "unknown-key",
                       "%.*s are not declared in a chapter",
                       STR_ARG(kind->plural));
            diag_help(l->diags, "move them to %.*s, beside publication.yaml",
                      STR_ARG(kind->file));
            continue;
        }
        c->lists[kind_index(kind)] = records_load(l, pair->value, kind);
    }
}

/* One layer's file of a chapter. */
struct part {
    const struct source *src;
    struct yaml *front; /* NULL: reported */
    Str body;
};

struct parts {
    struct part items[2 * LAYERS_MAX]; /* the chapter's own first */
    size_t n;
};

/* A translation always does: it has only texts. */
static bool inherits(const struct part *part)
{
    if (part->src->lang.n > 0) {
        return true;
    }
    const struct yaml *y =
        part->front == NULL ? NULL : yaml_get(part->front, S("inherit"));
    return y != NULL && !yaml_is_empty(y);
}

static void nothing_below(const struct loading *l, const struct part *part)
{
    if (part->src->lang.n > 0) {
        diag_error(l->diags, part->src, S(""), "missing-layer",
                   "there is no chapter of this name to translate");
        diag_help(l->diags, "give the file the name of the chapter's own");
        return;
    }
    diag_error(l->diags, part->src, yaml_get(part->front, S("inherit"))->where,
               "missing-layer",
               "no layer below has a chapter of this name to inherit from");
    diag_help(l->diags, "take the line away");
}

/* Reads the file and those that it inherits from. */
static bool read_parts(const struct loading *l, const struct layers *layers,
                       size_t layer, struct parts *out)
{
    const struct source *src = l->src;
    Str name = path_base(src->path);
    while (src != NULL) {
        struct part *part = &out->items[out->n];
        Str front;
        part->src = src;
        if (!front_split(l->diags, src, &front, &part->body)) {
            return false;
        }
        part->front = yaml_parse(l->arena, l->diags, src, front);
        out->n++;
        if (!inherits(part)) {
            return true;
        }
        Str path;
        layer = layers_find_chapter(layers, l->arena, layer + 1, name, &path);
        if (layer >= layers->n) {
            nothing_below(l, part);
            return true;
        }
        src = layer_source(l, path, layers->items[layer].lang);
    }
    return false;
}

/* What the front matters say, laid over one another; NULL: reported. */
static struct yaml *merge_fronts(const struct loading *l,
                                 const struct parts *parts)
{
    struct yaml *front = NULL;
    for (size_t i = parts->n; i > 0; i--) {
        const struct part *part = &parts->items[i - 1];
        if (part->front == NULL) {
            return NULL;
        }
        struct loading of_part = *l;
        of_part.src = part->src;
        front = merge_fields(&of_part, front, part->front, &kind_chapter, true);
    }
    return front;
}

static bool has_title(const struct part *part)
{
    return part->front != NULL && yaml_get(part->front, S("title")) != NULL;
}

/* The sections of the parts from the one number `at` down to the lowest. */
static bool load_body(const struct loading *l, const struct parts *parts,
                      size_t at, struct chapter *c)
{
    const struct part *part = &parts->items[at];
    struct loading of_part = *l;
    of_part.src = part->src;
    if (!markdown_parse(l->arena, l->diags, part->src, part->body, &c->doc)) {
        return false;
    }
    sections_build(&of_part, c);
    if (at + 1 == parts->n) {
        return true;
    }
    struct chapter below = {.src = parts->items[at + 1].src, .id = c->id};
    below.title = has_title(&parts->items[at + 1]) ? c->title : NULL;
    if (!load_body(l, parts, at + 1, &below)) {
        return false;
    }
    c->title = c->title == NULL ? below.title : c->title;
    sections_inherit(&of_part, c, &below,
                     part->front == NULL ? NULL
                                         : yaml_get(part->front, S("drop")));
    return true;
}

struct chapter *chapter_load(const struct loading *l,
                             const struct layers *layers, size_t layer)
{
    struct parts parts = {.n = 0};
    if (!read_parts(l, layers, layer, &parts)) {
        return NULL;
    }
    struct yaml *front = merge_fronts(l, &parts);
    struct chapter *c = ARENA_NEW(l->arena, struct chapter, 1);
    c->src = l->src;
    c->id = slug_of(l->arena, path_stem(l->src->path), S("chapter"));
    bool readable = front != NULL;
    if (readable) {
        c->front = record_load(l, front, &kind_chapter, true);
        readable = c->front != NULL;
    }
    if (readable) {
        c->title = record_slot(c->front, S("title"))->text;
        load_left_out(l, c);
        load_records(l, c, front);
    }
    /* the body's mistakes are reported even when the front matter has some */
    if (!load_body(l, &parts, 0, c)) {
        return NULL;
    }
    if (c->title == NULL) {
        c->title =
            voiced_plain(l->arena, c->opening->src,
                         title_from_name(l->arena, path_stem(l->src->path)),
                         c->opening->where);
    }
    return readable ? c : NULL;
}
