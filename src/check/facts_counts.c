#include "check/facts_counts.h"

#include "check/debris.h"
#include "check/match.h"
#include "check/numbers_scan.h"

/* `seven key principles`, in a text that lists them next. */
struct announced {
    size_t at;
    size_t n;
    size_t count;
    Str noun;
};

/* What is counted in lists. Of other things, such as children or days, a list
 * below may well say something else. */
static const Str nouns = STR_INIT(
    "actions ambitions aims areas aspects benefits categories challenges "
    "commitments conditions criteria duties elements factors functions goals "
    "groups headings heads ideas issues items levels messages needs "
    "objectives options outcomes parts pillars places pledges points "
    "principles priorities promises questions reasons recommendations "
    "requirements responsibilities rights roles rules sections stages "
    "standards steps strands tasks themes things topics types values ways");

/* `one of the three areas` and `at least two of these` do not count the list;
 * `the first two`, `the other three` count a part of it. */
static bool counts_a_part(const struct tokens *t, size_t i)
{
    bool of_the = i > 1 && token_is(t, i - 2, S("of")) &&
                  token_among(t, i - 1, S("the these those our your their"));
    return of_the ||
           (i > 0 &&
            token_among(
                t, i - 1,
                S("any least most than over under about first last next "
                  "other another further remaining top of to or and "
                  "between nearly almost every")));
}

/* The noun that the amount counts, with at most two words before it. */
static size_t find_noun(const struct tokens *t, size_t end)
{
    enum { WORDS = 2 };
    for (size_t i = end; i < t->n && i <= end + WORDS; i++) {
        if (t->items[i].kind != TOKEN_WORD || token_is(t, i, S("of"))) {
            break;
        }
        if (token_among(t, i, nouns)) {
            return i;
        }
    }
    return t->n;
}

/* The last number of things in `text`, from `from` on. */
static bool find_announced(struct arena *a, Str text, size_t from,
                           struct announced *out)
{
    enum { FEWEST = 2, MOST = 30 };
    struct tokens t = tokens_of(a, text);
    bool found = false;
    for (size_t i = 0; i < t.n; i++) {
        Quantity q;
        if (t.items[i].at < from || !quantity_at(&t, i, &q)) {
            continue;
        }
        size_t noun = find_noun(&t, q.end);
        Decimal count = q.value / DECIMAL_ONE;
        if (!q.ordinal && q.places == 0 && count >= FEWEST && count <= MOST &&
            noun < t.n && !counts_a_part(&t, i)) {
            const struct token *last = &t.items[noun];
            *out = (struct announced){
                .at = t.items[i].at,
                .n = last->at + last->text.n - t.items[i].at,
                .count = (size_t)count,
                .noun = last->text,
            };
            found = true;
        }
        i = q.end - 1;
    }
    return found;
}

/* Where the last sentence of `text` starts. */
static size_t last_sentence(Str text)
{
    size_t start = 0;
    for (size_t i = 0; i + 2 < text.n; i++) {
        if (str_find_byte(S(".?!"), text.p[i]) < 3 &&
            ascii_space(text.p[i + 1])) {
            start = match_skip(text, i + 1);
        }
    }
    return start;
}

static bool opens_list(Str sentence)
{
    static const Str starts[] = {STR_INIT("there are "), STR_INIT("these are "),
                                 STR_INIT("here are "),  STR_INIT("we have "),
                                 STR_INIT("our "),       STR_INIT("the ")};
    for (size_t i = 0; i < COUNT(starts); i++) {
        if (match_at(sentence, 0, starts[i])) {
            return true;
        }
    }
    return false;
}

/* The words of `p` before the first line that starts as a list's items did. */
static Str words_above(const struct passage *p)
{
    size_t end = 0;
    while (end < p->text.n && debris_bullet(p, end) == 0) {
        end++;
    }
    return str_trim(str_to(p->text, end));
}

/* `There are seven principles.` at the end of `text`. */
static bool ends_with_count(struct arena *a, Str text, struct announced *out)
{
    size_t last = last_sentence(text);
    return opens_list(str_from(text, last)) &&
           find_announced(a, text, last, out) && out->at + out->n + 1 == text.n;
}

/* Whether the words of `p` lead to a list below them, and of how many. */
static bool announces(struct arena *a, const struct passage *p,
                      struct announced *out)
{
    Str text = words_above(p);
    size_t last = last_sentence(text);
    if (p->kind == PASSAGE_HEADING) {
        /* Our seven principles; but not: Two groups that we asked */
        return find_announced(a, text, 0, out) && out->at + out->n == text.n;
    }
    if (str_ends(text, S(":")) || str_ends(text, S("as follows."))) {
        return find_announced(a, text, last, out) ||
               ends_with_count(a, str_trim(str_to(text, last)), out);
    }
    return ends_with_count(a, text, out);
}

static size_t count_below(const struct node *n)
{
    size_t count = 0;
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        count++;
    }
    return count;
}

/* The lines of `p` that start as a list's items did. */
static size_t count_lines(const struct passage *p)
{
    size_t count = 0;
    for (size_t at = 0; at < p->text.n; at++) {
        count += debris_bullet(p, at) > 0;
    }
    return count;
}

/* The blocks that stand in a row with a passage's own. */
struct row {
    const struct ed_section *section;
    size_t next; /* the block behind the passage's */
};

static bool find_row(const struct passage *p, struct row *out)
{
    const struct ed_section *s = p->section;
    if (s == NULL || p->node == NULL) {
        return false;
    }
    *out = (struct row){s, 0};
    if (p->kind == PASSAGE_HEADING && p->node == s->title) {
        return true;
    }
    for (size_t i = 0; i < s->nblocks; i++) {
        if (s->blocks[i].node == p->node) {
            out->next = i + 1;
            return true;
        }
    }
    return false;
}

/* How many records the block `n` lists, if `noun` is what they are. */
static size_t count_records(const struct check *c, size_t voice,
                            const struct passage *p, const struct node *n,
                            Str noun)
{
    if (!node_is_lone_insert(n) || !insert_is_block(n->first->insert) ||
        !str_eq(n->first->insert->name, noun) ||
        kind_find_plural(noun) == NULL) {
        return 0;
    }
    return edition_records(c->editions[voice], c->arena, c->diags,
                           p->chapter->source, n->first->insert)
        .n;
}

/* The same of the lines below, which were a list: of the passage `i` itself,
 * and of those behind it that start as its items did. */
static size_t count_bullets(const struct passages *all, size_t i)
{
    const struct passage *p = &all->items[i];
    size_t count = count_lines(p);
    for (size_t k = i + 1; k < all->n && debris_bullet(&all->items[k], 0) > 0 &&
                           all->items[k].section == p->section;
         k++) {
        count += count_lines(&all->items[k]);
    }
    return count;
}

/* Whether the list of `row`, and those of its section that go on with it, have
 * `wanted` items. */
static bool adds_up(const struct row *row, size_t wanted)
{
    size_t sum = 0;
    for (size_t b = row->next; b < row->section->nblocks; b++) {
        const struct node *n = row->section->blocks[b].node;
        sum += n->kind == NODE_LIST ? count_below(n) : 0;
        if (sum == wanted) {
            return true;
        }
    }
    return false;
}

static void check_passage(const struct check *c, size_t voice, size_t i)
{
    const struct passages *all = &c->passages[voice];
    const struct passage *p = &all->items[i];
    struct announced said;
    struct row row;
    if ((p->kind != PASSAGE_PARAGRAPH && p->kind != PASSAGE_HEADING) ||
        !find_row(p, &row) || !announces(c->arena, p, &said) ||
        passage_inserted(p, said.at) || adds_up(&row, said.count)) {
        return;
    }
    const struct node *n = row.next < row.section->nblocks
                               ? row.section->blocks[row.next].node
                               : NULL;
    size_t count = count_bullets(all, i);
    if (count == 0 && n != NULL) {
        count = n->kind == NODE_LIST ? count_below(n)
                                     : count_records(c, voice, p, n, said.noun);
    }
    if (count < 2 || count == said.count) {
        return;
    }
    diag_warning(c->diags, p->src, passage_place(p, said.at, said.n),
                 "count-mismatch",
                 "'%.*s' are announced, and %zu are listed below",
                 STR_ARG(str_to(str_from(p->text, said.at), said.n)), count);
    diag_help(c->diags,
              "count them again; where one %s, mend the list, or else write "
              "the number that is right",
              count > said.count ? "became two" : "is missing");
}

void counts_check_facts(const struct check *c)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        for (size_t i = 0; i < c->passages[v].n; i++) {
            check_passage(c, v, i);
        }
    }
}
