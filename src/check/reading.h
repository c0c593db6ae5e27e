/**
 * reading: how an edition reads, section by section and sentence by sentence.
 *
 * Prose is scored: paragraphs, and items and fields that end as sentences do.
 * Headings, tables and scraps are not, and no name, number or address counts
 * as a hard word. Editions with a reading age are measured by the words that
 * children know, the others by norms of adults; in other languages than
 * English, of which we have no lists, only sentences are measured.
 */
#ifndef DUET_CHECK_READING_H
#define DUET_CHECK_READING_H

#include "base/decimal.h"
#include "check/capitals.h"
#include "check/passage.h"
#include "check/score.h"
#include "check/vocabulary.h"

enum reading_measure {
    READING_LENGTHS, /* no English: the lengths of sentences alone */
    READING_ADULTS,
    READING_CHILDREN
};

/** What it takes to read a text: opened once, used for every edition. */
struct reading_tools {
    struct arena *arena;
    struct splitter *splitter;
    struct vocabulary *vocabulary;
};

/** A section's own text, the records of a chapter, or a file of records. */
struct reading_part {
    Str name; /* `offers#housing`, `offers, records`, `terms.yaml` */
    const struct passage *first;
    struct score_counts counts;
    size_t passives;                  /* sentences */
    const struct passage *passive_at; /* the first of them */
    Str passive;
};

struct reading {
    enum reading_measure measure;
    struct reading_part *parts;
    size_t nparts;
    struct score_counts whole;
    struct capitals names;
    struct map seen;    /* unfamiliar words to the sample they were seen in */
    size_t sample;      /* its number */
    size_t sample_size; /* words */
};

/**
 * Opens the tools for a text in `language`; end with reading_tools_close().
 * Failure: reported.
 */
MUST_USE bool reading_tools_open(struct arena *a, struct diags *d, Str language,
                                 struct reading_tools *out);
void reading_tools_close(struct reading_tools *t);

/** The language of a publication: the first that it names, or English. */
Str reading_language(const struct publication *p);

/** The limit in years that publication.yaml sets for `ed`, or 0. */
Decimal reading_limit(const struct edition *ed);

/** How `ed` is to be measured. */
enum reading_measure reading_measure_of(const struct reading_tools *t,
                                        const struct edition *ed);

/** Starts the reading of a text, or of an edition, by its passages. */
struct reading reading_start(const struct reading_tools *t,
                             enum reading_measure measure,
                             const struct passages *all);

/** The sentences of a passage, with their names marked. Lifetime: `a`. */
struct sentences reading_split(const struct reading_tools *t,
                               const struct reading *r, struct arena *a,
                               const struct passage *p);

/**
 * Whether `p` names something of somebody else's: where a figure comes from,
 * the title of a document or of a resource.
 */
bool reading_is_citation(const struct passage *p);

/** Counts the passage `p`, one after another in their order. */
void reading_add(const struct reading_tools *t, struct reading *r,
                 const struct passage *p, const struct sentences *sentences);

/** The UK reading age of `counts` in `r`, of which a score is possible. */
double reading_age(const struct reading *r, const struct score_counts *counts);

/**
 * The counts of those of the parts from `from` to before `to` together that
 * have too few words to be scored by themselves.
 */
struct score_counts reading_short_parts(const struct reading *r, size_t from,
                                        size_t to);

/** The first part after `from` that is not of the same chapter. */
size_t reading_chapter_end(const struct reading *r, size_t from);

#endif
