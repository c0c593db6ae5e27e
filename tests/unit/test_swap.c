#include "pages.h"

#include <signal.h>
#include <sys/resource.h>

static void the_first_build_makes_the_folder_and_its_parents(void **state)
{
    struct world *w = *state;
    StageCounts counts;
    assert_true(build_counted(w, "a/b/site/", TWO_PAGES, &counts));
    assert_true(has_text("a/b/site/index.html", "two"));
    assert_true(has_text("a/b/site/young/a.html", "a"));
    assert_true(exists("a/b/site/.duet"));
    assert_false(exists("a/b/.site.duet-stage"));
    assert_int_equal(counts.written, 2);
    assert_int_equal(counts.unchanged, 0);
    assert_int_equal(diags_status(w->diags), 0);
}

static void an_unchanged_file_keeps_its_inode_and_time(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", TWO_PAGES));
    const struct timespec long_ago[2] = {{1000, 5}, {1000, 5}};
    assert_int_equal(utimensat(AT_FDCWD, "site/young/a.html", long_ago, 0), 0);
    struct stat before = stat_of("site/young/a.html");
    struct stat marker = stat_of("site/.duet");

    const struct page pages[] = {
        {"index.html", "2.0"}, {"young/a.html", "a"}, {NULL, NULL}};
    StageCounts counts;
    assert_true(build_counted(w, "site", pages, &counts));
    struct stat after = stat_of("site/young/a.html");
    assert_int_equal(after.st_ino, before.st_ino);
    assert_int_equal(after.st_mtim.tv_sec, 1000);
    assert_int_equal(after.st_mtim.tv_nsec, 5);
    assert_int_equal(after.st_nlink, 1);
    assert_int_equal(stat_of("site/.duet").st_ino, marker.st_ino);
    assert_int_equal(counts.written, 1);
    assert_int_equal(counts.unchanged, 1);
}

static void a_changed_file_is_another_file(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    assert_int_equal(link("site/index.html", "kept"), 0);
    assert_true(build(w, "site", TWO_PAGES));
    assert_true(has_text("site/index.html", "two"));
    assert_true(has_text("kept", "one")); /* not written in place */
}

static void a_file_can_become_empty(void **state)
{
    struct world *w = *state;
    const struct page pages[] = {{"index.html", ""}, {NULL, NULL}};
    assert_true(build(w, "site", ONE_PAGE));
    assert_true(build(w, "site", pages));
    assert_true(has_text("site/index.html", ""));
}

static void a_late_difference_in_a_long_file_is_seen(void **state)
{
    struct world *w = *state;
    enum { LONG = 200 * 1000 };
    char *text = arena_bytes(w->arena, LONG + 1);
    memset(text, 'x', LONG);
    const struct page pages[] = {{"long", text}, {NULL, NULL}};
    assert_true(build(w, "site", pages));
    StageCounts counts;
    assert_true(build_counted(w, "site", pages, &counts));
    assert_int_equal(counts.unchanged, 1);
    text[LONG - 1] = 'y';
    assert_true(build_counted(w, "site", pages, &counts));
    assert_int_equal(counts.written, 1);
    assert_true(has_text("site/long", text));
}

static void a_file_that_is_not_written_again_is_gone(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", TWO_PAGES));
    assert_true(build(w, "site", ONE_PAGE));
    assert_true(exists("site/index.html"));
    assert_false(exists("site/young"));
}

static void an_abandoned_stage_leaves_the_old_output_as_it_was(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    struct stat folder = stat_of("site");
    struct stat file = stat_of("site/index.html");

    struct stage *s = open_stage(w, "site");
    assert_true(write_page(s, "index.html", "one"));
    assert_true(write_page(s, "new.html", "new"));
    errno = EDOM;
    stage_free(s);
    assert_int_equal(errno, EDOM);
    assert_int_equal(stat_of("site").st_ino, folder.st_ino);
    assert_int_equal(stat_of("site").st_mtim.tv_nsec, folder.st_mtim.tv_nsec);
    assert_int_equal(stat_of("site/index.html").st_ino, file.st_ino);
    assert_int_equal(stat_of("site/index.html").st_nlink, 1);
    assert_true(has_text("site/index.html", "one"));
    assert_false(exists("site/new.html"));
    assert_false(exists(".site.duet-stage"));
}

static void an_abandoned_first_build_leaves_nothing(void **state)
{
    struct world *w = *state;
    struct stage *s = open_stage(w, "a/b/site");
    assert_true(write_page(s, "index.html", "one"));
    stage_free(s);
    assert_false(exists("a"));
    stage_free(NULL);
}

static int be_killed_while_writing(struct world *w)
{
    struct stage *s = open_stage(w, "site");
    CHECK(s != NULL);
    CHECK(write_page(s, "half.html", "half"));
    raise(SIGKILL);
    return 0;
}

static void what_a_killed_build_left_is_removed_by_the_next(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    assert_true(WIFSIGNALED(in_child(w, be_killed_while_writing)));
    assert_true(exists(".site.duet-stage/new/half.html"));
    assert_true(has_text("site/index.html", "one"));

    assert_true(build(w, "site", TWO_PAGES));
    assert_true(has_text("site/index.html", "two"));
    assert_false(exists("site/half.html"));
    assert_false(exists(".site.duet-stage"));
}

static void an_output_that_a_killed_build_put_aside_comes_back(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    make_dir(".site.duet-stage");
    put(".site.duet-stage/lock", "");
    assert_int_equal(rename("site", ".site.duet-stage/old"), 0);

    stage_free(open_stage(w, "site"));
    assert_true(has_text("site/index.html", "one"));
    assert_false(exists(".site.duet-stage"));
}

static void a_second_build_is_refused_while_one_is_running(void **state)
{
    struct world *w = *state;
    struct stage *s = open_stage(w, "site");
    assert_true(write_page(s, "index.html", "one"));
    assert_null(open_stage(w, "./site"));
    assert_reported(w, 3,
                    "./site: error: another build is writing to this "
                    "folder: ");
    assert_reported(w, 3, "    help: wait until it ends");

    assert_true(stage_commit(s)); /* the refused one took nothing away */
    stage_free(s);
    assert_true(has_text("site/index.html", "one"));
    assert_true(build(w, "site", TWO_PAGES));
}

static void a_folder_that_is_not_ours_is_left_alone(void **state)
{
    struct world *w = *state;
    make_dir("site");
    put("site/thesis.doc", "years of work");
    assert_null(open_stage(w, "site"));
    assert_reported(w, 1, "[output-not-ours]");
    assert_true(has_text("site/thesis.doc", "years of work"));
    assert_false(exists(".site.duet-stage"));
}

static void a_copy_of_another_folder_has_no_marker(void **state)
{
    struct world *w = *state;
    assert_int_equal(mkdir("copy", 0755), 0);
    put("copy/a.md", "one");
    put("copy/gone.md", "one");
    put("copy/.gitkeep", "");
    struct stage *s = stage_open_copy(w->arena, w->diags, S("copy"));
    assert_non_null(s);
    assert_true(stage_write(s, S("a.md"), S("two")));
    assert_true(stage_commit(s));
    stage_free(s);
    assert_true(has_text("copy/a.md", "two"));
    assert_false(exists("copy/gone.md"));
    assert_true(exists("copy/.gitkeep"));
    assert_false(exists("copy/.duet"));
    assert_false(exists(".copy.duet-stage"));
}

static void a_link_in_place_of_the_stage_is_not_followed(void **state)
{
    struct world *w = *state;
    make_dir("home");
    make_dir("home/old");
    assert_int_equal(symlink("home", ".site.duet-stage"), 0);
    assert_null(open_stage(w, "site"));
    assert_reported(w, 3, "cannot make the staging folder: Not a directory");
    assert_true(exists("home/old"));
}

static void files_with_a_dot_are_carried_over(void **state)
{
    struct world *w = *state;
    make_dir("site");
    put("site/.gitkeep", "");
    put("site/.htaccess", "theirs");
    struct stat before = stat_of("site/.gitkeep");
    const struct page pages[] = {{".htaccess", "ours"}, {NULL, NULL}};
    assert_true(build(w, "site", pages));
    assert_true(build(w, "site", pages));
    assert_int_equal(stat_of("site/.gitkeep").st_ino, before.st_ino);
    assert_int_equal(stat_of("site/.gitkeep").st_nlink, 1);
    assert_true(has_text("site/.htaccess", "ours"));
}

static void hidden_folders_of_an_output_are_carried_over(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    make_dir("site/.git");
    make_dir("site/.git/refs");
    put("site/.git/refs/main", "abc");
    assert_true(build(w, "site", TWO_PAGES));
    assert_true(has_text("site/.git/refs/main", "abc"));
    assert_int_equal(stat_of("site/.git/refs/main").st_nlink, 1);
}

static void an_output_that_is_a_link_stays_one(void **state)
{
    struct world *w = *state;
    make_dir("real");
    make_dir("real/site");
    assert_int_equal(symlink("real/site", "link"), 0);
    assert_true(build(w, "link", ONE_PAGE));
    assert_true(build(w, "link/", TWO_PAGES));
    assert_true(S_ISLNK(stat_of("link").st_mode));
    assert_true(has_text("real/site/index.html", "two"));
}

static void links_and_pipes_in_the_output_are_replaced_by_files(void **state)
{
    struct world *w = *state;
    make_dir("elsewhere");
    put("elsewhere/a.html", "a");
    assert_true(build(w, "site", ONE_PAGE));
    assert_int_equal(symlink("../elsewhere", "site/young"), 0);
    assert_int_equal(unlink("site/index.html"), 0);
    assert_int_equal(mkfifo("site/index.html", 0666), 0);
    assert_int_equal(mkfifo("site/empty", 0666), 0);
    const struct page pages[] = {{"index.html", "two"},
                                 {"young/a.html", "a"},
                                 {"empty", ""},
                                 {NULL, NULL}};
    assert_true(build(w, "site", pages));
    assert_true(S_ISREG(stat_of("site/empty").st_mode));
    assert_true(S_ISDIR(stat_of("site/young").st_mode));
    assert_true(has_text("site/index.html", "two"));
    assert_int_equal(stat_of("elsewhere/a.html").st_nlink, 1);
}

static void rights_follow_the_umask(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", TWO_PAGES));
    assert_int_equal(rights_of("site"), 0755);
    assert_int_equal(rights_of("site/young"), 0755);
    assert_int_equal(rights_of("site/young/a.html"), 0644);
    umask(027);
    assert_true(build(w, "other", TWO_PAGES));
    assert_int_equal(rights_of("other"), 0750);
    assert_int_equal(rights_of("other/young"), 0750);
    assert_int_equal(rights_of("other/young/a.html"), 0640);
}

/* Without its message and a core file. */
static void expect_abort(void)
{
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    fclose(stderr);
}

static int write_bad_path(struct world *w, const char *path)
{
    expect_abort();
    struct stage *s = open_stage(w, "site");
    bool once = write_page(s, "a/b", "");
    return once && write_page(s, path, "");
}

static int write_twice(struct world *w)
{
    return write_bad_path(w, "a/b");
}

static int write_absolute(struct world *w)
{
    return write_bad_path(w, "/a");
}

static int write_above(struct world *w)
{
    return write_bad_path(w, "a/../c");
}

static int write_marker(struct world *w)
{
    return write_bad_path(w, ".duet");
}

static int write_folder(struct world *w)
{
    return write_bad_path(w, "a/");
}

static int write_after_commit(struct world *w)
{
    expect_abort();
    struct stage *s = open_stage(w, "site");
    return stage_commit(s) && write_page(s, "late", "");
}

static void a_write_that_only_a_bug_can_ask_for_aborts(void **state)
{
    int (*const works[])(struct world *) = {
        write_twice,  write_absolute, write_above,
        write_marker, write_folder,   write_after_commit,
    };
    for (size_t i = 0; i < COUNT(works); i++) {
        int status = in_child(*state, works[i]);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_first_build_makes_the_folder_and_its_parents),
        WORLD_TEST(an_unchanged_file_keeps_its_inode_and_time),
        WORLD_TEST(a_changed_file_is_another_file),
        WORLD_TEST(a_file_can_become_empty),
        WORLD_TEST(a_late_difference_in_a_long_file_is_seen),
        WORLD_TEST(a_file_that_is_not_written_again_is_gone),
        WORLD_TEST(an_abandoned_stage_leaves_the_old_output_as_it_was),
        WORLD_TEST(an_abandoned_first_build_leaves_nothing),
        WORLD_TEST(what_a_killed_build_left_is_removed_by_the_next),
        WORLD_TEST(an_output_that_a_killed_build_put_aside_comes_back),
        WORLD_TEST(a_second_build_is_refused_while_one_is_running),
        WORLD_TEST(a_folder_that_is_not_ours_is_left_alone),
        WORLD_TEST(a_copy_of_another_folder_has_no_marker),
        WORLD_TEST(a_link_in_place_of_the_stage_is_not_followed),
        WORLD_TEST(files_with_a_dot_are_carried_over),
        WORLD_TEST(hidden_folders_of_an_output_are_carried_over),
        WORLD_TEST(an_output_that_is_a_link_stays_one),
        WORLD_TEST(links_and_pipes_in_the_output_are_replaced_by_files),
        WORLD_TEST(rights_follow_the_umask),
        WORLD_TEST(a_write_that_only_a_bug_can_ask_for_aborts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
