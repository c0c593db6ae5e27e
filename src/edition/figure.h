/**
 * figure: the numbers of figures.yaml, found by their names and worked out.
 *
 * A number of a figure with points is named by its point, a number of a figure
 * with series by two words, the series and the name in x. The words after an
 * insert's name are
 *
 *     figure ID                  the last point, which is the newest
 *     figure ID POINT            figure ID SERIES X
 *     change ID FROM TO          change ID SERIES X SERIES X
 *     share ID OF                the newest points of both
 *     share ID POINT OF POINT    with SERIES X for a POINT of a series
 *
 * What is said of a change and a share is in spoken.h.
 */
#ifndef DUET_EDITION_FIGURE_H
#define DUET_EDITION_FIGURE_H

#include "edition/edition.h"
#include "edition/spoken.h"

/**
 * Works out the insert `in`, one of the above. Reports at `in->where` in `src`:
 * unknown-insert when its words are not as above, unknown-figure when there is
 * no such figure or number, bad-share when the two have no share: a part of
 * zero, more than the whole, less than nothing, a percentage of a number.
 */
MUST_USE bool figure_say(const struct edition *ed, struct arena *a,
                         struct diags *d, const struct source *src,
                         const struct insert *in, Str *out);

/**
 * The figure that `{{ chart ID }}` draws. Reports unknown-insert and
 * unknown-figure. Returns: NULL after reporting.
 */
const struct record *figure_of_chart(const struct edition *ed, struct diags *d,
                                     const struct source *src,
                                     const struct insert *in);

/** What `figure` calls its `name` in this edition; the name as spoken_name()
 * says it when it calls it nothing. With `brief`, as spoken_short_name() does.
 */
Str figure_name(const struct edition *ed, struct arena *a, struct diags *d,
                const struct record *figure, Str name, bool brief);

/** Whether none of the numbers of `figure` was refused when it was loaded. */
bool figure_is_whole(const struct record *figure);

/** The number that is `written` in a figure: the loader has checked it. */
Decimal figure_decimal(Str written);

/** The unit of `figure`. */
Unit figure_unit(const struct record *figure);

#endif
