/**
 * codes_table: the parts of the table of codes, and how an entry is written:
 *
 *     {CODE("long-list", READING, WARNING), MAY,
 *      RULE("…"), REASON("…"), MEND("…")},
 *
 * MAY marks what an author may allow with a reason, TODAY what is found only
 * when SOURCE_DATE_EPOCH says what day it is. Entries of one area stand
 * together, within one part.
 */
#ifndef DUET_CHECK_CODES_TABLE_H
#define DUET_CHECK_CODES_TABLE_H

#include "check/codes.h"

#define CODE(code_name, code_area, code_severity)                              \
    .name = STR_INIT(code_name), .area = AREA_##code_area,                     \
    .severity = SEVERITY_##code_severity
#define MAY .may_be_allowed = true
#define TODAY .needs_today = true
#define RULE(text) .rule = STR_INIT(text)
#define REASON(text) .reason = STR_INIT(text)
#define MEND(text) .mend = STR_INIT(text)

struct code_part {
    const struct code *items;
    size_t n;
};

extern const struct code_part codes_of_files;  /* content: files and YAML */
extern const struct code_part codes_of_markup; /* content: Markdown */
extern const struct code_part codes_of_voices; /* parity, reading */
extern const struct code_part codes_of_facts;  /* facts, offers */
extern const struct code_part codes_of_shape;  /* structure, leftovers */
extern const struct code_part codes_of_care;   /* safeguarding, dates */
extern const struct code_part codes_of_themes; /* theme, output */

#endif
