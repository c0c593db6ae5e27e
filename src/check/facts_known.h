/**
 * facts_known: what is known about a text in another voice: the numbers of its
 * twin in the default edition, and of the figures and records that it cites.
 */
#ifndef DUET_CHECK_FACTS_KNOWN_H
#define DUET_CHECK_FACTS_KNOWN_H

#include "check/check.h"
#include "check/numbers.h"

/** A number that is known, and from where. */
struct fact {
    struct number number;
    const struct passage *from; /* NULL: from a field that is no text */
};

struct facts {
    struct fact *items;
    size_t n;
    /* How many things there are of what the text lists or counts. */
    size_t *counts;
    size_t ncounts;
    /* The passages that the numbers are from. */
    const struct passage **texts;
    size_t ntexts;
};

/** The default edition's numbers, passage by passage, found once. */
struct known {
    const struct check *check;
    struct numbers *numbers; /* for each of check->passages[0] */
    struct map chapters;     /* chapter id to struct known_range */
    struct facts common;     /* what the publication says of itself */
};

struct known *known_create(const struct check *c);

/**
 * What is known for `p`: for a record's field from the same record; for a
 * section from the same section and those below it that its edition covers with
 * it. Lifetime: the arena of the check.
 */
struct facts known_for(const struct known *k, const struct passage *p);

/** Whether `a` and `b`, passages of one edition, have the same twin. */
bool known_same_twin(const struct passage *a, const struct passage *b);

/** Adds the numbers of the text of `p`, and the text. */
void known_add_text(const struct check *c, struct facts *to,
                    const struct passage *p);

/** Adds the numbers of the fields of `r` that are no texts, and its counts. */
void known_add_fields(const struct check *c, struct facts *to,
                      const struct record *r);

#endif
