/**
 * voiced: a text that is the same in all editions, or one text an edition.
 *
 * Every text that people read is one of these, so that an edition is nothing
 * but the choice of a voice. Voices are numbered as the publication's editions
 * are; voice 0 is the default edition's.
 */
#ifndef DUET_MODEL_VOICED_H
#define DUET_MODEL_VOICED_H

#include "base/diag.h"
#include "base/map.h"
#include "read/yaml.h"

enum { VOICES_MAX = 8 };

/** The ids of a publication's editions: the names of the voices. */
struct voices {
    Str ids[VOICES_MAX];
    size_t n;
};

/** Returns: the number of the voice `id`, or `v->n`. */
size_t voices_find(const struct voices *v, Str id);

struct phrase {
    Str text;     /* empty: not given */
    Str where;    /* in the author's file */
    Str lang;     /* of a translation; empty: the original's */
    Str original; /* of a list's word: the one that it translates, or empty */
};

struct voiced {
    const struct source *src;
    Str where;
    struct phrase plain; /* for every voice that has none of its own */
    struct phrase voice[VOICES_MAX];
};

/** A list of texts, voiced item by item or as a whole. */
struct voiced_list {
    const struct source *src;
    Str where;
    bool whole;
    struct voiced **items; /* item by item */
    size_t nitems;
    struct {
        struct phrase *items;
        size_t n;
    } voice[VOICES_MAX]; /* as a whole */
};

/** Where a layer drops a record of the one below. */
struct drop {
    const struct source *src;
    Str where;
};

/** The state of loading one file. */
struct loading {
    struct arena *arena;
    struct diags *diags;
    const struct source *src;
    const struct voices *voices;
    struct map *dropped; /* id to struct drop; NULL: not to be kept */
};

/** Reads a voiced text. Returns: NULL after reporting. */
struct voiced *voiced_load(const struct loading *l, const struct yaml *y);

/** Reads a list of texts. Returns: NULL after reporting. */
struct voiced_list *voiced_list_load(const struct loading *l,
                                     const struct yaml *y);

/** A text that is the same in all editions. */
struct voiced *voiced_plain(struct arena *a, const struct source *src, Str text,
                            Str where);

/** Returns: the phrase of `voice`, or the plain one, or NULL. */
const struct phrase *voiced_get(const struct voiced *v, size_t voice);

/** Reports at `where` in `src` that no edition has the id `name`. */
void report_unknown_edition(const struct loading *l, const struct source *src,
                            Str where, Str name);

/**
 * Reports unknown-key for `pair`, with the nearest of the names tried on
 * `nearest`, or else with `names`, as the help.
 */
void report_unknown_key(const struct loading *l, const struct yaml_pair *pair,
                        const char *what, Str nearest, Str names);

#endif
