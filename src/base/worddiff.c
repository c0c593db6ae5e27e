#include "base/worddiff.h"

#include <stdint.h>

#include "base/map.h"

/* The state of one comparison, of numbers that stand for words. */
struct search {
    struct arena *arena;
    const uint32_t *before;
    int32_t nbefore;
    const uint32_t *after;
    int32_t nafter;
    /* row d: how far each diagonal came with d changes; diagonal k, which is
     * the place before less the place after, is at (k + d) / 2 */
    int32_t *rows[WORDDIFF_MAX + 1];
};

static Str *split(struct arena *a, Str text, size_t *n)
{
    Str *words = NULL, word;
    while (str_cut_word(&text, &word)) {
        *LIST_ADD(a, words, *n) = word;
    }
    return words;
}

/* A number for each word, the same for the same word. */
static uint32_t *number(struct map *known, const Str *words, size_t n)
{
    uint32_t *out = ARENA_NEW(known->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t *id = map_get(known, words[i]);
        if (id == NULL) {
            id = ARENA_NEW(known->arena, uint32_t, 1);
            *id = (uint32_t)known->n;
            map_put(known, words[i], id);
        }
        out[i] = *id;
    }
    return out;
}

/* Whether the diagonal at `i` of row `d` is reached by a new word, not by one
 * that is gone. */
static bool by_new(const int32_t *last, int32_t d, int32_t i)
{
    return i == 0 || (i != d && last[i - 1] < last[i]);
}

/* Row `d` from the one before. Returns: whether it reaches both ends. */
static bool fill_row(struct search *s, int32_t d)
{
    const int32_t *last = d == 0 ? NULL : s->rows[d - 1];
    int32_t *row = ARENA_NEW(s->arena, int32_t, (size_t)d + 1);
    s->rows[d] = row;
    for (int32_t i = 0; i <= d; i++) {
        int32_t k = 2 * i - d;
        int32_t x = d == 0 ? 0 : by_new(last, d, i) ? last[i] : last[i - 1] + 1;
        while (x < s->nbefore && x - k < s->nafter &&
               s->before[x] == s->after[x - k]) {
            x++;
        }
        row[i] = x;
        if (k == s->nbefore - s->nafter && x >= s->nbefore) {
            return true;
        }
    }
    return false;
}

/* Marks the words that are not on the path which ended in row `d`. */
static void trace(const struct search *s, int32_t d, bool *gone, bool *fresh)
{
    int32_t x = s->nbefore, y = s->nafter;
    for (; d > 0; d--) {
        const int32_t *last = s->rows[d - 1];
        int32_t i = (x - y + d) / 2;
        if (by_new(last, d, i)) {
            y = last[i] - (x - y + 1);
            x = last[i];
            fresh[y] = true;
        } else {
            y = last[i - 1] - (x - y - 1);
            x = last[i - 1];
            gone[x] = true;
        }
    }
}

/* Marks what changed between the common beginning and the common end. */
static void compare(struct search *s, bool *gone, bool *fresh)
{
    for (int32_t d = 0; d <= WORDDIFF_MAX; d++) {
        if (fill_row(s, d)) {
            trace(s, d, gone, fresh);
            return;
        }
    }
    for (int32_t i = 0; i < s->nbefore; i++) {
        gone[i] = true;
    }
    for (int32_t i = 0; i < s->nafter; i++) {
        fresh[i] = true;
    }
}

static void add_run(struct arena *a, struct word_diff *d,
                    enum word_change change, struct word_run at, size_t n)
{
    if (n > 0) {
        *LIST_ADD(a, d->runs, d->n) =
            (struct word_run){change, at.before, at.after, n};
    }
}

static void build_runs(struct arena *a, struct word_diff *d, const bool *gone,
                       const bool *fresh)
{
    struct word_run at = {.change = WORDS_SAME};
    while (at.before < d->nbefore || at.after < d->nafter) {
        size_t n = 0;
        while (at.before + n < d->nbefore && gone[at.before + n]) {
            n++;
        }
        add_run(a, d, WORDS_GONE, at, n);
        at.before += n;
        for (n = 0; at.after + n < d->nafter && fresh[at.after + n];) {
            n++;
        }
        add_run(a, d, WORDS_NEW, at, n);
        at.after += n;
        n = 0;
        while (at.before + n < d->nbefore && !gone[at.before + n] &&
               !fresh[at.after + n]) {
            n++;
        }
        add_run(a, d, WORDS_SAME, at, n);
        at.before += n;
        at.after += n;
    }
}

struct word_diff word_diff(struct arena *a, Str before, Str after)
{
    struct word_diff d = {0};
    d.before = split(a, before, &d.nbefore);
    d.after = split(a, after, &d.nafter);
    struct arena *scratch = arena_create();
    struct map known = map_in(scratch);
    const uint32_t *x = number(&known, d.before, d.nbefore);
    const uint32_t *y = number(&known, d.after, d.nafter);
    bool *gone = ARENA_NEW(scratch, bool, d.nbefore);
    bool *fresh = ARENA_NEW(scratch, bool, d.nafter);
    size_t n = d.nbefore < d.nafter ? d.nbefore : d.nafter;
    size_t start = 0, end = 0;
    while (start < n && x[start] == y[start]) {
        start++;
    }
    while (end < n - start && x[d.nbefore - 1 - end] == y[d.nafter - 1 - end]) {
        end++;
    }
    struct search *s = ARENA_NEW(scratch, struct search, 1);
    s->arena = scratch;
    s->before = x + start;
    s->nbefore = (int32_t)(d.nbefore - start - end);
    s->after = y + start;
    s->nafter = (int32_t)(d.nafter - start - end);
    compare(s, gone + start, fresh + start);
    build_runs(a, &d, gone, fresh);
    arena_free(scratch);
    return d;
}

bool word_diff_none(const struct word_diff *d)
{
    return d->n == 0 || (d->n == 1 && d->runs[0].change == WORDS_SAME);
}

static void add_words(struct buf *out, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_add(out, i > 0 ? S(" ") : S(""));
        buf_add(out, words[i]);
    }
}

/* What did not change, with its middle (or an end of the text) left out. */
static void show_same(struct buf *out, const struct word_diff *d, size_t run,
                      size_t context)
{
    const struct word_run *r = &d->runs[run];
    const Str *words = d->after + r->after;
    size_t head = run == 0 ? 0 : context, tail = run + 1 == d->n ? 0 : context;
    if (context >= r->n || head + tail >= r->n) {
        add_words(out, words, r->n);
        return;
    }
    add_words(out, words, head);
    buf_add(out, head > 0 ? S(" …") : S("…"));
    buf_add(out, tail > 0 ? S(" ") : S(""));
    add_words(out, words + r->n - tail, tail);
}

void word_diff_show(struct buf *out, const struct word_diff *d, size_t context)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct word_run *r = &d->runs[i];
        bool joined = i > 0 && r->change == WORDS_NEW &&
                      d->runs[i - 1].change == WORDS_GONE;
        buf_add(out, i == 0 || joined ? S("") : S(" "));
        switch (r->change) {
        case WORDS_SAME:
            show_same(out, d, i, context);
            break;
        case WORDS_GONE:
            buf_add(out, S("[-"));
            add_words(out, d->before + r->before, r->n);
            buf_add(out, S("-]"));
            break;
        case WORDS_NEW:
            buf_add(out, S("{+"));
            add_words(out, d->after + r->after, r->n);
            buf_add(out, S("+}"));
            break;
        }
    }
}
