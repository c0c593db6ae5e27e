#include "model/chapter.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "model/load.h"
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

struct chapter *chapter_load(const struct loading *l)
{
    Str front_text, body;
    if (!front_split(l->diags, l->src, &front_text, &body)) {
        return NULL;
    }
    struct yaml *front = yaml_parse(l->arena, l->diags, l->src, front_text);
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
    if (!markdown_parse(l->arena, l->diags, l->src, body, &c->doc)) {
        return NULL;
    }
    sections_build(l, c);
    if (c->title == NULL) {
        c->title =
            voiced_plain(l->arena, l->src,
                         title_from_name(l->arena, path_stem(l->src->path)),
                         c->opening->where);
    }
    return readable ? c : NULL;
}
