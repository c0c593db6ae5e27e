/**
 * mustache: templates compiled once and rendered for every page.
 *
 * The language is Mustache with inheritance, as its specification has it,
 * without lambdas and dynamic names, and with three rules of our own:
 * escaping is always on (a text is escaped and markup is not, however the tag
 * is written); a name that no map on the context stack knows is a mistake at
 * its place in the theme's file, never an empty text (a known null is empty);
 * and nothing that an author wrote in a template is left out in silence.
 *
 * A text that is not in the page's language is written with its own, where the
 * page can have markup: not in a tag, a title or an option. There the numbers
 * of a page that is written from right to left keep their order, too.
 *
 * A block alone on its lines gives what fills it the block's own indentation,
 * in place of the one that it was written with.
 */
#ifndef DUET_RENDER_MUSTACHE_H
#define DUET_RENDER_MUSTACHE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"
#include "render/value.h"

/** Options of a set of templates. */
enum mustache_flags {
    /**
     * As the specification wants it, for its tests: a missing name or template
     * is empty, and {{{x}}} and {{&x}} are not escaped.
     */
    MUSTACHE_SPEC = 1,
    /** What is written goes from right to left. */
    MUSTACHE_RTL = 2
};

/** A set of compiled templates that name each other. */
struct templates;

/** Returns an empty set in `a`; `flags` of enum mustache_flags, or 0. */
struct templates *templates_create(struct arena *a, unsigned flags);

/**
 * Compiles `src`, which the set keeps, as the template `name`. It replaces the
 * one that had the name.
 *
 * Failure: all its mistakes are reported (template-syntax, too-deep). The name
 * is known to the set nevertheless, so nothing is reported missing because of
 * it.
 */
MUST_USE bool templates_add(struct templates *t, struct diags *d,
                            const struct source *src, Str name);

/**
 * What is added from now on is of a theme further down, which does not know
 * those that replace its templates: a block that it fills and that they left
 * out is no mistake of anybody's.
 */
void templates_deeper(struct templates *t);

bool templates_has(const struct templates *t, Str name);

/**
 * Checks what the templates say of each other, when all have been added, used
 * by a page or not: that a template exists (missing-template) and that a block
 * which is filled is there to be filled (unknown-block).
 */
MUST_USE bool templates_check(const struct templates *t, struct diags *d);

/**
 * Writes the template `name`, which must be in the set, to the end of `out`.
 * The set does not change: threads may share it.
 *
 * Failure: the mistakes of the whole page are reported (unknown-variable,
 * not-a-text, missing-template, too-deep); what `out` got is of no use.
 */
MUST_USE bool templates_render(const struct templates *t, struct diags *d,
                               Str name, const struct value *root,
                               struct buf *out);

/** Like templates_render(); names are looked up in `inner`, then `outer`. */
MUST_USE bool templates_render_with(const struct templates *t, struct diags *d,
                                    Str name, const struct value *outer,
                                    const struct value *inner, struct buf *out);

#endif
