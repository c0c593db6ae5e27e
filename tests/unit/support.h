/**
 * support: what the unit tests share.
 */
#ifndef DUET_TESTS_SUPPORT_H
#define DUET_TESTS_SUPPORT_H

/* cmocka.h wants these four before it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

/** Passes when the Str `got` is the C string `want`; shows both when not. */
#define assert_str(got, want) assert_str_at((got), (want), __FILE__, __LINE__)

static inline void assert_str_at(Str got, const char *want, const char *file,
                                 int line)
{
    struct arena *a = arena_create();
    bool same = str_eq(got, str_from_c(want));
    if (!same) {
        print_error("\"%s\" != \"%s\"\n", str_c(a, got), want);
    }
    arena_free(a);
    if (!same) {
        _fail(file, line);
    }
}

/** Passes when the messages of `d` are `want`, printed without colour. */
#define assert_diags(d, want) assert_diags_at((d), (want), __FILE__, __LINE__)

static inline void assert_diags_at(const struct diags *d, const char *want,
                                   const char *file, int line)
{
    char *shown = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&shown, &n);
    diags_print(d, out, false);
    fclose(out);
    bool same = strcmp(shown, want) == 0;
    if (!same) {
        print_error("printed:\n%s\nwanted:\n%s\n", shown, want);
    }
    free(shown);
    if (!same) {
        _fail(file, line);
    }
}

#endif
