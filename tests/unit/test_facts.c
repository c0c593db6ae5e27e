#include "checks.h"

#include "check/facts.h"
#include "check/facts_sums.h"

/* A section in both voices. */
static const char *in_both(struct world *w, const char *formal,
                           const char *young)
{
    Str text = str_printf(w->arena, "%s\n\n::: young\n%s\n:::", formal, young);
    return find_in(w, STRICT, str_c(w->arena, text), check_facts);
}

static const char *in_formal(struct world *w, const char *text)
{
    return find_in(w, ESSEX, text, check_facts);
}

static void a_number_of_one_voice_is_in_the_other(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        in_both(w, "We look after 294 children.", "There are 294 of you."), "");
    assert_string_equal(
        in_both(w, "We look after 294 children.", "There are 298 of you."),
        "one.md:6:11: the young text says '298', and the "
        "formal text of this section does not "
        "[figure-mismatch]\n");
    assert_true(reported(w, "help: the nearest there is '294 children', on "
                            "line 3\n"));
    /* what the formal text says besides is for the young one to leave out */
    assert_string_equal(in_both(w, "We look after 294 children in 12 homes.",
                                "We look after you."),
                        "");
}

static void a_spoken_share_is_what_a_percentage_rounds_to(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        in_both(w, "30.5% were under 10.", "About 3 in 10 were under 10."), "");
    assert_string_equal(
        in_both(w, "There were 25 boys in 50 homes.", "Half of us."), "");
    assert_string_equal(
        in_both(w, "41.2% were under 10.", "About 3 in 10 were under 10."),
        "one.md:6:7: the young text says '3 in 10', and the "
        "formal text of this section does not "
        "[figure-mismatch]\n");
}

static void a_time_is_as_long_in_other_units(void **state)
{
    struct world *w = *state;
    assert_string_equal(in_both(w, "Within 20 working days.", "In 4 weeks."),
                        "");
    assert_string_equal(in_both(w, "Within 24 months.", "In two years."), "");
    assert_string_equal(in_both(w, "In the first week.", "In 1 week."), "");
    assert_string_equal(in_both(w, "It meets quarterly.", "4 times a year."),
                        "");
    assert_string_equal(in_both(w, "Within 10 working days.", "In 3 weeks."),
                        "one.md:6:4: the young text says '3 weeks', and the "
                        "formal text of this section does not "
                        "[figure-mismatch]\n");
    assert_true(reported(w, "help: the nearest there is '10 working days', on "
                            "line 3\n"));
}

static void what_a_text_lists_in_words_is_no_figure(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        in_both(w, "We listen and act.", "We do two things: listen, and act."),
        "");
    assert_string_equal(in_both(w, "£1.2 million was spent.",
                                "We spent over a million pounds."),
                        "");
}

static void what_is_listed_can_be_counted(void **state)
{
    struct world *w = *state;
    assert_string_equal(in_both(w, "We offer:\n\n- a home\n- a bed\n- a key",
                                "We give you three things."),
                        "");
    assert_string_equal(in_both(w, "We do both.", "We do two things."), "");
    assert_string_equal(in_both(w, "From 293 to 298.", "That is 5 more."), "");
    assert_string_equal(in_both(w, "No one is left out.", "Just one of you."),
                        "");
    assert_string_equal(in_both(w, "Every year.", "Within 12 months."), "");
    assert_string_equal(
        in_both(w, "Act 1989, 2021/22.", "In 1989, and up to March 2022."), "");
    assert_string_equal(in_both(w, "We have homes.",
                                "Ring 0800 1111. See "
                                "<https://a.uk/5>."),
                        "");
}

static void a_section_speaks_for_those_that_it_covers(void **state)
{
    struct world *w = *state;
    const char *text = "## A\n\nFormal.\n\n::: young\nThere are 7 homes.\n:::"
                       "\n\n### B\n\nThere are 7 homes.\n\n## C\n\nThere are "
                       "8.\n\n::: young\nThere are 7.\n:::";
    assert_string_equal(find_in(w, STRICT, text, check_facts),
                        "one.md:20:11: the young text says '7', and the formal "
                        "text of this section does not [figure-mismatch]\n");
}

static void figures_and_records_are_known(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/figures.yaml", "- {id: homes, title: Homes, unit: homes, source: "
                           "Us, points: {2021: 11, 2022: 12}}\n");
    assert_string_equal(in_both(w, "We have {{ figure homes 2022 }} homes.",
                                "We have 12 homes."),
                        "");
    assert_string_equal(in_both(w, "We have {{ figure homes 2022 }} homes.",
                                "We have 11 homes."),
                        "one.md:6:9: the young text says '11 homes', and the "
                        "formal text of this section does not "
                        "[figure-mismatch]\n");
    assert_true(reported(w, "to have the same number in both voices write {{ "
                            "figure homes 2022 }}"));
    assert_string_equal(
        in_both(w, "See:\n\n{{ chart homes }}", "There were 11 homes in 2021."),
        "");
}

/* A chapter with one offer, which has these fields besides. */
static const char *offer(struct world *w, const char *fields)
{
    world_again(w);
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/publication.yaml", STRICT);
    put("in/one.md",
        str_c(w->arena, str_printf(w->arena,
                                   "---\ntitle: T\noffers:\n  - id: o\n    "
                                   "title: T\n    category: health\n%s---\n",
                                   fields)));
    run_rule(w, check_facts);
    return findings(w);
}

static void what_an_offer_says_is_in_both_voices(void **state)
{
    struct world *w = *state;
    assert_string_equal(offer(w, "    text: {formal: Until 25., young: Ask "
                                 "us.}\n"),
                        "one.md:7:26: the formal text says '25', and the young "
                        "text of this offer does not [figure-mismatch]\n");
    assert_string_equal(offer(w, "    text: {formal: Until 25., young: Ask "
                                 "us.}\n    age: {to: 25}\n"),
                        "");
    assert_string_equal(offer(w, "    text: {formal: Up to £20 in 2022., "
                                 "young: Ask us.}\n"),
                        "one.md:7:26: the formal text says '£20', and the "
                        "young text of this offer does not "
                        "[figure-mismatch]\n"
                        "one.md:7:33: the formal text says '2022', and the "
                        "young text of this offer does not "
                        "[figure-mismatch]\n");
    /* one change is one finding */
    assert_string_equal(offer(w, "    text: {formal: In 6 weeks., young: In 8 "
                                 "weeks.}\n"),
                        "one.md:7:43: the young text says '8 weeks', and the "
                        "formal text of this offer does not "
                        "[figure-mismatch]\n");
    assert_string_equal(offer(w, "    text: {formal: We have 9 homes under the "
                                 "Children Act 1989., young: Ask us.}\n"),
                        "");
}

static void a_rate_is_not_compared_with_a_percentage(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        in_formal(w, "A rate of 64.8 per 10k compared to 65% elsewhere."),
        "one.md:3:36: '65%' is a percentage, and '64.8 per 10k' is a rate: "
        "they cannot be compared [unit-mismatch]\n");
    assert_string_equal(in_formal(w, "A rate of 64.8 per 10,000. Boys were "
                                     "60%, and more than girls."),
                        "");
    assert_string_equal(in_formal(w, "It fell by 15% to 68 per 10,000, which "
                                     "is below average."),
                        "");
    assert_string_equal(
        in_formal(w, "| Rate per 10,000 | Here | England |\n| --- | --- | --- "
                     "|\n| In 2022, per 10,000 | 64.8 | 67% |"),
        "one.md:5:32: '67%' is a percentage, and 'In 2022, per 10,000' is a "
        "rate: they cannot be compared [unit-mismatch]\n");
    assert_string_equal(in_formal(w, "| Where | Rate per 10,000 | Boys |\n| "
                                     "--- | --- | --- |\n| Here | 64.8 | 60% "
                                     "|"),
                        "");
}

static void parts_add_up_beyond_rounding(void **state)
{
    struct world *w = *state;
    assert_string_equal(in_formal(w, "So 30.5% came, 41.2% stayed and 28.2% "
                                     "left."),
                        "");
    assert_string_equal(in_formal(w, "So 30.5% came, 41.2% stayed and 26.2% "
                                     "left."),
                        "one.md:3:4: these 3 percentages add up to 97.9, and "
                        "not to 100 [sum-mismatch]\n");
    assert_string_equal(in_formal(w, "It rose from 30% to 34% and then 35%."),
                        "");
    assert_string_equal(in_formal(w, "60% boys, 40% girls and 8% at school."),
                        "");
    assert_string_equal(
        in_formal(w, "| Age | Share (%) |\n| --- | --- |\n| Young | 30 |\n| "
                     "Old | 40 |\n| Older | 35 |"),
        "one.md:5:11: these 3 percentages add up to 105, and not to 100 "
        "[sum-mismatch]\n");
    assert_string_equal(
        in_formal(w, "| Year | Share (%) |\n| --- | --- |\n| 2020 | 30 |\n| "
                     "2021 | 40 |\n| 2022 | 35 |"),
        "");
    assert_string_equal(in_formal(w, "- 50% here\n- 30% there\n- 25% far"),
                        "one.md:3:3: these 3 percentages add up to 105, and "
                        "not to 100 [sum-mismatch]\n");
}

static void a_total_is_the_sum_of_what_stands_above_it(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        in_formal(w, "| Age | Children | Late |\n| --- | --- | --- |\n| Young "
                     "| 100 | 80% |\n| Old | 20 | 90% |\n| Total | 121 | 85% "
                     "|"),
        "one.md:7:11: the total is '121', and the numbers above it add up to "
        "120 [sum-mismatch]\n");
    assert_string_equal(
        in_formal(w, "| Age | Average |\n| --- | --- |\n| Young | 8 |\n| Old | "
                     "9 |\n| Total | 9 |"),
        "");
}

static void some_sums_are_of_something_else(void **state)
{
    struct world *w = *state;
    struct sum two = {0}, wholes = {0}, far = {0};
    sum_add(w->arena, &two, 60 * DECIMAL_ONE, 0);
    sum_add(w->arena, &two, 39 * DECIMAL_ONE, 0);
    assert_false(sum_is_off(&two));
    for (int i = 0; i < 4; i++) {
        sum_add(w->arena, &wholes, (i < 2 ? 50 : 4) * DECIMAL_ONE, 0);
        sum_add(w->arena, &far, 20 * DECIMAL_ONE, 0);
    }
    assert_false(sum_is_off(&wholes));
    assert_false(sum_is_off(&far));
}

static void a_figure_is_not_much_older_than_the_publication(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/figures.yaml",
        "- {id: homes, title: Homes, unit: homes, source: Us, as-at: 2020-03, "
        "points: {2020: 12}}\n"
        "- {id: ages, title: Ages, unit: percent, source: Us, points: {a: "
        "50, b: 30, c: 25}}\n");
    const char *sum = "figures.yaml:2:66: these 3 percentages add up to 105, "
                      "and not to 100 [sum-mismatch]\n";
    assert_string_equal(
        find_in(w, ESSEX "period: {from: 2022-03}\n", "Text.", check_facts),
        sum);
    assert_true(strstr(find_in(w, ESSEX "period: {from: 2022-04}\n", "Text.",
                               check_facts),
                       "figures.yaml:1:61: this figure is 25 months older than "
                       "the publication, which is of April 2022 "
                       "[stale-figure]\n") != NULL);
    assert_string_equal(find_in(w,
                                ESSEX "period: {from: 2022-04}\nstale-after: "
                                      "25\n",
                                "Text.", check_facts),
                        sum);
    assert_string_equal(find_in(w, ESSEX, "Text.", check_facts), sum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_number_of_one_voice_is_in_the_other),
        WORLD_TEST(a_spoken_share_is_what_a_percentage_rounds_to),
        WORLD_TEST(a_time_is_as_long_in_other_units),
        WORLD_TEST(what_a_text_lists_in_words_is_no_figure),
        WORLD_TEST(what_is_listed_can_be_counted),
        WORLD_TEST(a_section_speaks_for_those_that_it_covers),
        WORLD_TEST(figures_and_records_are_known),
        WORLD_TEST(what_an_offer_says_is_in_both_voices),
        WORLD_TEST(a_rate_is_not_compared_with_a_percentage),
        WORLD_TEST(parts_add_up_beyond_rounding),
        WORLD_TEST(a_total_is_the_sum_of_what_stands_above_it),
        WORLD_TEST(some_sums_are_of_something_else),
        WORLD_TEST(a_figure_is_not_much_older_than_the_publication),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
