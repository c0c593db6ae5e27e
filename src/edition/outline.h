/**
 * outline: numbers for chapters, headings and paragraphs, and the paragraphs'
 * ids.
 */
#ifndef DUET_EDITION_OUTLINE_H
#define DUET_EDITION_OUTLINE_H

#include "edition/edition.h"

/**
 * Numbers the chapters of `ed` as its plan says.
 *
 * `sections`: chapters are 1, 2, 3; what stands in one, paragraphs and headings
 * alike, is 1.1, 1.2 in one sequence, and below a heading 1.2.1. `headings`:
 * the same without the paragraphs. `continuous`: paragraphs are 1 to N through
 * all chapters, and the items of numbered lists a), b), c), as in a committee's
 * report. Appendices are A, B, C, or A1, A2, A3.
 */
void outline_number(struct arena *a, struct edition *ed);

#endif
