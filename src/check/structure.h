/**
 * structure: whether readers find their way: headings, tables, links, files
 * and appendices (DESIGN, section 6).
 */
#ifndef DUET_CHECK_STRUCTURE_H
#define DUET_CHECK_STRUCTURE_H

#include "check/check.h"

/**
 * Reports skipped-heading, empty-section, table-without-caption, link-text, and
 * what check_unused() and check_appendices() do.
 */
void check_structure(const struct check *c);

#endif
