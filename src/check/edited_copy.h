/**
 * edited_copy: edits by hand in the copy of a publication that a fork extends.
 *
 * edited-copy, at the file: `duet upstream --to` replaces the copy, and what
 * was written into it would be gone. A copy without the list of its files
 * (edition/pin.h), which somebody made by hand, is not looked at.
 */
#ifndef DUET_CHECK_EDITED_COPY_H
#define DUET_CHECK_EDITED_COPY_H

#include "check/check.h"
#include "edition/pin.h"

/** A copy as it is now, and what was done to it by hand. */
struct edited_copy {
    Str folder; /* of the fork */
    Str below;  /* of the copy */
    struct pin now;
    struct pin_edits edits;
};

/** Warns of every file of the copy that was changed, added or taken away. */
void check_edited_copy(const struct check *c);

/** Reads the copy `below` of the fork in `folder`. Failure: reported. */
MUST_USE bool edited_copy_read(struct arena *a, struct diags *d, Str folder,
                               Str below, struct edited_copy *out);

/**
 * Reports as errors the edits that would be lost when `newer` takes the copy's
 * place: files changed and added, and not the same in `newer`. Returns: whether
 * there are none.
 */
MUST_USE bool edited_copy_may_go(struct arena *a, struct diags *d,
                                 const struct edited_copy *copy,
                                 const struct pin *newer);

#endif
