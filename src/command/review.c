#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/outfile.h"
#include "base/suggest.h"
#include "check/ages.h"
#include "check/review_report.h"
#include "command/command.h"
#include "command/job.h"

/* One publication with what people have reviewed of it. */
struct reviewed {
    const struct work *work;
    struct pairs pairs;
    struct ledger ledger;
    struct fork fork;
    struct fork_reviews forks;  /* none where it is no fork */
    const struct pair **accept; /* what was looked at now */
    size_t naccept;
    const struct fork_review **accept_forks;
    size_t naccept_forks;
};

/* What the ledger has of the layer below. */
static bool load_forks(struct job *j, struct reviewed *r)
{
    if (r->ledger.nforks == 0) {
        return true;
    }
    if (!fork_read(j->arena, j->diags, r->work->pub->folder, &r->fork)) {
        return false;
    }
    r->forks = forks_review(j->arena, &r->ledger, &r->fork);
    return true;
}

/* Everything that `duet check` would call an error, and the ledgers. */
static struct reviewed *load(struct job *j, const struct options *o)
{
    job_check_start(j, CHECK_ERRORS);
    bool sound = job_write(j, o, NULL);
    job_check_end(j);
    struct reviewed *all = ARENA_NEW(j->arena, struct reviewed, j->nworks);
    for (size_t i = 0; i < j->nworks; i++) {
        const struct work *w = j->works[i];
        all[i].work = w;
        all[i].pairs = pairs_of(j->arena, w->editions, w->n);
        sound = ledger_load(j->arena, j->diags, w->pub->lock, &all[i].ledger) &&
                load_forks(j, &all[i]) && sound;
    }
    return sound && diags_errors(j->diags) == 0 ? all : NULL;
}

static void print(const struct buf *b)
{
    if (b->n > 0) {
        fwrite(b->p, 1, b->n, stdout);
    }
}

static int list(const struct job *j, const struct reviewed *all)
{
    struct buf out = buf_in(j->arena);
    for (size_t i = 0; i < j->nworks; i++) {
        buf_add(&out, i > 0 ? S("\n\n") : S(""));
        review_report(&out, all[i].work->pub, &all[i].pairs, &all[i].ledger,
                      &all[i].forks);
    }
    print(&out);
    return EXIT_FINE;
}

/* Whether `id` is this name, with what comes after its `@` or without. */
static bool is_meant(Str name, Str id)
{
    return str_eq(name, id) ||
           (str_starts(name, id) && name.n > id.n && name.p[id.n] == '@');
}

static bool unknown(const struct job *j, const struct reviewed *all, Str id)
{
    struct suggest s = suggest_for(id);
    for (size_t i = 0; i < j->nworks; i++) {
        for (size_t k = 0; k < all[i].pairs.n; k++) {
            Str name = all[i].pairs.items[k].name;
            suggest_try(&s, name);
            suggest_try(&s, str_to(name, str_find_byte(name, '@')));
        }
        for (size_t k = 0; k < all[i].forks.n; k++) {
            suggest_try(&s, all[i].forks.items[k].name);
        }
    }
    fprintf(stderr, "duet review: there is no pair '%.*s'; ", STR_ARG(id));
    if (s.best.n > 0) {
        fprintf(stderr, "did you mean '%.*s'?\n", STR_ARG(s.best));
    } else {
        fprintf(stderr, "`duet review` lists them\n");
    }
    return false;
}

/* Notes the pairs of one publication that `id` means. */
static bool find_in(const struct job *j, struct reviewed *r, Str id)
{
    bool found = false;
    for (size_t k = 0; k < r->pairs.n; k++) {
        if (is_meant(r->pairs.items[k].name, id)) {
            *LIST_ADD(j->arena, r->accept, r->naccept) = &r->pairs.items[k];
            found = true;
        }
    }
    for (size_t k = 0; k < r->forks.n; k++) {
        if (is_meant(r->forks.items[k].name, id)) {
            *LIST_ADD(j->arena, r->accept_forks, r->naccept_forks) =
                &r->forks.items[k];
            found = true;
        }
    }
    return found;
}

static bool find(const struct job *j, struct reviewed *all, Str id)
{
    const struct reviewed *first = NULL;
    for (size_t i = 0; i < j->nworks; i++) {
        if (!find_in(j, &all[i], id)) {
            continue;
        }
        if (first != NULL) {
            fprintf(stderr,
                    "duet review: '%.*s' is in %.*s and in %.*s; name the "
                    "publication, too\n",
                    STR_ARG(id), STR_ARG(first->work->pub->path),
                    STR_ARG(all[i].work->pub->path));
            return false;
        }
        first = &all[i];
    }
    return first != NULL || unknown(j, all, id);
}

/* Everything that is not as it was when somebody looked at it. */
static void choose_all(const struct job *j, struct reviewed *r)
{
    for (size_t k = 0; k < r->pairs.n; k++) {
        const struct pair *pair = &r->pairs.items[k];
        /* a review that still holds keeps its date and its role */
        if (ledger_review(&r->ledger, pair) != REVIEW_DONE) {
            *LIST_ADD(j->arena, r->accept, r->naccept) = pair;
        }
    }
    for (size_t k = 0; k < r->forks.n; k++) {
        if (r->forks.items[k].state == FORK_OPEN) {
            *LIST_ADD(j->arena, r->accept_forks, r->naccept_forks) =
                &r->forks.items[k];
        }
    }
}

static bool choose(const struct job *j, const struct options *o,
                   struct reviewed *all)
{
    for (size_t i = 0; i < o->naccept; i++) {
        if (!find(j, all, str_from_c(o->accept[i]))) {
            return false;
        }
    }
    for (size_t i = 0; o->accept_all && i < j->nworks; i++) {
        choose_all(j, &all[i]);
    }
    return true;
}

/* The one place that asks the clock: a review is of the day when it is done. */
static Date today(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return date_of_seconds(now.tv_sec > 0 ? (long long)now.tv_sec : 0);
}

static Date date_of(const struct job *j, const struct options *o)
{
    if (o->on.year > 0) {
        return o->on;
    }
    Date built = job_today(j);
    return built.year > 0 ? built : today();
}

/* Says which entries go, because their pairs are no more. */
static void drop_gone(struct reviewed *r)
{
    for (size_t i = 0; i < r->ledger.n; i++) {
        Str name = r->ledger.entries[i].name;
        if (pairs_find(&r->pairs, name) == NULL) {
            printf("%.*s: %.*s is gone, and dropped\n", STR_ARG(r->ledger.path),
                   STR_ARG(name));
        }
    }
    ledger_drop_gone(&r->ledger, &r->pairs);
    for (size_t i = 0; i < r->forks.n; i++) {
        if (r->forks.items[i].state == FORK_GONE) {
            printf("%.*s: %.*s is gone, and dropped\n", STR_ARG(r->ledger.path),
                   STR_ARG(r->forks.items[i].name));
        }
    }
    forks_drop_gone(&r->ledger, &r->forks);
}

static bool save(const struct job *j, struct reviewed *r,
                 const struct options *o)
{
    const struct check c = {.arena = j->arena,
                            .diags = j->diags,
                            .pub = r->work->pub,
                            .editions = r->work->editions};
    if (!ages_record(&c, &r->ledger, r->accept, r->naccept, o->accept_all)) {
        return false;
    }
    for (size_t i = 0; i < r->naccept; i++) {
        ledger_accept(&r->ledger, r->accept[i], date_of(j, o), o->by);
    }
    for (size_t i = 0; i < r->naccept_forks; i++) {
        forks_accept(&r->ledger, r->accept_forks[i], &r->fork, date_of(j, o),
                     o->by);
    }
    drop_gone(r);
    Str text = ledger_write(j->arena, &r->ledger);
    bool nothing = r->ledger.bytes.n == 0 && r->ledger.n == 0;
    if (nothing || str_eq(text, r->ledger.bytes)) {
        return true;
    }
    if (!outfile_write(r->ledger.path, text)) {
        diag_system(j->diags, r->ledger.path, "cannot write", errno);
        return false;
    }
    return true;
}

static void say_accepted(const struct reviewed *r)
{
    size_t pairs = r->naccept, forks = r->naccept_forks;
    printf("%.*s: ", STR_ARG(r->ledger.path));
    if (forks > 0) {
        printf("%zu change%s upstream%s", forks, forks == 1 ? "" : "s",
               pairs > 0 ? ", " : "");
    }
    if (pairs > 0 || forks == 0) {
        printf("%zu pair%s", pairs, pairs == 1 ? "" : "s");
    }
    puts(" accepted");
}

static int accept(const struct job *j, const struct options *o,
                  struct reviewed *all)
{
    if (!choose(j, o, all)) {
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < j->nworks; i++) {
        /* a publication that no id means is left alone */
        if (all[i].naccept + all[i].naccept_forks == 0 && !o->accept_all) {
            continue;
        }
        if (!save(j, &all[i], o)) {
            int status = job_report(j);
            fprintf(stderr, "%.*s is as it was\n", STR_ARG(all[i].ledger.path));
            return status;
        }
        say_accepted(&all[i]);
    }
    return EXIT_FINE;
}

int command_review(int argc, char **argv)
{
    struct options o;
    if (!options_read("review", TAKES_REVIEW, argc, argv, &o)) {
        return EXIT_USAGE;
    }
    struct job j = job_start(&o);
    struct reviewed *all = load(&j, &o);
    int status;
    if (all == NULL) {
        status = job_report(&j);
        fputs("nothing is reviewed before the errors are mended\n", stderr);
    } else {
        status = o.by.n > 0 ? accept(&j, &o, all) : list(&j, all);
    }
    job_end(&j);
    return status;
}
