#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/outfile.h"
#include "check/edited_copy.h"
#include "check/fork_report.h"
#include "check/stale.h"
#include "command/command.h"
#include "command/job.h"
#include "command/options.h"
#include "publish/swap.h"

/* The forks that were asked for, and what one of them is held against. */
struct asked {
    struct arena *arena;
    struct diags *diags;
    const struct options *options;
    Str *paths;
    struct fork *forks;
    size_t n;
    Str newer_path;
    struct units newer;
    struct upstream changes;
};

static void add(struct asked *q, Str path)
{
    struct fork fork;
    if (fork_read(q->arena, q->diags, path, &fork) && fork.layers.n > 1) {
        size_t n = q->n;
        *LIST_ADD(q->arena, q->paths, n) = path;
        *LIST_ADD(q->arena, q->forks, q->n) = fork;
    }
}

static void not_a_fork(const struct asked *q, Str path, const char *problem)
{
    struct source *src = ARENA_NEW(q->arena, struct source, 1);
    src->path = path;
    diag_error(q->diags, src, S(""), "not-a-fork", "%s", problem);
    diag_help(q->diags, "name one whose publication.yaml says `extends: "
                        "FOLDER`");
}

/* Reads the publication, or those of the folder. Failure: reported. */
static bool find_forks(struct asked *q)
{
    Str content = q->options->content;
    struct dir_entry *entries;
    size_t n = 0;
    if (publication_at(q->arena, content)) {
        add(q, content);
    } else if (dir_list(q->arena, content, &entries, &n)) {
        for (size_t i = 0; i < n; i++) {
            Str path = path_join(q->arena, content, entries[i].name);
            if (publication_at(q->arena, path)) {
                add(q, path);
            }
        }
    } else if (file_kind(content) != FILE_REGULAR) {
        diag_system(q->diags, content, "cannot read the content", errno);
        return false;
    }
    if (diags_errors(q->diags) > 0) {
        return false;
    }
    if (q->n == 0) {
        Str file = path_join(q->arena, content, S("publication.yaml"));
        bool folder = publication_at(q->arena, content);
        bool alone = folder || file_kind(content) == FILE_REGULAR;
        not_a_fork(q, folder ? file : content,
                   alone ? "this publication extends no other"
                         : "there is no publication here that extends another");
    }
    return q->n > 0;
}

/* Whether the folder `path` is `folder` or in it. */
static bool is_in(struct arena *a, Str path, Str folder)
{
    Str inner = path_real(a, path), outer = path_real(a, folder);
    return str_starts(inner, outer) &&
           (inner.n == outer.n || inner.p[outer.n] == '/');
}

static bool say(const char *problem, Str word)
{
    fprintf(stderr, "duet upstream: %s%.*s\n", problem, STR_ARG(word));
    return false;
}

/* Reads the newer version, which must be one that could be published. */
static bool read_newer(struct asked *q)
{
    size_t errors = diags_errors(q->diags);
    struct publication *p = publication_load(q->arena, q->diags, q->newer_path);
    return p != NULL && diags_errors(q->diags) == errors &&
           fork_read_units(q->arena, q->diags, q->newer_path, &q->newer);
}

static struct fork_report report_of(const struct asked *q, size_t i)
{
    bool compared = q->newer_path.n > 0;
    return (struct fork_report){
        .path = q->paths[i],
        .fork = &q->forks[i],
        .newer_path = q->newer_path,
        .newer = compared ? &q->newer : NULL,
        .changes = compared ? &q->changes : NULL,
    };
}

static void report(const struct asked *q)
{
    struct buf out = buf_in(q->arena);
    struct fork_report *reports = ARENA_NEW(q->arena, struct fork_report, q->n);
    for (size_t i = 0; i < q->n; i++) {
        reports[i] = report_of(q, i);
        if (q->options->report == REPORT_JSON) {
            continue;
        }
        buf_add(&out, i > 0 ? S("\n\n") : S(""));
        if (reports[i].changes != NULL) {
            fork_report_changes(&out, &reports[i]);
        } else {
            fork_report_text(&out, &reports[i]);
        }
    }
    if (q->options->report == REPORT_JSON) {
        fork_report_json(&out, reports, q->n);
    }
    fwrite(out.p, 1, out.n, stdout);
}

/* Taking a newer version. */

/* Only a copy in the fork's own folder may be replaced, and only by one that
 * needs nothing from beside it. */
static bool may_take(const struct asked *q)
{
    struct arena *a = q->arena;
    const struct layers *layers = &q->forks[0].layers;
    Str below = layers->items[1].folder;
    if (!is_in(a, below, q->paths[0])) {
        const struct yaml *extends =
            yaml_get(layers->items[0].root, S("extends"));
        diag_error(q->diags, layers->items[0].src, extends->where, "not-pinned",
                   "this folder is not this publication's own copy, and others "
                   "may build from it");
        diag_help(q->diags, "copy %.*s to %.*s and write `extends: upstream`",
                  STR_ARG(below),
                  STR_ARG(path_join(a, q->paths[0], S("upstream"))));
        return false;
    }
    struct layers newer;
    struct loading l = {.arena = a, .diags = q->diags};
    if (!layers_read(&l, q->newer_path, S(""), &newer)) {
        return false;
    }
    for (size_t i = 1; i < newer.n; i++) {
        if (!is_in(a, newer.items[i].folder, q->newer_path)) {
            diag_error(q->diags, newer.items[0].src,
                       yaml_get(newer.items[0].root, S("extends"))->where,
                       "not-pinned",
                       "the newer version extends a folder outside itself, "
                       "which a copy of it would miss");
            diag_help(q->diags, "take a version that holds all that it needs");
            return false;
        }
    }
    return true;
}

/* The bytes that the ledger shall have; its own when nothing changes. */
static Str new_ledger(const struct asked *q, struct ledger *ledger)
{
    struct fork_reviews known = forks_review(q->arena, ledger, &q->forks[0]);
    forks_drop_gone(ledger, &known);
    forks_record(ledger, &q->changes);
    bool nothing = ledger->bytes.n == 0 && ledger->nforks == 0;
    return nothing ? S("") : ledger_write(q->arena, ledger);
}

static bool write_ledger(const struct asked *q, const struct ledger *ledger,
                         Str text)
{
    if (str_eq(text, ledger->bytes) || outfile_write(ledger->path, text)) {
        return true;
    }
    diag_system(q->diags, ledger->path, "cannot write", errno);
    return false;
}

/* What was there before, after a failure. */
static void restore_ledger(const struct asked *q, const struct ledger *ledger,
                           bool existed)
{
    bool done = existed ? outfile_write(ledger->path, ledger->bytes)
                        : unlink(str_c(q->arena, ledger->path)) == 0;
    if (!done && errno != ENOENT) {
        diag_system(q->diags, ledger->path, "cannot put back what was there",
                    errno);
    }
}

static bool write_copy(struct arena *a, struct stage *s, const struct pin *pin)
{
    for (size_t i = 0; i < pin->n; i++) {
        if (!stage_write(s, pin->items[i].path, pin->items[i].bytes)) {
            return false;
        }
    }
    return stage_write(s, pin_list_name, pin_list(a, pin));
}

/*
 * Puts the newer version in the place of the copy. The ledger goes first: what
 * it says of changes that are not there yet does no harm, but a change that it
 * does not know of would be lost.
 */
static bool replace(const struct asked *q, const struct pin *files,
                    StageCounts *counts)
{
    struct arena *a = q->arena;
    Str path = path_join(a, q->paths[0], S("duet.lock"));
    struct ledger ledger;
    if (!ledger_load(a, q->diags, path, &ledger)) {
        return false;
    }
    bool existed = file_kind(path) != FILE_NONE;
    Str text = new_ledger(q, &ledger);
    struct stage *stage =
        stage_open_copy(a, q->diags, q->forks[0].layers.items[1].folder);
    bool done = stage != NULL && write_copy(a, stage, files) &&
                write_ledger(q, &ledger, text);
    if (done && !stage_commit(stage)) {
        restore_ledger(q, &ledger, existed);
        done = false;
    }
    if (done) {
        *counts = stage_counts(stage);
    }
    stage_free(stage);
    return done;
}

static void say_taken(const struct asked *q, StageCounts counts)
{
    const size_t *n = q->changes.counts;
    size_t persons = n[UPSTREAM_CONFLICT] + n[UPSTREAM_ORPHAN];
    Str below = q->forks[0].layers.items[1].folder;
    struct buf out = buf_in(q->arena);
    struct fork_report r = report_of(q, 0);
    fork_report_changes(&out, &r);
    buf_printf(&out,
               "\n%.*s is now as %.*s: %zu file%s written, %zu unchanged\n",
               STR_ARG(below), STR_ARG(q->newer_path), counts.written,
               counts.written == 1 ? "" : "s", counts.unchanged);
    if (persons > 0) {
        buf_printf(&out,
                   "nothing of yours was changed; what needs a person is "
                   "listed by\n    duet review %.*s\n    duet check %.*s\n",
                   STR_ARG(stale_shell_word(q->arena, q->paths[0])),
                   STR_ARG(stale_shell_word(q->arena, q->paths[0])));
    }
    fwrite(out.p, 1, out.n, stdout);
}

static bool take(const struct asked *q)
{
    struct pin files;
    struct edited_copy copy;
    StageCounts counts;
    Str below = q->forks[0].layers.items[1].folder;
    if (!pin_read(q->arena, q->diags, q->newer_path, &files) ||
        !edited_copy_read(q->arena, q->diags, q->paths[0], below, &copy)) {
        return false;
    }
    /* a copy that was brought here by hand gets the list of its files */
    if (pin_same(&files, &copy.now) && copy.edits.n == 0) {
        printf("%.*s is as %.*s already; there is nothing to take\n",
               STR_ARG(below), STR_ARG(q->newer_path));
        return true;
    }
    if (!edited_copy_may_go(q->arena, q->diags, &copy, &files) ||
        !replace(q, &files, &counts)) {
        return false;
    }
    if (q->options->report == REPORT_JSON) {
        report(q);
    } else {
        say_taken(q, counts);
    }
    return true;
}

/* What the words of the command line name must fit together. */
static bool check_folders(const struct asked *q)
{
    if (q->newer_path.n == 0) {
        return true;
    }
    Str below = q->forks[0].layers.items[1].folder, newer = q->newer_path;
    if (q->n > 1) {
        return say("name the one publication that it is for: ", S("CONTENT"));
    }
    if (!publication_at(q->arena, newer)) {
        return say("there is no publication in ", newer);
    }
    bool same = str_eq(path_real(q->arena, newer), path_real(q->arena, below));
    bool around =
        is_in(q->arena, newer, below) || is_in(q->arena, below, newer);
    return same || !around ||
           say("the newer version must not lie in, or around, ", below);
}

static int run(struct asked *q)
{
    const struct options *o = q->options;
    q->newer_path = o->to.n > 0 ? o->to : o->compare;
    bool found = find_forks(q);
    if (found && !check_folders(q)) {
        return EXIT_USAGE;
    }
    bool done = found && (q->newer_path.n == 0 || read_newer(q));
    if (done && q->newer_path.n > 0) {
        q->changes = upstream_compare(q->arena, &q->forks[0], &q->newer);
    }
    if (done && o->to.n > 0) {
        done = may_take(q) && take(q);
    } else if (done) {
        report(q);
    }
    struct job j = {.arena = q->arena, .diags = q->diags};
    int status = done && o->to.n == 0 ? EXIT_FINE : job_report(&j);
    if (!done && o->to.n > 0) {
        fputs("nothing was taken; everything is as it was\n", stderr);
    }
    return status;
}

int command_upstream(int argc, char **argv)
{
    struct options o;
    if (!options_read("upstream", TAKES_REPORT | TAKES_NEWER, argc, argv, &o)) {
        return EXIT_USAGE;
    }
    struct asked q = {
        .arena = arena_create(), .diags = diags_create(), .options = &o};
    int status = run(&q);
    diags_free(q.diags);
    arena_free(q.arena);
    return status;
}
