/**
 * contrast: whether a theme's texts can be read on their grounds.
 */
#ifndef DUET_RENDER_CONTRAST_H
#define DUET_RENDER_CONTRAST_H

#include "render/style.h"

/**
 * Checks the `pairs` of a theme.yaml, lists of a text's token and its ground's,
 * with the values that the tokens have in the end, in light, dark and each
 * palette. Reports
 * low-contrast (an error under 4.5 to 1, a warning under 7 to 1), wrong-type,
 * bad-token.
 */
void contrast_check(const struct style *s, struct diags *d,
                    const struct source *src, const struct yaml *pairs);

#endif
