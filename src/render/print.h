/**
 * print: the whole edition on one page, for paper.
 */
#ifndef DUET_RENDER_PRINT_H
#define DUET_RENDER_PRINT_H

#include "render/body.h"

/** The contents, all chapters, and the words they explain, as `print`. */
struct value *print_values(struct body *b);

#endif
