/**
 * offering: which offers a young person may get, by age, status and need.
 *
 * It never says no for certain: an offer that does not say whom it is for fits
 * everybody. What it knows of a status is what the Children Act 1989 says of
 * its age: an eligible child (Schedule 2, paragraph 19B) and a relevant child
 * (section 23A) are 16 or 17, a former relevant child (section 23C) is 18 or
 * over, a person qualifying for advice and assistance (section 24) is 16 or
 * over, a child looked after (section 22) is under 18.
 */
#ifndef DUET_EDITION_OFFERING_H
#define DUET_EDITION_OFFERING_H

#include "edition/edition.h"

/** Ages from the birthday `from` until the birthday `until`. */
typedef struct {
    int from;
    int until; /* AGE_OPEN: no end */
} Ages;

enum { AGE_OPEN = 1000, STATUSES = 5, BANDS_MAX = 10 };

/** The statuses as an offer's `who` names them, in the order of a life. */
extern const Str offering_statuses[STATUSES];

/** The offers of the edition, in the order of its chapters. */
struct record_list offering_all(struct arena *a, const struct edition *ed);

/**
 * Parts all ages where it matters for the offers: at the birthdays that the
 * law of leaving care turns on (16, 18, 21, 25) when an offer names them, and
 * at others that two offers name. Returns: how many, at least 1.
 */
size_t offering_bands(const struct record_list *offers, Ages bands[BANDS_MAX]);

/** Whether somebody of these ages and of the status may get the offer. */
bool offering_fits(const struct record *offer, Ages ages, size_t status);

/** Whether somebody of these ages may get it, whatever the status. */
bool offering_fits_age(const struct record *offer, Ages ages);

/** Whether somebody of the status may get it, at whatever age. */
bool offering_fits_status(const struct record *offer, size_t status);

/** Whether some offer names the status itself. */
bool offering_names_status(const struct record_list *offers, size_t status);

#endif
