/**
 * reference_pages: the chapters of the reference, in Markdown as Duet reads it,
 * made from the tables that the program itself goes by.
 */
#ifndef DUET_COMMAND_REFERENCE_PAGES_H
#define DUET_COMMAND_REFERENCE_PAGES_H

#include "base/buf.h"

struct reference_page {
    Str name; /* `records`: what the command line calls it */
    Str title;
    Str summary;
    void (*write)(struct buf *out);
    bool long_lists; /* has more keys of one thing than a list should have */
};

/** Returns: page number `i`, or NULL when there are no more. */
const struct reference_page *reference_page_at(size_t i);

/** Adds the whole chapter: its front matter and its text. */
void reference_page_write(struct buf *out, const struct reference_page *page);

/** Adds `text` as words of Markdown: what is no code is nothing but words. */
void reference_add_words(struct buf *out, Str text);

/** Adds `text` with its first letter, of a to z, as a capital. */
void reference_add_heading(struct buf *out, Str text);

/** The pages of what YAML files and front matter hold. */
void reference_write_files(struct buf *out);
void reference_write_records(struct buf *out);

#endif
