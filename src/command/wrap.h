/**
 * wrap: text in lines that fit a terminal.
 */
#ifndef DUET_COMMAND_WRAP_H
#define DUET_COMMAND_WRAP_H

#include "base/str.h"

/**
 * Prints the words of `text` to standard output, from the column `at` on, in
 * lines of at most 78 columns, of which each further one starts at `margin`.
 */
void wrap_print(Str text, size_t margin, size_t at);

#endif
