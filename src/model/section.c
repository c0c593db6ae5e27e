#include "model/section.h"

#include "base/buf.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "model/containers.h"

static void set_id(const struct loading *l, struct chapter *c,
                   struct section *s)
{
    struct section *taken = NULL;
    if (s->heading->text.n > 0) {
        s->id = s->heading->text;
        taken = map_get(&c->sections, s->id);
    } else {
        s->id =
            slug_of(l->arena, node_words(l->arena, s->heading), S("section"));
        taken = map_get(&c->sections, s->id);
        if (taken != NULL && s->parent->level > 1) {
            s->id = str_printf(l->arena, "%.*s-%.*s", STR_ARG(s->parent->id),
                               STR_ARG(s->id));
            taken = map_get(&c->sections, s->id);
        }
    }
    if (taken != NULL) {
        diag_error(l->diags, l->src, s->where, "duplicate-id",
                   "two sections of this chapter have the id '%.*s'",
                   STR_ARG(s->id));
        diag_help(l->diags,
                  "the first is on line %zu; end this heading with an id of "
                  "its own: {#another-id}",
                  source_place(l->src, taken->where).line);
        return;
    }
    map_put(&c->sections, s->id, s);
}

static void set_title_lang(struct section *s, Str lang)
{
    for (size_t v = 0; v < VOICES_MAX; v++) {
        s->title_lang[v] = lang;
    }
}

static struct section *open_section(const struct loading *l, struct chapter *c,
                                    struct section *current,
                                    struct node *heading)
{
    struct section *s = ARENA_NEW(l->arena, struct section, 1);
    s->src = l->src;
    set_title_lang(s, l->src->lang);
    s->level = heading->level;
    s->heading = heading;
    s->where = str_to(heading->where, str_find_byte(heading->where, '\n'));
    while (current->level >= s->level) {
        current = current->parent;
    }
    s->parent = current;
    if (current->last == NULL) {
        current->first = s;
    } else {
        current->last->next = s;
    }
    current->last = s;
    set_id(l, c, s);
    return s;
}

static void add_piece(const struct loading *l, struct section *s,
                      struct node *node, int voice)
{
    *LIST_ADD(l->arena, s->pieces, s->npieces) =
        (struct piece){node, voice, l->src->lang};
    if (voice != VOICE_SHARED) {
        s->has_text[voice] = true;
    }
}

static void unknown_container(const struct loading *l, const struct node *box)
{
    struct suggest s = suggest_for(box->text);
    struct buf names = buf_in(l->arena);
    for (size_t i = 0; i < l->voices->n; i++) {
        suggest_try(&s, l->voices->ids[i]);
        buf_printf(&names, "%.*s, ", STR_ARG(l->voices->ids[i]));
    }
    for (size_t i = 0, n = 0; i < CONTAINER_COUNT; i++) {
        Str name = containers[i].name;
        if (name.n > 0) {
            suggest_try(&s, name);
            buf_printf(&names, "%s%.*s", n++ > 0 ? ", " : "", STR_ARG(name));
        }
    }
    diag_error(l->diags, l->src, box->where, "unknown-container",
               "there is no container called '%.*s'", STR_ARG(box->text));
    if (s.best.n > 0) {
        diag_help(l->diags, "did you mean '::: %.*s'?", STR_ARG(s.best));
    } else {
        diag_help(l->diags, "write one of: %.*s", STR_ARG(buf_str(&names)));
    }
}

/* Reports containers below `n` that are no boxes. The depth of containers is
 * limited by the parser. */
static void check_boxes(const struct loading *l, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind != NODE_CONTAINER) {
            continue;
        }
        if (voices_find(l->voices, c->text) < l->voices->n) {
            diag_error(l->diags, l->src, c->where, "nested-voice",
                       "an edition's text cannot stand inside another "
                       "container");
            diag_help(l->diags, "close the container above with ::: first");
        } else if (!container_is_known(c->text)) {
            unknown_container(l, c);
        }
        check_boxes(l, c);
    }
}

static bool is_none(const struct loading *l, const struct node *title)
{
    static const Str none = STR_INIT("none");
    Str words = node_words(l->arena, title);
    bool same = words.n == none.n;
    for (size_t i = 0; same && i < none.n; i++) {
        same = ascii_lower(words.p[i]) == none.p[i];
    }
    return same;
}

static void withhold(const struct loading *l, struct section *s,
                     struct node *box, size_t voice)
{
    if (box->first == NULL) {
        diag_error(l->diags, l->src, box->where, "withheld-without-reason",
                   "this section is withheld from the %.*s edition without a "
                   "reason",
                   STR_ARG(l->voices->ids[voice]));
        diag_help(l->diags, "write the reason between this line and :::");
    }
    s->withheld[voice] = box;
}

static void second_heading(const struct loading *l, const struct node *box,
                           size_t voice)
{
    diag_error(l->diags, l->src, box->where, "second-heading",
               "this section has a heading for the %.*s edition already",
               STR_ARG(l->voices->ids[voice]));
    diag_help(l->diags,
              "write ### and the words on a line inside the block, or start a "
              "section of its own with ## above it");
}

/* `::: young Title` … `:::` */
static void add_voice(const struct loading *l, struct section *s,
                      struct node *box, size_t voice)
{
    if (box->title != NULL && is_none(l, box->title)) {
        withhold(l, s, box, voice);
        return;
    }
    if (box->title != NULL && s->titles[voice] != NULL) {
        second_heading(l, box, voice);
    } else if (box->title != NULL) {
        s->titles[voice] = box->title;
    }
    for (struct node *n = box->first, *next; n != NULL; n = next) {
        next = n->next; /* the piece leaves the container's list */
        n->next = NULL;
        add_piece(l, s, n, (int)voice);
    }
}

/* A heading of the first level is the chapter's title, once. */
static void take_title(const struct loading *l, struct chapter *c,
                       const struct node *heading)
{
    if (c->title == NULL) {
        Str line = str_to(heading->where, str_find_byte(heading->where, '\n'));
        Str words = node_words_and_inserts(l->arena, heading);
        c->title = voiced_plain(l->arena, l->src, words, line);
        return;
    }
    diag_error(l->diags, l->src, heading->where, "heading-level",
               "the chapter has a title already");
    diag_help(l->diags, "start this heading with ## instead of #");
}

static struct section *place_block(const struct loading *l, struct chapter *c,
                                   struct section *current, struct node *n)
{
    if (n->kind == NODE_HEADING && n->level == 1) {
        take_title(l, c, n);
        return current;
    }
    if (n->kind == NODE_HEADING) {
        return open_section(l, c, current, n);
    }
    if (n->kind == NODE_CONTAINER) {
        check_boxes(l, n);
        size_t voice = voices_find(l->voices, n->text);
        if (voice < l->voices->n) {
            add_voice(l, current, n, voice);
            return current;
        }
        if (!container_is_known(n->text)) {
            unknown_container(l, n);
        }
    }
    bool shared = node_is_lone_insert(n) && insert_is_block(n->first->insert);
    add_piece(l, current, n, shared ? VOICE_SHARED : 0);
    return current;
}

/* A section has a text in a voice, or a reason why not. */
static void check_withheld(const struct loading *l, const struct section *s)
{
    for (size_t v = 0; v < l->voices->n; v++) {
        if (s->withheld[v] != NULL && s->has_text[v]) {
            Str name = l->voices->ids[v];
            diag_error(l->diags, l->src, s->withheld[v]->where,
                       "withheld-with-text",
                       "this section is withheld from the %.*s edition and has "
                       "a text for it",
                       STR_ARG(name));
            diag_help(l->diags,
                      "keep the text, or `::: %.*s none` with the reason",
                      STR_ARG(name));
        }
    }
}

void sections_build(const struct loading *l, struct chapter *c)
{
    struct section *opening = ARENA_NEW(l->arena, struct section, 1);
    opening->src = l->src;
    opening->level = 1;
    opening->id = c->id;
    opening->where = str_to(c->doc.root->where, 0);
    c->opening = opening;
    c->sections = map_in(l->arena);
    struct section *current = opening;
    for (struct node *n = c->doc.root->first, *next; n != NULL; n = next) {
        next = n->next; /* a section's pieces are a list of their own */
        n->next = NULL;
        current = place_block(l, c, current, n);
    }
    check_withheld(l, opening);
    for (size_t i = 0; i < c->sections.n; i++) {
        check_withheld(l, c->sections.entries[i].value);
    }
}
