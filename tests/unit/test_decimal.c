#include "base/decimal.h"

#include "support.h"

static void numbers_are_read_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        Decimal n;
    } cases[] = {
        {"0", 0},         {"298", 2980000},
        {"64.8", 648000}, {"-3", -30000},
        {"0.0001", 1},    {".5", 5000},
        {"007", 70000},   {"99999999999.9999", 999999999999999},
        {"-0", 0},        {"1.10", 11000},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Decimal n = 1;
        assert_true(decimal_parse(str_from_c(cases[i].text), &n));
        assert_true(n == cases[i].n);
    }
}

static void what_is_no_number_or_too_long_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "",  "-", ".",     "5.",  "1,200",        "2 3",     "1e3",
        "+", "x", "1.2.3", "--1", "100000000000", "0.00001", "12a",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Decimal n = 7;
        assert_false(decimal_parse(str_from_c(cases[i]), &n));
        assert_true(n == 7); /* untouched on failure */
    }
}

static void a_half_is_rounded_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(decimal_divide(5, 2), 3);
    assert_int_equal(decimal_divide(-5, 2), -3);
    assert_int_equal(decimal_divide(4, 3), 1);
    assert_int_equal(decimal_divide(5, 3), 2);
    assert_int_equal(decimal_divide(1, -2), -1);
    assert_int_equal(decimal_divide(0, 7), 0);
    assert_true(decimal_divide(INT64_MAX, 2) == INT64_MAX / 2 + 1);
}

static void text_has_no_needless_digits(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(decimal_text(a, 2980000, 4), "298");
    assert_str(decimal_text(a, 648000, 4), "64.8");
    assert_str(decimal_text(a, 648000, 0), "65");
    assert_str(decimal_text(a, 81632, 1), "8.2");
    assert_str(decimal_text(a, 99960, 1), "10");
    assert_str(decimal_text(a, -500, 2), "-0.05");
    assert_str(decimal_text(a, -400, 0), "0");
    assert_str(decimal_text(a, 1, 4), "0.0001");
    assert_int_equal(decimal_places(648000), 1);
    assert_int_equal(decimal_places(0), 0);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_exactly),
        cmocka_unit_test(what_is_no_number_or_too_long_is_refused),
        cmocka_unit_test(a_half_is_rounded_away_from_zero),
        cmocka_unit_test(text_has_no_needless_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
