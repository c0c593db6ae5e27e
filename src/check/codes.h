/**
 * codes: every kind of message that Duet can report, declared once: what must
 * be so, why it matters, and what to write.
 *
 * `duet explain`, the reporters, `allow` and the reference all come from this
 * table. tests/codes holds it to what the program really reports. A code that
 * has been released keeps its meaning for good.
 */
#ifndef DUET_CHECK_CODES_H
#define DUET_CHECK_CODES_H

#include "base/diag.h"

enum area {
    AREA_CONTENT,
    AREA_PARITY,
    AREA_READING,
    AREA_FACTS,
    AREA_OFFERS,
    AREA_STRUCTURE,
    AREA_LEFTOVERS,
    AREA_SAFEGUARDING,
    AREA_DATES,
    AREA_THEME,
    AREA_OUTPUT, /* and the machine */
    AREA_COUNT
};

struct code {
    Str name;
    enum area area;
    enum severity severity; /* by default */
    bool may_be_allowed;    /* may be silenced, with a reason */
    bool needs_today;       /* is found only when the day is known */
    Str rule;               /* what must be so */
    Str reason;             /* why it matters */
    Str mend;               /* what to write */
};

/** Returns: the area's name, `content`, and what it is about, in a line. */
Str area_name(enum area area);
Str area_about(enum area area);

/** Returns: the code called `name`, or NULL. */
const struct code *code_find(Str name);

/**
 * Returns: the code after `c`, or the first one for NULL; NULL after the last.
 * They come area by area.
 */
const struct code *code_next(const struct code *c);

#endif
