/**
 * said: what a publication says, as values for a page that may be in another
 * language.
 *
 * The words of a page are the theme's, in the theme's language; a text that is
 * not in it, because nobody has translated it or because it is another
 * edition's, says so wherever a template writes it (WCAG 2.2, 3.1.2).
 */
#ifndef DUET_RENDER_SAID_H
#define DUET_RENDER_SAID_H

#include "render/body.h"

/** `text`, which is in the language of `l`. */
struct value *said_text(struct arena *a, const struct scene *scene, Str text,
                        const struct locale *l);

/** `v` as the edition `ed` says it, inserts worked out; null when missing. */
struct value *said_voiced(struct arena *a, struct diags *d,
                          const struct scene *scene, const struct edition *ed,
                          const struct voiced *v);

/** The word in the field `name` of `r`, a record of the scene's publication. */
struct value *said_word(struct arena *a, struct diags *d,
                        const struct scene *scene, const struct record *r,
                        Str name);

#endif
