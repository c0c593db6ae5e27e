/**
 * checks: one area's rules, on a small publication in the test's folder.
 */
#ifndef DUET_TESTS_CHECKS_H
#define DUET_TESTS_CHECKS_H

#include "publishing.h"

#include "check/check.h"

/** One edition, of a council. */
#define ESSEX                                                                  \
    "title: T\n"                                                               \
    "council: {name: Essex County Council, area: Essex}\n"                     \
    "editions: {formal: {theme: civic}}\n"

/** Runs `rule` on the day `today` over the publication `in`, which the test has
 * written. */
static inline void run_rule_on(struct world *w,
                               void (*rule)(const struct check *c), Date today)
{
    struct publication *p = load(w);
    struct edition *editions[VOICES_MAX] = {0};
    struct passages passages[VOICES_MAX] = {0};
    assert_non_null(p);
    assert_int_equal(diags_errors(w->diags), 0);
    struct check c = {.arena = w->arena,
                      .diags = w->diags,
                      .pub = p,
                      .editions = editions,
                      .neditions = p->voices.n,
                      .passages = passages,
                      .today = today};
    for (size_t v = 0; v < p->voices.n; v++) {
        editions[v] = edition_build(w->arena, w->diags, p, v);
    }
    for (size_t v = 0; v < p->voices.n; v++) {
        passages[v] = passages_of(w->arena, w->diags, editions[v]);
    }
    rule(&c);
}

/** The same on a day that nobody knows. */
static inline void run_rule(struct world *w,
                            void (*rule)(const struct check *c))
{
    run_rule_on(w, rule, (Date){0});
}

/** The messages, a line each: `one.md:3:1: warning: … [code]` without `in/`. */
static inline const char *findings(struct world *w)
{
    size_t n;
    const struct diag **all = diags_sorted(w->diags, w->arena, &n);
    struct buf b = buf_in(w->arena);
    for (size_t i = 0; i < n; i++) {
        Str path = str_starts(all[i]->path, S("in/"))
                       ? str_from(all[i]->path, 3)
                       : all[i]->path;
        buf_printf(&b, "%.*s", STR_ARG(path));
        if (all[i]->where.p != NULL) {
            Place place = source_place(all[i]->src, all[i]->where);
            buf_printf(&b, ":%zu:%zu", place.line, place.column);
        }
        buf_printf(&b, ": %s%.*s [%s]\n",
                   all[i]->severity == SEVERITY_ERROR ? "error: " : "",
                   STR_ARG(all[i]->message), all[i]->code);
    }
    return str_c(w->arena, buf_str(&b));
}

/** Runs `rule` over a chapter that says `text` below its title. */
static inline const char *find_in(struct world *w, const char *settings,
                                  const char *text,
                                  void (*rule)(const struct check *c))
{
    Str chapter = str_printf(w->arena, "# One\n\n%s\n", text);
    world_again(w);
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/publication.yaml", settings);
    put("in/one.md", str_c(w->arena, chapter));
    run_rule(w, rule);
    return findings(w);
}

#endif
