#include "edition/spoken.h"

#include "support.h"

static Decimal number(const char *text)
{
    Decimal n = 0;
    assert_true(decimal_parse(str_from_c(text), &n));
    return n;
}

static void units_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *unit;
        enum unit_kind kind;
        const char *of;
    } cases[] = {
        {"children", UNIT_COUNT, ""},
        {"percent", UNIT_PERCENT, ""},
        {"per cent of children", UNIT_PERCENT, ""},
        {"%", UNIT_PERCENT, ""},
        {"per 10,000", UNIT_RATE, "10,000"},
        {"children per 1,000 young people", UNIT_RATE, "1,000 young people"},
        {"£", UNIT_MONEY, ""},
        {"pounds", UNIT_MONEY, ""},
        {"persons", UNIT_COUNT, ""},
        {"", UNIT_COUNT, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Unit unit = spoken_unit(str_from_c(cases[i].unit));
        assert_int_equal(unit.kind, cases[i].kind);
        assert_str(unit.of, cases[i].of);
    }
}

static void values_have_groups_and_signs(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(locale_number(a, locale_of(a, S("en")), S("8750")), "8,750");
    assert_str(locale_number(a, locale_of(a, S("en")), S("1234567.8")),
               "1,234,567.8");
    assert_str(locale_number(a, locale_of(a, S("en")), S("-1234")),
               "\xE2\x88\x92"
               "1,234");
    assert_str(spoken_value(a, locale_of(a, S("en")), spoken_unit(S("percent")),
                            S("60.5")),
               "60.5%");
    assert_str(spoken_value(a, locale_of(a, S("en")), spoken_unit(S("£")),
                            S("1250000")),
               "£1,250,000");
    assert_str(
        spoken_value(a, locale_of(a, S("en")), spoken_unit(S("£")), S("-50")),
        "\xE2\x88\x92"
        "£50");
    assert_str(spoken_value(a, locale_of(a, S("en")),
                            spoken_unit(S("families")), S("3")),
               "3");
    arena_free(a);
}

struct change {
    const char *unit;
    const char *from;
    const char *to;
    const char *full;
    const char *plain;
};

static const struct change changes[] = {
    {"children", "30", "21", "30% fewer", "9 fewer"},
    {"children", "34", "21", "38% fewer", "13 fewer"},
    {"children", "420", "400", "5% fewer", "20 fewer"},
    {"children", "293", "298", "2% more", "5 more"},
    {"children", "8750", "10000", "14% more", "1,250 more"},
    {"children", "294", "294", "the same", "the same"},
    {"children", "200", "201", "0.5% more", "1 more"},
    {"children", "200", "201.92", "1% more", "1.92 more"},
    {"children", "10000", "10001", "less than 0.1% more", "1 more"},
    {"children", "8", "9", "13% more", "1 more"}, /* 12.5 */
    {"children", "10", "40", "300% more", "30 more"},
    {"children", "30", "0", "100% fewer", "30 fewer"},
    {"children", "1000", "3", "99.7% fewer", "997 fewer"},
    {"children", "100000", "3", "more than 99.9% fewer", "99,997 fewer"},
    {"children", "0", "5", "5 more", "5 more"},
    {"families", "-8", "5", "13 more", "13 more"},
    {"families", "5", "-8", "13 fewer", "13 fewer"},
    {"months", "4.1", "2.4", "41% fewer", "1.7 fewer"},
    {"£", "1000", "750", "25% less", "£250 less"},
    {"per 10,000", "80", "68.1", "15% lower", "about 12 fewer in every 10,000"},
    {"per 10,000", "64.8", "65", "0.3% higher", "almost the same"},
    {"visits per child", "4", "6", "50% higher", "2 more for every child"},
    {"percent", "64", "68", "4 percentage points higher",
     "4 more in every 100"},
    {"percent", "12.4", "11.2", "1.2 percentage points lower",
     "about 1 fewer in every 100"},
    {"percent", "7", "8", "1 percentage point higher", "1 more in every 100"},
    {"percent", "7", "7.04", "less than 0.1 percentage points higher",
     "almost the same"},
    {"percent", "0", "8", "8 percentage points higher", "8 more in every 100"},
    {"x", "0.0001", "99999999999", "99,999,999,998,999,900% more",
     "99,999,999,998.9999 more"},
};

static void a_change_is_said_in_full_and_plainly(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(changes); i++) {
        const struct change *c = &changes[i];
        Unit unit = spoken_unit(str_from_c(c->unit));
        Decimal from = number(c->from), to = number(c->to);
        assert_str(
            spoken_change(a, locale_of(a, S("en")), unit, from, to, false),
            c->full);
        assert_str(
            spoken_change(a, locale_of(a, S("en")), unit, from, to, true),
            c->plain);
    }
    arena_free(a);
}

struct share {
    const char *part;
    const char *whole;
    const char *full;
    const char *plain;
};

static const struct share shares[] = {
    {"24", "294", "8.2%", "about 1 in 12"}, /* printed elsewhere as 8.1% */
    {"27", "294", "9.2%", "about 1 in 11"},
    {"160", "400", "40%", "4 in 10"},
    {"240", "400", "60%", "6 in 10"},
    {"120", "400", "30%", "3 in 10"},
    {"121", "400", "30.3%", "about 3 in 10"},
    {"40", "400", "10%", "1 in 10"},
    {"80", "400", "20%", "1 in 5"},
    {"198", "220", "90%", "9 in 10"},
    {"100", "300", "33.3%", "1 in 3"},
    {"77", "294", "26.2%", "about 1 in 4"},
    {"200", "400", "50%", "half"},
    {"201", "400", "50.3%", "about half"},
    {"190", "400", "47.5%", "nearly half"},
    {"210", "400", "52.5%", "just over half"},
    {"395", "400", "98.8%", "nearly all"},
    {"380", "400", "95%", "about 9 in 10"},
    {"400", "400", "100%", "all"},
    {"0", "400", "0%", "none"},
    {"1", "10000", "less than 0.1%", "fewer than 1 in 1,000"},
    {"0.1", "400", "less than 0.1%", "fewer than 1 in 1,000"},
    {"2", "2000", "0.1%", "1 in 1,000"},
    {"99999", "100000", "more than 99.9%", "nearly all"},
    {"5", "100", "5%", "1 in 20"},
    {"1", "22", "4.5%", "about 1 in 20"},
    {"30.5", "100", "30.5%", "about 3 in 10"},
    {"33333333333", "99999999999", "33.3%", "1 in 3"},
};

static void a_share_is_said_in_full_and_plainly(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(shares); i++) {
        const struct share *s = &shares[i];
        Decimal part = number(s->part), whole = number(s->whole);
        assert_str(spoken_share(a, locale_of(a, S("en")), part, whole, false),
                   s->full);
        assert_str(spoken_share(a, locale_of(a, S("en")), part, whole, true),
                   s->plain);
    }
    arena_free(a);
}

/* The words of a plain share as the number that a reader takes them for. */
static double taken_for(Str said)
{
    int of = 0, in = 0;
    struct arena *a = arena_create();
    const char *text = str_c(a, said);
    const char *digits = strpbrk(text, "0123456789");
    double value = strstr(text, "half") != NULL  ? 0.5
                   : strcmp(text, "none") == 0   ? 0
                   : strstr(text, "all") != NULL ? 1
                                                 : -1;
    if (value < 0 && strstr(text, "1,000") != NULL) {
        value = 0.001;
    } else if (value < 0) {
        assert_non_null(digits);
        assert_int_equal(sscanf(digits, "%d in %d", &of, &in), 2);
        value = (double)of / in;
    }
    arena_free(a);
    return value;
}

static void a_plain_share_is_never_far_from_the_truth(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    for (int n = 0; n <= 1000; n++) {
        double said =
            taken_for(spoken_share(a, locale_of(a, S("en")), n * DECIMAL_ONE,
                                   1000 * DECIMAL_ONE, true));
        double away = said - n / 1000.0;
        assert_true(away <= 0.0501 && away >= -0.0501);
    }
    arena_free(a);
}

static void names_are_said_as_people_say_them(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *said;
        const char *short_name;
        enum time_kind time;
    } cases[] = {
        {"foster-carers", "foster carers", "foster carers", TIME_NONE},
        {"5-to-9", "5 to 9", "5 to 9", TIME_NONE},
        {"under-5", "under 5", "under 5", TIME_NONE},
        {"16-and-over", "16 and over", "16 and over", TIME_NONE},
        {"A-level", "A-level", "A-level", TIME_NONE},
        {"one-parent family", "one-parent family", "one-parent family",
         TIME_NONE},
        {"2022", "2022", "2022", TIME_YEAR},
        {"2019-20", "2019-20", "2019-20", TIME_YEAR},
        {"2019/20", "2019/20", "2019/20", TIME_YEAR},
        {"1999-2000", "1999-2000", "1999-2000", TIME_YEAR},
        {"1999-00", "1999-00", "1999-00", TIME_YEAR},
        {"2011-12", "2011-12", "2011-12", TIME_YEAR},
        {"2019-08", "August 2019", "Aug 2019", TIME_DATE},
        {"2022-03-31", "31 March 2022", "31 Mar 2022", TIME_DATE},
        {"Apr", "April", "Apr", TIME_MONTH},
        {"sept", "September", "Sept", TIME_MONTH},
        {"May", "May", "May", TIME_MONTH},
        {"2019-21", "2019-21", "2019-21", TIME_NONE},
        {"undated", "undated", "undated", TIME_NONE},
        {"", "", "", TIME_NONE},
    };
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str name = str_from_c(cases[i].name);
        assert_str(spoken_name(a, locale_of(a, S("en")), name), cases[i].said);
        assert_str(spoken_short_name(a, locale_of(a, S("en")), name),
                   cases[i].short_name);
        assert_int_equal(spoken_time(name), cases[i].time);
    }
    assert_str(spoken_capital(a, S("foster carers")), "Foster carers");
    assert_str(spoken_capital(a, S("écoles")), "écoles");
    assert_str(spoken_capital(a, S("")), "");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_are_told_apart),
        cmocka_unit_test(values_have_groups_and_signs),
        cmocka_unit_test(a_change_is_said_in_full_and_plainly),
        cmocka_unit_test(a_share_is_said_in_full_and_plainly),
        cmocka_unit_test(a_plain_share_is_never_far_from_the_truth),
        cmocka_unit_test(names_are_said_as_people_say_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
