#include "check/lost.h"

#include "check/match.h"
#include "check/walk.h"

/* What a chapter shows besides text. */
struct shows {
    bool picture;
    bool table;
};

static void note(void *state, const struct step *step)
{
    struct shows *shows = state;
    const struct node *n = step->node;
    bool chart = n->kind == NODE_INSERT && insert_is_block(n->insert);
    shows->picture = shows->picture || chart || n->kind == NODE_IMAGE;
    shows->table = shows->table || chart || n->kind == NODE_TABLE;
}

static const struct {
    Str thing;
    bool table;
} things[] = {
    {STR_INIT("graph"), false},   {STR_INIT("chart"), false},
    {STR_INIT("diagram"), false}, {STR_INIT("picture"), false},
    {STR_INIT("photo"), false},   {STR_INIT("table"), true},
};

/* `the graph below`, `the below graph`, `the following graph`: the length of
 * one that has `thing` at `at`, and where it starts; 0: another graph. */
static size_t pointed_at(Str text, size_t at, Str thing, size_t *start)
{
    static const Str before[] = {STR_INIT("below "), STR_INIT("following "),
                                 STR_INIT("above ")};
    static const Str behind[] = {STR_INIT(" below"), STR_INIT(" above")};
    size_t end = at + thing.n;
    *start = at;
    for (size_t i = 0; i < COUNT(before); i++) {
        if (at >= before[i].n && match_at(text, at - before[i].n, before[i])) {
            *start = at - before[i].n;
            return end - *start;
        }
    }
    for (size_t i = 0; i < COUNT(behind); i++) {
        if (match_at(text, end, behind[i]) &&
            !match_letter(text, end + behind[i].n)) {
            return thing.n + behind[i].n;
        }
    }
    return 0;
}

static void check_passage(const struct check *c, const struct passage *p,
                          const struct shows *shows)
{
    for (size_t i = 0; i < COUNT(things); i++) {
        size_t at = match_find(p->text, 0, things[i].thing), start;
        size_t n = at == p->text.n
                       ? 0
                       : pointed_at(p->text, at, things[i].thing, &start);
        if (n == 0 || (things[i].table ? shows->table : shows->picture)) {
            continue;
        }
        diag_warning(c->diags, p->src, passage_place(p, start, n), "debris",
                     "'%.*s' is not here",
                     STR_ARG(str_to(str_from(p->text, start), n)));
        diag_help(c->diags, "write {{ chart ID }} with a figure of "
                            "figures.yaml, or the table; or leave the words "
                            "out");
    }
}

void check_lost(const struct check *c)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        const struct ed_chapter *chapter = NULL;
        struct shows shows = {0};
        for (size_t i = 0; i < c->passages[v].n; i++) {
            const struct passage *p = &c->passages[v].items[i];
            if (p->chapter == NULL || p->record != NULL) {
                continue;
            }
            if (p->chapter != chapter) {
                chapter = p->chapter;
                shows = (struct shows){0};
                walk_chapter(chapter->source, note, &shows);
            }
            check_passage(c, p, &shows);
        }
    }
}
