/**
 * markdown_image: images, for markdown.c and markdown_inline.c.
 *
 * `![what it shows](images/x.png "caption")`. What it shows is read aloud to
 * people who cannot see it, so it is words and inserts alone. A picture that
 * tells nothing says so: `![](images/x.png "decorative")`.
 */
#ifndef DUET_READ_MARKDOWN_IMAGE_H
#define DUET_READ_MARKDOWN_IMAGE_H

#include "read/markdown_inline.h"

/** Takes the target and the title of `n` over into `image`. */
void image_convert(struct md *md, cmark_node *n, struct node *image);

/**
 * Checks the words of `image`, which it has by now. Reports missing-alt,
 * decorative-alt and alt-markup.
 */
void image_check_words(struct md *md, const struct node *image);

/** Reports misplaced-picture for each image in `n`, which is a line of text. */
void image_refuse(struct md *md, const struct node *n);

#endif
