/**
 * yaml_problem: libyaml's complaints, in words that say what to write.
 */
#ifndef DUET_READ_YAML_PROBLEM_H
#define DUET_READ_YAML_PROBLEM_H

#include "base/diag.h"

/** Our word for a list or map in brackets that goes wrong inside a line. */
#define YAML_PROBLEM_COMMA "did not find expected ','"

/** Reports yaml-syntax at `where`, for what libyaml calls `problem`. */
void yaml_problem_report(struct diags *d, const struct source *src, Str where,
                         const char *problem);

#endif
