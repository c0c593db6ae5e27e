/**
 * link: what a link target may be.
 */
#ifndef DUET_READ_LINK_H
#define DUET_READ_LINK_H

#include "base/arena.h"
#include "base/str.h"

enum link_kind {
    LINK_BAD,      /* must not be published */
    LINK_OUTWARD,  /* http:, https:, mailto: or tel: */
    LINK_RELATIVE, /* a source file, perhaps with a fragment */
    LINK_FRAGMENT  /* `#id` in the same file */
};

/**
 * Judges a target whose entities and escapes have been worked out, as browsers
 * read it (WHATWG URL, section 4.1: ASCII tabs and line ends are taken out, so
 * a target that holds any is refused). A target without a scheme that starts
 * with a slash is refused too: it would break when a site is moved or opened
 * from a disk.
 */
enum link_kind link_judge(Str target);

/**
 * `target`, which leads outward, with each sign that no address may hold as it
 * is (WHATWG URL, section 4.3: quotes, brackets, a lone percent sign …)
 * written as `%22`. Returns: a copy in `a`, or `target` itself.
 */
Str link_escape(struct arena *a, Str target);

#endif
