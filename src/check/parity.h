/**
 * parity: what each edition has of the default one's texts, what it has not,
 * and why: the answer to "did we leave anything out?".
 *
 * The JSON is one object, and stays as it is; keys may be added:
 *
 *     {
 *       "version": 1,
 *       "publications": [
 *         {
 *           "id": "thurrock-2022",
 *           "path": "content/thurrock-2022",
 *           "title": "Corporate Parenting Strategy 2022 to 2024",
 *           "editions": [           each but the default one
 *             {
 *               "edition": "young",
 *               "beside": "formal",
 *               SUM                 of all files
 *               "files": [
 *                 {
 *                   "path": "content/thurrock-2022/chapters/offers.md",
 *                   "title": "What we offer",     empty for a YAML file
 *                   SUM                           of this file
 *                   "items": [
 *                     {
 *                       "state": "withheld",
 *                       "kind": "section",        or chapter, opening,
 *                       "id": "by-age",           publication, or a record's
 *                       "title": "Offers by age",
 *                       "line": 31,
 *                       "review": "stale",        or done, reworded, never;
 *                                                 left out when it is no pair
 *                       "why": "The table labels its reader."   left out when
 *                     }                                         there is none
 *                   ]
 *                 }
 *               ]
 *             }
 *           ],
 *           "translations": [       of editions into other languages
 *             {
 *               "edition": "young-ar",
 *               "language": "ar",
 *               "translated": 180,  sections and records with texts
 *               "of": 205,
 *               "reviews": {"done": 20, "reworded": 1, "stale": 1, "never": 4},
 *               "left": ["offers#housing@young-ar"]
 *             }
 *           ]
 *         }
 *       ]
 *     }
 *
 * where a SUM is the keys
 *
 *     "share": 0.93,              paired ÷ (paired + covered + withheld +
 *                                 missing); null when there are none of these
 *     "states": {"paired": 26, "covered": 1, "withheld": 1, "only": 0,
 *                "missing": 0, "shared": 4},
 *     "reviews": {"done": 20, "reworded": 1, "stale": 1, "never": 4},
 *     "words": {"formal": 1204, "young": 640}
 */
#ifndef DUET_CHECK_PARITY_H
#define DUET_CHECK_PARITY_H

#include "base/buf.h"
#include "edition/ledger.h"

/** What an edition has of a section or record, beside the default edition. */
enum parity_state {
    PARITY_SHARED,   /* one text for all, or none of its own */
    PARITY_PAIRED,   /* a text in each voice */
    PARITY_COVERED,  /* the section above speaks for it */
    PARITY_WITHHELD, /* left out, with a reason */
    PARITY_ONLY,     /* the default edition does not have it */
    PARITY_MISSING,  /* left out, without a reason */
    PARITY_STATES
};

struct parity_item {
    enum parity_state state;
    Str kind; /* `section`, or of a record */
    Str id;
    Str title;
    size_t line;
    Str why;            /* or empty */
    bool pair;          /* what `review` is said of */
    enum review review; /* by people, as the ledger has it */
};

struct parity_sum {
    size_t states[PARITY_STATES];
    size_t reviews[REVIEW_STATES]; /* of pairs */
    size_t words[2];               /* of the default edition, and of this one */
};

struct parity_file {
    Str path;
    Str title;
    struct parity_item *items;
    size_t n;
    struct parity_sum sum;
};

/** An edition beside the default one. */
struct parity {
    const struct edition *beside;
    const struct edition *ed;
    struct parity_file *files; /* publication.yaml, chapters, records' files */
    size_t n;
    struct parity_sum sum;
};

/** A publication's editions beside its default one. */
struct parity_report {
    const struct publication *pub;
    Str title;
    struct parity editions[VOICES_MAX];
    size_t n;
    struct parity_translation {
        struct translation progress;
        size_t reviews[REVIEW_STATES];
    } * translations;
    size_t ntranslations;
};

/** Compares the edition `voice`, which is not 0, with the default edition. */
struct parity parity_of(struct arena *a, struct diags *d,
                        struct edition *const *editions, size_t voice);

/** Compares all `n` editions of `p`, which stand as for check_run(), with its
 * default one, and translations with their originals. */
struct parity_report parity_report_of(struct arena *a, struct diags *d,
                                      const struct publication *p,
                                      struct edition *const *editions,
                                      size_t n);

/** Adds the reports as text for people, or as JSON. */
void parity_write_text(struct buf *out, const struct parity_report *reports,
                       size_t n);
void parity_write_json(struct buf *out, const struct parity_report *reports,
                       size_t n);

#endif
