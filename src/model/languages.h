/**
 * languages: those that a publication is written in and translated into.
 *
 * `languages: [en, ar]` names them; the first is the original's, and of each
 * other one there is a folder with its texts, `ar/`, here or in a layer below.
 */
#ifndef DUET_MODEL_LANGUAGES_H
#define DUET_MODEL_LANGUAGES_H

#include "model/publication.h"

/** The language that the publication is written in; `en` when it says none. */
Str languages_original(const struct publication *p);

/** Whether `p`, which was read in another language, has texts in it that are
 * the edition `voice`'s alone. */
bool languages_has(const struct publication *p, size_t voice);

/** Reports not-a-translation for each file of a translation that is that of no
 * chapter of `p` and of no records. */
void languages_check_files(const struct loading *l,
                           const struct publication *p);

/** Reports unknown-language, and missing-file where there is no translation. */
void languages_check(const struct loading *l, const struct publication *p);

#endif
