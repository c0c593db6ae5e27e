#include "check/parity.h"

#include "base/utf8.h"
#include "check/passage.h"
#include "edition/choose.h"

/* The state of comparing two editions. */
struct comparing {
    struct arena *arena;
    struct diags *diags;
    struct parity *out;
    size_t voice;
    struct map files; /* places in `out->files`, by path */
    struct pairs pairs;
    struct ledger ledger;
    /* for all of a chapter that one of the editions does not have */
    bool decided;
    enum parity_state state;
    Str why;
};

/* The file of `src`, new or met before. */
static struct parity_file *file_of(struct comparing *c,
                                   const struct source *src)
{
    const size_t *known = map_get(&c->files, src->path);
    if (known != NULL) {
        return &c->out->files[*known];
    }
    size_t *place = ARENA_NEW(c->arena, size_t, 1);
    *place = c->out->n;
    map_put(&c->files, src->path, place);
    struct parity_file *f = LIST_ADD(c->arena, c->out->files, c->out->n);
    *f = (struct parity_file){.path = src->path, .title = S("")};
    return f;
}

/* What the ledger says of the pair of a section or of a record. */
static void look_up(const struct comparing *c, const struct section *s,
                    const struct record *r, struct parity_item *item)
{
    for (size_t i = 0; i < c->pairs.n; i++) {
        const struct pair *pair = &c->pairs.items[i];
        if (pair->section == s && pair->record == r) {
            item->pair = true;
            item->review = ledger_review(&c->ledger, pair);
        }
    }
}

static void add_item(struct comparing *c, const struct source *src, Str where,
                     struct parity_item item)
{
    struct parity_file *f = file_of(c, src);
    if (c->decided) {
        item.state = c->state;
        item.why = c->why;
    }
    item.line = source_place(src, where).line;
    f->sum.states[item.state]++;
    c->out->sum.states[item.state]++;
    if (item.pair) {
        f->sum.reviews[item.review]++;
        c->out->sum.reviews[item.review]++;
    }
    *LIST_ADD(c->arena, f->items, f->n) = item;
}

/* The words of a block and of those inside it, with spaces between them. */
static void add_words(struct buf *b, const struct node *n)
{
    if (n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING) {
        buf_add(b, b->n > 0 ? S(" ") : S(""));
        buf_add(b, node_words_and_inserts(b->arena, n));
        return;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        add_words(b, c);
    }
}

static Str words_of(struct arena *a, const struct node *n)
{
    struct buf b = buf_in(a);
    add_words(&b, n);
    return buf_str(&b);
}

/* Texts, lists and records: what the worst of their parts is. */

static enum parity_state worse(enum parity_state a, enum parity_state b)
{
    return a > b ? a : b;
}

static enum parity_state state_of_text(const struct voiced *v, size_t voice)
{
    if (v == NULL) {
        return PARITY_SHARED;
    }
    if (choose_text(v, voice) != CHOICE_OWN) {
        return choose_text(v, voice) == CHOICE_MISSING ? PARITY_MISSING
                                                       : PARITY_SHARED;
    }
    if (choose_text(v, 0) == CHOICE_MISSING) {
        return PARITY_ONLY;
    }
    return voiced_get(v, 0) == voiced_get(v, voice) ? PARITY_SHARED
                                                    : PARITY_PAIRED;
}

static enum parity_state state_of_list(const struct voiced_list *list,
                                       size_t voice)
{
    enum parity_state state = PARITY_SHARED;
    if (list == NULL) {
        return state;
    }
    if (list->whole) {
        return choose_list(list, voice) == CHOICE_MISSING ? PARITY_MISSING
               : choose_list(list, 0) == CHOICE_MISSING   ? PARITY_ONLY
                                                          : PARITY_PAIRED;
    }
    for (size_t i = 0; i < list->nitems; i++) {
        state = worse(state, state_of_text(list->items[i], voice));
    }
    return state;
}

static enum parity_state state_of_record(const struct record *r, size_t voice)
{
    enum parity_state state = PARITY_SHARED;
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        if (r->kind->fields[f].one_sided) {
            continue;
        }
        state = worse(state, state_of_text(slot->text, voice));
        state = worse(state, state_of_list(slot->texts, voice));
        for (size_t i = 0; i < slot->nrecords; i++) {
            state = worse(state, state_of_record(slot->records[i], voice));
        }
    }
    return state;
}

/* What a record is called: its first text. */
static Str title_of_record(const struct edition *ed, struct arena *a,
                           struct diags *d, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        if (r->slots[f].text != NULL) {
            return edition_text(ed, a, d, r->slots[f].text);
        }
    }
    return S("");
}

static void add_record(struct comparing *c, const struct record *r)
{
    struct parity_item item = {
        .state = state_of_record(r, c->voice),
        .kind = r->kind->name,
        .id = r->id,
        .title = title_of_record(c->out->beside, c->arena, c->diags, r),
    };
    look_up(c, NULL, r, &item);
    add_item(c, r->src, r->where, item);
}

static enum parity_state state_of_section(const struct section *s, size_t voice,
                                          bool covered)
{
    bool has_text = s->has_text[0];
    switch (choose_section(s, voice, covered)) {
    case CHOICE_OWN:
        return has_text ? PARITY_PAIRED : PARITY_ONLY;
    case CHOICE_COVERED:
        return has_text ? PARITY_COVERED : PARITY_SHARED;
    case CHOICE_WITHHELD:
        return PARITY_WITHHELD;
    case CHOICE_MISSING:
        return PARITY_MISSING;
    case CHOICE_NOTHING:
        return PARITY_SHARED;
    }
    return PARITY_SHARED;
}

static void add_section(struct comparing *c, const struct section *s,
                        bool covered)
{
    bool opening = s->heading == NULL;
    struct parity_item item = {
        .state = state_of_section(s, c->voice, covered),
        .kind = opening ? S("opening") : S("section"),
        .id = opening ? S("") : s->id,
        .title = opening ? S("") : words_of(c->arena, s->heading),
    };
    const struct node *why = item.state == PARITY_WITHHELD
                                 ? s->withheld[c->voice]
                             : item.state == PARITY_ONLY ? s->withheld[0]
                                                         : NULL;
    item.why = why == NULL ? S("") : words_of(c->arena, why);
    Str where = opening && s->npieces > 0 ? s->pieces[0].node->where : s->where;
    if (!opening || item.state == PARITY_PAIRED) {
        look_up(c, s, NULL, &item);
    }
    if (!opening || item.state != PARITY_SHARED) {
        add_item(c, s->src, where, item);
    }
    bool covers = choose_covers(s, c->voice, covered);
    for (const struct section *b = s->first; b != NULL; b = b->next) {
        add_section(c, b, covers);
    }
}

/* Notes what holds for all of a chapter that one edition does not have. */
static void decide(struct comparing *c, const struct chapter *ch)
{
    const struct edition *ed = c->out->ed;
    bool here = edition_chapter(ed, ch->id) != NULL;
    c->decided = !here || edition_chapter(c->out->beside, ch->id) == NULL;
    c->state = here ? PARITY_ONLY : PARITY_WITHHELD;
    c->why = S("");
    bool said = ch->front != NULL && ch->left_out[here ? 0 : c->voice];
    if (c->decided && said) {
        const struct phrase *because = edition_phrase(
            c->out->beside, record_text(ch->front, S("because")));
        c->why = because == NULL ? S("") : because->text;
    } else if (c->decided && !here) {
        c->why = str_printf(c->arena,
                            "not among the chapters of the %.*s "
                            "edition in publication.yaml",
                            STR_ARG(ed->plan->id));
    }
}

static void add_front(struct comparing *c, const struct chapter *ch)
{
    enum parity_state state = PARITY_SHARED;
    if (ch->opening->titles[c->voice] != NULL) {
        state = PARITY_PAIRED;
    } else {
        state = state_of_text(ch->title, c->voice);
    }
    if (ch->front != NULL) {
        const struct record *by = record_group(ch->front, S("by"));
        const struct voiced *summary = record_text(ch->front, S("summary"));
        state = worse(state, state_of_text(summary, c->voice));
        state =
            by == NULL ? state : worse(state, state_of_record(by, c->voice));
    }
    struct parity_item item = {
        .state = state,
        .kind = S("chapter"),
        .id = ch->id,
        .title = file_of(c, ch->src)->title,
    };
    /* a chapter's start is one pair, and is told once */
    if (state_of_section(ch->opening, c->voice, false) != PARITY_PAIRED) {
        look_up(c, ch->opening, NULL, &item);
    }
    add_item(c, ch->title->src, ch->title->where, item);
}

static void add_chapter(struct comparing *c, const struct chapter *ch)
{
    const struct edition *beside = c->out->beside;
    Str title = edition_text(beside, c->arena, c->diags, ch->title);
    file_of(c, ch->src)->title = title;
    decide(c, ch);
    add_front(c, ch);
    add_section(c, ch->opening, false);
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; i < ch->lists[k].n; i++) {
            add_record(c, ch->lists[k].items[i]);
        }
    }
    c->decided = false;
}

/* A word has a letter or a digit: `–` is none. */
static bool is_word(Str s)
{
    while (s.n > 0) {
        unsigned cp = utf8_next(&s);
        bool ascii =
            cp < 0x80 && (ascii_alpha((char)cp) || ascii_digit((char)cp));
        bool punctuation = cp >= 0x2000 && cp <= 0x206F;
        if (ascii || (cp >= 0xAA && !punctuation)) {
            return true;
        }
    }
    return false;
}

static size_t count_words(Str text)
{
    size_t n = 0;
    Str word;
    while (str_cut_word(&text, &word)) {
        n += is_word(word);
    }
    return n;
}

static void count_edition(struct comparing *c, const struct edition *ed,
                          size_t column)
{
    struct passages all = passages_of(c->arena, c->diags, ed);
    for (size_t i = 0; i < all.n; i++) {
        struct parity_file *f = file_of(c, all.items[i].src);
        size_t n = count_words(all.items[i].text);
        f->sum.words[column] += n;
        c->out->sum.words[column] += n;
    }
}

struct parity parity_of(struct arena *a, struct diags *d,
                        struct edition *const *editions, size_t voice)
{
    struct parity out = {.beside = editions[0], .ed = editions[voice]};
    struct comparing c = {.arena = a,
                          .diags = d,
                          .out = &out,
                          .voice = voice,
                          .files = map_in(a)};
    const struct publication *p = out.ed->pub;
    c.pairs = pairs_in(a);
    pairs_add(&c.pairs, editions, voice);
    if (!ledger_load(a, d, p->lock, &c.ledger)) {
        c.ledger = (struct ledger){.arena = a, .by_name = map_in(a)};
    }
    if (p->src != NULL) {
        add_record(&c, p->record);
    }
    for (size_t i = 0; i < p->nchapters; i++) {
        add_chapter(&c, p->chapters[i]);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        for (size_t i = 0; kinds[k].file.n > 0 && i < p->lists[k].n; i++) {
            add_record(&c, p->lists[k].items[i]);
        }
    }
    count_edition(&c, out.beside, 0);
    count_edition(&c, out.ed, 1);
    return out;
}

static struct parity_translation translation_of(struct arena *a,
                                                struct diags *d,
                                                const struct edition *original,
                                                const struct edition *ed)
{
    struct pairs pairs = pairs_in(a);
    struct parity_translation out = {.progress =
                                         pairs_translate(&pairs, original, ed)};
    struct ledger ledger;
    if (!ledger_load(a, d, original->pub->lock, &ledger)) {
        ledger = (struct ledger){.arena = a, .by_name = map_in(a)};
    }
    for (size_t i = 0; i < pairs.n; i++) {
        out.reviews[ledger_review(&ledger, &pairs.items[i])]++;
    }
    return out;
}

struct parity_report parity_report_of(struct arena *a, struct diags *d,
                                      const struct publication *p,
                                      struct edition *const *editions, size_t n)
{
    struct parity_report out = {.pub = p};
    out.title = edition_text(editions[0], a, d, p->title);
    for (size_t v = 1; v < p->voices.n; v++) {
        out.editions[out.n++] = parity_of(a, d, editions, v);
    }
    for (size_t i = p->voices.n; i < n; i++) {
        *LIST_ADD(a, out.translations, out.ntranslations) =
            translation_of(a, d, editions[editions[i]->voice], editions[i]);
    }
    return out;
}
