/**
 * sign: a theme's picture for a browser's tab and a telephone's home screen.
 */
#ifndef DUET_RENDER_SIGN_H
#define DUET_RENDER_SIGN_H

#include "render/theme.h"

/**
 * Draws the theme's icon `app`, or else `heart`, in the theme's colours, as an
 * SVG file. `whole`: the ground fills the square, and the drawing keeps within
 * the circle that no system cuts away (W3C Web App Manifest, "maskable").
 */
Str sign_draw(struct arena *a, const struct theme *t, bool whole);

#endif
