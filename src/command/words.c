#include <stdio.h>

#include "base/file.h"
#include "check/words_report.h"
#include "command/command.h"
#include "command/job.h"

static bool is_text(Str path)
{
    return file_kind(path) == FILE_REGULAR && !str_ends(path, S(".md")) &&
           !str_ends(path, S(".markdown"));
}

/* A file of plain text, as if it were written for children. */
static int report_text(Str path)
{
    struct arena *a = arena_create();
    struct diags *d = diags_create();
    struct reading_tools tools;
    struct source *src = source_load(a, d, path, path);
    if (src != NULL && reading_tools_open(a, d, S("en"), &tools)) {
        struct buf out = buf_in(a);
        struct words_text text = {
            .title = path,
            .passages = words_of_text(a, src),
            .measure = READING_CHILDREN,
        };
        words_report(&out, &tools, &text);
        fwrite(out.p, 1, out.n, stdout);
        reading_tools_close(&tools);
    }
    diags_print(d, stderr, false);
    int status = diags_status(d);
    diags_free(d);
    arena_free(a);
    return status;
}

/* How many editions have a text of their own. */
static size_t count_written(const struct passages *all, size_t n)
{
    size_t written = 0;
    for (size_t v = 0; v < n; v++) {
        written += all[v].n > 0;
    }
    return written;
}

/* A file alone has no reading age to keep: its words are measured against what
 * children know, but for the formal voice of two. */
static enum reading_measure measure_of(const struct reading_tools *tools,
                                       const struct edition *ed, bool alone,
                                       size_t written)
{
    enum reading_measure measure = reading_measure_of(tools, ed);
    return alone && measure == READING_ADULTS && (ed->voice > 0 || written == 1)
               ? READING_CHILDREN
               : measure;
}

static void report_work(const struct job *j, const struct work *w, bool alone,
                        struct buf *out)
{
    struct reading_tools tools;
    struct passages all[VOICES_MAX];
    const struct publication *p = w->pub;
    if (!reading_tools_open(j->arena, j->diags, reading_language(p), &tools)) {
        return;
    }
    for (size_t v = 0; v < p->voices.n; v++) {
        all[v] = passages_of(j->arena, j->diags, w->editions[v]);
    }
    size_t written = count_written(all, p->voices.n);
    for (size_t v = 0; v < p->voices.n; v++) {
        const struct edition *ed = w->editions[v];
        struct words_text text = {
            .title = str_printf(j->arena, "%.*s, %.*s edition", STR_ARG(p->id),
                                STR_ARG(ed->plan->id)),
            .ed = ed,
            .passages = all[v],
            .measure = measure_of(&tools, ed, alone, written),
        };
        words_report(out, &tools, &text);
    }
    reading_tools_close(&tools);
}

static int report_content(const struct options *o)
{
    struct job j = job_start(o);
    struct buf out = buf_in(j.arena);
    bool alone = file_kind(o->content) == FILE_REGULAR;
    /* warnings are for `duet check` */
    for (size_t i = 0; i < j.nworks && diags_errors(j.diags) == 0; i++) {
        report_work(&j, j.works[i], alone, &out);
    }
    int status = diags_status(j.diags);
    if (status != EXIT_FINE) {
        status = job_report(&j);
    } else {
        fwrite(out.p, 1, out.n, stdout);
    }
    job_end(&j);
    return status;
}

int command_words(int argc, char **argv)
{
    int worst = EXIT_FINE;
    for (int i = 0; i < (argc > 0 ? argc : 1); i++) {
        struct options o;
        if (!options_read("words", 0, argc > 0 ? 1 : 0, argv + i, &o)) {
            return EXIT_USAGE;
        }
        int status =
            is_text(o.content) ? report_text(o.content) : report_content(&o);
        worst = status > worst ? status : worst;
    }
    if (worst == EXIT_FINE) {
        struct arena *a = arena_create();
        struct buf out = buf_in(a);
        words_report_end(&out);
        fwrite(out.p, 1, out.n, stdout);
        arena_free(a);
    }
    return worst;
}
