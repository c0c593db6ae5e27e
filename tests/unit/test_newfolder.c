#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/newfolder.h"

/* That the shell finds `test` to be true. */
static void assert_shell(const char *test)
{
    assert_int_equal(system(test), 0);
}

static void a_folder_appears_with_all_its_files(void **state)
{
    struct place *p = *state;
    struct newfolder *f = newfolder_open(p->arena, S("fork"));
    assert_non_null(f);
    assert_str(path_base(newfolder_path(f)), "fork");
    assert_true(newfolder_write(f, S("a.yaml"), S("a\n")));
    assert_true(newfolder_write(f, S(".github/deep/b.yml"), S("b\n")));
    assert_true(newfolder_write(f, S(".github/deep/c.yml"), S("")));
    assert_shell("test ! -e fork");
    assert_true(newfolder_commit(f));
    newfolder_free(f);
    assert_shell("test \"$(ls -A)\" = fork");
    assert_shell(
        "test \"$(cat fork/a.yaml fork/.github/deep/b.yml)\" = 'a\nb'");
    assert_shell("test -f fork/.github/deep/c.yml");
}

static void what_is_not_committed_leaves_nothing(void **state)
{
    struct place *p = *state;
    struct newfolder *f = newfolder_open(p->arena, S("fork"));
    assert_true(newfolder_write(f, S("chapters/a.md"), S("a\n")));
    errno = ENOSPC;
    newfolder_free(f);
    newfolder_free(NULL);
    assert_int_equal(errno, ENOSPC);
    assert_shell("test -z \"$(ls -A)\"");
}

static void a_file_is_written_once(void **state)
{
    struct place *p = *state;
    struct newfolder *f = newfolder_open(p->arena, S("fork"));
    assert_true(newfolder_write(f, S("a"), S("a\n")));
    assert_false(newfolder_write(f, S("a"), S("b\n")));
    assert_int_equal(errno, EEXIST);
    assert_false(newfolder_write(f, S("a/b"), S("b\n")));
    newfolder_free(f);
}

static void an_empty_folder_is_filled(void **state)
{
    struct place *p = *state;
    assert_int_equal(mkdir("fork", 0700), 0);
    struct newfolder *f = newfolder_open(p->arena, S("fork"));
    assert_non_null(f);
    assert_true(newfolder_write(f, S("a"), S("a\n")));
    assert_true(newfolder_commit(f));
    newfolder_free(f);
    assert_shell("test \"$(ls -A . fork)\" = '.:\nfork\n\nfork:\na'");
}

static void what_is_there_is_refused(void **state)
{
    struct place *p = *state;
    assert_shell("mkdir full && touch full/.hidden file");
    assert_null(newfolder_open(p->arena, S("full")));
    assert_int_equal(errno, ENOTEMPTY);
    assert_null(newfolder_open(p->arena, S("file")));
    assert_int_equal(errno, ENOTDIR);
    assert_null(newfolder_open(p->arena, S("nowhere/fork")));
    assert_int_equal(errno, ENOENT);
    assert_shell("test \"$(ls -A)\" = 'file\nfull'");
}

static void what_comes_meanwhile_is_kept(void **state)
{
    struct place *p = *state;
    struct newfolder *f = newfolder_open(p->arena, S("fork"));
    assert_true(newfolder_write(f, S("a"), S("a\n")));
    assert_shell("mkdir fork && touch fork/theirs");
    assert_false(newfolder_commit(f));
    newfolder_free(f);
    assert_shell("test \"$(ls -A . fork)\" = '.:\nfork\n\nfork:\ntheirs'");
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_empty_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_folder_appears_with_all_its_files),
        IN_FOLDER(what_is_not_committed_leaves_nothing),
        IN_FOLDER(a_file_is_written_once),
        IN_FOLDER(an_empty_folder_is_filled),
        IN_FOLDER(what_is_there_is_refused),
        IN_FOLDER(what_comes_meanwhile_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
