/**
 * allow: findings that an author passes over, each with a reason.
 *
 * `allow: {hard-word: "the name of the law"}` in a chapter's front matter holds
 * for that chapter's file, in publication.yaml for the whole publication. What
 * it silences is counted and not printed.
 *
 * Two rules say what can go. The table of codes marks those that can be allowed
 * (MAY): all are warnings, and matters of judgement. And an error never goes,
 * not even of such a code: missing-voice where parity is required, a number in
 * personal-data that can only be one person's.
 */
#ifndef DUET_CHECK_ALLOW_H
#define DUET_CHECK_ALLOW_H

#include "model/publication.h"

/** One code that may be passed over. */
struct allowance {
    Str code;
    Str where; /* of the code, in `src` */
    const struct source *src;
    Str path; /* of the file that it holds for; empty: the publication */
    bool used;
};

struct allowances {
    Str folder; /* what the paths of the publication's files begin with */
    struct allowance *items;
    size_t n;
};

/**
 * Reads what the authors of `p` allow. Reports allow-without-reason,
 * unknown-code, cannot-allow, wrong-type.
 */
struct allowances allow_read(struct arena *a, struct diags *d,
                             const struct publication *p);

/** Silences what is allowed. To be called again when more was reported. */
void allow_apply(struct allowances *allowed, struct diags *d);

/**
 * Reports unused-allow for what has silenced nothing. Without `today` (its year
 * is 0) the rules that need it were not asked, and nothing is said of them.
 */
void allow_report_unused(const struct allowances *allowed, Date today,
                         struct diags *d);

#endif
