/**
 * markup_text: the words of markup that Duet wrote, heading by heading.
 *
 * It reads no other markup: every element is closed but those of HTML that have
 * no content, every attribute is quoted, and there are five named entities.
 * What is no part of the words is left out: pictures, numbers, links that lead
 * to the same place in other words.
 */
#ifndef DUET_RENDER_MARKUP_TEXT_H
#define DUET_RENDER_MARKUP_TEXT_H

#include "base/buf.h"

/** The text below one heading; before the first one it has no title. */
struct markup_text {
    Str title;
    Str id;          /* of the heading, or of what it opens */
    bool in_section; /* it opens a section of the chapter */
    Str text;
    Str title_lang; /* what the markup says of it, or empty */
    Str text_lang;  /* in which the text begins, in the same way */
    /* the rest is of no concern to who calls */
    struct arena *arena;
    Str rest;
    bool started;
    Str pending; /* id of what was opened since the last word */
    bool pending_section;
    Str next_id; /* of the heading that ended the text */
    bool next_section;
    Str inside;   /* the language of the element that it is in, or empty */
    size_t depth; /* the elements open in that one, and itself */
};

struct markup_text markup_text_in(struct arena *a, Str markup);

/**
 * Goes to the next heading with an id, from level 2 on; the first call gives
 * what stands before it. Returns: false after the last one.
 */
bool markup_text_next(struct markup_text *t);

#endif
