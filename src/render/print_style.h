/**
 * print_style: what stands in the margins of a printed edition.
 *
 * https://www.w3.org/TR/css-page-3/ gives a page sixteen boxes around its text.
 * Their words are a style sheet's, so each edition has a small one of its own.
 */
#ifndef DUET_RENDER_PRINT_STYLE_H
#define DUET_RENDER_PRINT_STYLE_H

#include "render/body.h"

/**
 * The sheet: the council, the title, and how far the document is, on all pages
 * but the first.
 */
Str print_style(struct arena *a, struct diags *d, const struct scene *scene);

/** Its name in the output's assets, which holds its hash. */
Str print_style_file(struct arena *a, const struct scene *scene, Str css);

#endif
