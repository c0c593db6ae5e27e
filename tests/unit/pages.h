/**
 * pages: a small output, written through a stage.
 */
#ifndef DUET_TESTS_PAGES_H
#define DUET_TESTS_PAGES_H

#include "world.h"

#include "publish/swap.h"

/** A file of an output; a list of them ends with a NULL path. */
struct page {
    const char *path;
    const char *text;
};

static const struct page ONE_PAGE[] = {
    {"index.html", "one"},
    {NULL, NULL},
};

static const struct page TWO_PAGES[] = {
    {"index.html", "two"},
    {"young/a.html", "a"},
    {NULL, NULL},
};

static inline struct stage *open_stage(struct world *w, const char *out)
{
    return stage_open(w->arena, w->diags, str_from_c(out));
}

static inline bool write_page(struct stage *s, const char *path,
                              const char *text)
{
    return stage_write(s, str_from_c(path), str_from_c(text));
}

/** Makes the output `out` of `pages`, and counts them. */
static inline bool build_counted(struct world *w, const char *out,
                                 const struct page *pages, StageCounts *counts)
{
    struct stage *s = open_stage(w, out);
    bool ok = s != NULL;
    for (; ok && pages->path != NULL; pages++) {
        ok = write_page(s, pages->path, pages->text);
    }
    ok = ok && stage_commit(s);
    if (s != NULL) {
        *counts = stage_counts(s);
    }
    stage_free(s);
    return ok;
}

static inline bool build(struct world *w, const char *out,
                         const struct page *pages)
{
    StageCounts counts;
    return build_counted(w, out, pages, &counts);
}

#endif
