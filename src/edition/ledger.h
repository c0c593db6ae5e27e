/**
 * ledger: what people have reviewed (DESIGN: the ledger), in a file beside the
 * publication that merges well and that people can read.
 *
 *     reviewed:
 *       offers#housing@young:
 *         date: 2026-11-22
 *         by: "Participation officer"
 *         source: 5f0c…      the hash of the words it was written from
 *         text: 81d2…        the hash of its own words
 *         was: >-            the words that it was written from
 *           Housing
 *
 *           We find each care leaver a home …
 *     upstream:
 *       aims#homes:
 *         date: 2026-11-22   with `by`: once somebody has looked
 *         by: "Editor"
 *         was:               what stood upstream then, by parts
 *           text: >-
 *             We find each child a home …
 *     reading-ages:
 *       offers#housing@young: 11.4
 *
 * Entries are sorted by their names, and nothing in one depends on another.
 * Under `upstream` stand the units of a fork that had changed in the layer
 * below when a new version of it was taken (edition/forks.h).
 * Reading ages stand there for the parts of an edition that read older than
 * its limit: they may only get better (check/ratchet.h).
 */
#ifndef DUET_EDITION_LEDGER_H
#define DUET_EDITION_LEDGER_H

#include "base/decimal.h"
#include "edition/pairs.h"

struct ledger_entry {
    Str name; /* of a pair */
    Date date;
    Str by;     /* a role */
    Str source; /* hashes */
    Str text;
    Str was;   /* the source's words then, as a pair has them */
    Str where; /* in the ledger; empty: new */
};

struct ledger_age {
    Str name; /* of a part of an edition */
    Decimal years;
};

/** A part of a unit of the layer below, as a person knows it. */
struct ledger_was {
    Str part;
    Str was; /* empty: it was not there */
};

struct ledger_fork {
    Str name;  /* of a unit */
    Date date; /* without a year, as `by`: nobody has looked */
    Str by;
    struct ledger_was *parts;
    size_t nparts;
};

struct ledger {
    struct arena *arena;
    Str path;
    Str bytes; /* of the file; empty when there is none */
    struct ledger_entry *entries;
    size_t n;
    struct map by_name; /* to places in `entries` */
    struct ledger_fork *forks;
    size_t nforks;
    struct ledger_age *ages;
    size_t nages;
};

/** What is known of a pair. */
enum review {
    REVIEW_NEVER,    /* nobody has looked at it */
    REVIEW_DONE,     /* as it was when somebody did */
    REVIEW_REWORDED, /* the derived text has changed since, the source not */
    REVIEW_STALE,    /* its source has changed since */
    REVIEW_STATES
};

/**
 * Reads the ledger at `path`; where there is no such file it is empty.
 *
 * Returns: false after reporting damaged-ledger, or what makes it no YAML.
 */
MUST_USE bool ledger_load(struct arena *a, struct diags *d, Str path,
                          struct ledger *out);

/** Returns: the entry of this name, or NULL. */
const struct ledger_entry *ledger_find(const struct ledger *l, Str name);

/** What is known of `pair`. */
enum review ledger_review(const struct ledger *l, const struct pair *pair);

/** Whether the pair's own text is not as it was when `e` was made. */
bool ledger_reworded(struct arena *a, const struct ledger_entry *e,
                     const struct pair *pair);

/** Records that `by` has reviewed `pair` on `date`. */
void ledger_accept(struct ledger *l, const struct pair *pair, Date date,
                   Str by);

/** Drops the entries of which `pairs` has none any more. */
void ledger_drop_gone(struct ledger *l, const struct pairs *pairs);

/** Returns: the reading age recorded for the part `name`, or 0. */
Decimal ledger_age(const struct ledger *l, Str name);

/** Records a part's reading age; 0 takes it away. */
void ledger_set_age(struct ledger *l, Str name, Decimal years);

/** The text of the file. */
Str ledger_write(struct arena *a, const struct ledger *l);

#endif
