/**
 * tel: telephone numbers of the United Kingdom, as a page can call them.
 */
#ifndef DUET_RENDER_TEL_H
#define DUET_RENDER_TEL_H

#include "base/arena.h"
#include "base/str.h"

/** `tel:08001111` for `0800 1111`; empty for no number. */
Str tel_call(struct arena *a, Str number);

/** `sms:85258`; empty for no number. */
Str tel_message(struct arena *a, Str number);

/**
 * Whether a call costs nothing, from a mobile telephone as well: numbers that
 * begin with 080 or 116 (Ofcom, July 2015), and 999, 112, 111, 101 and 105.
 */
bool tel_is_free(Str number);

/** Whether it is the number for emergencies: 999 or 112. */
bool tel_is_urgent(Str number);

#endif
