/**
 * worddiff: what changed between two texts, word by word.
 *
 * Words are what stands between white space, so line breaks are no change. The
 * difference is the smallest one (E. W. Myers, "An O(ND) Difference Algorithm",
 * Algorithmica 1, 1986), unless two texts differ in more than WORDDIFF_MAX
 * words: then all between what they begin and end with alike is one change.
 */
#ifndef DUET_BASE_WORDDIFF_H
#define DUET_BASE_WORDDIFF_H

#include "base/buf.h"

enum { WORDDIFF_MAX = 1000 };

enum word_change { WORDS_SAME, WORDS_GONE, WORDS_NEW };

/** Words of one kind in a row. What is gone comes before what is new. */
struct word_run {
    enum word_change change;
    size_t before; /* the place of the first one among the words before */
    size_t after;  /* and among those after */
    size_t n;
};

struct word_diff {
    Str *before;
    size_t nbefore;
    Str *after;
    size_t nafter;
    struct word_run *runs;
    size_t n;
};

/** Compares two texts. Lifetime: `a`, and the texts. */
struct word_diff word_diff(struct arena *a, Str before, Str after);

/** Whether the texts have the same words. */
bool word_diff_none(const struct word_diff *d);

/**
 * Adds the text after with what changed marked: `a [-small-]{+good+} home`.
 * Of what did not change, `context` words are kept beside each change, and
 * `…` stands for the others; SIZE_MAX keeps all.
 */
void word_diff_show(struct buf *out, const struct word_diff *d, size_t context);

#endif
