#include "check/safeguarding.h"

#include "check/match.h"
#include "check/people.h"
#include "check/personal.h"
#include "check/walk.h"
#include "edition/figure.h"
#include "model/references.h"
#include "read/insert.h"

/* What `suppress-below` says of a figure that counts people; else 0. */
static Decimal limit_of(const struct record *figure)
{
    Decimal limit = 0;
    Str word = record_word(figure, S("suppress-below"));
    bool counts = figure_unit(figure).kind == UNIT_COUNT;
    return counts && decimal_parse(word, &limit) ? limit : 0;
}

/* Whether the number is small: more than nothing, and below the limit. */
static bool is_small(Str written, Decimal limit)
{
    Decimal n;
    return decimal_parse(written, &n) && n > 0 && n < limit;
}

static void warn_small(const struct check *c, const struct source *src,
                       Str where, Str said, Decimal limit)
{
    Str below = decimal_text(c->arena, limit, 0);
    diag_warning(c->diags, src, where, "small-number",
                 "%.*s is below %.*s, and so few can be recognised",
                 STR_ARG(said), STR_ARG(below));
    diag_help(c->diags,
              "leave the number out and say 'fewer than %.*s'; if it can be "
              "worked out from a total, leave out a second one as well",
              STR_ARG(below));
}

static void check_points(const struct check *c, const struct record *figure)
{
    static const Str fields[] = {STR_INIT("points"), STR_INIT("series")};
    Decimal limit = limit_of(figure);
    for (size_t f = 0; f < COUNT(fields) && limit > 0; f++) {
        const struct slot *slot = record_slot(figure, fields[f]);
        for (size_t i = 0; i < slot->nseries; i++) {
            for (size_t k = 0; k < slot->series[i].npoints; k++) {
                const struct point *point = &slot->series[i].points[k];
                if (is_small(point->value, limit)) {
                    warn_small(c, figure->src, point->where, point->value,
                               limit);
                }
            }
        }
    }
}

/* The limit of the figure that an insert cites, or 0. */
static Decimal limit_of_insert(const struct check *c, const struct insert *in)
{
    bool cites = str_eq(in->name, S("figure")) || str_eq(in->name, S("chart"));
    const struct record *figure =
        cites && in->nargs > 0
            ? reference_find(c->pub, S("figure"), in->args[0])
            : NULL;
    return figure == NULL ? 0 : limit_of(figure);
}

/* A text that cites a small number. */
static void check_cites(const struct check *c, const struct passage *p)
{
    for (size_t i = 0; i < p->nspans; i++) {
        const struct passage_span *s = &p->spans[i];
        Str said = str_to(str_from(p->text, s->at), s->n);
        size_t at, end;
        struct insert in;
        if (!s->inserted ||
            insert_find(s->where, &at, &end, &in) != INSERT_FOUND) {
            continue;
        }
        Decimal limit = limit_of_insert(c, &in);
        if (limit > 0 && is_small(said, limit)) {
            warn_small(c, p->src, s->where, said, limit);
        }
    }
}

/* Tables beside a figure whose small numbers are not published. */
struct tables {
    const struct check *c;
    const struct section *section;
    Decimal limit;
};

static void find_limit(void *state, const struct step *step)
{
    struct tables *t = state;
    if (step->section == t->section && step->node->kind == NODE_INSERT) {
        Decimal limit = limit_of_insert(t->c, step->node->insert);
        t->limit = limit > t->limit ? limit : t->limit;
    }
}

static void check_cell(void *state, const struct step *step)
{
    struct tables *t = state;
    const struct node *n = step->node;
    if (step->section != t->section) {
        t->section = step->section;
        t->limit = 0;
        walk_chapter(step->chapter, find_limit, t);
    }
    if (n->kind != NODE_CELL || n->heads || t->limit == 0) {
        return;
    }
    Str words = node_words(t->c->arena, n);
    size_t at = str_find(n->where, words);
    if (is_small(words, t->limit)) {
        warn_small(t->c, step->chapter->src,
                   at < n->where.n ? str_to(str_from(n->where, at), words.n)
                                   : str_to(n->where, 1),
                   words, t->limit);
    }
}

/* Words that say that people are seen. */
static const Str people_words[] = {
    STR_INIT("people"),      STR_INIT("person"),
    STR_INIT("child"),       STR_INIT("children"),
    STR_INIT("girl"),        STR_INIT("girls"),
    STR_INIT("boy"),         STR_INIT("boys"),
    STR_INIT("teenager"),    STR_INIT("teenagers"),
    STR_INIT("family"),      STR_INIT("families"),
    STR_INIT("baby"),        STR_INIT("babies"),
    STR_INIT("carer"),       STR_INIT("carers"),
    STR_INIT("parent"),      STR_INIT("parents"),
    STR_INIT("friends"),     STR_INIT("councillor"),
    STR_INIT("councillors"), STR_INIT("woman"),
    STR_INIT("women"),       STR_INIT("man"),
    STR_INIT("men"),         STR_INIT("mother"),
    STR_INIT("father"),      STR_INIT("brother"),
    STR_INIT("sister"),      STR_INIT("brothers"),
    STR_INIT("sisters"),     STR_INIT("student"),
    STR_INIT("students"),    STR_INIT("pupil"),
    STR_INIT("pupils"),      STR_INIT("face"),
    STR_INIT("faces"),       STR_INIT("smiling"),
    STR_INIT("toddler"),     STR_INIT("social worker"),
    STR_INIT("care leaver"), STR_INIT("care leavers"),
    STR_INIT("somebody"),    STR_INIT("someone"),
};

/* Pictures in which nobody can be recognised. */
static const Str drawn_words[] = {
    STR_INIT("drawing"),  STR_INIT("drawings"),     STR_INIT("drawn"),
    STR_INIT("drew"),     STR_INIT("illustration"), STR_INIT("illustrations"),
    STR_INIT("painting"), STR_INIT("painted"),      STR_INIT("cartoon"),
    STR_INIT("icon"),     STR_INIT("diagram"),      STR_INIT("chart"),
    STR_INIT("graph"),    STR_INIT("map"),          STR_INIT("poster"),
    STR_INIT("logo"),     STR_INIT("silhouette"),   STR_INIT("silhouettes"),
    STR_INIT("comic"),    STR_INIT("sketch"),       STR_INIT("statue"),
};

static const Str consent_words[] = {
    STR_INIT("consent"), STR_INIT("consented"),  STR_INIT("agreed"),
    STR_INIT("agree"),   STR_INIT("permission"), STR_INIT("model"),
    STR_INIT("models"),  STR_INIT("actors"),     STR_INIT("posed"),
};

/* The author's lines around the picture, in which a note may stand: `around`
 * lines above and below. */
static Str lines_around(Str text, Str where, int around)
{
    size_t start = (size_t)(where.p - text.p), end = start;
    for (int line = 0; line <= around; line++) {
        while (start > 0 && text.p[start - 1] != '\n') {
            start--;
        }
        start -= start > 0 && line < around ? 1 : 0;
        while (end < text.n && text.p[end] != '\n') {
            end++;
        }
        end += end < text.n && line < around ? 1 : 0;
    }
    return str_from(str_to(text, end), start);
}

static void check_photo(void *state, const struct step *step)
{
    enum { NOTE_LINES = 2 };
    const struct check *c = state;
    const struct node *n = step->node;
    const struct source *src = step->chapter->src;
    if (n->kind != NODE_IMAGE) {
        return;
    }
    Str words =
        str_printf(c->arena, "%.*s %.*s", STR_ARG(node_words(c->arena, n)),
                   STR_ARG(n->image->caption));
    Str note = str_within(n->where, src->text)
                   ? lines_around(src->text, n->where, NOTE_LINES)
                   : words;
    if (!match_any(words, people_words, COUNT(people_words)) ||
        match_any(words, drawn_words, COUNT(drawn_words)) ||
        match_any(note, consent_words, COUNT(consent_words))) {
        return;
    }
    diag_warning(c->diags, src, n->where, "photo-consent",
                 "nothing says that the people in this picture agreed");
    diag_help(c->diags,
              "write <!-- consent: who gave it, for what, until when --> below "
              "it; a face can show where a child lives");
}

void check_safeguarding(const struct check *c)
{
    const struct passages all = texts_of(c);
    const struct people known = people_read(c->arena);
    const struct record_list *figures =
        &c->pub->lists[kind_index(kind_find(S("figure")))];
    for (size_t i = 0; i < figures->n; i++) {
        check_points(c, figures->items[i]);
    }
    for (size_t i = 0; i < all.n; i++) {
        check_cites(c, &all.items[i]);
    }
    for (size_t i = 0; i < c->pub->nchapters; i++) {
        struct tables tables = {.c = c};
        walk_chapter(c->pub->chapters[i], check_cell, &tables);
        walk_chapter(c->pub->chapters[i], check_photo, (void *)c);
    }
    check_people(c, &known, &all);
    check_personal(c, &known, &all);
}
