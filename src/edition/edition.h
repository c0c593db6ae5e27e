/**
 * edition: the publication in one voice and one language.
 *
 * Which sections it has, in whose words, in which order and with which
 * numbers, and on which page each record stands. Built once, then only read.
 */
#ifndef DUET_EDITION_EDITION_H
#define DUET_EDITION_EDITION_H

#include "model/publication.h"

/** A block of a section, with the number and id of a numbered paragraph. */
struct ed_block {
    const struct node *node;
    Str number;    /* empty: not numbered */
    Str id;        /* made from its words, never from its number */
    bool lettered; /* a list whose items are a), b), c) */
    const struct locale *foreign; /* of a text not translated, or NULL */
};

struct ed_section {
    const struct section *source;
    Str number;
    const struct node *title; /* its inlines are the heading; NULL: opening */
    struct ed_block *blocks;
    size_t nblocks;
    size_t fallback; /* the voice that its text is really in */
    const struct locale *title_foreign; /* of a title not translated, or NULL */
    struct ed_section *parent;
    struct ed_section *first;
    struct ed_section *last;
    struct ed_section *next;
};

struct ed_chapter {
    const struct chapter *source;
    size_t index; /* in the edition */
    Str number;
    Str part; /* the title of the part that starts here, or empty */
    const struct locale *part_lang; /* that it is in */
    bool after_part; /* the chapter before it was a part's last one */
    Str file;        /* `offers.html` */
    Str title;       /* plain text */
    const struct locale *title_lang; /* that it is in */
    struct ed_section *opening;
    struct map anchors; /* section id to struct ed_section: the one that
                           carries the text, which for a covered section is
                           the one that covers it */
    struct record_list rest[KIND_COUNT]; /* what no insert places */
};

/** The pictures that an edition shows, each once, by their names. */
struct gallery {
    const struct picture **pictures;
    size_t npictures;
    struct map names;
    bool wordless;  /* some picture has no words for who cannot see it */
    bool described; /* some picture has a long description */
};

struct edition {
    const struct publication *pub;
    const struct edition_plan *plan;
    size_t voice;
    Str folder; /* that its pages lie in: `young`, or `young-ar` */
    const struct locale *locale;   /* of the language that it is in */
    const struct locale *original; /* of that of the publication */
    struct ed_chapter **chapters;
    size_t nchapters;
    struct map by_name; /* chapter id to struct ed_chapter */
    struct map pages;   /* record id to the struct ed_chapter it stands in */
    const struct terms *terms;
    struct gallery gallery;
};

/**
 * Builds the edition of `voice`. Reports missing-voice (an error where parity
 * is required, else a warning), and what is wrong with inserts of records.
 * Lifetime: `a`, and `p`.
 */
struct edition *edition_build(struct arena *a, struct diags *d,
                              const struct publication *p, size_t voice);

/** Whether it is a translation of the edition in the original's language. */
bool edition_is_translation(const struct edition *ed);

/** The locale of a text whose source has the language `lang`. */
const struct locale *edition_locale(const struct edition *ed, Str lang);

/** The locale of a text that is not in the edition's language, but in the
 * original's; NULL for one that is. `lang` is that of the text's source. */
const struct locale *edition_foreign(const struct edition *ed, Str lang);

/** The text of `v` in this edition, inserts worked out; empty when missing. */
Str edition_text(const struct edition *ed, struct arena *a, struct diags *d,
                 const struct voiced *v);

/** The phrase of `v` in this edition, or the default's; NULL when empty. */
const struct phrase *edition_phrase(const struct edition *ed,
                                    const struct voiced *v);

/** Returns: the chapter, or NULL when this edition does not have it. */
const struct ed_chapter *edition_chapter(const struct edition *ed, Str id);

/**
 * The records that the insert `in`, standing in `c`, lists: those that the
 * chapter declares, or else all of the kind, with the options applied.
 * Reports unknown-insert.
 */
struct record_list edition_records(const struct edition *ed, struct arena *a,
                                   struct diags *d, const struct chapter *c,
                                   const struct insert *in);

#endif
