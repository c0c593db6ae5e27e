#include "world.h"

#include "base/colour.h"
#include "render/contrast.h"

static void a_colour_has_three_or_six_digits(void **state)
{
    (void)state;
    Colour c = {1, 2, 3};
    assert_true(colour_parse(S("#17212b"), &c));
    assert_int_equal(c.red, 0x17);
    assert_int_equal(c.green, 0x21);
    assert_int_equal(c.blue, 0x2b);
    assert_true(colour_parse(S("#F0a"), &c));
    assert_int_equal(c.red, 255);
    assert_int_equal(c.green, 0);
    assert_int_equal(c.blue, 0xaa);
    static const char *const bad[] = {"",        "#",        "17212b", "#17212",
                                      "#17212g", "#g00",     "white",  "#1721",
                                      "#-12345", "#17212b ", "rgb(0)"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_false(colour_parse(str_from_c(bad[i]), &c));
    }
    assert_int_equal(c.blue, 0xaa); /* untouched on failure */
}

static int contrast(const char *one, const char *other)
{
    Colour a, b;
    assert_true(colour_parse(str_from_c(one), &a));
    assert_true(colour_parse(str_from_c(other), &b));
    assert_int_equal(colour_contrast(a, b), colour_contrast(b, a));
    return colour_contrast(a, b);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_int_equal(contrast("#000", "#fff"), 2100);
    assert_int_equal(contrast("#777777", "#777777"), 100);
    /* the greys that are just enough on white, and just not */
    assert_int_equal(contrast("#767676", "#ffffff"), 454);
    assert_int_equal(contrast("#777777", "#ffffff"), 447);
    assert_int_equal(contrast("#595959", "#ffffff"), 700);
    assert_int_equal(contrast("#5a5a5a", "#ffffff"), 689);
    assert_int_equal(contrast("#ff0000", "#ffffff"), 399);
    assert_int_equal(contrast("#0000ff", "#ffffff"), 859);
    assert_int_equal(contrast("#008000", "#ffffff"), 513);
}

/* Checks the pairs of a theme.yaml that extends nothing. */
static void check_theme(struct world *w, const char *theme)
{
    struct source *src = ARENA_NEW(w->arena, struct source, 1);
    *src = (struct source){.path = S("theme.yaml"), .text = str_from_c(theme)};
    struct yaml *root = yaml_parse(w->arena, w->diags, src, src->text);
    struct style style = style_in(w->arena);
    style_add_tokens(&style, w->diags, src, yaml_get(root, S("tokens")));
    contrast_check(&style, w->diags, src, yaml_get(root, S("pairs")));
}

static void a_good_pair_is_seven_to_one_in_light_and_dark(void **state)
{
    struct world *w = *state;
    check_theme(w, "tokens:\n"
                   "  paper: {light: \"#fff\", dark: \"#000\"}\n"
                   "  ink: {light: \"#595959\", dark: \"#959595\"}\n"
                   "pairs: [[ink, paper]]\n");
    assert_diags(w->diags, "");
}

static void
a_pair_under_seven_is_a_warning_and_under_four_and_a_half_an_error(void **state)
{
    struct world *w = *state;
    check_theme(w, "tokens:\n"
                   "  paper: \"#fff\"\n"
                   "  ink: {light: \"#5a5a5a\", dark: \"#777\"}\n"
                   "pairs: [[ink, paper]]\n");
    assert_reported(w, 1,
                    "theme.yaml:3:3: warning: 'ink' on 'paper' in light has a "
                    "contrast of 6.89 to 1 [low-contrast]");
    assert_reported(w, 1,
                    "theme.yaml:3:3: error: 'ink' on 'paper' in dark has a "
                    "contrast of 4.47 to 1 [low-contrast]");
}

static void the_token_of_the_nearer_theme_is_to_blame(void **state)
{
    struct world *w = *state;
    static const struct source core = {
        .path = STR_INIT("core.yaml"),
        .text = STR_INIT("paper: \"#fff\"\nink: \"#000\"\n")};
    static const struct source own = {.path = STR_INIT("own.yaml"),
                                      .text = STR_INIT("paper: \"#333\"\n")};
    static const struct source pairs = {.path = STR_INIT("pairs.yaml"),
                                        .text = STR_INIT("[[ink, paper]]\n")};
    struct style style = style_in(w->arena);
    style_add_tokens(&style, w->diags, &core,
                     yaml_parse(w->arena, w->diags, &core, core.text));
    style_add_tokens(&style, w->diags, &own,
                     yaml_parse(w->arena, w->diags, &own, own.text));
    contrast_check(&style, w->diags, &pairs,
                   yaml_parse(w->arena, w->diags, &pairs, pairs.text));
    assert_reported(w, 1,
                    "own.yaml:1:1: error: 'ink' on 'paper' has a "
                    "contrast of 1.66 to 1 [low-contrast]");
}

static struct yaml *read_yaml(struct world *w, const struct source *src)
{
    return yaml_parse(w->arena, w->diags, src, src->text);
}

/* What a site's sheet says of the palettes that a theme adds to these tokens.
 */
static struct style style_with(struct world *w, const char *palettes)
{
    static const struct source tokens = {
        .path = STR_INIT("core.yaml"),
        .text = STR_INIT("paper: {light: \"#fff\", dark: "
                         "\"#000\"}\n"
                         "ink: {light: \"#000\", dark: "
                         "\"#fff\"}\n")};
    struct source *src = ARENA_NEW(w->arena, struct source, 1);
    *src = (struct source){.path = S("own.yaml"), .text = str_from_c(palettes)};
    struct style style = style_in(w->arena);
    style_add_tokens(&style, w->diags, &tokens, read_yaml(w, &tokens));
    style_add_palettes(&style, w->diags, src, read_yaml(w, src));
    return style;
}

static void a_palette_changes_some_tokens_of_the_light_or_the_dark(void **state)
{
    struct style style =
        style_with(*state, "cream: {from: light, paper: \"#fea\"}\n"
                           "night: {from: dark, ink: \"#ff0\"}\n");
    Str css = style_css(&style);
    assert_true(str_find(css, S("[data-colours=cream]){--paper:#fea;}")) <
                css.n);
    assert_true(str_find(css, S("[data-colours=night]){--ink:#ff0;}")) < css.n);
    assert_true(
        str_find(css, S(":root:where([data-colours=dark],[data-colours=night])"
                        "{color-scheme:dark;--paper:#000;--ink:#fff;}")) <
        css.n);
    /* what it changes comes after what it starts from */
    assert_true(str_find(css, S("[data-colours=night]){--ink")) >
                str_find(css, S("color-scheme:dark")));
}

static void a_book_has_no_palettes(void **state)
{
    struct style style =
        style_with(*state, "cream: {from: light, paper: \"#fea\"}\n");
    Str css = style_book_css(&style);
    assert_int_equal(str_find(css, S("data-colours")), css.n);
}

static void
the_pairs_of_a_palette_are_checked_where_it_changes_them(void **state)
{
    static const struct source pairs = {.path = STR_INIT("pairs.yaml"),
                                        .text = STR_INIT("[[ink, paper]]\n")};
    struct world *w = *state;
    struct style style =
        style_with(w, "cream: {from: light, paper: \"#777\"}\n"
                      "night: {from: dark, paper: \"#060\"}\n");
    contrast_check(&style, w->diags, &pairs, read_yaml(w, &pairs));
    assert_reported(w, 0,
                    "own.yaml:1:22: warning: 'ink' on 'paper' in 'cream' has a "
                    "contrast of 4.68 to 1 [low-contrast]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_colour_has_three_or_six_digits),
        cmocka_unit_test(contrast_is_that_of_wcag),
        WORLD_TEST(a_good_pair_is_seven_to_one_in_light_and_dark),
        WORLD_TEST(
            a_pair_under_seven_is_a_warning_and_under_four_and_a_half_an_error),
        WORLD_TEST(the_token_of_the_nearer_theme_is_to_blame),
        WORLD_TEST(a_palette_changes_some_tokens_of_the_light_or_the_dark),
        WORLD_TEST(a_book_has_no_palettes),
        WORLD_TEST(the_pairs_of_a_palette_are_checked_where_it_changes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
