/**
 * chart: a figure as a picture, a sentence and a table.
 *
 * The picture is SVG inside the page, without colours or styles of its own, so
 * that it follows the theme, forced colours and print. Everything that it shows
 * is in the table under it as well.
 */
#ifndef DUET_RENDER_CHART_H
#define DUET_RENDER_CHART_H

#include "render/body.h"

/**
 * Writes what `{{ chart ID }}` places. On the site it leads to the figure's
 * data, `../data/ID.csv`. A figure that there is not was reported when the
 * edition was built.
 */
void chart_write(struct body *b, struct buf *out, const struct insert *in);

#endif
