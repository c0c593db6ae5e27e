/**
 * offers: whether a young person can find an offer, ask for it and rely on it.
 */
#ifndef DUET_CHECK_OFFERS_H
#define DUET_CHECK_OFFERS_H

#include "check/check.h"

/**
 * Reports category-uncovered, no-way-to-ask, amount-without-date,
 * expired-offer, offer-incomplete and offer-unfindable.
 */
void check_offers(const struct check *c);

#endif
