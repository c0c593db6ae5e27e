#include "checks.h"

#include "check/leftovers.h"

static const char *found(struct world *w, const char *text)
{
    return find_in(w, ESSEX, text, check_leftovers);
}

/* The first message's help. */
static const char *help(struct world *w)
{
    size_t n;
    const struct diag **all = diags_sorted(w->diags, w->arena, &n);
    return n == 0 ? "" : str_c(w->arena, all[0]->help);
}

static void what_was_to_be_filled_in_is_found(void **state)
{
    struct world *w = *state;
    static const char *const blanks[] = {
        "[council name]",
        "[council]",
        "XX",
        "xxx",
        "TBC",
        "TODO",
        "Lorem ipsum",
        "???",
        "needs link",
        "[Insert a picture]",
    };
    for (size_t i = 0; i < COUNT(blanks); i++) {
        Str text = str_printf(w->arena, "A %s b.", blanks[i]);
        Str want = str_printf(
            w->arena, "one.md:3:3: '%s' was to be filled in [placeholder]\n",
            blanks[i]);
        assert_string_equal(found(w, str_c(w->arena, text)),
                            str_c(w->arena, want));
    }
    assert_string_equal(
        found(w, "Then insert the name here, please."),
        "one.md:3:6: 'insert the name here' was to be filled in "
        "[placeholder]\n");
}

static void whole_words_are_no_placeholders(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "[Councillors] came in 20XXI, a todo of it; "
                                 "they insert coins. Come here."),
                        "");
    assert_string_equal(found(w, "A <!-- TODO --> b."), "");
}

static void
letters_of_a_wrong_encoding_are_found_with_what_was_meant(void **state)
{
    static const struct {
        const char *text;
        const char *word;
        const char *meant;
    } cases[] = {
        {"the \u00F3looked child", "\u00F3looked", "write \u2018looked"},
        {"the Council\u00F4s child", "Council\u00F4s", "write Council\u2019s"},
        {"the it\u00E2\u20AC\u2122s child", "it\u00E2\u20AC\u2122s",
         "write it\u2019s"},
        {"the \u00C2\u00A35 child", "\u00C2\u00A35", "write \u00A35"},
        {"the caf\u00C3\u00A9 child", "caf\u00C3\u00A9", "write caf\u00E9"},
        {"the don\u00EDt child", "don\u00EDt", "write don\u2019t"},
        {"the Council\u00EDs child", "Council\u00EDs", "write Council\u2019s"},
        {"the \u00ECx\u00EE child", "\u00ECx\u00EE", "write \u201Cx\u201D"},
        {"the \u00EF child", "\u00EF", "write \u2013"},
        {"the \u00E2\u20AC\u0153x\u00E2\u20AC child",
         "\u00E2\u20AC\u0153x\u00E2\u20AC", "write \u201Cx\u201D"},
        {"the c\uFFFDt child", "c\uFFFDt",
         "a letter is lost; look in the original what it was"},
    };
    struct world *w = *state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str want = str_printf(w->arena,
                              "one.md:3:5: '%s' was saved in the wrong "
                              "encoding [mojibake]\n",
                              cases[i].word);
        assert_string_equal(found(w, cases[i].text), str_c(w->arena, want));
        assert_string_equal(help(w), cases[i].meant);
    }
}

static void accents_that_are_meant_stay(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "A na\u00EFve caf\u00E9 r\u00F4le, "
                                 "Zo\u00EB, \u201Cyes\u201D \u2013 \u00A35."),
                        "");
    assert_string_equal(found(w, "Lu\u00EDs, Sol\u00EDs, Garc\u00EDa."), "");
}

static void debris_of_a_pdf_is_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "\u00B6 to act\n\u00B6 to help"),
                        "one.md:3:1: '\u00B6' was a bullet of a list; it "
                        "stands here and in one more place [debris]\n");
    assert_string_equal(found(w, "\u00AB to act"),
                        "one.md:3:1: '\u00AB' was a bullet of a list "
                        "[debris]\n");
    assert_string_equal(found(w, "Item\tLead\nReport\tChair of Panel"),
                        "one.md:3:1: this was a table, with tabs between its "
                        "cells [debris]\n");
    assert_string_equal(found(w, "We keep\tour promise."), "");
    assert_string_equal(found(w, "a \u2022 b \u2022 c"),
                        "one.md:3:3: '\u2022' is a bullet typed as a sign; it "
                        "stands here and in one more place [debris]\n");
    assert_string_equal(found(w, "an edu-\ncation"),
                        "one.md:3:4: 'edu- cation' was one word, broken at the "
                        "end of a line [debris]\n");
    assert_string_equal(found(w, "their families.Help them"),
                        "one.md:3:7: 'families.Help' has two sentences run "
                        "together [debris]\n");
    assert_string_equal(found(w, "a\n\nPage 3 of 12"),
                        "one.md:5:1: 'Page 3 of 12' was the foot of a page "
                        "[debris]\n");
    assert_string_equal(found(w, "a\n\n12"),
                        "one.md:5:1: '12' was the number of a page "
                        "[debris]\n");
    assert_string_equal(found(w, "the of\uFB01ce"),
                        "one.md:3:7: '\uFB01' is a PDF's sign for two letters "
                        "[debris]\n");
}

static void broken_addresses_are_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "http:www.a.uk"),
                        "one.md:3:1: 'http:www.a.uk' is no whole web address "
                        "[debris]\n");
    assert_string_equal(found(w, "http://www. education.gov.uk"),
                        "one.md:3:1: 'http://www. education' is a web address "
                        "in pieces [debris]\n");
    assert_string_equal(found(w, "(www.a. org.uk/b)"),
                        "one.md:3:2: 'www.a. org.uk/b' is a web address in "
                        "pieces [debris]\n");
    assert_string_equal(found(w, "[A](https://a.uk): https for all, www.a.uk."),
                        "");
}

static void heads_of_pages_and_double_titles_are_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "OUR WORK PLAN\n\na\n\nOUR WORK PLAN"),
        "one.md:7:1: 'OUR WORK PLAN' was the head of every page [debris]\n");
    assert_string_equal(
        found(w, "- Adoption Service Report Adoption Statement of Purpose"),
        "one.md:3:3: two items may have run together here [debris]\n");
    assert_string_equal(found(w, "- Council tax and the Council website"), "");
}

static void a_graph_that_was_left_behind_is_missed(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "It is in the below graph."),
                        "one.md:3:14: 'below graph' is not here [debris]\n");
    assert_string_equal(
        found(w, "It is in the table below.\n\n| a | b |\n| --- | --- |\n"
                 "| c | d |\n\nTable: T"),
        "");
}

static void what_is_written_so_on_purpose_is_no_debris(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Short- and long-term help, 16- to "
                                 "25-year-olds, GOV.UK, e.g. this.\n\n"
                                 "See page 3 of 12 pages? No: \"page 3\"."),
                        "one.md:5:5: 'page 3 of 12' was the foot of a page "
                        "[debris]\n");
}

static void another_councils_name_is_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "As officers of Thurrock Council we act."),
        "one.md:3:16: 'Thurrock Council' is another council; this is the text "
        "of Essex County Council [foreign-council]\n");
    assert_string_equal(
        found(w, "In Bolton Metropolitan Borough Council\u2019s view."),
        "one.md:3:4: 'Bolton Metropolitan Borough Council' is another council; "
        "this is the text of Essex County Council [foreign-council]\n");
}

static void own_names_and_other_bodies_are_not_foreign(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "Essex County Council, {{ council.name }}, the Council, Full "
                 "Council, the Children in Care Council, a Parish Council."),
        "");
    assert_string_equal(find_in(w, "title: T\neditions: {formal: {}}\n",
                                "Thurrock Council.", check_leftovers),
                        "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(what_was_to_be_filled_in_is_found),
        WORLD_TEST(whole_words_are_no_placeholders),
        WORLD_TEST(letters_of_a_wrong_encoding_are_found_with_what_was_meant),
        WORLD_TEST(accents_that_are_meant_stay),
        WORLD_TEST(debris_of_a_pdf_is_found),
        WORLD_TEST(broken_addresses_are_found),
        WORLD_TEST(heads_of_pages_and_double_titles_are_found),
        WORLD_TEST(a_graph_that_was_left_behind_is_missed),
        WORLD_TEST(what_is_written_so_on_purpose_is_no_debris),
        WORLD_TEST(another_councils_name_is_found),
        WORLD_TEST(own_names_and_other_bodies_are_not_foreign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
