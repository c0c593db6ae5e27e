#include "support.h"

#include "render/tel.h"

static void a_link_holds_the_digits_alone(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(tel_call(a, S("0800 528 0731")), "tel:08005280731");
    assert_str(tel_call(a, S("+44 (0)20-7946")), "tel:+440207946");
    assert_str(tel_message(a, S("85 258")), "sms:85258");
    arena_free(a);
}

static void no_number_is_no_link(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(tel_call(a, S("")), "");
    assert_str(tel_message(a, S("")), "");
    arena_free(a);
}

static void freephone_helplines_and_emergencies_cost_nothing(void **state)
{
    static const Str free[] = {STR_INIT("0800 1111"), STR_INIT("0808 800 4444"),
                               STR_INIT("116 123"),   STR_INIT("999"),
                               STR_INIT("112"),       STR_INIT("111"),
                               STR_INIT("101")};
    (void)state;
    for (size_t i = 0; i < COUNT(free); i++) {
        assert_true(tel_is_free(free[i]));
    }
}

static void other_numbers_may_cost_money(void **state)
{
    static const Str paid[] = {STR_INIT("01375 652652"), STR_INIT("0300 123"),
                               STR_INIT("1110 44"), STR_INIT("99"),
                               STR_INIT("")};
    (void)state;
    for (size_t i = 0; i < COUNT(paid); i++) {
        assert_false(tel_is_free(paid[i]));
    }
}

static void only_the_numbers_for_emergencies_are_urgent(void **state)
{
    (void)state;
    assert_true(tel_is_urgent(S("999")));
    assert_true(tel_is_urgent(S("112")));
    assert_false(tel_is_urgent(S("9990")));
    assert_false(tel_is_urgent(S("111")));
    assert_false(tel_is_urgent(S("0800 999")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_holds_the_digits_alone),
        cmocka_unit_test(no_number_is_no_link),
        cmocka_unit_test(freephone_helplines_and_emergencies_cost_nothing),
        cmocka_unit_test(other_numbers_may_cost_money),
        cmocka_unit_test(only_the_numbers_for_emergencies_are_urgent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
