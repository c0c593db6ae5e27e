#include "check/facts_tables.h"

#include "check/facts_sentences.h"
#include "check/facts_sums.h"
#include "check/numbers_scan.h"

/* Where the search for a node's passage stands. */
struct reading {
    const struct check *check;
    const struct passage *all;
    size_t next;
    size_t end; /* of the chapter's passages */
};

/* A table's cells, row by row; NULL: an empty one. */
struct grid {
    const struct check *check;
    const struct passage **cells;
    size_t nrows;
    size_t ncols;
};

/* The passage of `n`, which comes behind those that were asked for before. */
static const struct passage *passage_of(struct reading *r, const struct node *n)
{
    for (size_t i = r->next; i < r->end; i++) {
        if (r->all[i].node == n) {
            r->next = i + 1;
            return &r->all[i];
        }
    }
    return NULL;
}

static const struct passage *cell(const struct grid *g, size_t row, size_t col)
{
    return g->cells[row * g->ncols + col];
}

static Str text_of(const struct grid *g, size_t row, size_t col)
{
    const struct passage *p = cell(g, row, col);
    return p == NULL ? S("") : str_trim(p->text);
}

/* The number that the cell is, and nothing else. */
static bool number_of(const struct grid *g, size_t row, size_t col,
                      struct number *out)
{
    const struct passage *p = cell(g, row, col);
    struct numbers all = {0};
    if (p != NULL) {
        all = numbers_of(g->check->arena, p->text);
    }
    if (all.n != 1 || all.items[0].n != str_trim(p->text).n) {
        return false;
    }
    *out = all.items[0];
    return out->class == NUMBER_PLAIN || out->class == NUMBER_PERCENT ||
           out->class == NUMBER_MONEY;
}

static bool says_any(const struct grid *g, Str text, Str words)
{
    struct tokens t = tokens_of(g->check->arena, text);
    for (size_t i = 0; i < t.n; i++) {
        if (token_among(&t, i, words)) {
            return true;
        }
    }
    return false;
}

/* per 10,000; for every 1,000; per 10k */
static bool says_rate(const struct grid *g, Str text)
{
    struct tokens t = tokens_of(g->check->arena, text);
    Quantity q;
    for (size_t i = 0; i + 1 < t.n; i++) {
        if (token_among(&t, i, S("per every")) && quantity_at(&t, i + 1, &q) &&
            q.value >= 1000 * DECIMAL_ONE) {
            return true;
        }
    }
    return false;
}

/* Percentages in a column or a row of rates, as its head says. */
static void check_units(const struct grid *g)
{
    struct number n;
    for (size_t row = 1; row < g->nrows; row++) {
        Str label = text_of(g, row, 0);
        for (size_t col = 1; col < g->ncols; col++) {
            Str head = text_of(g, 0, col);
            bool column = says_rate(g, head);
            bool line =
                says_rate(g, label) &&
                !says_any(g, head, S("% percent percentage change share"));
            if ((column || line) && number_of(g, row, col, &n) &&
                n.class == NUMBER_PERCENT) {
                sentences_report_unit(g->check, cell(g, row, col), &n,
                                      column ? head : label);
            }
        }
    }
}

/* A rate and a percentage in cells of one row. */
static void check_row(const struct grid *g, size_t row)
{
    const struct passage *p = NULL;
    struct number rate = {.class = NUMBER_PLAIN};
    for (size_t col = 0; col < g->ncols; col++) {
        const struct passage *here = cell(g, row, col);
        struct numbers all = {0};
        if (here != NULL) {
            all = numbers_of(g->check->arena, here->text);
        }
        for (size_t i = 0; i < all.n; i++) {
            if (p != NULL && p != here &&
                sentences_look_alike(&rate, &all.items[i])) {
                sentences_report_unit(g->check, here, &all.items[i],
                                      number_words(&rate, p->text));
                return;
            }
            if (p == NULL && all.items[i].class == NUMBER_RATE) {
                rate = all.items[i];
                p = here;
            }
        }
    }
}

/* Whether the rows are years or months: their numbers are no parts. */
static bool rows_are_times(const struct grid *g)
{
    for (size_t row = 1; row < g->nrows; row++) {
        struct numbers all = numbers_of(g->check->arena, text_of(g, row, 0));
        if (all.n > 0 && all.items[0].class == NUMBER_DATE) {
            return true;
        }
    }
    return false;
}

/* A column of percentages, which its head or each of them says they are. */
static void check_percentages(const struct grid *g, size_t col)
{
    struct sum sum = {0};
    struct number n;
    bool head = says_any(g, text_of(g, 0, col),
                         S("% percent percentage share proportion"));
    for (size_t row = 1; row < g->nrows; row++) {
        if (!number_of(g, row, col, &n) ||
            (!head && n.class != NUMBER_PERCENT)) {
            return;
        }
        sum_add(g->check->arena, &sum, n.value, n.places);
    }
    if (sum_is_off(&sum) && !rows_are_times(g)) {
        const struct passage *p = cell(g, 1, col);
        number_of(g, 1, col, &n);
        sum_report(g->check, p->src, passage_place(p, n.at, n.n), &sum);
    }
}

static void report_total(const struct grid *g, size_t col, const struct sum *s)
{
    const struct passage *p = cell(g, g->nrows - 1, col);
    const struct check *c = g->check;
    struct number n = {0};
    number_of(g, g->nrows - 1, col, &n);
    diag_warning(c->diags, p->src, passage_place(p, n.at, n.n), "sum-mismatch",
                 "the total is '%.*s', and the numbers above it add up to %.*s",
                 STR_ARG(number_words(&n, p->text)),
                 STR_ARG(decimal_text(c->arena, s->total, 4)));
    diag_help(c->diags, "look them up again, or say why they differ, such as "
                        "numbers that are too small to be shown");
}

/* The last row is the total of those above it. */
static void check_total(const struct grid *g, size_t col)
{
    struct sum sum = {0};
    struct number n, total;
    size_t last = g->nrows - 1;
    bool whole_numbers = true;
    if (!number_of(g, last, col, &total) ||
        says_any(g, text_of(g, 0, col), S("average mean median rate per"))) {
        return;
    }
    for (size_t row = 1; row < last; row++) {
        if (!number_of(g, row, col, &n) || n.class != total.class ||
            n.value > total.value) {
            return;
        }
        whole_numbers = whole_numbers && n.places == 0;
        sum_add(g->check->arena, &sum, n.value, n.places);
    }
    bool percent =
        total.class == NUMBER_PERCENT ||
        says_any(g, text_of(g, 0, col), S("% percent percentage share"));
    /* a percentage of all is no sum of percentages of some */
    if (percent && total.value != 100 * DECIMAL_ONE) {
        return;
    }
    Decimal room = percent || !whole_numbers ? sum.room : 0;
    Decimal off = decimal_size(sum.total - total.value);
    if (sum.n > 1 && off > room && off * 5 <= total.value) {
        report_total(g, col, &sum);
    }
}

static void check_grid(const struct grid *g)
{
    bool total =
        says_any(g, str_to(text_of(g, g->nrows - 1, 0), 6), S("total"));
    check_units(g);
    for (size_t row = 1; row < g->nrows; row++) {
        check_row(g, row);
    }
    for (size_t col = 1; col < g->ncols; col++) {
        if (total) {
            check_total(g, col);
        } else {
            check_percentages(g, col);
        }
    }
}

static void read_table(struct reading *r, const struct node *table)
{
    struct grid g = {.check = r->check};
    for (const struct node *row = table->first; row != NULL; row = row->next) {
        size_t n = 0;
        for (const struct node *c = row->first; c != NULL; c = c->next) {
            n++;
        }
        g.ncols = n > g.ncols ? n : g.ncols;
        g.nrows++;
    }
    g.cells =
        ARENA_NEW(r->check->arena, const struct passage *, g.nrows *g.ncols);
    size_t at = 0;
    for (const struct node *row = table->first; row != NULL; row = row->next) {
        const struct passage **to = &g.cells[at++ * g.ncols];
        for (const struct node *c = row->first; c != NULL; c = c->next) {
            *to++ = c->first == NULL ? NULL : passage_of(r, c);
        }
    }
    if (g.nrows > 1 && g.ncols > 1) {
        check_grid(&g);
    }
}

/* A list in which each item has one percentage. */
static void read_list(struct reading *r, const struct node *list)
{
    struct sum sum = {0};
    const struct passage *first = NULL;
    struct number at = {0};
    for (const struct node *item = list->first; item != NULL;
         item = item->next) {
        const struct passage *p =
            item->first == NULL ? NULL : passage_of(r, item->first);
        struct numbers all = {0};
        if (p != NULL) {
            all = numbers_of(r->check->arena, p->text);
        }
        size_t percentages = 0;
        for (size_t i = 0; i < all.n; i++) {
            if (all.items[i].class != NUMBER_PERCENT) {
                continue;
            }
            percentages++;
            sum_add(r->check->arena, &sum, all.items[i].value,
                    all.items[i].places);
            at = first == NULL ? all.items[i] : at;
            first = first == NULL ? p : first;
        }
        if (percentages != 1) {
            return;
        }
    }
    if (sum_is_off(&sum)) {
        sum_report(r->check, first->src, passage_place(first, at.at, at.n),
                   &sum);
    }
}

static void read_block(struct reading *r, const struct node *n)
{
    size_t before = r->next;
    if (n->kind == NODE_TABLE) {
        read_table(r, n);
        return;
    }
    if (n->kind == NODE_LIST) {
        read_list(r, n);
        r->next = before; /* a list may hold lists */
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind < NODE_TEXT) {
            read_block(r, c);
        }
    }
}

static void read_section(struct reading *r, const struct ed_section *s,
                         size_t voice)
{
    for (size_t i = 0; s->fallback == voice && i < s->nblocks; i++) {
        read_block(r, s->blocks[i].node);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        read_section(r, c, voice);
    }
}

/* The passages of a chapter stand together. */
static void find_chapter(struct reading *r, const struct passages *all,
                         const struct ed_chapter *c)
{
    r->next = r->end;
    while (r->next < all->n && all->items[r->next].chapter != c) {
        r->next++;
    }
    r->end = r->next;
    while (r->end < all->n && all->items[r->end].chapter == c) {
        r->end++;
    }
}

void tables_check_facts(const struct check *c)
{
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        struct reading r = {.check = c, .all = c->passages[v].items};
        for (size_t i = 0; i < c->editions[v]->nchapters; i++) {
            const struct ed_chapter *chapter = c->editions[v]->chapters[i];
            size_t before = r.end;
            find_chapter(&r, &c->passages[v], chapter);
            if (r.next == r.end) {
                r.end = before; /* it says nothing */
            } else {
                read_section(&r, chapter->opening, v);
            }
        }
    }
}
