/**
 * order: which chapters a publication has, and in which order.
 */
#ifndef DUET_MODEL_ORDER_H
#define DUET_MODEL_ORDER_H

#include "model/publication.h"

/**
 * Reads the one chapter of a publication that is a single file. Returns: false
 * after reporting that it could not be used.
 */
MUST_USE bool order_single(struct loading *l, struct publication *p, Str path);

/**
 * Reads the chapters and appendices that publication.yaml names, or every
 * Markdown file in the order of their names. Returns: false after reporting
 * that there is none.
 */
MUST_USE bool order_folder(struct loading *l, struct publication *p);

#endif
