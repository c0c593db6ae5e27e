/**
 * image: pictures in a chapter's text.
 */
#ifndef DUET_RENDER_IMAGE_H
#define DUET_RENDER_IMAGE_H

#include "render/body.h"

/** Writes the image `n` as a part of a line. */
void image_write(struct body *b, struct buf *out, const struct node *n);

/** Writes the image `n`, alone in its paragraph, with its caption. */
void image_write_figure(struct body *b, struct buf *out, const struct node *n);

#endif
