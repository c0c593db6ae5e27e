#include "check/facts_sentences.h"

#include "check/facts_sums.h"
#include "check/numbers_scan.h"

void sentences_report_unit(const struct check *c, const struct passage *p,
                           const struct number *n, Str rate)
{
    diag_warning(c->diags, p->src, passage_place(p, n->at, n->n),
                 "unit-mismatch",
                 "'%.*s' is a percentage, and '%.*s' is a rate: they cannot be "
                 "compared",
                 STR_ARG(number_words(n, p->text)), STR_ARG(rate));
    diag_help(c->diags, "look up whether this one is for every 10,000 too, and "
                        "give both in the same unit");
}

bool sentences_look_alike(const struct number *rate,
                          const struct number *percent)
{
    return rate->class == NUMBER_RATE && percent->class == NUMBER_PERCENT &&
           rate->value * 2 <= percent->value * 3 &&
           percent->value * 2 <= rate->value * 3;
}

/* Whether a sentence ends in `gap`, between two numbers. */
static bool ends_sentence(Str gap)
{
    for (size_t i = 0; i + 1 < gap.n; i++) {
        if (str_find_byte(S(".?!"), gap.p[i]) < 3 &&
            ascii_space(gap.p[i + 1])) {
            return true;
        }
    }
    return false;
}

/* The first number behind the sentence of the number `i`. */
static size_t sentence_end(Str text, const struct numbers *all, size_t i)
{
    for (; i + 1 < all->n; i++) {
        size_t from = all->items[i].at + all->items[i].n;
        size_t to = all->items[i + 1].at;
        if (ends_sentence(str_to(str_from(text, from), to - from))) {
            break;
        }
    }
    return i + 1;
}

/* Whether one of `words` stands between these numbers. */
static bool has_between(const struct check *c, Str text,
                        const struct number *first, const struct number *last,
                        Str words)
{
    struct tokens t = tokens_of(
        c->arena, str_to(str_from(text, first->at), last->at - first->at));
    for (size_t i = 0; i < t.n; i++) {
        if (token_among(&t, i, words)) {
            return true;
        }
    }
    return false;
}

static void check_units(const struct check *c, const struct passage *p,
                        const struct number *all, size_t n)
{
    for (size_t i = 0; i + 1 < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            bool first = sentences_look_alike(&all[i], &all[k]);
            const struct number *rate = first ? &all[i] : &all[k];
            const struct number *percent = first ? &all[k] : &all[i];
            if (sentences_look_alike(rate, percent) &&
                has_between(c, p->text, &all[i], &all[k],
                            S("compared comparison than average against above "
                              "below higher lower similar national england "
                              "neighbours while whereas but versus"))) {
                sentences_report_unit(c, p, percent,
                                      number_words(rate, p->text));
                return;
            }
        }
    }
}

/* The counts of people or things that a section has spoken of so far. */
struct wholes {
    const struct ed_section *section;
    Decimal *items;
    size_t n;
    bool vague; /* one of them is said to be near, and may be any */
};

/* Groups of fewer are not given in percentages, groups of more can have any. */
enum { SMALLEST_WHOLE = 20, LARGEST_WHOLE = 100000 };

static void add_wholes(const struct check *c, struct wholes *w,
                       const struct passage *p, const struct numbers *all)
{
    if (p->section == NULL || p->section != w->section) {
        *w = (struct wholes){.section = p->section};
    }
    for (size_t i = 0; i < all->n; i++) {
        const struct number *n = &all->items[i];
        Decimal value = n->value / DECIMAL_ONE;
        if (n->class == NUMBER_PLAIN && n->places == 0 && !n->word &&
            value >= SMALLEST_WHOLE && value <= LARGEST_WHOLE) {
            w->vague = w->vague || n->about;
            *LIST_ADD(c->arena, w->items, w->n) = value;
        }
    }
}

/* Whether the parts of 99.9 or 100.1, which may well be rounded, are parts of
 * nothing that the section counts. */
static bool has_no_whole(const struct sum *s, const struct wholes *w)
{
    Decimal off = decimal_size(s->total - 100 * DECIMAL_ONE);
    if (s->n < 3 || w->n == 0 || w->vague || off == 0 || off > s->room) {
        return false;
    }
    for (size_t i = 0; i < w->n; i++) {
        if (sum_can_be_of(s, w->items[i])) {
            return false;
        }
    }
    return true;
}

static void check_sum(const struct check *c, const struct passage *p,
                      const struct wholes *w, const struct number *all,
                      size_t n)
{
    struct sum sum = {0};
    const struct number *first = NULL, *last = NULL;
    for (size_t i = 0; i < n; i++) {
        if (all[i].class == NUMBER_PERCENT) {
            sum_add(c->arena, &sum, all[i].value, all[i].places);
            first = first == NULL ? &all[i] : first;
            last = &all[i];
        }
    }
    if (first == NULL || has_between(c, p->text, first, last,
                                     S("from than compared average rose fell "
                                       "increased decreased"))) {
        return;
    }
    Str where = passage_place(p, first->at, first->n);
    if (sum_is_off(&sum)) {
        sum_report(c, p->src, where, &sum);
    } else if (has_no_whole(&sum, w)) {
        sum_report_whole(c, p->src, where, &sum, w->items[0]);
    }
}

void sentences_check_facts(const struct check *c)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        struct wholes wholes = {0};
        for (size_t i = 0; i < c->passages[v].n; i++) {
            const struct passage *p = &c->passages[v].items[i];
            struct numbers all = numbers_of(c->arena, p->text);
            add_wholes(c, &wholes, p, &all);
            for (size_t at = 0, end; at < all.n; at = end) {
                end = sentence_end(p->text, &all, at);
                check_units(c, p, &all.items[at], end - at);
                check_sum(c, p, &wholes, &all.items[at], end - at);
            }
        }
    }
}
