#include "command/job.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/task.h"
#include "check/allow.h"
#include "check/check.h"
#include "command/command.h"
#include "publish/epub.h"
#include "publish/headers.h"
#include "publish/site.h"

static void add_work(struct job *j, struct theme_shelf *shelf, Str path)
{
    struct work *w = work_load(j->arena, j->diags, shelf, path);
    if (w != NULL) {
        *LIST_ADD(j->arena, j->works, j->nworks) = w;
    }
}

/* Whether `path` is a folder that holds publications but is none itself. */
static bool holds_publications(struct arena *a, Str path)
{
    struct dir_entry *entries;
    size_t n;
    if (file_kind(path) != FILE_FOLDER || publication_at(a, path) ||
        !dir_list(a, path, &entries, &n)) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (entries[i].kind == FILE_FOLDER &&
            publication_at(a, path_join(a, path, entries[i].name))) {
            return true;
        }
    }
    return false;
}

static void add_all(struct job *j, struct theme_shelf *shelf, Str path)
{
    struct dir_entry *entries;
    size_t n;
    if (!dir_list(j->arena, path, &entries, &n)) {
        diag_system(j->diags, path, "cannot read the folder", errno);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Str folder = path_join(j->arena, path, entries[i].name);
        if (entries[i].kind == FILE_FOLDER &&
            publication_at(j->arena, folder)) {
            add_work(j, shelf, folder);
        }
    }
}

struct job job_start(const struct options *o)
{
    struct job j = {.arena = arena_create(), .diags = diags_create()};
    struct theme_shelf shelf = theme_shelf_for(j.arena, o->content);
    if (file_kind(o->content) == FILE_NONE) {
        diag_system(j.diags, o->content, "cannot read the content", ENOENT);
        return j;
    }
    j.many = holds_publications(j.arena, o->content);
    if (j.many) {
        add_all(&j, &shelf, o->content);
        works_join(j.arena, j.diags, j.works, j.nworks);
    } else {
        add_work(&j, &shelf, o->content);
    }
    return j;
}

/* SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs), or -1. */
static long long build_time(struct diags *d)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (text == NULL || text[0] == '\0') {
        return -1;
    }
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    if (errno != 0 || *end != '\0' || seconds < 0 ||
        seconds > 253402300799LL /* the year 9999 */) {
        diag_problem(d, S("SOURCE_DATE_EPOCH"), "cannot be used",
                     "it must be a number of seconds since 1970");
        return -1;
    }
    return seconds;
}

Date job_today(const struct job *j)
{
    long long now = build_time(j->diags);
    return now < 0 ? (Date){0} : date_of_seconds(now);
}

/* The rules at work: with what they read, and an arena and diags of their own,
 * because pages are written meanwhile. */
struct job_checks {
    struct arena *arena;
    struct diags *diags;
    struct work *const *works;
    size_t nworks;
    Date today;
    struct task *task;
    struct allowances *allowed; /* by work */
    enum check_scope scope;
};

static void run_rules(void *state)
{
    struct job_checks *c = state;
    for (size_t i = 0; i < c->nworks; i++) {
        const struct work *w = c->works[i];
        check_run(c->arena, c->diags, w->pub, w->editions, w->n, c->today,
                  c->scope);
    }
}

void job_check_start(struct job *j, enum check_scope scope)
{
    struct job_checks *c = ARENA_NEW(j->arena, struct job_checks, 1);
    *c = (struct job_checks){
        .arena = arena_create(),
        .diags = diags_create(),
        .works = j->works,
        .nworks = j->nworks,
        .today = job_today(j),
        .allowed = ARENA_NEW(j->arena, struct allowances, j->nworks),
        .scope = scope,
    };
    for (size_t i = 0; i < j->nworks; i++) {
        c->allowed[i] = allow_read(j->arena, j->diags, j->works[i]->pub);
    }
    diags_know_all(c->diags, j->diags);
    c->task = task_start(run_rules, c);
    j->checks = c;
}

void job_check_end(struct job *j)
{
    struct job_checks *c = j->checks;
    task_wait(c->task);
    c->task = NULL;
    diags_merge(j->diags, c->diags);
    for (size_t i = 0; i < c->nworks; i++) {
        allow_apply(&c->allowed[i], j->diags);
    }
    /* after an error some rules may not have seen everything */
    bool all = c->scope == CHECK_ALL && diags_errors(j->diags) == 0;
    for (size_t i = 0; i < c->nworks && all; i++) {
        allow_report_unused(&c->allowed[i], c->today, j->diags);
    }
}

static bool write_work(const struct job *j, const struct options *o,
                       const struct work *w, const struct sink *sink,
                       long long now)
{
    bool done = !o->html || site_write(w, j->diags, sink);
    for (size_t v = 0; o->epub && v < w->n; v++) {
        done = epub_write(w, j->diags, sink, v, now) && done;
    }
    return done;
}

bool job_write(struct job *j, const struct options *o, struct stage *stage)
{
    long long now = build_time(j->diags);
    bool done = true;
    for (size_t i = 0; i < j->nworks; i++) {
        const struct work *w = j->works[i];
        struct sink sink = {.stage = stage, .arena = j->arena};
        if (j->many) {
            sink.prefix = str_printf(j->arena, "%.*s/", STR_ARG(w->pub->id));
        }
        done = write_work(j, o, w, &sink, now) && done;
    }
    if (j->many && o->html && j->nworks > 0) {
        struct sink sink = {.stage = stage, .arena = j->arena};
        done = site_write_index(j->works, j->nworks, j->diags, &sink) && done;
    }
    if (o->html && j->nworks > 0) {
        struct sink sink = {.stage = stage, .arena = j->arena};
        done = headers_write(j->works, j->nworks, j->many, &sink) && done;
    }
    return done && diags_errors(j->diags) == 0;
}

int job_report(const struct job *j)
{
    bool colour = isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == NULL;
    size_t errors = diags_errors(j->diags), warnings = diags_warnings(j->diags);
    diags_print(j->diags, stderr, colour);
    if (errors > 0 || warnings > 0) {
        fprintf(stderr, "%zu error%s, %zu warning%s\n", errors,
                errors == 1 ? "" : "s", warnings, warnings == 1 ? "" : "s");
    }
    return diags_status(j->diags);
}

void job_end(struct job *j)
{
    if (j->checks != NULL) {
        task_wait(j->checks->task);
        diags_free(j->checks->diags);
        arena_free(j->checks->arena);
    }
    diags_free(j->diags);
    arena_free(j->arena);
}
