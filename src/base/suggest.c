#include "base/suggest.h"

enum { LONGEST = 48 };

/* Damerau-Levenshtein distance (optimal string alignment), by bytes. */
static size_t distance(Str a, Str b)
{
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.n; j++) {
        above[j] = j;
    }
    for (size_t i = 1; i <= a.n; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t differs = ascii_lower(a.p[i - 1]) != ascii_lower(b.p[j - 1]);
            size_t least = above[j - 1] + differs;
            least = above[j] + 1 < least ? above[j] + 1 : least;
            least = now[j - 1] + 1 < least ? now[j - 1] + 1 : least;
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
                a.p[i - 2] == b.p[j - 1] && before[j - 2] + 1 < least) {
                least = before[j - 2] + 1;
            }
            now[j] = least;
        }
        size_t *spare = before;
        before = above;
        above = now;
        now = spare;
    }
    return above[b.n];
}

struct suggest suggest_for(Str wrong)
{
    /* a third of the word may be wrong, as in Clang's and Git's suggestions */
    size_t most = (wrong.n + 2) / 3;
    return (struct suggest){.wrong = wrong, .distance = most + 1};
}

void suggest_try(struct suggest *s, Str known)
{
    if (s->wrong.n == 0 || s->wrong.n > LONGEST || known.n > LONGEST) {
        return;
    }
    size_t d = distance(s->wrong, known);
    if (d < s->distance) {
        s->distance = d;
        s->best = known;
    }
}
