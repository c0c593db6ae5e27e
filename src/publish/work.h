/**
 * work: a publication with its editions and their themes, ready to be written.
 */
#ifndef DUET_PUBLISH_WORK_H
#define DUET_PUBLISH_WORK_H

#include "publish/swap.h"
#include "render/page.h"

enum { EDITIONS_MAX = 8 * VOICES_MAX };

struct work {
    struct publication *pub;
    /* by voice; behind them those in other languages */
    struct edition *editions[EDITIONS_MAX];
    struct theme *themes[EDITIONS_MAX]; /* of each */
    size_t n;
    /* those that the publication names, by edition, after works_join() */
    struct beside supersedes[EDITIONS_MAX];
    struct beside superseded_by[EDITIONS_MAX];
};

/** Where the files go: to a stage, or, for a check, nowhere. */
struct sink {
    struct stage *stage; /* NULL: nothing is written */
    Str prefix;          /* of every path: empty, or `name/` */
    struct arena *arena;
    struct map *log; /* path to Str, the hash of the bytes; NULL: none wanted */
};

/** Themes that have been read, by name. */
struct theme_shelf {
    Str folder; /* of the council's own themes, or empty */
    struct map themes;
};

/** The shelf for content at `path`: `themes/` beside it, where there is one. */
struct theme_shelf theme_shelf_for(struct arena *a, Str path);

/**
 * Reads the publication at `path`, its editions and themes. Returns: NULL when
 * there is nothing that could be written; everything was reported.
 */
struct work *work_load(struct arena *a, struct diags *d,
                       struct theme_shelf *shelf, Str path);

/**
 * Finds, for each of the `n` works that are written into folders side by side,
 * those of the others that it names. Reports unknown-reference.
 */
void works_join(struct arena *a, struct diags *d, struct work *const *works,
                size_t n);

/** Whether there are words to explain, and so a page that does. */
bool work_has_terms(const struct work *w);

/** Writes one file. Failure: reported by the stage. */
MUST_USE bool sink_write(const struct sink *s, Str path, Str bytes);

/** The scene of the edition number `edition`. */
struct scene work_scene(const struct work *w, size_t edition,
                        enum flavour flavour);

#endif
