/**
 * chart_lines: the series of a figure as lines.
 *
 * Each line has its name at its end, or above the drawing when names are long,
 * and dashes of its own, so that no colour is needed to tell them apart. Where
 * series are of years the newest is drawn strongest.
 */
#ifndef DUET_RENDER_CHART_LINES_H
#define DUET_RENDER_CHART_LINES_H

#include "render/chart_data.h"
#include "render/chart_draw.h"

/**
 * The scale of the lines of `c`. It starts at 0, but for a full picture of
 * numbers that are all far from it.
 */
Scale chart_line_scale(const struct chart *c);

/** Draws the series of `c`. Returns: the height of the drawing. */
int chart_draw_lines(const struct chart *c, struct buf *out);

#endif
