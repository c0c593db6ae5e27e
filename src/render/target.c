#include "render/target.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "read/link.h"

Str target_page(const struct scene *scene, struct arena *a,
                const struct ed_chapter *c)
{
    return scene->whole ? str_printf(a, "#chapter_%.*s", STR_ARG(c->source->id))
                        : str_printf(a, "%.*s%.*s", STR_ARG(c->source->id),
                                     STR_ARG(scene->ending));
}

Str target_record_id(struct arena *a, const struct ed_chapter *c,
                     const struct record *r)
{
    return c == NULL || map_get(&c->source->sections, r->id) == NULL
               ? r->id
               : str_printf(a, "%.*s_%.*s", STR_ARG(r->kind->name),
                            STR_ARG(r->id));
}

Str target_record(const struct scene *scene, struct arena *a,
                  const struct record *r)
{
    const struct ed_chapter *c = map_get(&scene->ed->pages, r->id);
    if (c == NULL || r->id.n == 0) {
        return S("");
    }
    Str page = scene->whole ? S("") : target_page(scene, a, c);
    return str_printf(a, "%.*s#%.*s", STR_ARG(page),
                      STR_ARG(target_record_id(a, c, r)));
}

static bool broken(struct body *b, const struct node *n, Str what,
                   Str suggestion)
{
    if (b->foreign) {
        return false;
    }
    diag_error(b->diags, b->src, n->where, "broken-link", "%.*s",
               STR_ARG(what));
    if (suggestion.n > 0) {
        diag_help(b->diags, "did you mean '%.*s'?", STR_ARG(suggestion));
    } else {
        diag_help(b->diags, "write the name of a chapter's file (offers.md), "
                            "with # and an id for a section of it");
    }
    return false;
}

static bool no_chapter(struct body *b, const struct node *n, Str id, Str path)
{
    const struct edition *ed = b->scene->ed;
    if (map_get(&ed->pub->by_name, id) != NULL) {
        return broken(b, n,
                      str_printf(b->arena,
                                 "the %.*s edition has no chapter '%.*s'",
                                 STR_ARG(ed->plan->id), STR_ARG(id)),
                      S(""));
    }
    struct suggest s = suggest_for(id);
    for (size_t i = 0; i < ed->pub->nchapters; i++) {
        suggest_try(&s, ed->pub->chapters[i]->id);
    }
    Str suggestion = s.best.n == 0
                         ? s.best
                         : str_printf(b->arena, "%.*s.md", STR_ARG(s.best));
    return broken(
        b, n,
        str_printf(b->arena, "there is no chapter in '%.*s'", STR_ARG(path)),
        suggestion);
}

/* The chapter is there, and has no `id`. */
static bool no_anchor(struct body *b, const struct node *n,
                      const struct ed_chapter *c, Str id)
{
    struct suggest near = suggest_for(id);
    for (size_t i = 0; i < c->anchors.n; i++) {
        suggest_try(&near, c->anchors.entries[i].key);
    }
    diag_error(b->diags, b->src, n->where, "broken-anchor",
               "the chapter '%.*s' has no section or record '%.*s' in the "
               "%.*s edition",
               STR_ARG(c->source->id), STR_ARG(id),
               STR_ARG(b->scene->ed->plan->id));
    if (map_get(&c->source->sections, id) != NULL) {
        diag_help(b->diags,
                  "the %.*s edition leaves that section out; link to the "
                  "chapter here, or to a section that it has",
                  STR_ARG(b->scene->ed->plan->id));
    } else if (near.best.n > 0) {
        diag_help(b->diags, "did you mean '#%.*s'?", STR_ARG(near.best));
    } else {
        diag_help(b->diags,
                  "write the id of a section behind the #: it is made "
                  "from its heading, or written there as {#id}");
    }
    return false;
}

/* The id of the section or record `id` of the chapter, as the page has it. */
static bool find_id(struct body *b, const struct node *n,
                    const struct ed_chapter *c, Str id, Str *out)
{
    const struct ed_section *s = map_get(&c->anchors, id);
    if (s != NULL) {
        /* a chapter's opening is the page itself */
        *out = s->title == NULL ? S("") : body_id(b, c, s->source->id);
        return true;
    }
    if (map_get(&b->scene->ed->pages, id) == c) {
        *out = id;
        return true;
    }
    return b->foreign ? false : no_anchor(b, n, c, id);
}

/* The id of the chapter in `file`, whose spaces a link writes as %20. */
static Str chapter_name(struct body *b, Str file)
{
    Str stem = path_stem(file), piece;
    struct buf words = buf_in(b->arena);
    while (str_find(stem, S("%20")) < stem.n) {
        piece = str_to(stem, str_find(stem, S("%20")));
        buf_add(&words, piece);
        buf_byte(&words, ' ');
        stem = str_from(stem, piece.n + 3);
    }
    buf_add(&words, stem);
    return slug_of(b->arena, buf_str(&words), S("chapter"));
}

/* The chapter and the id that the link names, as written. */
static const struct ed_chapter *split(struct body *b, const struct node *n,
                                      Str *path, Str *id)
{
    size_t hash = str_find_byte(n->text, '#');
    *path = str_to(n->text, hash);
    *id = str_from(n->text, hash + 1);
    if (path->n == 0) {
        return b->chapter;
    }
    Str file = str_starts(*path, S("./")) ? str_from(*path, 2) : *path;
    bool here = str_ends(file, S(".md")) && str_find_byte(file, '/') == file.n;
    return here ? edition_chapter(b->scene->ed, chapter_name(b, file)) : NULL;
}

bool target_resolve(struct body *b, const struct node *n, Str *href)
{
    enum link_kind kind = link_judge(n->text);
    if (kind == LINK_BAD) {
        return false; /* reported when the chapter was read */
    }
    if (kind == LINK_OUTWARD) {
        *href = n->text;
        return true;
    }
    Str path, id, anchor = S("");
    const struct ed_chapter *c = split(b, n, &path, &id);
    if (c == NULL) {
        return no_chapter(b, n, chapter_name(b, path), path);
    }
    if (id.n > 0 && !find_id(b, n, c, id, &anchor)) {
        return false;
    }
    bool here = c == b->chapter || b->scene->whole;
    Str page =
        here && anchor.n > 0 ? S("") : target_page(b->scene, b->arena, c);
    *href = anchor.n == 0 ? page
                          : str_printf(b->arena, "%.*s#%.*s", STR_ARG(page),
                                       STR_ARG(anchor));
    return true;
}

static void write_name(struct buf *out, Str number)
{
    html_text(out, number);
    html_text(out, number.n > 0 ? S(" ") : S(""));
}

/* Opens what names a place in the language of `l`, where the text that names
 * it is in another. Returns: what to close. */
static const struct locale *open_named(const struct body *b, struct buf *out,
                                       const struct locale *l)
{
    const struct locale *around =
        b->written != NULL ? b->written : b->scene->ed->locale;
    l = str_eq(l->code, around->code) ? NULL : l;
    body_open_foreign(out, S("span"), l);
    return l;
}

void target_name(struct body *b, struct buf *out, const struct node *n)
{
    Str path, id;
    if (link_judge(n->text) == LINK_OUTWARD) {
        html_text(out, n->text);
        return;
    }
    const struct ed_chapter *c = split(b, n, &path, &id);
    const struct ed_section *s = id.n == 0 ? NULL : map_get(&c->anchors, id);
    const struct record *r = map_get(&b->scene->pub->ids, id);
    if (s != NULL && s->title != NULL) {
        const struct locale *l =
            s->title_foreign == NULL ? b->scene->ed->locale : s->title_foreign;
        write_name(out, s->number);
        l = open_named(b, out, l);
        body_inlines(b, out, s->title);
        body_close_foreign(out, S("span"), l);
    } else if (s == NULL && r != NULL &&
               kind_field(r->kind, S("title")) < r->kind->nfields) {
        html_raw(out, body_text(b, record_text(r, S("title")), false));
    } else {
        write_name(out, c->number);
        const struct locale *l = open_named(b, out, c->title_lang);
        html_text(out, c->title);
        body_close_foreign(out, S("span"), l);
    }
}
