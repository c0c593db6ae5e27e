/**
 * markup: writing HTML and XHTML so that content can never become markup.
 */
#ifndef DUET_RENDER_MARKUP_H
#define DUET_RENDER_MARKUP_H

#include "base/buf.h"

/** The two ways to write a page: for the site, and for the EPUB. */
enum flavour { FLAVOUR_HTML, FLAVOUR_XHTML };

/** Writes `text` as text: nothing in it is markup. */
void html_text(struct buf *b, Str text);

/** Writes ` name="value"`. The name is a literal. */
void html_attr(struct buf *b, Str name, Str value);

/** Writes a literal, or markup that has been written by this module. */
void html_raw(struct buf *b, Str markup);

/** Writes the end of an element that has no content: `>`, or `/>`. */
void html_end_void(struct buf *b, enum flavour flavour);

#endif
