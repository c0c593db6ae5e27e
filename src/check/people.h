/**
 * people: names of persons in a text.
 */
#ifndef DUET_CHECK_PEOPLE_H
#define DUET_CHECK_PEOPLE_H

#include "check/texts.h"

/** What is known of names. */
struct people {
    struct map first; /* first names */
    struct map roles; /* words of roles: Chair, Director */
    struct map mail;  /* hosts of private e-mail addresses */
};

struct people people_read(struct arena *a);

/** Whether `word`, as people write it or in small letters, is a first name. */
bool people_is_first(const struct people *known, struct arena *a, Str word);

/** Reports named-person in `all`. */
void check_people(const struct check *c, const struct people *known,
                  const struct passages *all);

#endif
