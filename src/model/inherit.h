/**
 * inherit: the sections of a chapter laid over those of the same chapter in
 * the layer below.
 */
#ifndef DUET_MODEL_INHERIT_H
#define DUET_MODEL_INHERIT_H

#include "model/chapter.h"

/**
 * Gives `c` the sections of `below` that it has not. A section of both is the
 * one of `c`, without those inside it, which are matched in their turn. What
 * is new in `c` stands behind the section that stands before it there, or at
 * the end. The opening is the one of `c` where it has a text.
 *
 * `drop` is the YAML of the chapter's `drop`, or NULL: sections to leave out,
 * each by its id and with a reason. Reports drop-without-reason, wrong-type,
 * and unknown-reference for a section that is not below.
 *
 * `below` is used up: its nodes become those of `c`.
 */
void sections_inherit(const struct loading *l, struct chapter *c,
                      struct chapter *below, const struct yaml *drop);

#endif
