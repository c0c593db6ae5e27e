/**
 * body: a chapter of an edition as markup.
 *
 * One writer for the site's HTML and the EPUB's XHTML. The state is that of
 * one page: which words it has explained, which footnotes it calls, which ids
 * it has used.
 */
#ifndef DUET_RENDER_BODY_H
#define DUET_RENDER_BODY_H

#include "base/names.h"
#include "edition/edition.h"
#include "render/markup.h"
#include "render/theme.h"

/** A publication that is built together with this one: its pages, as seen from
 * this one's folder. Empty: there is none. */
struct beside {
    Str front;
    Str home; /* of the same edition; `front` when it has none such */
};

/** What is the same for all pages of an edition in one flavour. */
struct scene {
    const struct publication *pub;
    /* all of the publication's: by voice, then those in other languages */
    struct edition *const *editions;
    size_t neditions;
    const struct edition *ed;
    const struct theme *theme;
    enum flavour flavour;
    Str ending; /* of the pages' names: `.html` or `.xhtml` */
    struct beside supersedes;
    struct beside superseded_by;
    bool whole; /* the edition on one page: ids name their chapter as well */
};

/** A footnote that the page calls. */
struct body_note {
    const struct footnote *note;
    Str id;
    size_t calls;
    const struct locale *foreign; /* that of the text that calls it first */
};

struct body {
    const struct scene *scene;
    struct arena *arena;
    struct diags *diags;
    const struct ed_chapter *chapter; /* NULL: not a chapter's page */
    struct value *context;            /* the page's values, for records */
    struct map explained; /* term id to struct record, in order of use */
    struct names ids;     /* in use on the page */
    struct body_note *notes;
    size_t nnotes;
    struct value *places;     /* what has a heading below the chapter's own */
    const struct source *src; /* of the text that is being written */
    bool explain;             /* whether words are explained here */
    bool linked;              /* inside a link, which cannot hold another */
    bool foreign;             /* the text is another edition's, standing in */
    const struct locale *written; /* the language of a text that is not
                                     translated, while it is written */
};

/** Starts a page. `context` is filled by the caller before body_write(). */
struct body body_start(const struct scene *scene, struct arena *a,
                       struct diags *d, const struct ed_chapter *c);

/** Writes the chapter's opening, its sections and the records left over. */
void body_write(struct body *b, struct buf *out);

/** Writes the footnotes that were called; nothing when there are none. */
void body_write_notes(struct body *b, struct buf *out);

/** Writes the inlines inside `n`. */
void body_inlines(struct body *b, struct buf *out, const struct node *n);

/** The voiced text `v` as inline markup, its words explained if `explain`. */
Str body_text(struct body *b, const struct voiced *v, bool explain);

/** Opens and closes `tag` around what is in the language of `l`; for NULL they
 * write nothing. */
void body_open_foreign(struct buf *out, Str tag, const struct locale *l);
void body_close_foreign(struct buf *out, Str tag, const struct locale *l);

/** One phrase of `src` as inline markup; one that is not translated says in
 * which language it is. */
Str body_phrase(struct body *b, const struct source *src,
                const struct phrase *phrase, bool explain);

/** The heading of `s` as markup for a link; one that is not translated says in
 * which language it is. */
Str body_heading(struct body *b, const struct ed_section *s);

/**
 * The id on the page of the chapter's section or paragraph `id`. What is no
 * author's id has a `_` in it, which an author's cannot have: so no heading can
 * take the id of a footnote or of a part of the page.
 */
Str body_id(const struct body *b, const struct ed_chapter *c, Str id);

/** Writes the list of `records`, with titles as headings of `level`. */
void body_records(struct body *b, struct buf *out, const struct kind *kind,
                  const struct record_list *records, int level);

#endif
