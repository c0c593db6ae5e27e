#include "edition/pairs.h"

#include "edition/choose.h"
#include "edition/pair_words.h"

/* The state of gathering the pairs of one edition. */
struct pairing {
    struct arena *arena;
    struct pairs *out;
    const struct edition *beside; /* the default edition */
    const struct edition *ed;
    size_t voice;
    bool alone; /* the texts of the voice alone, whatever the default has */
    /* the pair being made */
    struct buf source;
    struct buf text;
    struct pair now;
};

struct pairs pairs_in(struct arena *a)
{
    return (struct pairs){.by_name = map_in(a)};
}

const struct pair *pairs_find(const struct pairs *pairs, Str name)
{
    const size_t *at = map_get(&pairs->by_name, name);
    return at == NULL ? NULL : &pairs->items[*at];
}

Str pairs_words(struct arena *a, Str text)
{
    struct buf b = buf_in(a);
    Str line;
    while (str_cut_line(&text, &line)) {
        pair_words_add(&b, line);
        pair_words_break(&b);
    }
    return pair_words_end(&b);
}

static void start(struct pairing *g)
{
    g->source = buf_in(g->arena);
    g->text = buf_in(g->arena);
    g->now = (struct pair){.src = NULL};
}

/* The derived text is found where it begins. */
static void set_place(struct pairing *g, const struct source *src, Str where)
{
    if (g->now.src == NULL) {
        g->now.src = src;
        g->now.where = str_to(where, str_find_byte(where, '\n'));
    }
}

static void add_pair(struct pairs *out, struct pair pair)
{
    struct arena *a = out->by_name.arena;
    size_t *place = ARENA_NEW(a, size_t, 1);
    *place = out->n;
    map_put(&out->by_name, pair.name, place);
    *LIST_ADD(a, out->items, out->n) = pair;
}

/* Ends the pair, which is one only when there are words on both sides. */
static void finish(struct pairing *g, Str id)
{
    struct arena *a = g->arena;
    g->now.source = pair_words_end(&g->source);
    g->now.text = pair_words_end(&g->text);
    if ((g->now.source.n == 0 && !g->alone) || g->now.text.n == 0) {
        return;
    }
    g->now.edition = g->ed->plan->id;
    g->now.from = g->beside;
    g->now.to = g->ed;
    g->now.name =
        str_printf(a, "%.*s@%.*s", STR_ARG(id), STR_ARG(g->now.edition));
    add_pair(g->out, g->now);
}

static void add_phrase(struct buf *b, const struct phrase *phrase)
{
    pair_words_break(b);
    pair_words_add(b, phrase->text);
    pair_words_break(b);
}

/* A text that has a voice of its own on both sides. */
static void add_voiced(struct pairing *g, const struct voiced *v)
{
    const struct phrase *from = v == NULL ? NULL : voiced_get(v, 0);
    const struct phrase *to = v == NULL ? NULL : voiced_get(v, g->voice);
    if (g->alone && to != NULL) {
        add_phrase(&g->text, to);
        set_place(g, v->src, to->where);
    } else if (from != NULL && to != NULL && from != to) {
        add_phrase(&g->source, from);
        add_phrase(&g->text, to);
        set_place(g, v->src, to->where);
    }
}

static void add_list(struct pairing *g, const struct voiced_list *list)
{
    for (size_t i = 0; i < list->nitems; i++) {
        add_voiced(g, list->items[i]);
    }
    bool paired = g->alone || list->voice[0].n > 0;
    if (!list->whole || !paired || list->voice[g->voice].n == 0) {
        return;
    }
    for (size_t i = 0; i < list->voice[0].n && !g->alone; i++) {
        add_phrase(&g->source, &list->voice[0].items[i]);
    }
    for (size_t i = 0; i < list->voice[g->voice].n; i++) {
        add_phrase(&g->text, &list->voice[g->voice].items[i]);
    }
    set_place(g, list->src, list->voice[g->voice].items[0].where);
}

static void add_fields(struct pairing *g, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        add_voiced(g, slot->text);
        if (slot->texts != NULL) {
            add_list(g, slot->texts);
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            add_fields(g, slot->records[i]);
        }
    }
}

/* A term whose id was made from its words may be called as another record. */
static Str id_of(struct arena *a, const struct record *r)
{
    return record_slot(r, S("id"))->set
               ? r->id
               : str_printf(a, "%.*s#%.*s", STR_ARG(r->kind->file),
                            STR_ARG(r->id));
}

static void add_record(struct pairing *g, const struct record *r)
{
    start(g);
    g->now.record = r;
    add_fields(g, r);
    finish(g, id_of(g->arena, r));
}

/* The blocks of `s` in one voice. */
static void add_pieces(struct buf *b, const struct chapter *c,
                       const struct section *s, size_t voice)
{
    for (size_t i = 0; i < s->npieces; i++) {
        if (s->pieces[i].voice == (int)voice) {
            pair_words_block(b, &c->doc, s->pieces[i].node);
        }
    }
}

/* The blocks of `s` in both voices. */
static void add_bodies(struct pairing *g, const struct chapter *c,
                       const struct section *s)
{
    if (!g->alone) {
        add_pieces(&g->source, c, s, 0);
    }
    add_pieces(&g->text, c, s, g->voice);
    for (size_t i = 0; i < s->npieces; i++) {
        if (s->pieces[i].voice == (int)g->voice) {
            set_place(g, s->src, s->pieces[i].node->where);
        }
    }
}

/* What the sections below `s` say that the text of `s` stands for. */
static void add_covered(struct pairing *g, const struct chapter *c,
                        const struct section *s)
{
    for (const struct section *b = s->first; b != NULL; b = b->next) {
        enum choice choice = choose_section(b, g->voice, true);
        if (choice == CHOICE_COVERED && b->has_text[0]) {
            pair_words_line(&g->source, b->heading);
            add_pieces(&g->source, c, b, 0);
        }
        if (choice != CHOICE_OWN) {
            add_covered(g, c, b);
        }
    }
}

/* `::: young Title` beside the heading. */
static void add_title(struct pairing *g, const struct section *s)
{
    const struct node *own = s->titles[g->voice];
    if (own == NULL && g->alone) {
        own = s->heading;
    }
    if (own != NULL) {
        pair_words_line(&g->source, s->heading);
        pair_words_line(&g->text, own);
        set_place(g, s->src, own->where);
    }
}

static void add_section(struct pairing *g, const struct chapter *c,
                        const struct section *s)
{
    start(g);
    g->now.section = s;
    if (s->has_text[g->voice] && s->withheld[g->voice] == NULL) {
        add_title(g, s);
        size_t title = g->source.n;
        add_bodies(g, c, s);
        add_covered(g, c, s);
        Str id =
            str_printf(g->arena, "%.*s#%.*s", STR_ARG(c->id), STR_ARG(s->id));
        /* more than a heading for the other one */
        if (g->source.n > title || g->alone) {
            finish(g, id);
        }
    }
    for (const struct section *b = s->first; b != NULL; b = b->next) {
        add_section(g, c, b);
    }
}

static void add_chapter_title(struct pairing *g, const struct chapter *c)
{
    const struct node *own = c->opening->titles[g->voice];
    if (own == NULL) {
        add_voiced(g, c->title);
    } else if (voiced_get(c->title, 0) != NULL || g->alone) {
        if (!g->alone) {
            add_phrase(&g->source, voiced_get(c->title, 0));
        }
        pair_words_line(&g->text, own);
        set_place(g, c->opening->src, own->where);
    }
}

/* Title, summary, by whom, the text before the first heading, and the records
 * that have no ids of their own. */
static void add_opening(struct pairing *g, const struct chapter *c)
{
    start(g);
    g->now.section = c->opening;
    add_chapter_title(g, c);
    if (c->front != NULL) {
        const struct record *by = record_group(c->front, S("by"));
        add_voiced(g, record_text(c->front, S("summary")));
        if (by != NULL) {
            add_fields(g, by);
        }
    }
    if ((c->opening->has_text[0] || g->alone) &&
        c->opening->has_text[g->voice]) {
        g->now.src = NULL; /* the text is what people look for */
        add_bodies(g, c, c->opening);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < c->lists[k].n; i++) {
            if (c->lists[k].items[i]->id.n == 0) {
                add_fields(g, c->lists[k].items[i]);
            }
        }
    }
    finish(g, str_printf(g->arena, "%.*s.md", STR_ARG(c->id)));
}

static void add_records(struct pairing *g, const struct record_list *lists)
{
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < lists[k].n; i++) {
            if (lists[k].items[i]->id.n > 0) {
                add_record(g, lists[k].items[i]);
            }
        }
    }
}

static void add_publication(struct pairing *g, const struct publication *p)
{
    start(g);
    g->now.record = p->record;
    add_fields(g, p->record);
    for (size_t v = 0; v < p->voices.n; v++) {
        if (!g->alone || v == g->voice) {
            add_fields(g, p->plans[v].record);
        }
    }
    for (size_t i = 0; i < p->order[0].n; i++) {
        const struct place *place = &p->order[0].places[i];
        if (i == 0 || place[-1].part != place->part) {
            add_voiced(g, place->part);
        }
    }
    finish(g, S("publication.yaml"));
}

static void add_all(struct pairing g)
{
    const struct publication *p = g.ed->pub;
    if (p->src != NULL) {
        add_publication(&g, p);
    }
    for (size_t i = 0; i < p->nchapters; i++) {
        const struct chapter *c = p->chapters[i];
        if (edition_chapter(g.ed, c->id) == NULL ||
            edition_chapter(g.beside, c->id) == NULL) {
            continue;
        }
        add_opening(&g, c);
        for (const struct section *s = c->opening->first; s != NULL;
             s = s->next) {
            add_section(&g, c, s);
        }
        add_records(&g, c->lists);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; kinds[k].file.n > 0 && i < p->lists[k].n; i++) {
            add_record(&g, p->lists[k].items[i]);
        }
    }
}

void pairs_add(struct pairs *out, struct edition *const *editions, size_t voice)
{
    add_all((struct pairing){.arena = out->by_name.arena,
                             .out = out,
                             .beside = editions[0],
                             .ed = editions[voice],
                             .voice = voice});
}

/* The texts of the edition, as pairs without sources. */
static struct pairs texts_of(struct arena *a, const struct edition *ed)
{
    struct pairs out = pairs_in(a);
    add_all((struct pairing){.arena = a,
                             .out = &out,
                             .beside = ed,
                             .ed = ed,
                             .voice = ed->voice,
                             .alone = true});
    return out;
}

struct translation pairs_translate(struct pairs *out,
                                   const struct edition *original,
                                   const struct edition *ed)
{
    struct arena *a = out->by_name.arena;
    struct pairs from = texts_of(a, original), to = texts_of(a, ed);
    struct translation t = {.ed = ed};
    for (size_t i = 0; i < from.n; i++) {
        struct pair pair = from.items[i];
        const struct pair *own = pairs_find(&to, pair.name);
        bool done = own != NULL && !str_eq(own->text, pair.text);
        Str id = str_to(pair.name, str_find_byte(pair.name, '@'));
        Str name = str_printf(a, "%.*s@%.*s", STR_ARG(id), STR_ARG(ed->folder));
        t.texts++;
        if (!done) {
            *LIST_ADD(a, t.left, t.nleft) = name;
            continue;
        }
        Str source = pair.text;
        pair = *own;
        pair.name = name;
        pair.edition = ed->folder;
        pair.source = source;
        pair.from = original;
        add_pair(out, pair);
    }
    return t;
}

struct pairs pairs_of(struct arena *a, struct edition *const *editions,
                      size_t n)
{
    struct pairs out = pairs_in(a);
    for (size_t i = 1; i < n; i++) {
        const struct edition *ed = editions[i];
        if (edition_is_translation(ed)) {
            pairs_translate(&out, editions[ed->voice], ed);
        } else {
            pairs_add(&out, editions, ed->voice);
        }
    }
    return out;
}
