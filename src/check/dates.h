/**
 * dates: what time has overtaken.
 *
 * There is no clock: today is the day that SOURCE_DATE_EPOCH gives, and where
 * it is not set, a publication's own date has to do.
 */
#ifndef DUET_CHECK_DATES_H
#define DUET_CHECK_DATES_H

#include "check/check.h"

/**
 * Reports, where today is known, review-passed, consultation-over,
 * meeting-passed-unmarked, statement-old and contact-unchecked.
 */
void check_dates(const struct check *c);

/**
 * The publication's own date: when it was approved, else when its period
 * begins, else its review. Returns: a date without a year when it has none.
 */
Date dates_of_publication(const struct publication *p);

/** Whole months from `from` to `to`, or less than 0. */
int dates_months(Date from, Date to);

/** Whether `date` was over before `by` began; what is not known may be. */
bool dates_passed(Date date, Date by);

#endif
