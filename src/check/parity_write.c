#include "base/json.h"
#include "base/utf8.h"
#include "check/parity.h"

/* The order in which states are told, and their names. */
static const struct {
    enum parity_state state;
    Str name;
} states[] = {
    {PARITY_PAIRED, STR_INIT("paired")},
    {PARITY_COVERED, STR_INIT("covered")},
    {PARITY_WITHHELD, STR_INIT("withheld")},
    {PARITY_ONLY, STR_INIT("only")},
    {PARITY_MISSING, STR_INIT("missing")},
    {PARITY_SHARED, STR_INIT("shared")},
};

_Static_assert(COUNT(states) == PARITY_STATES, "each state has a name");

/* The same for reviews, with what is added to an item's line. */
static const struct {
    enum review review;
    Str name;
    Str note;
} reviews[] = {
    {REVIEW_DONE, STR_INIT("done"), STR_INIT(" (reviewed)")},
    {REVIEW_REWORDED, STR_INIT("reworded"),
     STR_INIT(" (reviewed, and reworded since)")},
    {REVIEW_STALE, STR_INIT("stale"), STR_INIT(" (stale)")},
    {REVIEW_NEVER, STR_INIT("never"), STR_INIT("")},
};

_Static_assert(COUNT(reviews) == REVIEW_STATES, "each review has a name");

static size_t review_index(enum review review)
{
    size_t i = 0;
    while (reviews[i].review != review) {
        i++;
    }
    return i;
}

static Str state_name(enum parity_state state)
{
    size_t i = 0;
    while (states[i].state != state) {
        i++;
    }
    return states[i].name;
}

/* How many could be paired: what the default edition has in its own voice. */
static size_t pairs_wanted(const struct parity_sum *sum)
{
    return sum->states[PARITY_PAIRED] + sum->states[PARITY_COVERED] +
           sum->states[PARITY_WITHHELD] + sum->states[PARITY_MISSING];
}

/* `part` of `whole` in hundredths, rounded; never 100 unless it is all. */
static size_t hundredths(size_t part, size_t whole)
{
    size_t n = (part * 200 + whole) / (whole * 2);
    return n == 100 && part < whole ? 99 : n;
}

/* Text: one item a line, then the sum. */

static void add_state(struct buf *out, const struct parity *p,
                      const struct parity_item *item)
{
    Str name = state_name(item->state);
    if (item->state == PARITY_ONLY) {
        name = str_printf(out->arena, "%.*s only", STR_ARG(p->ed->plan->id));
    }
    buf_printf(out, "  %6zu  %-10.*s  ", item->line, STR_ARG(name));
}

static void add_item(struct buf *out, const struct parity *p,
                     const struct parity_item *item)
{
    add_state(out, p, item);
    buf_add(out, item->kind);
    if (item->id.n > 0) {
        buf_printf(out, " %.*s", STR_ARG(item->id));
    }
    if (item->title.n > 0) {
        buf_printf(out, ": %.*s", STR_ARG(item->title));
    }
    if (item->pair) {
        buf_add(out, reviews[review_index(item->review)].note);
    }
    buf_byte(out, '\n');
    if (item->why.n > 0) {
        buf_printf(out, "%22s%.*s\n", "", STR_ARG(item->why));
    }
}

/* How many of the pairs people have reviewed. */
static void add_reviews(struct buf *out, const size_t *n)
{
    size_t reworded = n[REVIEW_REWORDED], stale = n[REVIEW_STALE];
    size_t reviewed = n[REVIEW_DONE] + reworded;
    if (reviewed + stale + n[REVIEW_NEVER] == 0) {
        return;
    }
    buf_printf(out, "; %zu of %zu reviewed", reviewed,
               reviewed + stale + n[REVIEW_NEVER]);
    if (reworded > 0) {
        buf_printf(out, " (%zu reworded since)", reworded);
    }
    if (stale > 0) {
        buf_printf(out, ", %zu stale", stale);
    }
}

static void add_sum(struct buf *out, const struct parity *p,
                    const struct parity_sum *sum)
{
    size_t wanted = pairs_wanted(sum), paired = sum->states[PARITY_PAIRED];
    if (wanted > 0) {
        buf_printf(out, "%zu of %zu paired (%zu%%)", paired, wanted,
                   hundredths(paired, wanted));
    } else {
        buf_add(out, S("nothing to pair"));
    }
    for (size_t i = 1; i < COUNT(states); i++) {
        size_t n = sum->states[states[i].state];
        if (n > 0 && states[i].state == PARITY_ONLY) {
            buf_printf(out, ", %zu %.*s only", n, STR_ARG(p->ed->plan->id));
        } else if (n > 0) {
            buf_printf(out, ", %zu %.*s", n, STR_ARG(states[i].name));
        }
    }
    add_reviews(out, sum->reviews);
    buf_printf(out, "; words: %zu %.*s, %zu %.*s", sum->words[0],
               STR_ARG(p->beside->plan->id), sum->words[1],
               STR_ARG(p->ed->plan->id));
    if (sum->words[0] > 0) {
        buf_printf(out, " (%zu%%)", hundredths(sum->words[1], sum->words[0]));
    }
    buf_byte(out, '\n');
}

static void add_edition(struct buf *out, const struct parity *p)
{
    buf_printf(out, "The %.*s edition beside the %.*s one\n\n",
               STR_ARG(p->ed->plan->id), STR_ARG(p->beside->plan->id));
    for (size_t i = 0; i < p->n; i++) {
        const struct parity_file *f = &p->files[i];
        buf_printf(out, "%.*s%s%.*s\n", STR_ARG(f->path),
                   f->title.n > 0 ? ": " : "", STR_ARG(f->title));
        for (size_t k = 0; k < f->n; k++) {
            add_item(out, p, &f->items[k]);
        }
        buf_add(out, S("  "));
        add_sum(out, p, &f->sum);
        buf_byte(out, '\n');
    }
    buf_add(out, S("In all: "));
    add_sum(out, p, &p->sum);
}

static void add_translation(struct buf *out, const struct parity_translation *t)
{
    const struct edition *ed = t->progress.ed;
    size_t of = t->progress.texts, left = t->progress.nleft;
    buf_printf(out,
               "\n%.*s, the %.*s edition (%.*s): %zu of %zu texts are "
               "translated",
               STR_ARG(ed->locale->english), STR_ARG(ed->plan->id),
               STR_ARG(ed->folder), of - left, of);
    if (of > 0) {
        buf_printf(out, " (%zu%%)", hundredths(of - left, of));
    }
    add_reviews(out, t->reviews);
    buf_byte(out, '\n');
    for (size_t i = 0; i < left; i++) {
        buf_printf(out, "  not yet: %.*s\n", STR_ARG(t->progress.left[i]));
    }
}

void parity_write_text(struct buf *out, const struct parity_report *reports,
                       size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct parity_report *r = &reports[i];
        buf_printf(out, "%s%.*s (%.*s)\n", i > 0 ? "\n\n" : "",
                   STR_ARG(r->title), STR_ARG(r->pub->id));
        for (size_t v = 0; v < r->n; v++) {
            buf_byte(out, '\n');
            add_edition(out, &r->editions[v]);
        }
        for (size_t t = 0; t < r->ntranslations; t++) {
            add_translation(out, &r->translations[t]);
        }
        if (r->n == 0) {
            buf_add(out, S("It has one edition, and nothing to put beside "
                           "it.\n"));
        }
    }
}

static void write_size(struct json_writer *j, Str key, size_t n)
{
    json_key(j, key);
    json_integer(j, (long long)n);
}

static void write_text(struct json_writer *j, Str key, Str text)
{
    json_pair(j, key, utf8_mend(j->out->arena, text));
}

static void write_reviews(struct json_writer *j, const size_t *counts)
{
    json_key(j, S("reviews"));
    json_begin_object(j);
    for (size_t i = 0; i < COUNT(reviews); i++) {
        write_size(j, reviews[i].name, counts[reviews[i].review]);
    }
    json_end(j);
}

static void write_sum(struct json_writer *j, const struct parity *p,
                      const struct parity_sum *sum)
{
    size_t wanted = pairs_wanted(sum);
    json_key(j, S("share"));
    if (wanted == 0) {
        json_null(j);
    } else {
        size_t n = hundredths(sum->states[PARITY_PAIRED], wanted);
        json_number(j,
                    str_printf(j->out->arena, "%zu.%02zu", n / 100, n % 100));
    }
    json_key(j, S("states"));
    json_begin_object(j);
    for (size_t i = 0; i < COUNT(states); i++) {
        write_size(j, states[i].name, sum->states[states[i].state]);
    }
    json_end(j);
    write_reviews(j, sum->reviews);
    json_key(j, S("words"));
    json_begin_object(j);
    write_size(j, p->beside->plan->id, sum->words[0]);
    write_size(j, p->ed->plan->id, sum->words[1]);
    json_end(j);
}

static void write_item(struct json_writer *j, const struct parity_item *item)
{
    json_begin_object(j);
    json_pair(j, S("state"), state_name(item->state));
    json_pair(j, S("kind"), item->kind);
    json_pair(j, S("id"), item->id);
    json_pair(j, S("title"), item->title);
    write_size(j, S("line"), item->line);
    if (item->pair) {
        json_pair(j, S("review"), reviews[review_index(item->review)].name);
    }
    if (item->why.n > 0) {
        json_pair(j, S("why"), item->why);
    }
    json_end(j);
}

static void write_file(struct json_writer *j, const struct parity *p,
                       const struct parity_file *f)
{
    json_begin_object(j);
    write_text(j, S("path"), f->path);
    json_pair(j, S("title"), f->title);
    write_sum(j, p, &f->sum);
    json_key(j, S("items"));
    json_begin_list(j);
    for (size_t i = 0; i < f->n; i++) {
        write_item(j, &f->items[i]);
    }
    json_end(j);
    json_end(j);
}

static void write_edition(struct json_writer *j, const struct parity *p)
{
    json_begin_object(j);
    json_pair(j, S("edition"), p->ed->plan->id);
    json_pair(j, S("beside"), p->beside->plan->id);
    write_sum(j, p, &p->sum);
    json_key(j, S("files"));
    json_begin_list(j);
    for (size_t i = 0; i < p->n; i++) {
        write_file(j, p, &p->files[i]);
    }
    json_end(j);
    json_end(j);
}

static void write_translation(struct json_writer *j,
                              const struct parity_translation *t)
{
    const struct translation *p = &t->progress;
    json_begin_object(j);
    json_pair(j, S("edition"), p->ed->folder);
    json_pair(j, S("language"), p->ed->locale->code);
    write_size(j, S("translated"), p->texts - p->nleft);
    write_size(j, S("of"), p->texts);
    write_reviews(j, t->reviews);
    json_key(j, S("left"));
    json_begin_list(j);
    for (size_t i = 0; i < p->nleft; i++) {
        json_text(j, p->left[i]);
    }
    json_end(j);
    json_end(j);
}

void parity_write_json(struct buf *out, const struct parity_report *reports,
                       size_t n)
{
    struct json_writer j = json_to(out);
    json_begin_object(&j);
    write_size(&j, S("version"), 1);
    json_key(&j, S("publications"));
    json_begin_list(&j);
    for (size_t i = 0; i < n; i++) {
        const struct parity_report *r = &reports[i];
        json_begin_object(&j);
        json_pair(&j, S("id"), r->pub->id);
        write_text(&j, S("path"), r->pub->folder);
        json_pair(&j, S("title"), r->title);
        json_key(&j, S("editions"));
        json_begin_list(&j);
        for (size_t v = 0; v < r->n; v++) {
            write_edition(&j, &r->editions[v]);
        }
        json_end(&j);
        json_key(&j, S("translations"));
        json_begin_list(&j);
        for (size_t t = 0; t < r->ntranslations; t++) {
            write_translation(&j, &r->translations[t]);
        }
        json_end(&j);
        json_end(&j);
    }
    json_end(&j);
    json_end(&j);
}
