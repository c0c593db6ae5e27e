/**
 * pictures: the files that a publication's images show, each read once.
 *
 * `![what it shows](images/house.png "caption")`. The path goes from the
 * publication's folder, or, when it starts with `./` or `../`, from the
 * chapter's own, as editors show it; either way the file lies in the
 * publication's folder. A picture alone in its paragraph may have a caption,
 * and a long description right below it: `::: description`, text, `:::`.
 */
#ifndef DUET_MODEL_PICTURES_H
#define DUET_MODEL_PICTURES_H

#include "model/publication.h"

/**
 * Gives each image of `p`, in whichever voice, its picture, and `p` its card.
 *
 * Reports bad-link, missing-file, too-large, picture-format, picture-broken,
 * picture-rotated, picture-caption, misplaced-description, empty-description,
 * and the warnings picture-large and photo-location. An image with a mistake
 * is left without a picture. Lifetime of the pictures: `a`.
 */
void pictures_find(struct arena *a, struct diags *d, struct publication *p);

#endif
