/**
 * chart_words: what a chart says of itself, in the words of the theme.
 *
 * The sentences are strings of the theme with `{names}` in them for the numbers
 * and names, so that a theme says them in its own voice and language.
 */
#ifndef DUET_RENDER_CHART_WORDS_H
#define DUET_RENDER_CHART_WORDS_H

#include "base/message.h"
#include "render/chart_data.h"
#include "render/theme.h"

/**
 * The theme's string `key` with its `{names}` replaced. Reports missing-string,
 * and unknown-variable for a name that is not among the `n` fillings.
 */
Str words_fill(struct arena *a, struct diags *d, const struct theme *t, Str key,
               const struct filling *fillings, size_t n);

/** One sentence that says what the chart shows. */
Str chart_summary(const struct chart *c, struct arena *a, struct diags *d,
                  const struct theme *t);

#endif
