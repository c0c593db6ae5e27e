#include "render/value.h"

#include "support.h"

static void empty_text_is_null(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_int_equal(value_text(a, S(""))->kind, VALUE_NULL);
    assert_int_equal(value_markup(a, S(""))->kind, VALUE_NULL);
    assert_int_equal(value_text(a, S("x"))->kind, VALUE_TEXT);
    assert_int_equal(value_markup(a, S("x"))->kind, VALUE_MARKUP);
    arena_free(a);
}

static void known_null_is_not_an_unknown_name(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct value *map = value_map(a);
    value_set(map, S("a"), value_null(a));
    assert_non_null(value_get(map, S("a")));
    assert_null(value_get(map, S("b")));
    assert_null(value_get(value_text(a, S("x")), S("a")));
    value_set(map, S("a"), value_text(a, S("now")));
    assert_true(str_eq(value_get(map, S("a"))->text, S("now")));
    assert_int_equal(map->fields.n, 1);
    arena_free(a);
}

static void empty_list_is_false_and_empty_map_is_true(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct value *list = value_list(a);
    assert_false(value_true(list));
    value_add(a, list, value_null(a));
    assert_true(value_true(list));
    assert_int_equal(list->nitems, 1);
    assert_true(value_true(value_map(a)));
    assert_false(value_true(value_null(a)));
    assert_false(value_true(value_bool(a, false)));
    assert_true(value_true(value_bool(a, true)));
    assert_true(value_true(value_text(a, S("0"))));
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_text_is_null),
        cmocka_unit_test(known_null_is_not_an_unknown_name),
        cmocka_unit_test(empty_list_is_false_and_empty_map_is_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
