#include "world.h"

#include "render/scripts.h"
#include "render/theme.h"

/* Writes the theme `name`, with scripts that say who they are. */
static void make_theme(const char *name, const char *yaml)
{
    struct arena *a = arena_create();
    make_dir(str_printf(a, "themes/%s", name).p);
    make_dir(str_printf(a, "themes/%s/assets", name).p);
    put(str_printf(a, "themes/%s/theme.yaml", name).p, yaml);
    put(str_printf(a, "themes/%s/assets/all.js", name).p,
        str_printf(a, "(() => '%s')()", name).p);
    put(str_printf(a, "themes/%s/assets/soon.js", name).p, "soon()");
    put(str_printf(a, "themes/%s/assets/words.js", name).p, "words()");
    arena_free(a);
}

static struct theme *load(struct world *w)
{
    return theme_load(w->arena, w->diags, S("themes"), S("own"), S("en"), NULL,
                      S(""));
}

/* Two themes, of which `own` extends `base`. */
static struct theme *two_themes(struct world *w)
{
    make_dir("themes");
    make_theme("base", "name: Base\nscripts: [all.js]\n"
                       "early-scripts: [soon.js]\n");
    make_theme("own", "name: Own\nextends: base\nscripts: [all.js]\n"
                      "page-scripts: {words: [words.js]}\n");
    struct theme *t = load(w);
    assert_non_null(t);
    return t;
}

static void
the_scripts_of_a_chain_are_one_file_the_last_extended_first(void **state)
{
    struct theme *t = two_themes(*state);
    assert_int_equal(t->nscripts, 3);
    assert_true(t->scripts[0].early);
    assert_str(t->scripts[0].bytes, "soon()\n;\n");
    assert_false(t->scripts[1].early);
    assert_str(t->scripts[1].kind, "");
    assert_str(t->scripts[1].bytes,
               "(() => 'base')()\n;\n(() => 'own')()\n;\n");
    assert_str(t->scripts[2].kind, "words");
}

static void a_script_loses_what_is_no_program(void **state)
{
    make_dir("themes");
    make_theme("own", "name: Own\nscripts: [all.js, quoted.js]\n");
    put("themes/own/assets/all.js",
        "// says why\nif (a) {\n    b(); // c\n\n}\n");
    put("themes/own/assets/quoted.js", "x = `a\n  // b`;\n");
    struct theme *t = load(*state);
    assert_non_null(t);
    assert_str(t->scripts[0].bytes,
               "if (a) {\nb(); // c\n}\n;\nx = `a\n  // b`;\n\n;\n");
}

static void the_name_of_a_script_follows_from_its_bytes(void **state)
{
    struct world *w = *state;
    Str before = two_themes(w)->scripts[1].file;
    assert_true(str_starts(before, S("own-")));
    assert_true(str_ends(before, S(".js")));
    assert_true(str_eq(before, load(w)->scripts[1].file));
    put("themes/own/assets/all.js", "other()");
    assert_false(str_eq(before, load(w)->scripts[1].file));
}

/* How many scripts a page of `kind` has, besides the early one. */
static size_t count(struct arena *a, const struct theme *t, Str kind,
                    bool *early)
{
    struct value *map = value_map(a);
    scripts_set_values(a, map, t, kind, S("../"));
    *early = value_true(value_get(map, S("early_script")));
    return value_get(map, S("scripts"))->nitems;
}

static void a_page_has_only_the_scripts_of_its_kind(void **state)
{
    struct world *w = *state;
    struct theme *t = two_themes(w);
    bool early;
    assert_int_equal(count(w->arena, t, S("chapter"), &early), 1);
    assert_true(early);
    assert_int_equal(count(w->arena, t, S("words"), &early), 2);
    assert_true(early);
    /* a book's page, or the one that is printed */
    assert_int_equal(count(w->arena, t, S(""), &early), 0);
    assert_false(early);
}

static void a_script_that_is_not_there_is_an_error(void **state)
{
    struct world *w = *state;
    make_dir("themes");
    make_theme("own", "name: Own\npage-scripts: {words: [lost.js]}\n");
    assert_null(load(w));
    assert_reported(w, 1,
                    "themes/own/theme.yaml:2:24: error: there is no file "
                    "themes/own/assets/lost.js [missing-file]");
}

static void scripts_of_pages_that_are_not_made_are_an_error(void **state)
{
    struct world *w = *state;
    make_dir("themes");
    make_theme("own", "name: Own\npage-scripts: {wrods: [words.js]}\n");
    assert_null(load(w));
    assert_reported(w, 1,
                    "there is no kind of page called 'wrods' "
                    "[unknown-choice]");
}

static void a_theme_without_scripts_has_no_file(void **state)
{
    struct world *w = *state;
    make_dir("themes");
    make_theme("own", "name: Own\n");
    struct theme *t = load(w);
    assert_non_null(t);
    assert_int_equal(t->nscripts, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_scripts_of_a_chain_are_one_file_the_last_extended_first),
        WORLD_TEST(a_script_loses_what_is_no_program),
        WORLD_TEST(the_name_of_a_script_follows_from_its_bytes),
        WORLD_TEST(a_page_has_only_the_scripts_of_its_kind),
        WORLD_TEST(a_script_that_is_not_there_is_an_error),
        WORLD_TEST(scripts_of_pages_that_are_not_made_are_an_error),
        WORLD_TEST(a_theme_without_scripts_has_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
