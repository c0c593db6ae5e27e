#include "support.h"

#include "render/style.h"

static void assert_squeezed(const char *css, const char *want)
{
    struct arena *a = arena_create();
    assert_str(style_squeeze(a, str_from_c(css)), want);
    arena_free(a);
}

static void comments_and_indents_go(void **state)
{
    (void)state;
    assert_squeezed("/* top */\n\na {\n  b: c; /* why */\n}\n",
                    "a {\nb: c; \n}\n");
    assert_squeezed("/* two\n   lines */a{}\n", "a{}\n");
}

static void strings_stay_as_they_are(void **state)
{
    (void)state;
    assert_squeezed("a { content: \"/* no */\"; }",
                    "a { content: \"/* no */\"; }");
    assert_squeezed("a { content: '  x\\'/*y*/'; }/**/\n",
                    "a { content: '  x\\'/*y*/'; }\n");
}

static void a_comment_never_joins_two_words(void **state)
{
    (void)state;
    assert_squeezed("a/* x */b{}", "a/**/b{}");
    assert_squeezed("a /* x */b{}", "a b{}");
}

static void what_is_cut_short_ends_where_the_sheet_ends(void **state)
{
    (void)state;
    assert_squeezed("a{} /* never", "a{} ");
    assert_squeezed("a { b: \"x\n  c: d }", "a { b: \"x\nc: d }");
    assert_squeezed("", "");
    assert_squeezed("/", "/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_and_indents_go),
        cmocka_unit_test(strings_stay_as_they_are),
        cmocka_unit_test(a_comment_never_joins_two_words),
        cmocka_unit_test(what_is_cut_short_ends_where_the_sheet_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
