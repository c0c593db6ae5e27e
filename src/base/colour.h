/**
 * colour: colours as style sheets write them, and how well one is read on
 * another (WCAG 2.2).
 */
#ifndef DUET_BASE_COLOUR_H
#define DUET_BASE_COLOUR_H

#include "base/str.h"

typedef struct {
    unsigned char red;
    unsigned char green;
    unsigned char blue;
} Colour;

/** Reads `#17212b` or `#fff`. Returns: false when `text` is neither. */
bool colour_parse(Str text, Colour *out);

/**
 * The contrast ratio of two colours in hundredths, rounded down so that nothing
 * passes that should not: 100 for the same twice, 2100 for black on white.
 */
int colour_contrast(Colour a, Colour b);

#endif
