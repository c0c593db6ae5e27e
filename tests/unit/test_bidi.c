#include "support.h"

#include "render/bidi.h"

static Str written(struct arena *a, const char *text)
{
    struct buf b = buf_in(a);
    bidi_text(&b, str_from_c(text));
    return buf_str(&b);
}

#define LTR "<bdi dir=\"ltr\">"
#define END "</bdi>"

static void a_number_of_several_parts_is_isolated(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(written(a, "\u0627 0800 1111."),
               "\u0627 " LTR "0800 1111" END ".");
    assert_str(written(a, "16\u201325"), LTR "16\u201325" END);
    assert_str(written(a, "+44 20 7946"), LTR "+44 20 7946" END);
    assert_str(written(a, "9:30, 1,294"), LTR "9:30" END ", " LTR "1,294" END);
    arena_free(a);
}

static void what_has_one_part_is_left_alone(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(written(a, ""), "");
    assert_str(written(a, "999"), "999");
    assert_str(written(a, "12."), "12.");
    assert_str(written(a, "+ \u0627 < 5"), "+ \u0627 &lt; 5");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_of_several_parts_is_isolated),
        cmocka_unit_test(what_has_one_part_is_left_alone),
    };
    return cmocka_run_group_tests_name("bidi", tests, NULL, NULL);
}
