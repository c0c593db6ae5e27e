#include "check/review_report.h"

#include "base/worddiff.h"
#include "check/fork_report.h"
#include "check/stale.h"

enum { WORDS_SHOWN = 9 };

/* What the report is made of. */
struct reporting {
    struct buf *out;
    const struct publication *pub;
    const struct pairs *pairs;
    const struct ledger *ledger;
};

static void add_place(const struct reporting *r, const struct pair *pair)
{
    buf_printf(r->out, "%.*s:%zu", STR_ARG(pair->src->path),
               source_place(pair->src, pair->where).line);
}

/* The first words of what the pair was written from. */
static void add_beginning(struct buf *out, Str text)
{
    Str word;
    size_t i = 0;
    for (; i < WORDS_SHOWN && str_cut_word(&text, &word); i++) {
        buf_printf(out, "%s%.*s", i > 0 ? " " : "", STR_ARG(word));
    }
    buf_add(out, str_trim(text).n > 0 ? S(" …\n") : S("\n"));
}

static void add_command(const struct reporting *r, const struct pair *pair)
{
    struct arena *a = r->out->arena;
    Str accept = str_printf(a, "--accept %.*s",
                            STR_ARG(stale_shell_word(a, pair->name)));
    buf_printf(r->out, "    %.*s\n", STR_ARG(stale_command(a, r->pub, accept)));
}

static void add_stale(const struct reporting *r, const struct pair *pair)
{
    struct arena *a = r->out->arena;
    const struct ledger_entry *e = ledger_find(r->ledger, pair->name);
    buf_printf(r->out, "\n%.*s\n    ", STR_ARG(pair->name));
    add_place(r, pair);
    buf_printf(r->out, ", reviewed on %.*s by %.*s",
               STR_ARG(date_english(a, e->date)), STR_ARG(e->by));
    if (ledger_reworded(a, e, pair)) {
        buf_printf(r->out, "; the %.*s text has changed, too",
                   STR_ARG(pair->edition));
    }
    struct word_diff diff = word_diff(a, e->was, pair->source);
    struct buf changed = buf_in(a);
    word_diff_show(&changed, &diff, SIZE_MAX);
    buf_printf(r->out, "\n  %.*s:\n", STR_ARG(pair->from->folder));
    fork_report_wrapped(r->out, buf_str(&changed), 4);
    buf_printf(r->out, "  %.*s:\n", STR_ARG(pair->edition));
    fork_report_wrapped(r->out, pair->text, 4);
    buf_printf(r->out, "  when the %.*s text says the same again:\n",
               STR_ARG(pair->edition));
    add_command(r, pair);
}

static void add_brief(const struct reporting *r, const struct pair *pair)
{
    buf_printf(r->out, "%.*s\n    ", STR_ARG(pair->name));
    add_place(r, pair);
    buf_add(r->out, S(": "));
    add_beginning(r->out, pair->source);
}

/* All pairs of which the same is known, under a heading. */
static void add_group(const struct reporting *r, const enum review *reviews,
                      enum review review, const char *heading)
{
    bool any = false;
    for (size_t i = 0; i < r->pairs->n; i++) {
        if (reviews[i] != review) {
            continue;
        }
        buf_printf(r->out, "%s%s%s", any ? "" : "\n", any ? "" : heading,
                   any ? "" : "\n");
        buf_add(r->out, any || review == REVIEW_STALE ? S("") : S("\n"));
        any = true;
        if (review == REVIEW_STALE) {
            add_stale(r, &r->pairs->items[i]);
        } else {
            add_brief(r, &r->pairs->items[i]);
        }
    }
}

static size_t add_gone(const struct reporting *r)
{
    size_t gone = 0;
    for (size_t i = 0; i < r->ledger->n; i++) {
        const struct ledger_entry *e = &r->ledger->entries[i];
        if (pairs_find(r->pairs, e->name) == NULL) {
            buf_add(r->out, gone++ > 0 ? S("")
                                       : S("\nGone: in the ledger, and no pair "
                                           "any more. The next --accept drops "
                                           "it.\n\n"));
            buf_printf(r->out, "%.*s\n", STR_ARG(e->name));
        }
    }
    return gone;
}

static void add_sum(const struct reporting *r, const size_t *n)
{
    Str path = r->pub->path;
    buf_printf(r->out, "%.*s: %zu pair%s", STR_ARG(path), r->pairs->n,
               r->pairs->n == 1 ? "" : "s");
    buf_printf(r->out,
               ", %zu reviewed and as they were, %zu reworded since, %zu "
               "stale, %zu never reviewed\n",
               n[REVIEW_DONE], n[REVIEW_REWORDED], n[REVIEW_STALE],
               n[REVIEW_NEVER]);
}

void review_report(struct buf *out, const struct publication *p,
                   const struct pairs *pairs, const struct ledger *ledger,
                   const struct fork_reviews *forks)
{
    struct reporting r = {out, p, pairs, ledger};
    enum review *reviews = ARENA_NEW(out->arena, enum review, pairs->n);
    size_t n[REVIEW_STATES] = {0};
    for (size_t i = 0; i < pairs->n; i++) {
        reviews[i] = ledger_review(ledger, &pairs->items[i]);
        n[reviews[i]]++;
    }
    add_sum(&r, n);
    size_t upstream = fork_report_reviews(out, p->path, forks);
    add_group(&r, reviews, REVIEW_STALE,
              "Stale: what it was written from has changed since its review.");
    add_group(&r, reviews, REVIEW_REWORDED,
              "Reworded: it has changed since its review, its source has not.");
    add_group(&r, reviews, REVIEW_NEVER, "Never reviewed.");
    size_t gone = add_gone(&r);
    if (n[REVIEW_DONE] < pairs->n || gone + upstream > 0) {
        Str command = stale_command(out->arena, p, S("--accept-all"));
        buf_printf(out,
                   "\nSomebody reads both texts of a pair side by side, and "
                   "then records it\nwith --accept and its name; of all "
                   "together:\n    %.*s\n",
                   STR_ARG(command));
    }
}
