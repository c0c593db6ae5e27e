#include "check/ages.h"

#include <math.h>

#include "check/dates.h"
#include "check/stale.h"

/* A section may read this many years older than the edition's limit. */
enum { SECTION_MARGIN = 1 };

/* The years of an age: a child of nine is nine until ten. */
static int whole(Decimal age)
{
    return (int)(age / DECIMAL_ONE);
}

/* A part of an edition that can be scored, or the edition as a whole. */
struct part {
    Str name;                    /* in the ledger */
    const char *what;            /* "this section is" */
    const struct passage *first; /* NULL: of the edition as a whole */
    struct score_counts counts;
    Decimal age; /* in tenths of a year */
    int most;    /* the years that it may read */
};

struct parts {
    struct part *items;
    size_t n;
};

/* The state of looking at one edition. */
struct looking {
    const struct check *c;
    const struct edition *ed;
    const struct reading *reading;
    const struct record *ratchet; /* or NULL */
    struct parts over;            /* the limit */
};

static int limit_of(const struct looking *l)
{
    return whole(reading_limit(l->ed));
}

static const struct record *ratchet_of(const struct edition *ed)
{
    const struct slot *slot = record_slot(ed->plan->record, S("reading-age"));
    const struct record *r = slot->nrecords == 0 ? NULL : slot->records[0];
    return r != NULL && record_slot(r, S("no-worse-than"))->set ? r : NULL;
}

static void add_part(struct looking *l, Str name, struct part part)
{
    if (!score_possible(&part.counts)) {
        return;
    }
    double years = reading_age(l->reading, &part.counts);
    if ((int)floor(years) <= part.most) {
        return;
    }
    part.age = (Decimal)llround(years * 10) * (DECIMAL_ONE / 10);
    part.name = str_printf(l->c->arena, "%.*s@%.*s", STR_ARG(name),
                           STR_ARG(l->ed->plan->id));
    *LIST_ADD(l->c->arena, l->over.items, l->over.n) = part;
}

/* As its pair is called: a chapter's text before the first heading belongs to
 * the pair of the chapter's file. */
static Str name_of(struct arena *a, const struct reading_part *part)
{
    const struct passage *p = part->first;
    bool opening = p->section != NULL && p->section == p->chapter->opening;
    return opening ? str_printf(a, "%.*s.md", STR_ARG(part->name)) : part->name;
}

static void find_over(struct looking *l)
{
    const struct reading *r = l->reading;
    struct arena *a = l->c->arena;
    int most = limit_of(l) + SECTION_MARGIN;
    for (size_t from = 0; from < r->nparts;) {
        size_t to = reading_chapter_end(r, from);
        for (size_t i = from; i < to; i++) {
            const struct reading_part *part = &r->parts[i];
            add_part(l, name_of(a, part),
                     (struct part){.what = "this section is",
                                   .first = part->first,
                                   .counts = part->counts,
                                   .most = most});
        }
        const struct passage *first = r->parts[from].first;
        Str chapter = first->chapter == NULL ? r->parts[from].name
                                             : first->chapter->source->id;
        add_part(l, str_printf(a, "%.*s (short sections)", STR_ARG(chapter)),
                 (struct part){
                     .what = "the short sections of this chapter together are",
                     .first = first,
                     .counts = reading_short_parts(r, from, to),
                     .most = most});
        from = to;
    }
    add_part(l, S("whole edition"),
             (struct part){.what = "the edition as a whole is",
                           .counts = r->whole,
                           .most = limit_of(l)});
}

/* Where a message about `part` goes. */
static Str place_of(const struct looking *l, const struct part *part,
                    const struct source **src)
{
    const struct passage *p = part->first;
    const struct record *plan = l->ed->plan->record;
    *src = p == NULL ? plan->src : p->src;
    return p == NULL ? record_slot(plan, S("reading-age"))->where
                     : passage_place(
                           p, 0, p->kind == PASSAGE_HEADING ? p->text.n : 1);
}

static void advise(const struct looking *l, const struct part *part,
                   const char *more)
{
    const struct score_counts *c = &part->counts;
    diag_help(l->c->diags,
              "it has %.0f words a sentence, and %.0f of 100 words are "
              "uncommon ones; `duet words` shows where%s",
              score_words_a_sentence(c),
              100.0 * (double)c->dale_chall / (double)c->words, more);
}

static void report_over(const struct looking *l, const struct part *part,
                        const char *more)
{
    const struct source *src;
    Str where = place_of(l, part, &src), id = l->ed->plan->id;
    if (part->first == NULL) {
        diag_warning(l->c->diags, src, where, "reading-age",
                     "the %.*s edition as a whole is for a reading age of %d",
                     STR_ARG(id), whole(part->age));
    } else {
        diag_warning(l->c->diags, src, where, "reading-age",
                     "%s for a reading age of %d; the %.*s edition's limit is "
                     "%d, and %d for a single section",
                     part->what, whole(part->age), STR_ARG(id), limit_of(l),
                     part->most);
    }
    advise(l, part, more);
}

/* Whether the ratchet holds on the day of the check. */
static bool in_force(const struct looking *l)
{
    if (l->ratchet == NULL || l->c->ledger == NULL) {
        return false;
    }
    const struct slot *until = record_slot(l->ratchet, S("until"));
    bool known = until->set && l->c->today.year > 0;
    return !known || !dates_passed(until->date, l->c->today);
}

/* A part that the ratchet does not know, or that has got worse. */
static void check_ratchet(const struct looking *l, const struct part *part)
{
    struct arena *a = l->c->arena;
    Decimal was = ledger_age(l->c->ledger, part->name);
    if (was == 0) {
        Str command = stale_command(a, l->c->pub, S("--accept-all"));
        Str more = str_printf(a, "\nto hold it to how it reads now: %.*s",
                              STR_ARG(command));
        report_over(l, part, str_c(a, more));
    } else if (part->age > was) {
        const struct source *src;
        Str where = place_of(l, part, &src);
        diag_warning(l->c->diags, src, where, "reading-age",
                     "%s for a reading age of %.*s, and was for %.*s when it "
                     "was reviewed: an old text may only get better",
                     part->what, STR_ARG(decimal_text(a, part->age, 1)),
                     STR_ARG(decimal_text(a, was, 1)));
        advise(l, part, "");
    }
}

void ages_check(const struct check *c, const struct edition *ed,
                const struct reading *r)
{
    struct looking l = {
        .c = c, .ed = ed, .reading = r, .ratchet = ratchet_of(ed)};
    find_over(&l);
    for (size_t i = 0; i < l.over.n; i++) {
        if (in_force(&l)) {
            check_ratchet(&l, &l.over.items[i]);
        } else {
            report_over(&l, &l.over.items[i], "");
        }
    }
}

/* Recording. */

static bool is_among(const struct pair *const *pairs, size_t n, Str name)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(pairs[i]->name, name)) {
            return true;
        }
    }
    return false;
}

/* Records one part over the limit. Returns: false when it got worse. */
static bool record_part(const struct looking *l, struct ledger *ledger,
                        const struct part *part, bool accepted)
{
    struct arena *a = l->c->arena;
    Decimal was = ledger_age(ledger, part->name);
    if (was > 0 ? part->age < was : accepted) {
        ledger_set_age(ledger, part->name, part->age);
    }
    if (was == 0 || part->age <= was || !accepted) {
        return true;
    }
    const struct source *src;
    Str where = place_of(l, part, &src);
    diag_error(l->c->diags, src, where, "reading-age",
               "%s for a reading age of %.*s, and was for %.*s when it was "
               "reviewed: this is not accepted",
               part->what, STR_ARG(decimal_text(a, part->age, 1)),
               STR_ARG(decimal_text(a, was, 1)));
    advise(l, part, "");
    return false;
}

/* Forgets what keeps to the limit now, or is gone. */
static void forget(const struct looking *l, struct ledger *ledger)
{
    Str end = str_printf(l->c->arena, "@%.*s", STR_ARG(l->ed->plan->id));
    for (size_t i = 0; i < ledger->nages; i++) {
        struct ledger_age *age = &ledger->ages[i];
        bool over = !str_ends(age->name, end);
        for (size_t k = 0; k < l->over.n && !over; k++) {
            over = str_eq(l->over.items[k].name, age->name);
        }
        age->years = over ? age->years : 0;
    }
}

static bool record_edition(struct looking *l, const struct reading_tools *t,
                           struct ledger *ledger,
                           const struct pair *const *accepted, size_t n,
                           bool all)
{
    struct passages passages = passages_of(l->c->arena, l->c->diags, l->ed);
    struct reading r = reading_start(t, READING_CHILDREN, &passages);
    for (size_t i = 0; i < passages.n; i++) {
        struct sentences s =
            reading_split(t, &r, l->c->arena, &passages.items[i]);
        reading_add(t, &r, &passages.items[i], &s);
    }
    l->reading = &r;
    find_over(l);
    forget(l, ledger);
    bool fine = true;
    for (size_t i = 0; i < l->over.n; i++) {
        const struct part *part = &l->over.items[i];
        bool taken = all || is_among(accepted, n, part->name);
        fine = record_part(l, ledger, part, taken) && fine;
    }
    return fine;
}

bool ages_record(const struct check *c, struct ledger *ledger,
                 const struct pair *const *accepted, size_t n, bool all)
{
    bool fine = true;
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        struct looking l = {.c = c, .ed = c->editions[v]};
        struct reading_tools t;
        if (ratchet_of(l.ed) == NULL ||
            !reading_tools_open(c->arena, c->diags, reading_language(c->pub),
                                &t)) {
            continue;
        }
        if (reading_measure_of(&t, l.ed) == READING_CHILDREN) {
            fine = record_edition(&l, &t, ledger, accepted, n, all) && fine;
        }
        reading_tools_close(&t);
    }
    return fine;
}
