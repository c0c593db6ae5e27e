/**
 * work: a publication with its editions and their themes, ready to be written.
 */
#ifndef DUET_PUBLISH_WORK_H
#define DUET_PUBLISH_WORK_H

#include "publish/swap.h"
#include "render/page.h"

struct work {
    struct publication *pub;
    struct edition *editions[VOICES_MAX];
    struct theme *themes[VOICES_MAX];
    /* those that the publication names, by voice, after works_join() */
    struct beside supersedes[VOICES_MAX];
    struct beside superseded_by[VOICES_MAX];
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

/** The scene of the edition `voice`. */
struct scene work_scene(const struct work *w, size_t voice,
                        enum flavour flavour);

#endif
