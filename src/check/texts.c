#include "check/texts.h"

#include "check/walk.h"

struct gathering {
    struct arena *arena;
    struct passages *out;
};

static void add(struct gathering *g, enum passage_kind kind,
                const struct source *src, Str text, Str where,
                const struct record *r, Str field)
{
    if (str_trim(text).n == 0) {
        return;
    }
    size_t at = str_find(where, text);
    struct passage_span *span = ARENA_NEW(g->arena, struct passage_span, 1);
    *span = (struct passage_span){
        .n = text.n,
        .where = at < where.n ? str_to(str_from(where, at), text.n) : where,
    };
    *LIST_ADD(g->arena, g->out->items, g->out->n) = (struct passage){
        .kind = kind,
        .text = text,
        .spans = span,
        .nspans = 1,
        .src = src,
        .record = r,
        .field = field,
    };
}

static void add_lines(struct gathering *g, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct field *field = &r->kind->fields[f];
        const struct slot *slot = &r->slots[f];
        if (field->type == FIELD_WORD) {
            add(g, PASSAGE_FIELD, r->src, slot->word, slot->where, r,
                field->name);
        }
        for (size_t i = 0; field->type == FIELD_WORDS && i < slot->nwords;
             i++) {
            add(g, PASSAGE_FIELD, r->src, slot->words[i].text,
                slot->words[i].where, r, field->name);
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            add_lines(g, slot->records[i]);
        }
    }
}

static void add_picture(void *state, const struct step *step)
{
    struct gathering *g = state;
    const struct node *n = step->node;
    const struct source *src = step->chapter->src;
    if (n->kind == NODE_IMAGE) {
        add(g, PASSAGE_CAPTION, src, node_words(g->arena, n), n->where, NULL,
            S(""));
        add(g, PASSAGE_CAPTION, src, n->image->caption, n->where, NULL, S(""));
    }
}

struct passages texts_of(const struct check *c)
{
    const struct publication *p = c->pub;
    struct passages out = {0};
    struct gathering g = {c->arena, &out};
    for (size_t v = 0; v < p->voices.n; v++) {
        for (size_t i = 0; i < c->passages[v].n; i++) {
            *LIST_ADD(c->arena, out.items, out.n) = c->passages[v].items[i];
        }
    }
    add_lines(&g, p->record);
    for (size_t i = 0; i < p->nchapters; i++) {
        if (p->chapters[i]->front != NULL) {
            add_lines(&g, p->chapters[i]->front);
        }
        walk_chapter(p->chapters[i], add_picture, &g);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < p->lists[k].n; i++) {
            add_lines(&g, p->lists[k].items[i]);
        }
    }
    return out;
}

bool texts_starts_line(const struct passage *p, size_t at)
{
    if (at == 0 || p->text.p[at - 1] == '\n') {
        return true;
    }
    for (size_t i = 0; i < p->nspans; i++) {
        const struct passage_span *s = &p->spans[i];
        if (at > s->at && at <= s->at + s->n) {
            return false; /* the byte before it was typed here */
        }
    }
    return true;
}

bool texts_typed(const struct passage *p, size_t at, size_t n)
{
    return !passage_inserted(p, at) && !passage_inserted(p, at + n - 1);
}
