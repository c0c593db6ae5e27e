#include "checks.h"
#include "pictures.h"

#include "check/identity.h"
#include "check/safeguarding.h"

static const char *found(struct world *w, const char *text)
{
    return find_in(w, ESSEX, text, check_safeguarding);
}

static void numbers_of_one_person_are_known_by_their_check_digits(void **state)
{
    (void)state;
    /* those that start with 9 are for tests, and nobody's */
    assert_int_equal(identity_nhs(S("943 476 5919"), 0), 0);
    assert_int_equal(identity_nhs(S("NHS number: 943 476 5919"), 12), 12);
    assert_int_equal(identity_nhs(S("401 023 2137"), 0), 12);
    assert_int_equal(identity_nhs(S("4010232137"), 0), 10);
    assert_int_equal(identity_nhs(S("4010232138"), 0), 0);
    assert_int_equal(identity_nhs(S("4010232137x"), 0), 0);
    assert_int_equal(identity_nhs(S("0208 555 1234"), 0), 0);
    assert_int_equal(identity_insurance(S("AB123456C"), 0), 9);
    assert_int_equal(identity_insurance(S("AB 12 34 56 C"), 0), 13);
    assert_int_equal(identity_insurance(S("QQ123456C"), 0), 0);
    assert_int_equal(identity_insurance(S("AB123456E"), 0), 0);
    assert_int_equal(identity_insurance(S("GB123456A"), 0), 0);
    assert_int_equal(identity_mobile(S("07700 900123"), 0), 12);
    assert_int_equal(identity_mobile(S("+44 7700 900123"), 0), 15);
    assert_int_equal(identity_mobile(S("0800 1111"), 0), 0);
    assert_int_equal(identity_mobile(S("020 7946 0000"), 0), 0);
}

static void pupil_numbers_have_a_letter_by_modulus_23(void **state)
{
    (void)state;
    size_t valid = 0;
    char text[] = "A801200001001";
    for (char c = 'A'; c <= 'Z'; c++) {
        text[0] = c;
        if (identity_pupil(str_from_c(text), 0) == 13) {
            /* 8*2+0*3+1*4+2*5+0*6+0*7+0*8+0*9+1*10+0*11+0*12+1*13 = 53 = 7 */
            assert_int_equal(c, 'H');
            valid++;
        }
    }
    assert_int_equal(valid, 1);
}

static void
a_number_of_one_person_is_an_error_that_does_not_repeat_it(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Her number is 401 023 2137."),
                        "one.md:3:15: error: this is an NHS number "
                        "[personal-data]\n");
    assert_string_equal(found(w, "AB 12 34 56 C"),
                        "one.md:3:1: error: this is a National Insurance "
                        "number [personal-data]\n");
    assert_string_equal(found(w, "Ring 0116 305 2649, or pay 401023."), "");
}

static void ways_to_reach_one_person_are_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Write to jane.moore@essex.gov.uk."),
                        "one.md:3:10: 'jane.moore@essex.gov.uk' is one "
                        "person's e-mail address [personal-data]\n");
    assert_string_equal(found(w, "[Write](mailto:club@gmail.com)"),
                        "one.md:3:16: 'club@gmail.com' is a private e-mail "
                        "address [personal-data]\n");
    assert_string_equal(found(w, "Ring 07700 900123."),
                        "one.md:3:6: '07700 900123' is a mobile number, "
                        "perhaps somebody's own [personal-data]\n");
    assert_string_equal(
        found(w, "Write to leaving.care@essex.gov.uk or info@essex.gov.uk."),
        "");
}

static void a_teams_mobile_stands_in_its_contact(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/contacts.yaml",
        "- {id: a, name: The team, text: '07700 900123', email: "
        "jane@gmail.com}\n");
    assert_string_equal(found(w, "Ask {{ contact a }}."),
                        "contacts.yaml:1:56: 'jane@gmail.com' is a private "
                        "e-mail address [personal-data]\n");
}

static void a_name_with_an_age_or_a_birthday_is_found(void **state)
{
    static const char *const texts[] = {
        "Jade, 9",
        "Sam (14)",
        "Jade, aged 9",
        "Jade is 9",
        "Jade turned 9",
        "Jade\u2019s birthday",
        "Ali\u2019s 16th birthday",
        "Jade's 9th birthday",
    };
    struct world *w = *state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        Str text = str_printf(w->arena, "Then %s, came.", texts[i]);
        Str want = str_printf(w->arena,
                              "one.md:3:6: '%s' tells a first name and an age "
                              "[personal-data]\n",
                              texts[i]);
        assert_string_equal(found(w, str_c(w->arena, text)),
                            str_c(w->arena, want));
    }
    assert_string_equal(found(w, "Section 9, and in May (2), Jade, 30, came. "
                                 "A girl of 9, aged 9, came."),
                        "");
}

static void dates_of_birth_are_found(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "DOB: 03/05/2009"),
                        "one.md:3:1: 'DOB' gives a date of birth "
                        "[personal-data]\n");
    assert_string_equal(found(w, "She was born on 3 May 2009 in Essex."),
                        "one.md:3:5: 'was born' gives a date of birth "
                        "[personal-data]\n");
    assert_string_equal(found(w, "We ask for your date of birth. He was born "
                                 "in 2009."),
                        "");
}

static void a_name_is_reported_once_a_file(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Dan Jones leads.\n\nAsk Dan Jones.\n\n- Dan "
                                 "Jones\n- Clare Moore"),
                        "one.md:3:1: 'Dan Jones' is a person's name, and a "
                        "role will do; it stands here and in 2 more places "
                        "[named-person]\n"
                        "one.md:8:3: 'Clare Moore' is a person's name, and a "
                        "role will do [named-person]\n");
}

static void persons_are_named_by_their_roles(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Foreword by Cllr Adam Carter (Chair)"),
                        "one.md:3:13: 'Cllr Adam Carter' is a person's name, "
                        "and a role will do [named-person]\n");
    assert_string_equal(found(w, "Ask Mrs. Smith, or Dan Jones\u2019s team."),
                        "one.md:3:5: 'Mrs. Smith' is a person's name, and a "
                        "role will do [named-person]\n"
                        "one.md:3:20: 'Dan Jones' is a person's name, "
                        "and a role will do [named-person]\n");
    assert_string_equal(
        found(w, "The Joseph Rowntree Foundation, Victoria Road, St Thomas "
                 "Becket, Councillor Lead, the Lead Member, Jack and Jill."),
        "");
}

static void leads_are_roles(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/publication.yaml", ESSEX);
    put("in/one.md", "---\n"
                     "title: One\n"
                     "actions:\n"
                     "  - id: a\n"
                     "    objective: Know\n"
                     "    steps:\n"
                     "      - {text: Tell, leads: [Housing Team, Dan "
                     "Jones/Janet Simon]}\n"
                     "---\n");
    run_rule(w, check_safeguarding);
    assert_string_equal(findings(w),
                        "one.md:7:44: 'Dan Jones' is a person's name, and a "
                        "role will do [named-person]\n"
                        "one.md:7:54: 'Janet Simon' is a person's name, and a "
                        "role will do [named-person]\n");
}

static void small_counts_are_found_in_figures_texts_and_tables(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/figures.yaml", "- id: girls\n"
                           "  title: Girls\n"
                           "  unit: children\n"
                           "  source: Us\n"
                           "  suppress-below: 5\n"
                           "  points: {2021: 12, 2022: 3, 2023: 0}\n"
                           "- id: share\n"
                           "  title: Share\n"
                           "  unit: percent\n"
                           "  source: Us\n"
                           "  suppress-below: 5\n"
                           "  points: {2022: 3}\n");
    assert_string_equal(
        found(w, "In 2022 {{ figure girls 2022 }}, in 2021 {{ figure girls "
                 "2021 }}, {{ figure share 2022 }}.\n\n"
                 "| Year | Girls |\n| --- | --- |\n| 3 | 4 |\n| 2 | 5 |\n\n"
                 "Table: T\n\n"
                 "## Elsewhere\n\n"
                 "| a | b |\n| --- | --- |\n| 3 | 4 |\n\nTable: T"),
        "figures.yaml:6:28: 3 is below 5, and so few can be recognised "
        "[small-number]\n"
        "one.md:3:9: 3 is below 5, and so few can be recognised "
        "[small-number]\n"
        "one.md:7:7: 4 is below 5, and so few can be recognised "
        "[small-number]\n");
}

static void a_picture_of_people_says_that_they_agreed(void **state)
{
    struct world *w = *state;
    struct buf b = buf_in(w->arena);
    buf_add(&b, PNG_START);
    add_png_head(&b, 3, 2, 2);
    add_png_data(&b);
    add_png_end(&b);
    make_dir("in");
    make_dir("in/images");
    FILE *f = fopen("in/images/a.png", "w");
    assert_non_null(f);
    assert_int_equal(fwrite(b.p, 1, b.n, f), b.n);
    assert_int_equal(fclose(f), 0);
    assert_string_equal(found(w, "![Two girls at a table](images/a.png)"),
                        "one.md:3:1: nothing says that the people in this "
                        "picture agreed [photo-consent]\n");
    assert_string_equal(found(w, "![Two girls](images/a.png)\n\n"
                                 "<!-- consent: both, until 2027 -->"),
                        "");
    assert_string_equal(found(w, "![A drawing of two girls](images/a.png)"),
                        "");
    assert_string_equal(found(w, "![A house](images/a.png)"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_one_person_are_known_by_their_check_digits),
        cmocka_unit_test(pupil_numbers_have_a_letter_by_modulus_23),
        WORLD_TEST(a_number_of_one_person_is_an_error_that_does_not_repeat_it),
        WORLD_TEST(ways_to_reach_one_person_are_found),
        WORLD_TEST(a_teams_mobile_stands_in_its_contact),
        WORLD_TEST(a_name_with_an_age_or_a_birthday_is_found),
        WORLD_TEST(dates_of_birth_are_found),
        WORLD_TEST(a_name_is_reported_once_a_file),
        WORLD_TEST(persons_are_named_by_their_roles),
        WORLD_TEST(leads_are_roles),
        WORLD_TEST(small_counts_are_found_in_figures_texts_and_tables),
        WORLD_TEST(a_picture_of_people_says_that_they_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
