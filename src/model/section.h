/**
 * section: a chapter's document tree cut into sections and voices.
 */
#ifndef DUET_MODEL_SECTION_H
#define DUET_MODEL_SECTION_H

#include "model/chapter.h"

/**
 * Cuts `c->doc` into `c->opening` and `c->sections`. When the chapter has no
 * title yet, a heading of the first level becomes it.
 */
void sections_build(const struct loading *l, struct chapter *c);

#endif
