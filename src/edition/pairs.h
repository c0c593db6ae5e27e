/**
 * pairs: the texts of one edition that were written from another's, each
 * beside the text that it was written from.
 *
 * A section is a pair, with what it stands for below it; so is the start of a
 * chapter (its title, its summary, its text before the first heading, and its
 * records without ids), each record, and publication.yaml. Only texts with a
 * voice of their own in both editions count: what is written once for all
 * moves with itself.
 *
 * A translation makes pairs, too: each text that is translated, beside the text
 * of the same voice in the original's language.
 *
 * A pair is its words. White space and line breaks are none, markup is none,
 * and an insert counts as the author wrote it, `{{ figure looked-after 2022
 * }}`: a figure that changes is the same in both editions.
 */
#ifndef DUET_EDITION_PAIRS_H
#define DUET_EDITION_PAIRS_H

#include "edition/edition.h"

struct pair {
    /* `offers#housing@young`, `offers.md@young`, `council-tax@young-ar` or
     * `publication.yaml@young`: unique, whatever the order of things */
    Str name;
    Str edition;                /* its part after the `@`: the folder of `to` */
    const struct edition *from; /* which has the source */
    const struct edition *to;
    /* words with one space between them, and a line for each block */
    Str source;
    Str text;
    const struct source *src; /* the file that the text is in */
    Str where;
    const struct section *section; /* or NULL; the opening of a chapter */
    const struct record *record;   /* or NULL */
};

struct pairs {
    struct pair *items;
    size_t n;
    struct map by_name;
};

/**
 * Adds to `out` the pairs of the default edition and `voice`, which is not 0.
 * Start with pairs_in(). Lifetime: the arena of `out`, and the publication.
 */
void pairs_add(struct pairs *out, struct edition *const *editions,
               size_t voice);

/** An empty list of pairs that grows in `a`. */
struct pairs pairs_in(struct arena *a);

/** How far a translation has come. */
struct translation {
    const struct edition *ed;
    size_t texts; /* sections and records of its voice */
    Str *left;    /* the names of those that are not translated */
    size_t nleft;
};

/**
 * Adds to `out` the pairs of the edition `original` and its translation `ed`.
 */
struct translation pairs_translate(struct pairs *out,
                                   const struct edition *original,
                                   const struct edition *ed);

/** The pairs of all `n` editions but the default one: those of the original's
 * language by voice, then those in other languages. */
struct pairs pairs_of(struct arena *a, struct edition *const *editions,
                      size_t n);

/** Returns: the pair of this name, or NULL. */
const struct pair *pairs_find(const struct pairs *pairs, Str name);

/**
 * `text` as a pair has it: one space between words, no empty line, and nothing
 * that a ledger could not hold.
 */
Str pairs_words(struct arena *a, Str text);

#endif
