#include "edition/choose.h"

enum choice choose_section(const struct section *s, size_t voice, bool covered)
{
    if (s->withheld[voice] != NULL) {
        return CHOICE_WITHHELD;
    }
    if (s->has_text[voice]) {
        return CHOICE_OWN;
    }
    return covered                        ? CHOICE_COVERED
           : voice != 0 && s->has_text[0] ? CHOICE_MISSING
                                          : CHOICE_NOTHING;
}

bool choose_covers(const struct section *s, size_t voice, bool covered)
{
    /* the opening introduces the sections; it does not stand for them */
    bool opening = s->heading == NULL;
    switch (choose_section(s, voice, covered)) {
    case CHOICE_OWN:
        return voice != 0 && !opening;
    case CHOICE_COVERED:
        return true;
    case CHOICE_WITHHELD:
        return covered;
    case CHOICE_MISSING:
    case CHOICE_NOTHING:
        return false;
    }
    return false;
}

enum choice choose_text(const struct voiced *v, size_t voice)
{
    if (v == NULL) {
        return CHOICE_NOTHING;
    }
    if (voiced_get(v, voice) != NULL) {
        return CHOICE_OWN;
    }
    /* a text that nobody has is missing once, from the default edition */
    return voice != 0 && voiced_get(v, 0) == NULL ? CHOICE_NOTHING
                                                  : CHOICE_MISSING;
}

enum choice choose_list(const struct voiced_list *list, size_t voice)
{
    if (list->whole) {
        return list->voice[voice].n == 0 ? CHOICE_MISSING : CHOICE_OWN;
    }
    enum choice choice = CHOICE_NOTHING;
    for (size_t i = 0; i < list->nitems && choice != CHOICE_MISSING; i++) {
        enum choice item = choose_text(list->items[i], voice);
        choice = item == CHOICE_NOTHING ? choice : item;
    }
    return choice;
}

static bool is_lone_block_insert(const struct node *n)
{
    return node_is_lone_insert(n) && insert_is_block(n->first->insert);
}

/* Two lists of one kind are the same list; two charts may show two figures. */
static bool places_same(const struct insert *a, const struct insert *b)
{
    return str_eq(a->name, b->name) &&
           (!str_eq(a->name, S("chart")) || str_eq(a->args[0], b->args[0]));
}

/* Whether the edition's own text places the same list or chart itself. */
static bool places_itself(const struct section *s, size_t voice,
                          const struct insert *shared)
{
    for (size_t i = 0; i < s->npieces; i++) {
        const struct node *n = s->pieces[i].node;
        if (s->pieces[i].voice == (int)voice && is_lone_block_insert(n) &&
            places_same(n->first->insert, shared)) {
            return true;
        }
    }
    return false;
}

/* A list of records has no language: each of its texts has its own. */
static const struct locale *foreign(const struct edition *ed,
                                    const struct piece *piece)
{
    return piece->voice == VOICE_SHARED || is_lone_block_insert(piece->node)
               ? NULL
               : edition_foreign(ed, piece->lang);
}

/* Adds the pieces of `s` in the section's voice, and the shared ones. */
static void add_pieces(struct arena *a, const struct edition *ed,
                       struct ed_section *to, const struct section *s)
{
    size_t voice = to->fallback;
    for (size_t i = 0; i < s->npieces; i++) {
        const struct piece *piece = &s->pieces[i];
        bool shared = piece->voice == VOICE_SHARED &&
                      !places_itself(s, voice, piece->node->first->insert);
        if (shared || piece->voice == (int)voice) {
            *LIST_ADD(a, to->blocks, to->nblocks) = (struct ed_block){
                .node = piece->node, .foreign = foreign(ed, piece)};
        }
    }
}

static void add_shared(struct arena *a, struct ed_section *to,
                       const struct section *s)
{
    for (size_t i = 0; i < s->npieces; i++) {
        if (s->pieces[i].voice == VOICE_SHARED) {
            *LIST_ADD(a, to->blocks, to->nblocks) =
                (struct ed_block){.node = s->pieces[i].node};
        }
    }
}

/* `what` is a field's name, or words. */
static void missing(struct diags *d, const struct edition *ed,
                    const struct source *src, Str where, Str what,
                    const char *help)
{
    Str name = ed->plan->id;
    const char *quote = str_find_byte(what, ' ') < what.n ? "" : "'";
    /* nothing can stand in for the default edition's text */
    if (ed->plan->parity_required || ed->voice == 0) {
        diag_error(d, src, where, "missing-voice",
                   "%s%.*s%s has no text for the %.*s edition", quote,
                   STR_ARG(what), quote, STR_ARG(name));
    } else {
        diag_warning(d, src, where, "missing-voice",
                     "%s%.*s%s has no text for the %.*s edition, which shows "
                     "the %.*s text",
                     quote, STR_ARG(what), quote, STR_ARG(name),
                     STR_ARG(ed->pub->voices.ids[0]));
    }
    diag_help(d, help, STR_ARG(name), STR_ARG(name));
}

static void missing_section(struct diags *d, const struct edition *ed,
                            const struct chapter *c, const struct section *s)
{
    bool opening = s->heading == NULL;
    Str where = s->where;
    for (size_t i = 0; opening && i < s->npieces; i++) {
        if (s->pieces[i].voice == 0) {
            Str at = s->pieces[i].node->where;
            where = str_to(at, str_find_byte(at, '\n'));
            break;
        }
    }
    missing(d, ed, c->src, where,
            opening ? S("the chapter's opening") : S("this section"),
            "write `::: %.*s`, the text and `:::` in it; or `::: %.*s none` "
            "with the reason why not");
}

struct chooser {
    struct arena *arena;
    struct diags *diags;
    struct edition *ed;
    struct ed_chapter *chapter;
};

static void choose(struct chooser *ch, const struct section *s,
                   struct ed_section *parent, struct ed_section *cover);

static void choose_below(struct chooser *ch, const struct section *s,
                         struct ed_section *parent, struct ed_section *cover)
{
    for (const struct section *c = s->first; c != NULL; c = c->next) {
        choose(ch, c, parent, cover);
    }
}

static void note_anchor(struct chooser *ch, const struct section *s,
                        struct ed_section *carrier)
{
    map_put(&ch->chapter->anchors, s->id, carrier);
}

static struct ed_section *new_section(struct chooser *ch,
                                      const struct section *s,
                                      struct ed_section *parent)
{
    struct ed_section *e = ARENA_NEW(ch->arena, struct ed_section, 1);
    size_t voice = ch->ed->voice;
    e->source = s;
    e->title = s->titles[voice] != NULL ? s->titles[voice] : s->heading;
    e->title_foreign = edition_foreign(ch->ed, s->title_lang[voice]);
    e->fallback = voice;
    e->parent = parent;
    return e;
}

static void attach(struct ed_section *parent, struct ed_section *e)
{
    if (parent->last == NULL) {
        parent->first = e;
    } else {
        parent->last->next = e;
    }
    parent->last = e;
}

/* Whether nobody wrote anything in the section: a heading to come. */
static bool is_bare(const struct section *s)
{
    return s->npieces == 0 && s->first == NULL;
}

/* The section `s`, whose text this edition has or must do without. */
static void fill(struct chooser *ch, const struct section *s,
                 struct ed_section *e)
{
    if (choose_section(s, ch->ed->voice, false) == CHOICE_MISSING) {
        missing_section(ch->diags, ch->ed, ch->chapter->source, s);
        e->fallback = 0;
    }
    add_pieces(ch->arena, ch->ed, e, s);
}

static void choose(struct chooser *ch, const struct section *s,
                   struct ed_section *parent, struct ed_section *cover)
{
    size_t voice = ch->ed->voice;
    enum choice choice = choose_section(s, voice, cover != NULL);
    if (choice == CHOICE_WITHHELD) {
        choose_below(ch, s, parent, cover);
        return;
    }
    if (choice == CHOICE_COVERED) {
        add_shared(ch->arena, cover, s);
        note_anchor(ch, s, cover);
        choose_below(ch, s, parent, cover);
        return;
    }
    struct ed_section *e = new_section(ch, s, parent);
    fill(ch, s, e);
    choose_below(ch, s, e, choose_covers(s, voice, false) ? e : NULL);
    if (e->nblocks == 0 && e->first == NULL && !(voice == 0 && is_bare(s))) {
        return;
    }
    note_anchor(ch, s, e);
    attach(parent, e);
}

void choose_sections(struct arena *a, struct diags *d, struct edition *ed,
                     struct ed_chapter *c)
{
    struct chooser ch = {a, d, ed, c};
    const struct section *opening = c->source->opening;
    c->opening = new_section(&ch, opening, NULL);
    c->opening->title = NULL; /* its own heading is the chapter's title */
    if (opening->withheld[ed->voice] == NULL) {
        fill(&ch, opening, c->opening);
    }
    note_anchor(&ch, opening, c->opening);
    choose_below(&ch, opening, c->opening, NULL);
}

void choose_check_text(struct diags *d, const struct edition *ed,
                       const struct voiced *v, Str what)
{
    if (choose_text(v, ed->voice) == CHOICE_MISSING) {
        missing(d, ed, v->src, str_to(v->where, str_find_byte(v->where, '\n')),
                what, "add `%.*s: …`, or write one text for all editions");
    }
}

static void check_list(struct diags *d, const struct edition *ed,
                       const struct voiced_list *list, Str what)
{
    for (size_t i = 0; i < list->nitems; i++) {
        choose_check_text(d, ed, list->items[i], what);
    }
    if (list->whole && choose_list(list, ed->voice) == CHOICE_MISSING) {
        missing(d, ed, list->src,
                str_to(list->where, str_find_byte(list->where, '\n')), what,
                "add `%.*s: […]`");
    }
}

void choose_check_record(struct diags *d, const struct edition *ed,
                         const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        const struct slot *slot = &r->slots[f];
        Str what = r->kind->fields[f].name;
        if (r->kind->fields[f].one_sided) {
            continue;
        }
        if (slot->text != NULL) {
            choose_check_text(d, ed, slot->text, what);
        }
        if (slot->texts != NULL) {
            check_list(d, ed, slot->texts, what);
        }
        for (size_t i = 0; i < slot->nrecords; i++) {
            choose_check_record(d, ed, slot->records[i]);
        }
    }
}
