#define _GNU_SOURCE /* for unshare(), to mount file systems of our own */
#include "pages.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>

enum { NOBODY = 65534, RENAME_FLAG_EXCHANGE = 2 };

static void a_failed_write_stops_the_commit(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct stage *s = open_stage(w, "site");
    assert_true(write_page(s, "index.html", "2"));

    const struct rlimit full = {3, before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &full), 0);
    bool written = write_page(s, "formal/long.html", "long");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);

    assert_false(written);
    assert_false(stage_commit(s));
    stage_free(s);
    assert_int_equal(diags_status(w->diags), 3);
    assert_diags(w->diags, "site/formal/long.html: error: cannot write: File "
                           "too large [system]\n");
    assert_true(has_text("site/index.html", "one"));
    assert_false(exists(".site.duet-stage"));
}

/* Gives up root's rights, if we have them, but for the folder of this test. */
static void drop_rights(void)
{
    if (geteuid() == 0) {
        assert_int_equal(chown(".", NOBODY, (gid_t)-1), 0);
        assert_int_equal(seteuid(NOBODY), 0);
    }
}

static void regain_rights(void)
{
    assert_int_equal(seteuid(getuid()), 0);
}

static void a_folder_without_rights_is_the_systems_error(void **state)
{
    struct world *w = *state;
    drop_rights();
    int changed = chmod(".", 0555);
    struct stage *s = open_stage(w, "site");
    struct stage *deeper = open_stage(w, "a/b/site");
    regain_rights();
    assert_int_equal(changed, 0);
    assert_int_equal(chmod(".", 0755), 0);
    assert_null(s);
    assert_null(deeper);
    assert_reported(w, 3,
                    ".site.duet-stage: error: cannot make the staging folder: "
                    "Permission denied [system]\n");
    assert_reported(w, 3,
                    "\na: error: cannot make the folder: Permission denied "
                    "[system]\n");
}

static void an_old_output_that_stays_is_a_warning(void **state)
{
    struct world *w = *state;
    drop_rights();
    bool first = build(w, "site", TWO_PAGES);
    int changed = chmod("site/young", 0555);
    bool second = build(w, "site", ONE_PAGE);
    bool third = build(w, "site", TWO_PAGES);
    regain_rights();
    assert_true(first);
    assert_int_equal(changed, 0);
    assert_true(second);
    assert_reported(w, 3,
                    "site: warning: the old output cannot be removed: "
                    "Permission denied [old-output-left]\n"
                    "    help: remove the folder ");
    assert_true(has_text("site/index.html", "one"));
    assert_false(third); /* there is no place for a stage */
    assert_reported(w, 3, "cannot remove what an interrupted build left: ");

    assert_int_equal(chmod(".site.duet-stage/new/young", 0755), 0);
    assert_true(build(w, "site", TWO_PAGES));
    assert_false(exists(".site.duet-stage"));
}

static int build_without_exchange(struct world *w)
{
    if (!forbid_call(SYS_renameat2, RENAME_FLAG_EXCHANGE, ENOSYS)) {
        return NOT_HERE;
    }
    CHECK(build(w, "site", TWO_PAGES));
    CHECK(diags_warnings(w->diags) == 0);
    return 0;
}

static void two_renames_do_where_the_kernel_cannot_exchange(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    if (passes_in_child(w, build_without_exchange)) {
        assert_true(has_text("site/index.html", "two"));
        assert_false(exists(".site.duet-stage"));
    }
}

static int lose_the_stage_without_exchange(struct world *w)
{
    if (!forbid_call(SYS_renameat2, RENAME_FLAG_EXCHANGE, EINVAL)) {
        return NOT_HERE;
    }
    struct stage *s = open_stage(w, "site");
    CHECK(s != NULL);
    CHECK(rename(".site.duet-stage/new", "lost") == 0);
    CHECK(!stage_commit(s));
    CHECK(diags_status(w->diags) == 3);
    CHECK(reported(w, "No such file or directory")); /* not EINVAL */
    stage_free(s);
    return 0;
}

static void the_first_rename_is_undone_when_the_second_fails(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", ONE_PAGE));
    if (passes_in_child(w, lose_the_stage_without_exchange)) {
        assert_true(has_text("site/index.html", "one"));
        assert_false(exists(".site.duet-stage"));
    }
}

static int build_without_hard_links(struct world *w)
{
    if (!forbid_call(SYS_linkat, 0, EPERM)) {
        return NOT_HERE;
    }
    StageCounts counts;
    CHECK(build_counted(w, "site", TWO_PAGES, &counts));
    CHECK(counts.written == 2 && counts.unchanged == 0);
    return 0;
}

static void files_are_written_where_there_are_no_hard_links(void **state)
{
    struct world *w = *state;
    assert_true(build(w, "site", TWO_PAGES));
    put("site/.htaccess", "theirs");
    if (passes_in_child(w, build_without_hard_links)) {
        assert_true(has_text("site/young/a.html", "a"));
        assert_true(has_text("site/.htaccess", "theirs"));
    }
}

/* Lets the process mount what the others do not see. */
static bool may_mount(void)
{
    return unshare(CLONE_NEWNS) == 0 &&
           mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* Mounts, at `m`, an output that came with an image: it cannot be renamed. */
static bool mount_image(struct world *w)
{
    if (!may_mount() || mount("none", w->folder, "tmpfs", 0, NULL) != 0 ||
        chdir(w->folder) != 0) {
        return false;
    }
    make_dir("image");
    make_dir("above");
    make_dir("work");
    make_dir("m");
    make_dir("image/site");
    put("image/site/.gitkeep", "");
    put("image/site/.duet", "");
    put("image/site/index.html", "one");
    make_dir("image/site/young");
    put("image/site/young/b.html", "b");
    return mount("overlay", "m", "overlay", 0,
                 "lowerdir=image,upperdir=above,workdir=work") == 0;
}

static int build_in_image(struct world *w)
{
    if (!mount_image(w)) {
        return NOT_HERE;
    }
    StageCounts counts;
    CHECK(build_counted(w, "m/site", TWO_PAGES, &counts));
    CHECK(has_text("m/site/index.html", "two"));
    CHECK(has_text("m/site/young/a.html", "a"));
    CHECK(!exists("m/site/young/b.html"));
    CHECK(exists("m/site/.gitkeep"));
    CHECK(!exists("m/.site.duet-stage"));
    CHECK(build_counted(w, "m/site", TWO_PAGES, &counts));
    CHECK(counts.unchanged == 2);
    CHECK(diags_warnings(w->diags) == 0);
    return 0;
}

static void a_folder_of_a_container_image_is_filled_again(void **state)
{
    passes_in_child(*state, build_in_image);
}

static int lose_the_stage_in_image(struct world *w)
{
    if (!mount_image(w)) {
        return NOT_HERE;
    }
    struct stage *s = open_stage(w, "m/site");
    CHECK(s != NULL);
    CHECK(write_page(s, "index.html", "two"));
    /* the output can be emptied, but no file can take the place of a folder */
    CHECK(rename("m/.site.duet-stage/new", "m/lost") == 0);
    put("m/.site.duet-stage/new", "");
    CHECK(!stage_commit(s));
    stage_free(s);
    CHECK(has_text("m/site/index.html", "one"));
    CHECK(has_text("m/site/young/b.html", "b"));
    CHECK(exists("m/site/.duet"));
    CHECK(!exists("m/.site.duet-stage"));
    return 0;
}

static void a_folder_that_cannot_be_filled_gets_its_files_back(void **state)
{
    passes_in_child(*state, lose_the_stage_in_image);
}

static int build_on_mount_point(struct world *w)
{
    make_dir("site");
    if (!may_mount() || mount("none", "site", "tmpfs", 0, NULL) != 0) {
        return NOT_HERE;
    }
    put("site/.gitkeep", "kept");
    CHECK(!build(w, "site", ONE_PAGE));
    CHECK(has_text("site/.gitkeep", "kept"));
    CHECK(!exists(".site.duet-stage"));
    CHECK(diags_status(w->diags) == 3);
    CHECK(reported(w, "site: error: cannot put the new output in place: Device "
                      "or resource busy [system]\n"
                      "    help: a mount point cannot be replaced; "));
    return 0;
}

static void a_mount_point_is_left_alone_with_advice(void **state)
{
    passes_in_child(*state, build_on_mount_point);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_failed_write_stops_the_commit),
        WORLD_TEST(a_folder_without_rights_is_the_systems_error),
        WORLD_TEST(an_old_output_that_stays_is_a_warning),
        WORLD_TEST(two_renames_do_where_the_kernel_cannot_exchange),
        WORLD_TEST(the_first_rename_is_undone_when_the_second_fails),
        WORLD_TEST(files_are_written_where_there_are_no_hard_links),
        WORLD_TEST(a_folder_of_a_container_image_is_filled_again),
        WORLD_TEST(a_folder_that_cannot_be_filled_gets_its_files_back),
        WORLD_TEST(a_mount_point_is_left_alone_with_advice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
