#include "world.h"

#include "publish/tree.h"

static int open_dir(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(fd >= 0);
    return fd;
}

/* Links the file or folder `name` of the folder `from` into `to`. */
static bool link_into(const char *from, const char *to, const char *name)
{
    int in = open_dir(from), out = open_dir(to);
    bool ok = tree_link(in, out, name);
    tree_close(in);
    tree_close(out);
    return ok;
}

static void a_file_is_written_once(void **state)
{
    (void)state;
    int here = open_dir(".");
    assert_true(tree_write_file(here, "a", S("text")));
    assert_false(tree_write_file(here, "a", S("other")));
    assert_int_equal(errno, EEXIST);
    assert_true(tree_write_file(here, "empty", (Str){NULL, 0}));
    close(here);
    assert_true(has_text("a", "text"));
    assert_true(has_text("empty", ""));
}

static void make_tree(void)
{
    make_dir("from");
    make_dir("from/.git");
    make_dir("from/.git/refs");
    put("from/.git/refs/main", "abc");
    assert_int_equal(symlink("refs/main", "from/.git/HEAD"), 0);
    assert_int_equal(symlink("nowhere", "from/.git/dangling"), 0);
    assert_int_equal(chmod("from/.git/refs", 02750), 0);
    make_dir("to");
}

static void a_linked_tree_has_the_same_files_and_rights(void **state)
{
    (void)state;
    make_tree();
    assert_true(link_into("from", "to", ".git"));
    assert_int_equal(stat_of("to/.git/refs/main").st_ino,
                     stat_of("from/.git/refs/main").st_ino);
    assert_true(has_text("to/.git/HEAD", "abc"));
    assert_true(S_ISLNK(stat_of("to/.git/dangling").st_mode));
    assert_int_equal(rights_of("to/.git/refs"), 02750);
}

static void what_is_there_already_stays(void **state)
{
    (void)state;
    make_tree();
    make_dir("to/.git");
    put("to/.git/HEAD", "newer");
    assert_true(link_into("from", "to", ".git"));
    assert_true(has_text("to/.git/HEAD", "newer"));
    assert_true(has_text("to/.git/refs/main", "abc"));
}

static void the_contents_of_a_folder_are_linked(void **state)
{
    (void)state;
    make_tree();
    put("from/file", "text");
    int in = open_dir("from"), out = open_dir("to");
    assert_true(tree_link_contents(in, out));
    assert_true(tree_link_contents(in, out)); /* reads from the start again */
    close(in);
    close(out);
    assert_true(has_text("to/file", "text"));
    assert_true(has_text("to/.git/HEAD", "abc"));
}

static void a_tree_without_end_is_refused(void **state)
{
    (void)state;
    enum { DEEP = 100 };
    make_dir("from");
    make_dir("to");
    int here = open_dir(".");
    assert_int_equal(chdir("from"), 0);
    for (int i = 0; i < DEEP; i++) {
        make_dir("d");
        assert_int_equal(chdir("d"), 0);
    }
    assert_int_equal(fchdir(here), 0);
    close(here);
    assert_false(link_into("from", "to", "d"));
    assert_int_equal(errno, ENAMETOOLONG);
}

static int link_without_links(struct world *w)
{
    if (!forbid_call(SYS_linkat, 0, EPERM)) {
        return NOT_HERE;
    }
    CHECK(link_into("from", "to", "page"));
    return 0;
}

static void files_are_copied_where_there_are_no_hard_links(void **state)
{
    make_dir("from");
    make_dir("to");
    enum { LONG = 10000 };
    char text[LONG + 1];
    memset(text, 'x', LONG);
    text[LONG] = '\0';
    put("from/page", text);
    if (passes_in_child(*state, link_without_links)) {
        assert_true(has_text("to/page", text));
        assert_int_equal(stat_of("from/page").st_nlink, 1);
    }
}

static void removing_takes_the_tree_and_not_where_its_links_lead(void **state)
{
    (void)state;
    make_tree();
    make_dir("home");
    put("home/file", "text");
    assert_int_equal(symlink("../home", "from/link"), 0);
    assert_true(tree_remove("from"));
    assert_false(exists("from"));
    assert_true(has_text("home/file", "text"));
    assert_true(tree_remove("from")); /* which does not exist any more */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_file_is_written_once),
        WORLD_TEST(a_linked_tree_has_the_same_files_and_rights),
        WORLD_TEST(what_is_there_already_stays),
        WORLD_TEST(the_contents_of_a_folder_are_linked),
        WORLD_TEST(a_tree_without_end_is_refused),
        WORLD_TEST(files_are_copied_where_there_are_no_hard_links),
        WORLD_TEST(removing_takes_the_tree_and_not_where_its_links_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
