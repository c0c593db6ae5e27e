/**
 * passive: sentences that do not say who does what.
 *
 * A form of "be" and a participle, with adverbs between them: "is checked",
 * "will not always be told". A guess by the look of the words, good enough to
 * count; words that tell how somebody is (worried, allowed) are not meant.
 */
#ifndef DUET_CHECK_PASSIVE_H
#define DUET_CHECK_PASSIVE_H

#include "check/sentences.h"
#include "check/vocabulary.h"

/** Whether the English sentence `s` has a passive. */
bool passive_in(struct vocabulary *v, const struct sentence *s);

#endif
