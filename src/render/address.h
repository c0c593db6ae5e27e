/**
 * address: where a publication is on the web, when it says so (`site.url`).
 */
#ifndef DUET_RENDER_ADDRESS_H
#define DUET_RENDER_ADDRESS_H

#include "model/publication.h"

/**
 * The whole address of the file `path`, from the publication's folder. Empty
 * when the publication does not know its own.
 */
Str address_of(struct arena *a, const struct publication *p, Str path);

/**
 * The address of the publication's folder without the server's name:
 * `/strategies/`. Empty when it is not known.
 */
Str address_folder(struct arena *a, const struct publication *p);

#endif
