/**
 * mustache_scan: the tags of a template, one after the other.
 */
#ifndef DUET_RENDER_MUSTACHE_SCAN_H
#define DUET_RENDER_MUSTACHE_SCAN_H

#include "base/diag.h"
#include "base/str.h"

/** The code of a mistake in the way that a template is written. */
#define TEMPLATE_SYNTAX "template-syntax"

struct scanner {
    struct diags *d;
    const struct source *src;
    Str open, close; /* the marks around a tag, `{{` and `}}` at first */
    size_t pos;      /* what comes before it has been dealt with */
    bool stopped;    /* the rest cannot be understood */
};

struct tag {
    size_t at, end; /* in the text, marks included */
    char sign;      /* the one after the mark, such as `#`; 0: none */
    Str name;       /* what the tag holds besides, without white space around */
};

/**
 * Finds the next tag from `s->pos` on, which stays where it is. A tag that is
 * not closed is reported and taken to end after its name.
 *
 * Returns: false when there is none.
 */
bool scan_tag(struct scanner *s, struct tag *tag);

/** All of `tag`, as a place to report. */
Str scan_whole(const struct scanner *s, const struct tag *tag);

/** Whether the name in `tag` can be one. Failure: reported. */
bool scan_check_name(struct scanner *s, const struct tag *tag);

/** Takes the marks that a `{{=` tag sets. Failure: reported. */
void scan_set_marks(struct scanner *s, const struct tag *tag);

/**
 * Whether only white space is before `tag` on its line: in any case `lead` is
 * the white space.
 */
bool scan_lead(const struct scanner *s, const struct tag *tag, Str *lead);

/**
 * Whether only white space is after `tag` on its line. Then `next` is where
 * the next line starts, and `line_end` the line end, empty at the end of all.
 */
bool scan_rest(const struct scanner *s, const struct tag *tag, size_t *next,
               Str *line_end);

#endif
