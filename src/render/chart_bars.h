/**
 * chart_bars: the points of a figure as bars.
 *
 * Times stand as columns from left to right; names lie in rows, beside their
 * bars or, when they are long, above them, and so does everything in an
 * edition that gets simple pictures. The newest of times is drawn strongest.
 */
#ifndef DUET_RENDER_CHART_BARS_H
#define DUET_RENDER_CHART_BARS_H

#include "base/buf.h"
#include "render/chart_data.h"

/** Draws the points of `c`. Returns: the height of the drawing. */
int chart_draw_bars(const struct chart *c, struct buf *out);

#endif
