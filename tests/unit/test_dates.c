#include "checks.h"

#include "check/dates.h"

#define NEW_YEAR_2024 ((Date){2024, 1, 1})

static void months_are_whole_ones(void **state)
{
    (void)state;
    assert_int_equal(dates_months((Date){2022, 3, 0}, (Date){2022, 7, 19}), 4);
    assert_int_equal(dates_months((Date){2022, 3, 20}, (Date){2022, 7, 19}), 3);
    assert_int_equal(dates_months((Date){2022, 3, 19}, (Date){2022, 7, 19}), 4);
    assert_int_equal(dates_months((Date){2022, 7, 0}, (Date){2022, 3, 0}), -4);
    /* a year alone is taken for its nearest month */
    assert_int_equal(dates_months((Date){2020, 0, 0}, (Date){2022, 0, 0}), 13);
    assert_int_equal(dates_months((Date){2020, 1, 0}, (Date){0}), 0);
}

static void a_date_has_passed_when_it_is_sure(void **state)
{
    (void)state;
    assert_true(dates_passed((Date){2022, 7, 18}, (Date){2022, 7, 19}));
    assert_false(dates_passed((Date){2022, 7, 19}, (Date){2022, 7, 19}));
    assert_false(dates_passed((Date){2022, 7, 0}, (Date){2022, 7, 19}));
    assert_true(dates_passed((Date){2022, 6, 0}, (Date){2022, 7, 19}));
    assert_false(dates_passed((Date){2022, 0, 0}, (Date){2022, 7, 19}));
    assert_true(dates_passed((Date){2021, 0, 0}, (Date){2022, 7, 19}));
    assert_false(dates_passed((Date){2021, 0, 0}, (Date){0}));
    assert_false(dates_passed((Date){0}, (Date){2022, 7, 19}));
}

static void seconds_are_days_in_the_calendar(void **state)
{
    (void)state;
    static const struct {
        long long seconds;
        Date date;
    } days[] = {
        {0, {1970, 1, 1}},
        {86399, {1970, 1, 1}},
        {86400, {1970, 1, 2}},
        {951782400, {2000, 2, 29}},
        {1704110400, {2024, 1, 1}},
        {1709164800, {2024, 2, 29}},
        {1735689599, {2024, 12, 31}},
        {253402300799, {9999, 12, 31}},
    };
    for (size_t i = 0; i < COUNT(days); i++) {
        Date date = date_of_seconds(days[i].seconds);
        assert_int_equal(date_cmp(date, days[i].date), 0);
    }
}

/* A chapter with this front matter, on a certain day. */
static const char *on(struct world *w, Date today, const char *settings,
                      const char *front)
{
    world_again(w);
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/publication.yaml", settings);
    put("in/one.md",
        str_c(w->arena,
              str_printf(w->arena, "---\ntitle: T\n%s---\nText.\n", front)));
    run_rule_on(w, check_dates, today);
    return findings(w);
}

static void a_publication_has_a_date_of_its_own(void **state)
{
    struct world *w = *state;
    static const struct {
        const char *settings;
        int month;
    } all[] = {
        {"approved: {by: C, on: 2022-01}\nperiod: {from: 2022-02}\n", 1},
        {"period: {from: 2022-02}\nreview: 2022-03\n", 2},
        {"review: 2022-03\n", 3},
        {"", 0},
    };
    for (size_t i = 0; i < COUNT(all); i++) {
        Str settings = str_printf(w->arena, ESSEX "%s", all[i].settings);
        struct publication *p =
            load_one(w, str_c(w->arena, settings), "# T\n\nText.\n");
        assert_int_equal(dates_of_publication(p).month, all[i].month);
    }
}

#define REVIEWS                                                                \
    "promises:\n"                                                              \
    "  - {id: a, title: A, text: A., review: 2023-12}\n"                       \
    "  - {id: b, title: B, text: B., review: 2024-01}\n"

static void a_review_is_not_missed(void **state)
{
    struct world *w = *state;
    assert_string_equal(on(w, NEW_YEAR_2024, ESSEX, REVIEWS),
                        "one.md:4:41: this promise was to be looked at again "
                        "by December 2023, and today is 1 January 2024 "
                        "[review-passed]\n");
    assert_string_equal(
        on(w, NEW_YEAR_2024, ESSEX "review: 2023-12-31\n", REVIEWS),
        "publication.yaml:4:9: this publication was to be "
        "looked at again by 31 December 2023, and today is 1 "
        "January 2024 [review-passed]\n");
    assert_string_equal(on(w, NEW_YEAR_2024,
                           ESSEX "review: 2023-12-31\nstatus: superseded\n",
                           REVIEWS),
                        "");
    assert_string_equal(on(w, (Date){0}, ESSEX "review: 1999\n", REVIEWS), "");
}

static void a_meeting_that_was_has_an_outcome(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        on(w, NEW_YEAR_2024, ESSEX,
           "meetings:\n"
           "  - {id: a, body: B, date: 2023-12-31}\n"
           "  - {id: b, body: B, date: 2024-01-01}\n"
           "  - {id: c, body: B, date: 2022, outcome: Agreed.}\n"),
        "one.md:4:28: nothing says what came of this meeting, and today is 1 "
        "January 2024 [meeting-passed-unmarked]\n");
}

static void a_contact_is_checked_each_year(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/contacts.yaml", "- {id: a, name: A, checked-on: 2022-12-31}\n"
                            "- {id: b, name: B, checked-on: 2022-11-30}\n"
                            "- {id: c, name: C}\n");
    assert_string_equal(on(w, NEW_YEAR_2024, ESSEX, ""),
                        "contacts.yaml:2:32: this contact was last checked 13 "
                        "months before 1 January 2024 [contact-unchecked]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_whole_ones),
        cmocka_unit_test(a_date_has_passed_when_it_is_sure),
        cmocka_unit_test(seconds_are_days_in_the_calendar),
        WORLD_TEST(a_publication_has_a_date_of_its_own),
        WORLD_TEST(a_review_is_not_missed),
        WORLD_TEST(a_meeting_that_was_has_an_outcome),
        WORLD_TEST(a_contact_is_checked_each_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
