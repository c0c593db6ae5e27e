/**
 * target: where the link of a text leads in an edition.
 */
#ifndef DUET_RENDER_TARGET_H
#define DUET_RENDER_TARGET_H

#include "render/body.h"

/**
 * Works out the link `n` on the page of `b`: a chapter's source becomes its
 * page in the same edition, an id the section or record that has it. Reports
 * broken-link and broken-anchor.
 *
 * Returns: false when there is no link to write: it was reported, or its text
 * stands in for one of this edition, which leaves the target out.
 */
MUST_USE bool target_resolve(struct body *b, const struct node *n, Str *href);

/**
 * Writes what a link without words says: the number and title of the section
 * or chapter that it leads to, or its address.
 */
void target_name(struct body *b, struct buf *out, const struct node *n);

/**
 * The page of the chapter `c`, as other pages of the edition link to it; on
 * the edition's one page the chapter's id there.
 */
Str target_page(const struct scene *scene, struct arena *a,
                const struct ed_chapter *c);

/**
 * The id that the record `r` has on the page of the chapter `c`: its own, or
 * with its kind before it where a section of the chapter has the same.
 */
Str target_record_id(struct arena *a, const struct ed_chapter *c,
                     const struct record *r);

/** The page and the id of a record, or an empty text when it has no page. */
Str target_record(const struct scene *scene, struct arena *a,
                  const struct record *r);

#endif
