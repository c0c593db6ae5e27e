/**
 * search: what an edition's search page finds, and its list from A to Z.
 *
 * The index is made from the markup of the pages as they are written, so that
 * what is found is what a reader sees there: each heading begins an entry, and
 * the text up to the next one is its text. It is a script that gives its data
 * to one global name, which a page can load from the disk, where it could not
 * read a file of data.
 */
#ifndef DUET_RENDER_SEARCH_H
#define DUET_RENDER_SEARCH_H

#include "edition/edition.h"
#include "render/value.h"

enum search_kind { SEARCH_CHAPTER, SEARCH_SECTION, SEARCH_RECORD, SEARCH_TERM };

/** The index of one edition, while it grows. */
struct search;

/**
 * Returns: an empty index of an edition in the language of `l`, whose texts
 * that are not translated are in that of `original`. Lifetime: `a`, in which it
 * grows.
 */
struct search *search_create(struct arena *a, const struct locale *l,
                             const struct locale *original);

/** Adds a chapter, with the markup of its body. */
void search_add_chapter(struct search *s, const struct ed_chapter *c, Str body);

/** Adds an explained word in the language `lang`: `means` is markup, `href`
 * leads to it. */
void search_add_term(struct search *s, Str href, Str term, Str lang, Str means);

/**
 * The script, once everything was added: `window.duetSearch = {entries: […],
 * chapters: […]}`. An entry is [chapter, address, kind, title, text], where
 * `chapter` counts in `chapters`, whose items are [address, title], and is -1
 * for a word; `address` follows that of the chapter; `kind` is a search_kind.
 * What is not translated has the languages of its title and of its text after
 * them, an empty text for the edition's own; so has a chapter that of its
 * title.
 */
Str search_script(struct search *s);

/**
 * The entries' titles by their first letters: a list of {letter, id, items}
 * with items {title, href, where, is_term}; `where` is the title of the chapter
 * that it stands in, or null. Order and letters are those of the language.
 * Accents do not count; what begins with a digit comes first, under `0–9`;
 * after the language's own letters come those from A to Z, and last, under
 * `…`, other scripts.
 */
struct value *search_letters(struct search *s, struct arena *a);

#endif
