#include <stdio.h>

#include "check/links.h"
#include "check/localise.h"
#include "check/parity.h"
#include "check/report.h"
#include "command/command.h"
#include "command/job.h"

/* Prints what was written; main() looks whether it arrived. */
static void print(const struct buf *b)
{
    if (b->n > 0) {
        fwrite(b->p, 1, b->n, stdout);
    }
}

/* What each edition has of the other. The rules are not asked. */
static int report_parity(const struct job *j, const struct options *o)
{
    struct parity_report *reports =
        ARENA_NEW(j->arena, struct parity_report, j->nworks);
    for (size_t i = 0; i < j->nworks; i++) {
        const struct work *w = j->works[i];
        reports[i] =
            parity_report_of(j->arena, j->diags, w->pub, w->editions, w->n);
    }
    int status = job_report(j);
    struct buf out = buf_in(j->arena);
    if (o->report == REPORT_JSON) {
        parity_write_json(&out, reports, j->nworks);
    } else {
        parity_write_text(&out, reports, j->nworks);
    }
    print(&out);
    return status;
}

/* The addresses elsewhere, with when they were checked. */
static int report_links(const struct job *j, const struct options *o)
{
    struct links *lists = ARENA_NEW(j->arena, struct links, j->nworks);
    for (size_t i = 0; i < j->nworks; i++) {
        lists[i] = links_of(j->arena, j->works[i]->pub);
    }
    int status = job_report(j);
    struct buf out = buf_in(j->arena);
    if (o->report == REPORT_JSON) {
        links_write_json(&out, lists, j->nworks);
    } else {
        links_write_text(&out, lists, j->nworks);
    }
    print(&out);
    return status;
}

/* The messages, in sum what was found, and how far each fork is. */
static int report_text(const struct job *j, bool sound)
{
    int status = job_report(j);
    struct buf out = buf_in(j->arena);
    report_summary(&out, j->diags);
    if (sound) {
        buf_printf(&out, "%zu publication%s can be published\n", j->nworks,
                   j->nworks == 1 ? "" : "s");
    }
    for (size_t i = 0; i < j->nworks; i++) {
        localise_progress(&out, j->diags, j->works[i]->pub);
    }
    print(&out);
    return status;
}

static int report(const struct job *j, enum report_format format, bool sound)
{
    struct buf out = buf_in(j->arena);
    switch (format) {
    case REPORT_TEXT:
        return report_text(j, sound);
    case REPORT_JSON:
        report_json(&out, j->diags);
        break;
    case REPORT_SARIF:
        report_sarif(&out, j->diags, S(DUET_VERSION));
        break;
    }
    print(&out);
    return diags_status(j->diags);
}

int command_check(int argc, char **argv)
{
    struct options o;
    if (!options_read("check",
                      TAKES_REPORT | TAKES_STRICT | TAKES_PARITY | TAKES_LINKS,
                      argc, argv, &o)) {
        return EXIT_USAGE;
    }
    struct job j = job_start(&o);
    int status;
    if (o.parity) {
        status = report_parity(&j, &o);
    } else if (o.links) {
        status = report_links(&j, &o);
    } else {
        job_check_start(&j, CHECK_ALL);
        bool sound = job_write(&j, &o, NULL);
        job_check_end(&j);
        sound = sound && diags_errors(j.diags) == 0;
        status = report(&j, o.report, sound);
    }
    if (o.strict && status == EXIT_FINE && diags_warnings(j.diags) > 0) {
        status = EXIT_CONTENT;
    }
    job_end(&j);
    return status;
}
