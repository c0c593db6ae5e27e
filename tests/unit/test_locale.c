#include "support.h"

#include "base/locale.h"

static void languages_know_their_name_and_direction(void **state)
{
    static const struct {
        const char *code, *name, *english, *script;
        bool rtl;
    } cases[] = {
        {"en", "English", "English", "Latn", false},
        {"cy", "Cymraeg", "Welsh", "Latn", false},
        {"ar", "العربية", "Arabic", "Arab", true},
        {"ps", "پښتو", "Pashto", "Arab", true},
        {"prs", "دری", "Dari", "Arab", true},
        {"ti", "ትግርኛ", "Tigrinya", "Ethi", false},
        {"vi", "Tiếng Việt", "Vietnamese", "Latn", false},
        {"sq", "Shqip", "Albanian", "Latn", false},
    };
    struct arena *a = arena_create();
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str code = str_from_c(cases[i].code);
        assert_true(locale_knows(code));
        assert_str(locale_code(i), cases[i].code);
        const struct locale *l = locale_of(a, code);
        assert_str(l->name, cases[i].name);
        assert_str(l->english, cases[i].english);
        assert_str(l->script, cases[i].script);
        assert_int_equal(l->rtl, cases[i].rtl);
    }
    assert_int_equal(locale_code(COUNT(cases)).n, 0);
    assert_false(locale_knows(S("xx")));
    assert_false(locale_knows(S("")));
    arena_free(a);
}

static void dates_are_written_as_the_language_writes_them(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    const struct locale *en = locale_of(a, S("en"));
    const struct locale *cy = locale_of(a, S("cy"));
    const struct locale *ar = locale_of(a, S("ar"));
    assert_str(locale_date(a, en, 2022, 7, 9), "9 July 2022");
    assert_str(locale_date(a, en, 2022, 7, 0), "July 2022");
    assert_str(locale_date(a, en, 2022, 0, 0), "2022");
    assert_str(locale_date(a, en, 2028, 1, 28), "28 January 2028");
    assert_str(locale_date(a, cy, 2022, 7, 19), "19 Gorffennaf 2022");
    assert_str(locale_date(a, cy, 2022, 5, 0), "Mai 2022");
    assert_str(locale_date(a, ar, 2022, 7, 19), "19 يوليو 2022");
    arena_free(a);
}

/* Of the Gregorian calendar, and with the digits that people type. */
static void no_date_has_other_digits_or_years(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    for (size_t i = 0; locale_code(i).n > 0; i++) {
        const struct locale *l = locale_of(a, locale_code(i));
        for (int month = 1; month <= MONTHS; month++) {
            Str date = locale_date(a, l, 2024, month, 17);
            assert_true(str_find(date, S("2024")) < date.n);
            assert_true(str_find(date, S("17")) < date.n);
            assert_true(str_find_byte(date, '{') == date.n);
            Str name = l->names[month - 1];
            assert_true(name.n > 0 && str_find_byte(name, '{') == name.n);
        }
    }
    arena_free(a);
}

static void numbers_have_the_signs_of_the_language(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    const struct locale *en = locale_of(a, S("en"));
    assert_str(locale_number(a, en, S("8750")), "8,750");
    assert_str(locale_number(a, en, S("-1234567.8")), "\u22121,234,567.8");
    assert_str(locale_number(a, locale_of(a, S("vi")), S("1234.5")), "1.234,5");
    assert_str(locale_number(a, locale_of(a, S("ar")), S("1234.5")), "1,234.5");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_know_their_name_and_direction),
        cmocka_unit_test(dates_are_written_as_the_language_writes_them),
        cmocka_unit_test(no_date_has_other_digits_or_years),
        cmocka_unit_test(numbers_have_the_signs_of_the_language),
    };
    return cmocka_run_group_tests_name("locale", tests, NULL, NULL);
}
