#include "support.h"

#include "base/map.h"

static void an_unknown_key_has_no_value(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct map m = map_in(a);
    int value = 1;
    assert_null(map_get(&m, S("title")));
    map_put(&m, S("title"), &value);
    assert_null(map_get(&m, S("titl")));
    assert_null(map_get(&m, S("")));
    arena_free(a);
}

static void a_key_is_found_by_its_bytes(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct map m = map_in(a);
    int one = 1, two = 2;
    map_put(&m, S("one"), &one);
    map_put(&m, S(""), &two);
    char key[] = "one";
    assert_ptr_equal(map_get(&m, (Str){key, 3}), &one);
    assert_ptr_equal(map_get(&m, (Str){NULL, 0}), &two);
    arena_free(a);
}

static void putting_again_replaces_and_keeps_the_place(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct map m = map_in(a);
    int one = 1, two = 2, three = 3;
    map_put(&m, S("a"), &one);
    map_put(&m, S("b"), &two);
    map_put(&m, S("a"), &three);
    assert_int_equal(m.n, 2);
    assert_str(m.entries[0].key, "a");
    assert_ptr_equal(m.entries[0].value, &three);
    assert_str(m.entries[1].key, "b");
    arena_free(a);
}

static void iteration_is_in_the_order_of_insertion(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct arena *a = arena_create();
    struct map m = map_in(a);
    static int values[MANY];
    for (int i = 0; i < MANY; i++) {
        map_put(&m, str_printf(a, "key-%d", MANY - i), &values[i]);
    }
    assert_int_equal(m.n, MANY);
    for (int i = 0; i < MANY; i++) {
        Str key = str_printf(a, "key-%d", MANY - i);
        assert_true(str_eq(m.entries[i].key, key));
        assert_ptr_equal(map_get(&m, key), &values[i]);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_key_has_no_value),
        cmocka_unit_test(a_key_is_found_by_its_bytes),
        cmocka_unit_test(putting_again_replaces_and_keeps_the_place),
        cmocka_unit_test(iteration_is_in_the_order_of_insertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
