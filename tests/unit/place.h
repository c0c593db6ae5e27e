/**
 * place: an empty folder of its own for each test that writes files.
 */
#ifndef DUET_TESTS_PLACE_H
#define DUET_TESTS_PLACE_H

#include "support.h"

#include <fcntl.h>
#include <unistd.h>

struct place {
    struct arena *arena;
    struct diags *diags;
    char folder[32];
    int before; /* the working folder that it came from */
};

static int enter_empty_folder(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    assert_non_null(p);
    p->arena = arena_create();
    p->diags = diags_create();
    strcpy(p->folder, "/tmp/duet-unit-XXXXXX");
    p->before = open(".", O_RDONLY);
    assert_non_null(mkdtemp(p->folder));
    assert_int_equal(chdir(p->folder), 0);
    *state = p;
    return 0;
}

static int leave_folder(void **state)
{
    struct place *p = *state;
    char *command =
        str_c(p->arena, str_printf(p->arena, "rm -rf '%s'", p->folder));
    int failed = fchdir(p->before) != 0 || system(command) != 0;
    close(p->before);
    arena_free(p->arena);
    diags_free(p->diags);
    free(p);
    return failed;
}

#endif
