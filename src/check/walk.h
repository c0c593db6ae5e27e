/**
 * walk: every node of a chapter's body, in whichever voice it is.
 */
#ifndef DUET_CHECK_WALK_H
#define DUET_CHECK_WALK_H

#include "model/chapter.h"

/** Where a walk is. */
struct step {
    const struct chapter *chapter;
    const struct section *section; /* NULL: a footnote */
    const struct node *node;
    bool in_link; /* the node is a part of a link's words */
};

/**
 * Calls `visit` for each node of `c` that is published: blocks and what is in
 * them, headings, captions, and footnotes.
 */
void walk_chapter(const struct chapter *c,
                  void (*visit)(void *state, const struct step *step),
                  void *state);

#endif
