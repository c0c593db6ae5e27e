/**
 * document_values: what a reader who cites or files a publication must know.
 */
#ifndef DUET_RENDER_DOCUMENT_VALUES_H
#define DUET_RENDER_DOCUMENT_VALUES_H

#include "render/body.h"

/**
 * Adds to the values of the publication of `scene` its address and how it is
 * cited; `map` has the council, the title and the dates already.
 */
void document_values(struct arena *a, const struct scene *scene,
                     struct value *map);

/**
 * The address of the site's file `path`: a whole one when the publication says
 * where it is published, else `path` itself.
 */
Str document_address(struct arena *a, const struct scene *scene, Str path);

#endif
