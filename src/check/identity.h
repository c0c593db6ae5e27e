/**
 * identity: the numbers that the state gives to one person.
 */
#ifndef DUET_CHECK_IDENTITY_H
#define DUET_CHECK_IDENTITY_H

#include "base/str.h"

/**
 * Each answers the length of such a number at `at` in `text`, as a whole, with
 * the spaces or hyphens that people write in it; 0: there is none.
 *
 * NHS numbers have ten digits, the last by modulus 11 (NHS Data Dictionary).
 * Pupil numbers have a letter by modulus 23, and 12 digits of which the last
 * may be a letter (DfE, UPN guide). National Insurance numbers have two
 * letters, six digits and A to D (HMRC, NIM39110).
 */
size_t identity_nhs(Str text, size_t at);
size_t identity_pupil(Str text, size_t at);
size_t identity_insurance(Str text, size_t at);

/** A mobile number, 07… or +44 7…, with eleven digits in all. */
size_t identity_mobile(Str text, size_t at);

#endif
