/**
 * todo: what a council still has to write itself, of a publication that it
 * extends.
 *
 * The layers below say what that is: records with `local: true`, of which the
 * record table knows the fields; parts of chapters under `local` in their front
 * matter; and of publication.yaml what no council shares with another. A thing
 * is done when the publication's own files have it, when it was dropped, or
 * when they say `local: false`.
 */
#ifndef DUET_CHECK_TODO_H
#define DUET_CHECK_TODO_H

#include "model/publication.h"

struct todo {
    const struct source *src; /* the file to write in, which need not exist */
    Str where;                /* or with a NULL pointer the file as a whole */
    Str lacks;                /* what is wrong, without a full stop */
    Str help;                 /* what to write */
    bool done;
};

struct todos {
    struct todo *items; /* in the order in which to do them: who the council
                           is, whom to ring, sums of money, figures, texts, who
                           approved it */
    size_t n;
};

/**
 * Returns: the list for `p`; empty when it extends nothing. `d` must know the
 * files of `p`; nothing is reported to it. Lifetime: `a`.
 */
struct todos todos_of(struct arena *a, const struct diags *d,
                      const struct publication *p);

/** Whether `src` is a file of the publication itself, of no layer below. */
bool todo_is_own(struct arena *a, const struct publication *p,
                 const struct source *src);

#endif
