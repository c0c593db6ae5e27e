/**
 * units: what a layer says, cut into the pieces that another layer can change:
 * the settings, each chapter's start, each section, each record, each other
 * file.
 *
 * They are those of the layer's own files, as these spell them: inserts are
 * not worked out, and nothing is inherited. A unit has parts, and a part is
 * what a layer replaces as a whole: a field, or one voice of a field.
 */
#ifndef DUET_MODEL_UNITS_H
#define DUET_MODEL_UNITS_H

#include "base/map.h"
#include "model/kind.h"
#include "model/layer.h"

enum unit_kind {
    UNIT_SETTINGS, /* publication.yaml */
    UNIT_CHAPTER,  /* the start of one: its fields, the text before headings */
    UNIT_SECTION,
    UNIT_RECORD,
    UNIT_FILE /* a picture or another file; its part is its bytes' hash */
};

struct unit_part {
    Str name; /* `tel`, `title.young`; `text` for that of a section */
    Str text; /* a line to a paragraph or an entry */
    Str where;
    bool own;    /* a layer above does not inherit it */
    bool refers; /* its words are ids of records */
};

struct unit {
    enum unit_kind kind;
    Str name; /* unique: `aims#homes`, `aims/be-heard`, `aims.md` */
    Str file; /* within the layer; a chapter is in chapters/ for every layer */
    Str id;   /* of a record or a section; else empty */
    Str parent;               /* the section around it, by its name; or empty */
    const struct kind *of;    /* UNIT_RECORD */
    const struct source *src; /* UNIT_FILE: has a path and no text */
    Str where;
    struct unit_part *parts;
    size_t nparts;
    bool dropped; /* leaves the one below out; has no parts */
    Str because;
};

struct units {
    struct arena *arena;
    struct unit *items; /* sorted by file, kind and name */
    size_t n;
    struct map by_name;     /* to struct unit */
    struct map replaced;    /* files of chapters that inherit nothing */
    struct map *chapters;   /* names listed in publication.yaml; NULL: no */
    struct map *appendices; /* list there */
    Str version;            /* or empty */
};

/**
 * Reads the files of `layer` alone. Names that start with a dot, ledgers,
 * the README and publications in folders of their own are none of its units.
 *
 * Returns: false after reporting what makes a file unreadable. What is wrong
 * with what a file says is for those who publish it. Lifetime: `l->arena`.
 */
MUST_USE bool units_read(const struct loading *l, const struct layer *layer,
                         struct units *out);

/** Returns: the unit of this name, or NULL. */
const struct unit *units_find(const struct units *units, Str name);

/** Returns: the part of this name, or NULL. */
const struct unit_part *unit_part(const struct unit *u, Str name);

/** Whether a part `over` stands in the place of a part `below`: `title` and
 * `title.young` in that of each other. */
bool unit_part_covers(Str over, Str below);

/**
 * Whether `own`, laid over `below`, takes the whole of `u`, a unit of `below`,
 * away or replaces all of it.
 */
bool units_hide(const struct units *own, const struct units *below,
                const struct unit *u);

/** Whether `own` replaces the part `part` of `u`, or hides `u`. */
bool units_cover(const struct units *own, const struct units *below,
                 const struct unit *u, Str part);

/** Returns: what `own` laid over `below` says, without what is own to a layer
 * below. */
struct units units_over(struct arena *a, const struct units *below,
                        const struct units *own);

#endif
