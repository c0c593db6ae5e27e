/**
 * chart_axis: the numbers up the side of a chart and the names along its foot.
 */
#ifndef DUET_RENDER_CHART_AXIS_H
#define DUET_RENDER_CHART_AXIS_H

#include "render/chart_data.h"
#include "render/chart_draw.h"

/** The size of what stands on an axis. */
int axis_size(const struct chart *c);

/** How far from the left the lines begin that go across from the ticks. */
int axis_scale_width(const struct chart *c, struct arena *a, Scale s);

/**
 * Writes the ticks of `s` up from `top` + `height`, with lines that go across
 * to `right`.
 */
void axis_write_scale(const struct chart *c, struct buf *out, Scale s, int top,
                      int height, int right);

/**
 * Writes the names of `c` on the line `y`, the first around `first` and each
 * next one `step` further; some are left out when there is no room for all.
 */
void axis_write_names(const struct chart *c, struct buf *out, int first,
                      int step, int y);

#endif
