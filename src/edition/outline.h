/**
 * outline: numbers for chapters, headings and paragraphs, and the paragraphs'
 * ids.
 */
#ifndef DUET_EDITION_OUTLINE_H
#define DUET_EDITION_OUTLINE_H

#include "edition/edition.h"

/**
 * Numbers the chapters of `ed` as its plan says. With `sections`, chapters are
 * 1, 2, 3 and appendices A, B, C; what stands in a chapter, paragraphs and
 * headings alike, is 1.1, 1.2 in one sequence, and below a heading 1.2.1.
 */
void outline_number(struct arena *a, struct edition *ed);

#endif
