#include "checks.h"

#include "check/offers.h"

#define NEW_YEAR_2024 ((Date){2024, 1, 1})
#define GOOD                                                                   \
    "    title: T\n    category: health\n    who: [in-care]\n    needs: "      \
    "[teeth]\n    how: Ask.\n"

/* A chapter with these offers and this body. */
static const char *offers_on(struct world *w, Date today, const char *settings,
                             const char *offers, const char *body)
{
    world_again(w);
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/publication.yaml", settings);
    put("in/one.md",
        str_c(w->arena,
              str_printf(w->arena, "---\ntitle: T\noffers:\n%s---\n%s\n",
                         offers, body)));
    run_rule_on(w, check_offers, today);
    return findings(w);
}

static const char *offers(struct world *w, const char *text)
{
    return offers_on(w, (Date){0}, ESSEX, text, "Text.");
}

static void a_whole_offer_is_fine(void **state)
{
    assert_string_equal(offers(*state, "  - id: a\n" GOOD), "");
}

static void an_offer_says_how_to_ask(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/contacts.yaml", "- {id: team, name: Team}\n");
    const char *start = "  - id: a\n    title: T\n    category: health\n    "
                        "who: [in-care]\n    needs: [teeth]\n";
    static const char *const ways[] = {"    how: Ask.\n", "    contact: team\n",
                                       "    url: https://a.uk\n"};
    for (size_t i = 0; i < COUNT(ways); i++) {
        Str text = str_printf(w->arena, "%s%s", start, ways[i]);
        assert_string_equal(offers(w, str_c(w->arena, text)), "");
    }
    assert_string_equal(offers(w, start),
                        "one.md:4:9: this offer does not say how to ask for it "
                        "[no-way-to-ask]\n");
}

static void an_offer_says_for_whom_it_is(void **state)
{
    struct world *w = *state;
    assert_string_equal(offers(w, "  - {id: a, title: T, category: health, "
                                  "needs: [teeth], how: Ask.}\n"),
                        "one.md:4:10: this offer does not say for whom it is "
                        "[offer-incomplete]\n");
    assert_string_equal(offers(w, "  - {id: a, title: T, category: health, "
                                  "needs: [teeth], how: Ask., age: {to: 18}}"
                                  "\n"),
                        "");
}

static void an_offer_can_be_found(void **state)
{
    struct world *w = *state;
    const char *offer = "  - {id: a, title: T, category: health, who: "
                        "[in-care], how: Ask.}\n";
    assert_string_equal(offers(w, offer),
                        "one.md:4:10: nothing leads somebody to this offer who "
                        "needs it [offer-unfindable]\n");
    assert_string_equal(offers_on(w, (Date){0}, ESSEX, offer,
                                  "## Health\n\n{{ offers category=health }}"),
                        "");
    put("in/law.yaml", "categories:\n  - {id: health, title: Health}\n");
    assert_string_equal(offers(w, offer), "");
}

static void a_sum_has_its_date(void **state)
{
    struct world *w = *state;
    assert_string_equal(offers(w, "  - id: a\n    text: We pay £20.\n" GOOD),
                        "one.md:5:18: nothing says when the sum of £20 was "
                        "right [amount-without-date]\n");
    assert_string_equal(
        offers(w, "  - id: a\n    text: We pay £20.\n    "
                  "amount: {value: up to £20, as-at: 2022}\n" GOOD),
        "");
    assert_string_equal(offers(w, "  - id: a\n    text: It costs £0.\n" GOOD),
                        "");
}

static void an_offer_is_looked_at_again_in_time(void **state)
{
    struct world *w = *state;
    const char *approved = ESSEX "approved: {by: Council, on: 2022-07-19}\n";
    const char *old = "  - id: a\n    review: 2022-07-18\n" GOOD;
    const char *now = "  - id: a\n    review: 2022-07\n" GOOD;
    assert_string_equal(offers_on(w, (Date){0}, approved, old, "Text."),
                        "one.md:5:13: this offer was to be looked at again by "
                        "18 July 2022, and the publication is of 19 July 2022 "
                        "[expired-offer]\n");
    assert_string_equal(offers_on(w, (Date){0}, approved, now, "Text."), "");
    assert_string_equal(offers_on(w, (Date){0}, ESSEX, old, "Text."), "");
    assert_string_equal(offers_on(w, NEW_YEAR_2024, ESSEX, now, "Text."),
                        "one.md:5:13: this offer was to be looked at again by "
                        "July 2022, and today is 1 January 2024 "
                        "[expired-offer]\n");
}

static void each_head_in_force_has_an_offer(void **state)
{
    struct world *w = *state;
    const char *settings = ESSEX "period: {from: 2022-07}\n";
    make_dir("in");
    put("in/law.yaml",
        "categories:\n  - {id: health, title: Health, from: 2018-04-01}\n"
        "  - {id: employment, title: Work, act: An Act 2017, section: 2, from: "
        "2018}\n"
        "  - {id: relationships, title: People}\n"
        "  - {id: finance, title: Money, from: prospective}\n"
        "  - {id: arrangements, title: Moves, from: 2023-01-01}\n");
    assert_string_equal(
        offers_on(w, (Date){0}, settings, "  - id: a\n" GOOD, "Text."),
        "law.yaml:3:10: no offer falls under the head 'Work' "
        "(An Act 2017, section 2) [category-uncovered]\n"
        "law.yaml:4:10: no offer falls under the head 'People' "
        "[category-uncovered]\n");
    assert_true(reported(w,
                         "help: add an offer with `category: employment`; "
                         "not in force yet, but coming: 'Money', 'Moves'\n"));
    assert_true(reported(w, "help: add an offer with `category: "
                            "relationships`\n"));
    assert_string_equal(find_in(w, settings, "Text.", check_offers),
                        "law.yaml:2:10: the law names the heads of a local "
                        "offer, and there are no offers "
                        "[category-uncovered]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_whole_offer_is_fine),
        WORLD_TEST(an_offer_says_how_to_ask),
        WORLD_TEST(an_offer_says_for_whom_it_is),
        WORLD_TEST(an_offer_can_be_found),
        WORLD_TEST(a_sum_has_its_date),
        WORLD_TEST(an_offer_is_looked_at_again_in_time),
        WORLD_TEST(each_head_in_force_has_an_offer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
