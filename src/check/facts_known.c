#include "check/facts_known.h"

#include "base/buf.h"
#include "edition/figure.h"
#include "model/references.h"

/* The default edition's passages of one chapter. */
struct known_range {
    size_t from;
    size_t end;
};

static void add_number(const struct check *c, struct facts *to, struct number n)
{
    *LIST_ADD(c->arena, to->items, to->n) = (struct fact){n, NULL};
}

static void add_count(const struct check *c, struct facts *to, size_t n)
{
    *LIST_ADD(c->arena, to->counts, to->ncounts) = n;
}

static void add_words(const struct check *c, struct facts *to, Str words)
{
    struct numbers found = numbers_of(c->arena, words);
    for (size_t i = 0; i < found.n; i++) {
        add_number(c, to, found.items[i]);
    }
}

/* The numbers of a figure, with what its unit makes of them. */
static void add_figure(const struct check *c, struct facts *to,
                       const struct record *figure)
{
    static const enum number_class classes[] = {
        [UNIT_COUNT] = NUMBER_PLAIN,
        [UNIT_PERCENT] = NUMBER_PERCENT,
        [UNIT_RATE] = NUMBER_RATE,
        [UNIT_MONEY] = NUMBER_MONEY,
    };
    Unit unit = figure_unit(figure);
    struct numbers of = numbers_of(c->arena, unit.of);
    const struct slot *slots[] = {record_slot(figure, S("points")),
                                  record_slot(figure, S("series"))};
    for (size_t s = 0; s < COUNT(slots); s++) {
        for (size_t i = 0; i < slots[s]->nseries; i++) {
            const struct series *series = &slots[s]->series[i];
            add_words(c, to, series->name);
            for (size_t k = 0; k < series->npoints; k++) {
                struct number n = {.class = classes[unit.kind],
                                   .of = of.n > 0 ? of.items[0].value : 0};
                add_words(c, to, series->points[k].name);
                if (decimal_parse(series->points[k].value, &n.value)) {
                    n.places = decimal_places(n.value);
                    add_number(c, to, n);
                }
            }
        }
    }
}

static void add_slot(const struct check *c, struct facts *to,
                     const struct field *f, const struct slot *slot)
{
    switch ((int)f->type) {
    case FIELD_DATE:
    case FIELD_DUE:
    case FIELD_START:
        if (slot->set && slot->date.year > 0) {
            add_number(
                c, to,
                (struct number){.class = NUMBER_DATE, .date = slot->date});
        }
        break;
    case FIELD_NUMBER:
    case FIELD_WORD:
        add_words(c, to, slot->word);
        break;
    case FIELD_WORDS:
        add_count(c, to, slot->nwords);
        for (size_t i = 0; i < slot->nwords; i++) {
            add_words(c, to, slot->words[i].text);
        }
        break;
    case FIELD_TEXTS:
        add_count(c, to,
                  slot->texts == NULL  ? 0
                  : slot->texts->whole ? slot->texts->voice[0].n
                                       : slot->texts->nitems);
        break;
    case FIELD_REF: {
        const struct record *r = reference_find(c->pub, f->refers, slot->word);
        if (r != NULL && str_eq(f->refers, S("figure"))) {
            add_figure(c, to, r);
        }
        break;
    }
    case FIELD_GROUP:
    case FIELD_RECORDS:
        add_count(c, to, slot->nrecords);
        for (size_t i = 0; i < slot->nrecords; i++) {
            known_add_fields(c, to, slot->records[i]);
        }
        break;
    default:
        break;
    }
}

void known_add_fields(const struct check *c, struct facts *to,
                      const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        add_slot(c, to, &r->kind->fields[f], &r->slots[f]);
    }
    if (r->kind == kind_find(S("figure"))) {
        add_figure(c, to, r);
    }
}

static void add_passage(const struct check *c, struct facts *to,
                        const struct passage *p, struct numbers numbers)
{
    for (size_t i = 0; i < numbers.n; i++) {
        *LIST_ADD(c->arena, to->items, to->n) =
            (struct fact){numbers.items[i], p};
    }
    *LIST_ADD(c->arena, to->texts, to->ntexts) = p;
}

void known_add_text(const struct check *c, struct facts *to,
                    const struct passage *p)
{
    add_passage(c, to, p, numbers_of(c->arena, p->text));
}

struct known *known_create(const struct check *c)
{
    struct known *k = ARENA_NEW(c->arena, struct known, 1);
    const struct passages *all = &c->passages[0];
    k->check = c;
    k->numbers = ARENA_NEW(c->arena, struct numbers, all->n);
    k->chapters = map_in(c->arena);
    struct known_range *range = NULL;
    for (size_t i = 0; i < all->n; i++) {
        const struct passage *p = &all->items[i];
        k->numbers[i] = numbers_of(c->arena, p->text);
        if (p->root == c->pub->record) {
            add_passage(c, &k->common, p, k->numbers[i]);
        }
        Str id = p->chapter == NULL ? S("") : p->chapter->source->id;
        if (i == 0 || all->items[i - 1].chapter != p->chapter) {
            range = map_get(&k->chapters, id);
        }
        if (range == NULL) {
            range = ARENA_NEW(c->arena, struct known_range, 1);
            range->from = i;
            map_put(&k->chapters, id, range);
        }
        range->end = i + 1;
    }
    known_add_fields(c, &k->common, c->pub->record);
    return k;
}

bool known_same_twin(const struct passage *a, const struct passage *b)
{
    return a->chapter == b->chapter && a->section == b->section &&
           a->root == b->root;
}

/* The section of `ed` that stands for the default edition's section `s`. */
static const struct ed_section *carrier(const struct ed_chapter *c,
                                        const struct ed_section *s)
{
    return s->source == c->opening->source
               ? c->opening
               : map_get(&c->anchors, s->source->id);
}

/* Whether `f`, of the default edition, is of the twin of `p`, in a chapter that
 * both have. */
static bool is_twin(const struct passage *p, const struct passage *f)
{
    bool front = p->chapter != NULL && p->root == p->chapter->source->front;
    if (p->root != NULL && !front) {
        return f->root == p->root;
    }
    if (front || p->section == p->chapter->opening) {
        return true; /* they speak of the whole chapter */
    }
    bool footnote = f->section == NULL && f->root == NULL;
    return footnote || (f->section != NULL &&
                        carrier(p->chapter, f->section) == p->section);
}

static void add_block(const struct known *k, struct facts *to,
                      const struct ed_chapter *c, const struct node *n)
{
    if (node_is_lone_insert(n) && insert_is_block(n->first->insert)) {
        const struct insert *in = n->first->insert;
        const struct kind *kind = kind_find_plural(in->name);
        if (kind != NULL) {
            const struct record_list *own = &c->source->lists[kind_index(kind)];
            add_count(k->check, to, own->n);
        } else if (in->nargs > 0) {
            const struct record *figure =
                reference_find(k->check->pub, S("figure"), in->args[0]);
            if (figure != NULL) {
                add_figure(k->check, to, figure);
            }
        }
        return;
    }
    size_t n_below = 0;
    for (const struct node *child = n->first; child != NULL;
         child = child->next) {
        n_below++;
        if (child->kind < NODE_TEXT) {
            add_block(k, to, c, child);
        }
    }
    if (n->kind == NODE_LIST) {
        add_count(k->check, to, n_below);
    } else if (n->kind == NODE_TABLE) {
        add_count(k->check, to, n_below - 1);
    }
}

/* What the section and those below it list and draw. */
static void add_blocks(const struct known *k, struct facts *to,
                       const struct ed_chapter *c, const struct ed_section *s,
                       bool below)
{
    for (size_t i = 0; i < s->nblocks; i++) {
        add_block(k, to, c, s->blocks[i].node);
    }
    for (const struct ed_section *child = s->first; below && child != NULL;
         child = child->next) {
        add_blocks(k, to, c, child, true);
    }
}

static void add_common(const struct known *k, struct facts *to)
{
    const struct check *c = k->check;
    for (size_t i = 0; i < k->common.n; i++) {
        *LIST_ADD(c->arena, to->items, to->n) = k->common.items[i];
    }
    for (size_t i = 0; i < k->common.ncounts; i++) {
        add_count(c, to, k->common.counts[i]);
    }
}

/* What the section of `p` lists, in both voices. */
static void add_section(const struct known *k, struct facts *to,
                        const struct passage *p)
{
    const struct ed_chapter *formal =
        edition_chapter(k->check->editions[0], p->chapter->source->id);
    add_blocks(k, to, p->chapter, p->section, false);
    const struct ed_section *twin =
        p->section == p->chapter->opening
            ? formal->opening
            : map_get(&formal->anchors, p->section->source->id);
    if (twin != NULL) {
        add_blocks(k, to, formal, twin, true);
    }
}

struct facts known_for(const struct known *k, const struct passage *p)
{
    struct facts to = {0};
    const struct check *c = k->check;
    Str id = p->chapter == NULL ? S("") : p->chapter->source->id;
    const struct known_range *range = map_get(&k->chapters, id);
    for (size_t i = range == NULL ? 0 : range->from;
         range != NULL && i < range->end; i++) {
        const struct passage *f = &c->passages[0].items[i];
        if (is_twin(p, f)) {
            add_passage(c, &to, f, k->numbers[i]);
        }
    }
    if (to.ntexts > 0 && p->section != NULL) {
        add_section(k, &to, p);
    }
    if (p->root != NULL) {
        known_add_fields(c, &to, p->root);
    }
    add_common(k, &to);
    return to;
}
