#include "support.h"

#include "model/date.h"

static Date date_of(const char *text)
{
    Date date = {0};
    assert_true(date_parse(str_from_c(text), &date));
    return date;
}

static void dates_are_as_exact_as_they_are_written(void **state)
{
    (void)state;
    Date day = date_of("2022-07-19"), month = date_of("2022-07");
    Date year = date_of("2022");
    assert_int_equal(day.year, 2022);
    assert_int_equal(day.month, 7);
    assert_int_equal(day.day, 19);
    assert_int_equal(month.month, 7);
    assert_int_equal(month.day, 0);
    assert_int_equal(year.month, 0);
}

static void leap_days_are_those_of_the_gregorian_calendar(void **state)
{
    (void)state;
    Date date;
    assert_true(date_parse(S("2024-02-29"), &date));
    assert_true(date_parse(S("2000-02-29"), &date));
    assert_false(date_parse(S("2023-02-29"), &date));
    assert_false(date_parse(S("1900-02-29"), &date));
    assert_false(date_parse(S("2024-02-30"), &date));
}

static void what_is_no_date_is_refused_and_changes_nothing(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "2022-7-1",
        "2022-07-1",
        "22-07-01",
        "2022-13",
        "2022-00",
        "2022-04-31",
        "2022-04-00",
        "2022-07-",
        "2022-",
        "2022/07/19",
        "19-07-2022",
        "2022-07-19 ",
        " 2022-07-19",
        "2022-07-190",
        "20220719",
        "0000",
        "0000-01-01",
        "July 2022",
        "2022-07-19T10:00",
        "-2022",
        "+2022",
        "2022-W29",
        "\xD9\xA2\xD9\xA0",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        Date date = {1, 2, 3};
        assert_false(date_parse(str_from_c(texts[i]), &date));
        assert_int_equal(date.year * 100 + date.month * 10 + date.day, 123);
    }
}

static void every_day_that_exists_is_read_and_written_back(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    size_t days = 0;
    for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
            Str text = str_printf(a, "2024-%02d-%02d", month, day);
            Date date;
            if (date_parse(text, &date)) {
                days++;
                assert_true(str_eq(date_iso(a, date), text));
            }
        }
    }
    assert_int_equal(days, 366);
    arena_free(a);
}

static void order_is_that_of_time(void **state)
{
    (void)state;
    static const char *const sorted[] = {
        "0001",       "1999-12-31", "2022",       "2022-01", "2022-01-01",
        "2022-01-31", "2022-02",    "2022-12-31", "2023",    "9999-12-31",
    };
    for (size_t i = 0; i < COUNT(sorted); i++) {
        for (size_t k = 0; k < COUNT(sorted); k++) {
            int order = date_cmp(date_of(sorted[i]), date_of(sorted[k]));
            assert_int_equal(order, i == k ? 0 : i < k ? -1 : 1);
        }
    }
}

static void dates_are_written_as_english_has_them(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(date_english(a, date_of("2022-07-09")), "9 July 2022");
    assert_str(date_english(a, date_of("2022-12")), "December 2022");
    assert_str(date_english(a, date_of("2022")), "2022");
    assert_str(date_iso(a, date_of("0022-01")), "0022-01");
    assert_str(date_iso(a, date_of("2022")), "2022");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_as_exact_as_they_are_written),
        cmocka_unit_test(leap_days_are_those_of_the_gregorian_calendar),
        cmocka_unit_test(what_is_no_date_is_refused_and_changes_nothing),
        cmocka_unit_test(every_day_that_exists_is_read_and_written_back),
        cmocka_unit_test(order_is_that_of_time),
        cmocka_unit_test(dates_are_written_as_english_has_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
