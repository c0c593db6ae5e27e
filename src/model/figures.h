/**
 * figures: whether the figures of a publication hold together.
 */
#ifndef DUET_MODEL_FIGURES_H
#define DUET_MODEL_FIGURES_H

#include "model/publication.h"

/**
 * Checks that each figure has points, or else a number of each series for each
 * name of x. Reports bad-figure and bad-id.
 */
void figures_check(struct diags *d, const struct publication *p);

#endif
