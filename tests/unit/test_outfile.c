#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/outfile.h"

static Str content(struct place *p, Str path)
{
    Str bytes = {NULL, 0};
    assert_true(file_read(p->arena, path, 1000, &bytes));
    return bytes;
}

/* That the folder holds these two and nothing else, hidden or not. */
static void assert_only(struct place *p, const char *first, const char *second)
{
    Str command = str_printf(p->arena, "test \"$(ls -A)\" = \"%s%s%s\"", first,
                             second[0] == '\0' ? "" : "\n", second);
    assert_int_equal(system(str_c(p->arena, command)), 0);
}

static void a_file_is_written(void **state)
{
    struct place *p = *state;
    assert_true(outfile_write(S("a.json"), S("one\0two")));
    Str bytes = content(p, S("a.json"));
    assert_int_equal(bytes.n, 7);
    assert_memory_equal(bytes.p, "one\0two", 7);
    assert_only(p, "a.json", "");
}

static void a_file_is_replaced(void **state)
{
    struct place *p = *state;
    assert_true(outfile_write(S("a"), S("a long first text")));
    assert_true(outfile_write(S("a"), S("short")));
    assert_str(content(p, S("a")), "short");
    assert_true(outfile_write(S("a"), S("")));
    assert_str(content(p, S("a")), "");
    assert_only(p, "a", "");
}

static void what_a_killed_run_left_is_no_hindrance(void **state)
{
    struct place *p = *state;
    assert_true(outfile_write(S(".a.duet-new"), S("half of a long text")));
    assert_true(outfile_write(S("a"), S("whole")));
    assert_str(content(p, S("a")), "whole");
    assert_only(p, "a", "");
}

static void nothing_is_left_of_what_cannot_be_written(void **state)
{
    struct place *p = *state;
    assert_int_equal(mkdir("taken", 0777), 0);
    assert_false(outfile_write(S("taken"), S("text")));
    assert_int_equal(errno, EISDIR);
    assert_false(outfile_write(S("nowhere/a"), S("text")));
    assert_int_equal(errno, ENOENT);
    assert_only(p, "taken", "");
}

static void a_full_disk_is_noticed(void **state)
{
    struct place *p = *state;
    assert_int_equal(symlink("/dev/full", ".a.duet-new"), 0);
    assert_false(outfile_write(S("a"), S("text")));
    assert_int_equal(errno, ENOSPC);
    assert_only(p, "", "");
}

static void a_folder_is_made_where_there_is_none(void **state)
{
    struct place *p = *state;
    assert_true(outfile_folder(S("new")));
    assert_true(outfile_folder(S("new")));
    assert_int_equal(file_kind(S("new")), FILE_FOLDER);
    assert_false(outfile_folder(S("no/where")));
    assert_int_equal(errno, ENOENT);
    assert_true(outfile_write(S("file"), S("")));
    assert_false(outfile_folder(S("file")));
    assert_int_equal(errno, EEXIST);
    assert_only(p, "file", "new");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_written, enter_empty_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(a_file_is_replaced, enter_empty_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(what_a_killed_run_left_is_no_hindrance,
                                        enter_empty_folder, leave_folder),
        cmocka_unit_test_setup_teardown(
            nothing_is_left_of_what_cannot_be_written, enter_empty_folder,
            leave_folder),
        cmocka_unit_test_setup_teardown(a_full_disk_is_noticed,
                                        enter_empty_folder, leave_folder),
        cmocka_unit_test_setup_teardown(a_folder_is_made_where_there_is_none,
                                        enter_empty_folder, leave_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
