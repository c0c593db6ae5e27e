/**
 * place: which records stand in which chapter of an edition.
 */
#ifndef DUET_EDITION_PLACE_H
#define DUET_EDITION_PLACE_H

#include "edition/edition.h"

/**
 * Fills `ed->pages`, and the `rest` of each chapter with the records that it
 * declares and no insert places, so that nothing written is lost.
 */
void place_records(struct arena *a, struct diags *d, struct edition *ed);

#endif
