/**
 * promised: the promises as an edition's first page shows them.
 */
#ifndef DUET_RENDER_PROMISED_H
#define DUET_RENDER_PROMISED_H

#include "render/body.h"

/**
 * The first promises of the edition, how many there are of each status, and
 * where they all are: `promised`. Null when there are none.
 */
struct value *promised_values(struct body *b);

#endif
