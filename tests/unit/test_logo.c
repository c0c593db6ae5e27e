#include "world.h"

#include "render/theme.h"

static void make_theme(void)
{
    make_dir("themes");
    make_dir("themes/own");
    make_dir("themes/own/assets");
    put("themes/own/theme.yaml", "name: Own\nextends: civic\nlogo: own.svg\n");
}

/* Loads the theme with a logo that begins with `tag`. */
static struct theme *with_logo(struct world *w, const char *tag)
{
    put("themes/own/assets/own.svg",
        str_printf(w->arena, "<?xml version=\"1.0\"?>\n%s</svg>\n", tag).p);
    return theme_load(w->arena, w->diags, S("themes"), S("own"), S("en"), NULL,
                      S(""));
}

static void the_size_is_that_of_the_view_box(void **state)
{
    static const char *const same[] = {
        "<svg viewBox=\"0 0 30 20\">",
        "<svg viewBox='0,0,30,20' width='100%'>",
        "<svg width=\"300px\" height=\"200\">",
        "<svg\n id=\"a\" viewBox=\"-5 -5 3 2\" width=\"7\" height=\"7\">",
    };
    make_theme();
    for (size_t i = 0; i < COUNT(same); i++) {
        struct theme *t = with_logo(*state, same[i]);
        assert_non_null(t);
        assert_int_equal(t->logo_width, 150);
        assert_int_equal(t->logo_height, 100);
        assert_true(str_starts(t->logo.file, S("own-")));
        assert_true(str_ends(t->logo.file, S(".svg")));
    }
}

static void a_logo_without_a_size_is_reported(void **state)
{
    static const char *const bad[] = {
        "<svg>",
        "<svg viewBox=\"0 0 30\">",
        "<svg viewBox=\"0 0 0 20\">",
        "<svg viewBox=\"0 0 nan 20\">",
        "<svg width=\"100%\" height=\"100%\">",
        "<svg width=\"1e999\" height=\"1\">",
        "<svg width=\"300000\" height=\"1\">",
        "<g viewBox=\"0 0 30 20\">",
    };
    make_theme();
    for (size_t i = 0; i < COUNT(bad); i++) {
        /* the same message in the same place is reported once */
        struct theme *t = with_logo(*state, bad[i]);
        assert_true(t == NULL || (i > 0 && t->logo.file.n == 0));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_size_is_that_of_the_view_box),
        WORLD_TEST(a_logo_without_a_size_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
