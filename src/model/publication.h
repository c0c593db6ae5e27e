/**
 * publication: everything that a council's folder says, read once and never
 * changed afterwards. An edition is a view of it.
 */
#ifndef DUET_MODEL_PUBLICATION_H
#define DUET_MODEL_PUBLICATION_H

#include "model/chapter.h"
#include "model/layer.h"

enum numbering {
    NUMBERING_NONE,
    NUMBERING_SECTIONS,   /* 1, 1.1: headings and paragraphs in one sequence */
    NUMBERING_CONTINUOUS, /* paragraphs 1 to N, lists a), b) */
    NUMBERING_HEADINGS    /* 1, 1.1: headings alone */
};

/** What publication.yaml says of one edition, with the defaults filled in. */
struct edition_plan {
    Str id;
    struct record *record; /* of kind_edition */
    Str theme;
    Str theme_where; /* empty: a default */
    enum numbering numbering;
    bool parity_required;
};

struct publication {
    Str id;     /* made from the folder's or the file's name */
    Str path;   /* as it was asked for */
    Str lang;   /* that it was read in; empty: the original's */
    Str folder; /* its path; for a single file the folder that holds it */
    Str lock;   /* the path of its ledger, which need not exist */
    const struct source *src; /* publication.yaml; NULL: there is none */
    struct layers layers;
    struct record *record; /* of kind_publication */
    const struct voiced *title;
    const struct picture *card; /* beside links to it; NULL: none */
    struct voices voices;
    struct edition_plan plans[VOICES_MAX];
    struct chapter **chapters; /* every chapter that some edition has */
    size_t nchapters;
    struct {
        struct place {
            struct chapter *chapter;
            const struct voiced *part; /* that it belongs to, or NULL */
        } * places;                    /* in the edition's order */
        size_t n;
    } order[VOICES_MAX];
    bool appendices_numbered;             /* A1, A2; else lettered A, B */
    struct record_list lists[KIND_COUNT]; /* all records of each kind */
    struct map ids;                       /* id to struct record */
    struct map dropped;                   /* id to struct drop */
    struct map by_name;                   /* id to struct chapter */
};

/**
 * Reads the publication at `path`: a folder with a publication.yaml, a folder
 * of Markdown files, or one Markdown file. What is left out has a default.
 *
 * Returns: the publication, to be used only when nothing was reported; NULL
 * when there is nothing that could be used.
 */
struct publication *publication_load(struct arena *a, struct diags *d,
                                     Str path);

/**
 * Reads the translation into `lang` of the publication in the folder `path`:
 * its texts in that language, where they are there, and else in the original's.
 */
struct publication *publication_load_in(struct arena *a, struct diags *d,
                                        Str path, Str lang);

/** Whether `path` is a publication, as a folder of many holds them. */
bool publication_at(struct arena *a, Str path);

#endif
