/**
 * chapter_values: a chapter as data for templates, its body written.
 */
#ifndef DUET_RENDER_CHAPTER_VALUES_H
#define DUET_RENDER_CHAPTER_VALUES_H

#include "render/body.h"

/** The chapter of `b`. Its words are those explained on the page so far. */
struct value *chapter_values(struct body *b);

/** The words that the page of `b` has explained, in the order of their use. */
struct value *chapter_words(struct body *b);

#endif
