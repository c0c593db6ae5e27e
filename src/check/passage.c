#include "check/passage.h"

#include <string.h>

#include "base/buf.h"
#include "edition/insert.h"

/* The state of gathering one edition's passages. */
struct gathering {
    struct arena *arena;
    struct diags *diags;
    const struct edition *ed;
    struct passages *out;
    struct passage now;        /* the passage being made */
    const struct record *root; /* that its fields are part of */
    /* what the present passage is made of, in room that the next one uses */
    struct buf text;
    struct passage_span *spans;
    size_t nspans;
    size_t room;
};

static void start(struct gathering *g, enum passage_kind kind,
                  const struct source *src)
{
    const struct ed_chapter *c = g->now.chapter;
    const struct ed_section *s = g->now.section;
    g->now =
        (struct passage){.kind = kind, .src = src, .chapter = c, .section = s};
    g->text.n = 0;
    g->nspans = 0;
}

static void finish(struct gathering *g)
{
    if (str_trim(buf_str(&g->text)).n == 0) {
        return;
    }
    /* a fork's chapter may have it from the layer below */
    g->now.src = diags_source(g->diags, g->now.src, g->spans[0].where);
    g->now.text = str_copy(g->arena, buf_str(&g->text));
    g->now.spans = ARENA_NEW(g->arena, struct passage_span, g->nspans);
    g->now.nspans = g->nspans;
    memcpy(g->now.spans, g->spans, g->nspans * sizeof *g->spans);
    *LIST_ADD(g->arena, g->out->items, g->out->n) = g->now;
}

static void add_span(struct gathering *g, Str text, Str where, bool inserted)
{
    enum { FIRST = 16 };
    if (g->nspans == g->room) {
        size_t room = g->room == 0 ? FIRST : g->room * 2;
        struct passage_span *grown =
            ARENA_NEW(g->arena, struct passage_span, room);
        if (g->nspans > 0) {
            memcpy(grown, g->spans, g->nspans * sizeof *grown);
        }
        g->spans = grown;
        g->room = room;
    }
    g->spans[g->nspans++] =
        (struct passage_span){g->text.n, text.n, where, inserted};
    buf_add(&g->text, text);
}

static void add_insert(struct gathering *g, const struct insert *in, Str where)
{
    struct insert_value value;
    if (insert_value(g->ed, g->arena, g->diags, g->now.src, in, &value)) {
        add_span(g, value.text, where, true);
    }
}

static void add_inlines(struct gathering *g, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind == NODE_TEXT) {
            add_span(g, c->text, c->where, false);
        } else if (c->kind == NODE_INSERT) {
            add_insert(g, c->insert, c->where);
        } else if (c->kind == NODE_SOFT_BREAK || c->kind == NODE_HARD_BREAK) {
            buf_byte(&g->text, ' ');
        } else if (c->kind != NODE_IMAGE) {
            add_inlines(g, c);
        }
    }
}

static void add_passage(struct gathering *g, enum passage_kind kind,
                        const struct node *n)
{
    start(g, kind, g->now.chapter->source->src);
    g->now.node = n;
    add_inlines(g, n);
    finish(g);
}

static void add_block(struct gathering *g, const struct node *n,
                      enum passage_kind kind)
{
    if (node_is_lone_insert(n) && insert_is_block(n->first->insert)) {
        return; /* records are gathered by themselves */
    }
    if (n->title != NULL) {
        add_passage(g,
                    n->kind == NODE_TABLE ? PASSAGE_CAPTION : PASSAGE_HEADING,
                    n->title);
    }
    switch ((int)n->kind) {
    case NODE_PARAGRAPH:
        add_passage(g, kind, n);
        return;
    case NODE_HEADING:
        add_passage(g, PASSAGE_HEADING, n);
        return;
    case NODE_CELL:
        add_passage(g, PASSAGE_CELL, n);
        return;
    case NODE_ITEM:
        kind = PASSAGE_ITEM;
        break;
    default:
        break;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        add_block(g, c, kind);
    }
}

static void add_section(struct gathering *g, const struct ed_section *s)
{
    g->now.section = s;
    bool own = s->fallback == g->ed->voice;
    if (s->title != NULL && own) {
        add_passage(g, PASSAGE_HEADING, s->title);
    }
    for (size_t i = 0; i < s->nblocks && own; i++) {
        add_block(g, s->blocks[i].node, PASSAGE_PARAGRAPH);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        add_section(g, c);
    }
}

/* Where `piece` of a phrase's text stands, if the YAML says it as it is. */
static Str place_in(const struct phrase *phrase, Str piece)
{
    size_t at = str_find(phrase->where, piece);
    return at < phrase->where.n ? str_to(str_from(phrase->where, at), piece.n)
                                : phrase->where;
}

/* The words of a phrase, with inserts worked out, to the present passage. */
static void add_words(struct gathering *g, const struct phrase *phrase)
{
    Str rest = phrase->text;
    size_t at, end;
    struct insert in;
    while (insert_find(rest, &at, &end, &in) == INSERT_FOUND) {
        add_span(g, str_to(rest, at), place_in(phrase, str_to(rest, at)),
                 false);
        in.where = place_in(phrase, in.where);
        add_insert(g, &in, in.where);
        rest = str_from(rest, end);
    }
    add_span(g, rest, place_in(phrase, rest), false);
}

static void add_phrase(struct gathering *g, const struct record *r, Str field,
                       const struct phrase *phrase)
{
    start(g, PASSAGE_FIELD, r->src);
    g->now.section = NULL;
    g->now.record = r;
    g->now.root = g->root;
    g->now.field = field;
    add_words(g, phrase);
    finish(g);
}

/* A chapter's title where it is a heading, not a field. */
static void add_title(struct gathering *g, const struct chapter *c)
{
    const struct node *own = c->opening->titles[g->ed->voice];
    bool field = c->front != NULL && record_slot(c->front, S("title"))->set;
    if (own != NULL) {
        add_passage(g, PASSAGE_HEADING, own);
    } else if (!field && c->title->where.n > 0) {
        start(g, PASSAGE_HEADING, c->src);
        add_words(g, &c->title->plain);
        finish(g);
    }
}

/* The phrase of this voice or of all: not another edition's. */
static void add_voiced(struct gathering *g, const struct record *r, Str field,
                       const struct voiced *v)
{
    const struct phrase *phrase =
        v == NULL ? NULL : voiced_get(v, g->ed->voice);
    if (phrase != NULL) {
        add_phrase(g, r, field, phrase);
    }
}

static void add_fields(struct gathering *g, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        Str field = r->kind->fields[f].name;
        const struct voiced_list *list = slot->texts;
        add_voiced(g, r, field, slot->text);
        for (size_t i = 0; list != NULL && i < list->nitems; i++) {
            add_voiced(g, r, field, list->items[i]);
        }
        for (size_t i = 0; list != NULL && i < list->voice[g->ed->voice].n;
             i++) {
            add_phrase(g, r, field, &list->voice[g->ed->voice].items[i]);
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            add_fields(g, slot->records[i]);
        }
    }
}

static void add_record(struct gathering *g, const struct record *r)
{
    g->root = r;
    add_fields(g, r);
}

static void add_chapter(struct gathering *g, const struct ed_chapter *c)
{
    g->now.chapter = c;
    if (c->source->front != NULL) {
        add_record(g, c->source->front);
    }
    g->now.section = NULL;
    add_title(g, c->source);
    add_section(g, c->opening);
    g->now.section = NULL;
    /* footnotes are the default edition's: where they are called from */
    for (size_t i = 0; g->ed->voice == 0 && i < c->source->doc.nfootnotes;
         i++) {
        add_passage(g, PASSAGE_PARAGRAPH, c->source->doc.footnotes[i].text);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < c->source->lists[k].n; i++) {
            add_record(g, c->source->lists[k].items[i]);
        }
    }
}

struct passages passages_of(struct arena *a, struct diags *d,
                            const struct edition *ed)
{
    struct passages out = {0};
    struct gathering g = {
        .arena = a, .diags = d, .ed = ed, .out = &out, .text = buf_in(a)};
    add_record(&g, ed->pub->record);
    for (size_t i = 0; i < ed->nchapters; i++) {
        add_chapter(&g, ed->chapters[i]);
    }
    g.now.chapter = NULL;
    for (size_t k = 0; k < KIND_COUNT; k++) {
        const struct record_list *list = &ed->pub->lists[k];
        for (size_t i = 0; kinds[k].file.n > 0 && i < list->n; i++) {
            add_record(&g, list->items[i]);
        }
    }
    return out;
}

/* The span that holds the byte `at`, or NULL between spans. */
static const struct passage_span *span_at(const struct passage *p, size_t at)
{
    for (size_t i = 0; i < p->nspans; i++) {
        const struct passage_span *s = &p->spans[i];
        if (at >= s->at && at < s->at + s->n) {
            return s;
        }
    }
    return NULL;
}

Str passage_place(const struct passage *p, size_t at, size_t n)
{
    const struct passage_span *s = span_at(p, at);
    if (s == NULL) {
        s = p->nspans == 0 ? NULL : &p->spans[0];
        return s == NULL ? S("") : str_to(s->where, 1);
    }
    if (s->inserted) {
        return s->where;
    }
    /* escapes and entities make the author's text longer than the words */
    Str words = str_from(p->text, at);
    words = str_to(words, n < s->at + s->n - at ? n : s->at + s->n - at);
    Str from = str_from(s->where, at - s->at);
    size_t exact = str_starts(from, words) ? 0 : str_find(s->where, words);
    if (!str_starts(from, words)) {
        from = exact < s->where.n ? str_from(s->where, exact) : s->where;
    }
    return str_to(from, words.n);
}

bool passage_inserted(const struct passage *p, size_t at)
{
    const struct passage_span *s = span_at(p, at);
    return s != NULL && s->inserted;
}

bool passage_is_tabbed(const struct passage *p)
{
    enum { MANY = 2 }; /* one may be a slip of a finger */
    size_t tabs = 0;
    for (size_t i = 1; i < p->text.n; i++) {
        tabs += p->text.p[i] == '\t' && !ascii_space(p->text.p[i - 1]);
    }
    return p->kind == PASSAGE_PARAGRAPH && tabs >= MANY;
}
