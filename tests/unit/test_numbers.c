#include "support.h"

#include "base/buf.h"
#include "check/numbers.h"

static int open_arena(void **state)
{
    *state = arena_create();
    return 0;
}

static int close_arena(void **state)
{
    arena_free(*state);
    return 0;
}

#define NUMBER_TEST(name)                                                      \
    cmocka_unit_test_setup_teardown((name), open_arena, close_arena)

static void show_number(struct arena *a, struct buf *b, const struct number *n)
{
    static const char *const names[] = {
        [NUMBER_PLAIN] = "plain", [NUMBER_PERCENT] = "percent",
        [NUMBER_SHARE] = "share", [NUMBER_RATE] = "rate",
        [NUMBER_MONEY] = "money", [NUMBER_AGE] = "age",
        [NUMBER_DATE] = "date",   [NUMBER_TIME] = "time",
        [NUMBER_PHONE] = "phone", [NUMBER_NAME] = "name"};
    buf_printf(b, "%s%s%s", b->n > 0 ? ", " : "", n->about ? "~" : "",
               names[n->class]);
    if (n->date.year + n->date.month > 0) {
        buf_printf(b, " %d-%d-%d", n->date.year, n->date.month, n->date.day);
    } else if (n->class != NUMBER_PHONE) {
        buf_printf(b, " %.*s", STR_ARG(decimal_text(a, n->value, 4)));
    }
    if (n->of > 0) {
        buf_printf(b, "/%.*s", STR_ARG(decimal_text(a, n->of, 4)));
    }
    if (n->end_year > 0) {
        buf_printf(b, " to %d", n->end_year);
    }
}

/* The numbers of `text`: `~share 3/10, age 16`. */
static const char *said(struct arena *a, const char *text)
{
    struct numbers all = numbers_of(a, str_copy(a, str_from_c(text)));
    struct buf b = buf_in(a);
    for (size_t i = 0; i < all.n; i++) {
        show_number(a, &b, &all.items[i]);
    }
    return str_c(a, buf_str(&b));
}

static void plain_numbers_are_digits_or_words(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "1,200 children in 3 homes, 4.1 months"),
                        "plain 1200, plain 3, plain 4.1");
    assert_string_equal(said(a, "Nine homes, twenty-five beds, ninety nine"),
                        "plain 9, plain 25, plain 99");
    assert_string_equal(said(a, "two hundred and fifty, 3 thousand, 10k"),
                        "plain 250, plain 3000, plain 10000");
    assert_string_equal(said(a, "more than 200, about 30, 1,20"),
                        "~plain 200, ~plain 30, plain 1, plain 20");
    assert_string_equal(said(a, "none at all, often, attention"), "");
}

static void percentages_shares_and_rates_are_told_apart(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "60.5% male, 39.5 % female, 7 per cent"),
                        "percent 60.5, percent 39.5, percent 7");
    assert_string_equal(said(a, "30 to 40 per cent"), "percent 30, percent 40");
    assert_string_equal(said(a, "about 3 in 10, one in three, 5 in every 100"),
                        "~share 3/10, share 1/3, share 5/100");
    assert_string_equal(said(a, "2 out of 5, half of us, two-thirds, a quarter "
                                "of you, nearly half"),
                        "share 2/5, share 1/2, share 2/3, share 1/4, ~share "
                        "1/2");
    assert_string_equal(said(a, "64.8 per 10,000, 65 children in every 10,000, "
                                "80 per 10k"),
                        "rate 64.8/10000, rate 65/10000, rate 80/10000");
    assert_string_equal(said(a, "half an hour, the third time, two and a half, "
                                "2 in 3 weeks, 8 in 2019"),
                        "plain 2, plain 2, plain 3, plain 8, date 2019-0-0");
}

static void what_readers_think_of_is_a_whole(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "Think of 10 people aged 17. About 8 worked."),
                        "name 10, age 17, ~share 8/10");
    assert_string_equal(said(a, "Think of 10,000 children. 65 of them came."),
                        "name 10000, rate 65/10000");
    assert_string_equal(said(a, "The rate per 10,000 children"), "name 10000");
}

static void dates_are_as_exact_as_they_are_said(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "19 July 2022, 1st of April, March 2022, 2022"),
                        "date 2022-7-19, date 0-4-1, date 2022-3-0, date "
                        "2022-0-0");
    assert_string_equal(said(a, "2021/22, 2022-24, 2022 – 24, 2019-2020"),
                        "date 2021-0-0 to 2022, date 2022-0-0 to 2024, date "
                        "2022-0-0 to 2024, date 2019-0-0 to 2020");
    assert_string_equal(said(a, "2022-07, 2022-07-19, 19/07/2022"),
                        "date 2022-7-0, date 2022-7-19, date 2022-7-19");
    assert_string_equal(said(a, "25 June to 1 July 2012, 25 to 29 June 2012"),
                        "date 2012-6-25, date 2012-7-1, date 2012-6-25, date "
                        "2012-6-29");
    assert_string_equal(said(a, "Each March it may come. In May 3 came."),
                        "plain 3");
}

static void money_is_in_pounds(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "£2,000, £1.5 million, £3m, 50p, 20 pounds"),
                        "money 2000, money 1500000, money 3000000, money 0.5, "
                        "money 20");
    assert_string_equal(said(a, "£5 to 10 a week"), "money 5, money 10");
}

static void ages_are_known_by_the_words_around_them(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "aged 10 to 15, 16 and over, under 10, 16yrs"),
                        "age 10, age 15, age 16, ~age 10, age 16");
    assert_string_equal(said(a, "until you turn 19, up to the age of 25"),
                        "age 19, age 25");
    assert_string_equal(said(a, "18 to 25 year olds, by your 17th birthday"),
                        "age 18, age 25, age 17");
    assert_string_equal(said(a, "You can stay after 18. It starts at 16, too."),
                        "age 18, age 16");
    assert_string_equal(said(a, "under 20 miles, after 12 weeks, at 3 homes"),
                        "~plain 20, plain 12, plain 3");
}

static void telephones_addresses_and_names_state_nothing(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "0800 1111, 116 123, 999, NHS 111, text 85258"),
                        "phone, phone, phone, phone, phone");
    assert_string_equal(said(a, "www.a.uk/2022 https://b.uk/3 (http://c.uk/4) "
                                "d5@e.uk childline.org.uk/6 1.8.2"),
                        "");
    assert_string_equal(said(a, "section 20, Year 11, Attainment 8, COVID-19"),
                        "name 20, name 11, name 8, name 19");
    assert_string_equal(said(a, "at half past six"), "name 6");
    assert_string_equal(said(a, "A4 and 24/7 and the 21st century"),
                        "name 24, name 7, name 21");
    assert_string_equal(said(a, "Children Act 1989, under section 22(3A)"),
                        "name 1989-0-0, name 22, name 3");
    assert_string_equal(said(a, "1. Ask for a mentor"), "name 1");
    assert_string_equal(said(a, "1.10 The Committee"), "name 1.1");
    struct numbers all = numbers_of(a, S("999 and 3 homes"));
    assert_false(number_states(&all.items[0]));
    assert_true(number_states(&all.items[1]));
    assert_str(number_words(&all.items[1], S("999 and 3 homes")), "3");
    assert_str(all.items[1].unit, "homes");
}

static void times_of_day_are_in_minutes(void **state)
{
    struct arena *a = *state;
    assert_string_equal(said(a, "9am to 5pm, 9.30 a.m., 10:30"),
                        "time 540, time 1020, time 570, time 630");
}

/* Whether the first number of `one` is true when that of `other` is. */
static bool agrees(struct arena *a, const char *one, const char *other)
{
    struct numbers said_first = numbers_of(a, str_from_c(one));
    struct numbers known = numbers_of(a, str_from_c(other));
    assert_true(said_first.n > 0 && known.n > 0);
    return number_agrees(&said_first.items[0], &known.items[0]);
}

static void a_share_agrees_with_what_rounds_to_it(void **state)
{
    struct arena *a = *state;
    assert_true(agrees(a, "about 3 in 10", "30.5%"));
    assert_true(agrees(a, "3 in 10", "about 30%"));
    assert_false(agrees(a, "about 4 in 10", "30.5%"));
    assert_true(agrees(a, "half of us", "50.2%"));
    assert_false(agrees(a, "half of us", "42%"));
    assert_true(agrees(a, "1 in 4", "26.2%"));
    assert_false(agrees(a, "1 in 4", "31%"));
    assert_true(agrees(a, "1 in 100", "1.2%"));
    assert_true(agrees(a, "33%", "one in three"));
    assert_false(agrees(a, "30%", "30.6%"));
    assert_true(agrees(a, "31%", "30.6%"));
    assert_false(agrees(a, "65%", "65 per 10,000"));
    assert_false(agrees(a, "65 children", "65%"));
}

static void a_number_agrees_with_what_rounds_to_it(void **state)
{
    struct arena *a = *state;
    assert_true(agrees(a, "65", "64.8 per 10,000"));
    assert_false(agrees(a, "66", "64.8 per 10,000"));
    assert_true(agrees(a, "about 300 children", "294 children"));
    assert_false(agrees(a, "300 children", "294 children"));
    assert_false(agrees(a, "about 300 children", "260 children"));
    assert_false(agrees(a, "295 children", "294 children"));
    assert_true(agrees(a, "over a million pounds", "£1.2 million"));
    assert_false(agrees(a, "over a million pounds", "£1.6 million"));
    assert_false(agrees(a, "over a million pounds", "£900,000"));
    assert_true(agrees(a, "£2,000", "£2,000"));
    assert_false(agrees(a, "£2,000", "2,000 children"));
    assert_true(agrees(a, "until you turn 25", "up to the age of 25"));
    assert_false(agrees(a, "9am", "9 homes"));
}

static void a_date_agrees_with_one_that_is_more_exact(void **state)
{
    struct arena *a = *state;
    assert_true(agrees(a, "March 2022", "31 March 2022"));
    assert_false(agrees(a, "31 March 2022", "March 2022"));
    assert_true(agrees(a, "31 March", "31 March 2022"));
    assert_false(agrees(a, "2021", "31 March"));
    assert_true(agrees(a, "2017", "Act 2017"));
    assert_false(agrees(a, "2018", "Act 2017"));
    assert_false(agrees(a, "2018", "section 20"));
    assert_true(agrees(a, "2022", "2021/22"));
    assert_false(agrees(a, "2021/22", "2022"));
    struct numbers month = numbers_of(a, S("March 2022"));
    struct numbers year = numbers_of(a, S("2021/22"));
    assert_false(number_agrees(&month.items[0], &year.items[0]));
    assert_true(number_ends_year(&month.items[0], &year.items[0]));
}

static void the_nearest_number_is_of_the_same_kind(void **state)
{
    struct arena *a = *state;
    struct numbers all = numbers_of(a, S("294 children, 300, 40%, 999"));
    assert_true(number_distance(&all.items[0], &all.items[1]) > 0);
    assert_true(number_distance(&all.items[0], &all.items[2]) < 0);
    assert_true(number_distance(&all.items[0], &all.items[3]) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NUMBER_TEST(plain_numbers_are_digits_or_words),
        NUMBER_TEST(percentages_shares_and_rates_are_told_apart),
        NUMBER_TEST(what_readers_think_of_is_a_whole),
        NUMBER_TEST(dates_are_as_exact_as_they_are_said),
        NUMBER_TEST(money_is_in_pounds),
        NUMBER_TEST(ages_are_known_by_the_words_around_them),
        NUMBER_TEST(telephones_addresses_and_names_state_nothing),
        NUMBER_TEST(times_of_day_are_in_minutes),
        NUMBER_TEST(a_share_agrees_with_what_rounds_to_it),
        NUMBER_TEST(a_number_agrees_with_what_rounds_to_it),
        NUMBER_TEST(a_date_agrees_with_one_that_is_more_exact),
        NUMBER_TEST(the_nearest_number_is_of_the_same_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
