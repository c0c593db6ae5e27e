#include "check/walk.h"

struct walker {
    void (*visit)(void *state, const struct step *step);
    void *state;
    const struct chapter *chapter;
    const struct section *section;
};

/* The depth of the tree is limited by the parser. */
static void walk_node(const struct walker *w, const struct node *n,
                      bool in_link)
{
    const struct step step = {w->chapter, w->section, n, in_link};
    w->visit(w->state, &step);
    if (n->title != NULL) {
        walk_node(w, n->title, in_link);
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        walk_node(w, c, in_link || n->kind == NODE_LINK);
    }
}

static void walk_section(struct walker *w, const struct section *s)
{
    w->section = s;
    if (s->heading != NULL) {
        walk_node(w, s->heading, false);
    }
    for (size_t v = 0; v < VOICES_MAX; v++) {
        if (s->titles[v] != NULL) {
            walk_node(w, s->titles[v], false);
        }
    }
    for (size_t i = 0; i < s->npieces; i++) {
        walk_node(w, s->pieces[i].node, false);
    }
    for (const struct section *c = s->first; c != NULL; c = c->next) {
        walk_section(w, c);
    }
}

void walk_chapter(const struct chapter *c,
                  void (*visit)(void *state, const struct step *step),
                  void *state)
{
    struct walker w = {visit, state, c, NULL};
    walk_section(&w, c->opening);
    w.section = NULL;
    for (size_t i = 0; i < c->doc.nfootnotes; i++) {
        walk_node(&w, c->doc.footnotes[i].text, false);
    }
}
