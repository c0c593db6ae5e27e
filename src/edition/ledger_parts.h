/**
 * ledger_parts: what reading a ledger shares with keeping one.
 */
#ifndef DUET_EDITION_LEDGER_PARTS_H
#define DUET_EDITION_LEDGER_PARTS_H

#include "edition/ledger.h"

/** Adds an entry, or replaces the one of its name. */
void ledger_add(struct ledger *l, struct ledger_entry e);

/** Whether `hash` is that of these words, however they are spaced. */
bool ledger_hash_fits(struct arena *a, Str words, Str hash);

#endif
