#include "world.h"

#include "publish/target.h"

static bool find(struct world *w, const char *out, struct target *t)
{
    return target_find(w->arena, w->diags, str_from_c(out), t) &&
           target_guard(w->arena, w->diags, t);
}

static void assert_refused(struct world *w, const char *out)
{
    struct target t;
    assert_false(find(w, out, &t));
}

static void assert_found_at(struct world *w, const char *out, const char *at)
{
    struct target t;
    assert_true(find(w, out, &t));
    char *here = realpath(".", NULL);
    Str want = str_printf(w->arena, "%s/%s", here, at);
    free(here);
    assert_string_equal(t.path, want.p);
}

static void a_new_folder_gets_its_parents(void **state)
{
    struct world *w = *state;
    struct target t;
    assert_found_at(w, "site", "site");
    assert_false(exists("site"));
    assert_true(find(w, "./a/b/../c/site//", &t));
    assert_int_equal(rights_of("a/c"), 0755);
    target_unmake(&t);
    assert_false(exists("a"));
}

static void parents_that_somebody_uses_are_not_unmade(void **state)
{
    struct world *w = *state;
    struct target t;
    assert_true(find(w, "a/b/site", &t));
    put("a/file", "");
    target_unmake(&t);
    assert_true(exists("a/file"));
    assert_false(exists("a/b"));
}

static void an_empty_folder_can_be_an_output(void **state)
{
    make_dir("site");
    assert_found_at(*state, "site/", "site");
}

static void files_with_a_dot_do_not_make_a_folder_somebodys(void **state)
{
    make_dir("site");
    put("site/.gitkeep", "");
    put("site/.nojekyll", "");
    assert_found_at(*state, "site", "site");
}

static void the_marker_makes_a_folder_ours(void **state)
{
    make_dir("site");
    make_dir("site/.git");
    put("site/.duet", "");
    put("site/index.html", "");
    assert_found_at(*state, "site", "site");
}

static void a_folder_with_other_files_is_refused(void **state)
{
    struct world *w = *state;
    make_dir("site");
    put("site/.gitkeep", "");
    put("site/zebra", "");
    put("site/thesis.doc", "");
    assert_refused(w, "site");
    assert_int_equal(diags_status(w->diags), 1);
    assert_diags(w->diags,
                 "site: error: the folder holds files that Duet did not write, "
                 "such as 'thesis.doc' [output-not-ours]\n"
                 "    help: choose another folder with -o, or empty this "
                 "one\n");
}

static void a_folder_with_a_hidden_folder_could_be_a_home(void **state)
{
    struct world *w = *state;
    make_dir("site");
    make_dir("site/.ssh");
    assert_refused(w, "site");
    assert_reported(w, 1, "such as '.ssh' [output-not-ours]");
}

static void a_folder_called_as_the_marker_is_not_one(void **state)
{
    struct world *w = *state;
    make_dir("site");
    make_dir("site/.duet");
    assert_refused(w, "site");
    assert_reported(w, 1, "such as '.duet' [output-not-ours]");
}

static void a_file_is_refused(void **state)
{
    struct world *w = *state;
    put("site", "text");
    assert_refused(w, "site");
    assert_reported(w, 1,
                    "site: error: the output is a folder, and this is a file "
                    "[output-not-ours]\n");
    assert_true(has_text("site", "text"));
}

static void a_file_among_the_parents_is_the_systems_error(void **state)
{
    struct world *w = *state;
    put("file", "text");
    assert_refused(w, "file/site");
    assert_reported(w, 3,
                    "file/site: error: cannot open the folder: Not a "
                    "directory [system]\n");
}

static void the_current_folder_is_refused_with_all_above_it(void **state)
{
    struct world *w = *state;
    static const char *const outs[] = {".", "..", "../../site", "/"};
    make_dir("site");
    make_dir("site/a");
    make_dir("sit");
    put("site/.duet", "");
    assert_int_equal(chdir("site/a"), 0);
    for (size_t i = 0; i < COUNT(outs); i++) {
        assert_refused(w, outs[i]);
        assert_int_equal(diags_errors(w->diags), i + 1);
    }
    struct target t;
    assert_true(find(w, "../../sit", &t)); /* no parent, by its letters only */
    assert_reported(w, 1,
                    "/: error: a build replaces its output, and this folder "
                    "holds the one in which Duet runs [output-not-ours]\n");
}

static void a_link_leads_to_the_folder_that_is_meant(void **state)
{
    struct world *w = *state;
    make_dir("real");
    assert_int_equal(symlink("real", "link"), 0);
    assert_found_at(w, "link/", "real");
    assert_found_at(w, "link/site", "real/site");
    put("real/file", "");
    assert_refused(w, "link");
}

static void a_link_to_nothing_is_an_error(void **state)
{
    struct world *w = *state;
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_refused(w, "link/");
    assert_reported(w, 3, "link/: error: cannot follow the symbolic link: ");
    assert_false(exists("nowhere"));
}

static void an_output_without_a_name_is_an_error(void **state)
{
    struct world *w = *state;
    assert_refused(w, "");
    assert_refused(w, "new/..");
    assert_refused(w, "new/.");
    assert_int_equal(diags_errors(w->diags), 3);
    assert_reported(w, 3,
                    "new/..: error: cannot make the folder: No such file "
                    "or directory [system]\n");
    assert_false(exists("new"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_new_folder_gets_its_parents),
        WORLD_TEST(parents_that_somebody_uses_are_not_unmade),
        WORLD_TEST(an_empty_folder_can_be_an_output),
        WORLD_TEST(files_with_a_dot_do_not_make_a_folder_somebodys),
        WORLD_TEST(the_marker_makes_a_folder_ours),
        WORLD_TEST(a_folder_with_other_files_is_refused),
        WORLD_TEST(a_folder_with_a_hidden_folder_could_be_a_home),
        WORLD_TEST(a_folder_called_as_the_marker_is_not_one),
        WORLD_TEST(a_file_is_refused),
        WORLD_TEST(a_file_among_the_parents_is_the_systems_error),
        WORLD_TEST(the_current_folder_is_refused_with_all_above_it),
        WORLD_TEST(a_link_leads_to_the_folder_that_is_meant),
        WORLD_TEST(a_link_to_nothing_is_an_error),
        WORLD_TEST(an_output_without_a_name_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
