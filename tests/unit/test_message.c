#include "support.h"

#include "base/message.h"

static Str say(struct arena *a, const char *lang, const char *pattern,
               const char *n)
{
    const struct filling fillings[] = {{S("n"), str_from_c(n)},
                                       {S("who"), S("you")}};
    return message_fill(a, locale_of(a, str_from_c(lang)), str_from_c(pattern),
                        fillings, COUNT(fillings), NULL);
}

static void names_are_replaced_by_what_they_stand_for(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(say(a, "en", "{n} of {who}", "3"), "3 of you");
    assert_str(say(a, "en", "nothing", "3"), "nothing");
    assert_str(say(a, "en", "", "3"), "");
    arena_free(a);
}

static void a_plural_takes_the_form_of_its_number_and_language(void **state)
{
    static const struct {
        const char *lang, *n, *said;
    } cases[] = {
        {"en", "0", "none"},        {"en", "1", "one"},
        {"en", "2", "2 other"},     {"cy", "0", "none"},
        {"cy", "1", "one"},         {"cy", "2", "2 two"},
        {"cy", "3", "few 3"},       {"cy", "6", "many"},
        {"cy", "7", "7 other"},     {"ar", "2", "2 two"},
        {"ar", "5", "few 5"},       {"ar", "11", "many"},
        {"ar", "100", "100 other"}, {"vi", "1", "1 other"},
    };
    static const char pattern[] =
        "{n, plural, =0 {none} one {one} two {{n} two} few {few {n}} "
        "many {many} other {{n} other}}";
    struct arena *a = arena_create();
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_str(say(a, cases[i].lang, pattern, cases[i].n), cases[i].said);
    }
    arena_free(a);
}

static void a_form_that_is_missing_is_the_other_one(void **state)
{
    struct arena *a = arena_create();
    (void)state;
    assert_str(say(a, "ar", "{n, plural, one {x} other {y {who}}}!", "3"),
               "y you!");
    assert_str(say(a, "ar", "a{n, plural, one {x}}b", "3"), "ab");
    arena_free(a);
}

static void an_unknown_name_is_told(void **state)
{
    struct arena *a = arena_create();
    Str unknown;
    (void)state;
    message_fill(a, locale_of(a, S("en")), S("{a} and {b}"), NULL, 0, &unknown);
    assert_str(unknown, "a");
    message_fill(a, locale_of(a, S("en")), S("plain"), NULL, 0, &unknown);
    assert_str(unknown, "");
    arena_free(a);
}

static void braces_that_do_not_close_end_with_the_text(void **state)
{
    static const char *const patterns[] = {
        "{",  "{n", "{n, plural, one {", "{n, plural", "{n, plural, }",
        "}{", "{}"};
    struct arena *a = arena_create();
    (void)state;
    for (size_t i = 0; i < COUNT(patterns); i++) {
        say(a, "en", patterns[i], "1"); /* no crash, and an end */
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_replaced_by_what_they_stand_for),
        cmocka_unit_test(a_plural_takes_the_form_of_its_number_and_language),
        cmocka_unit_test(a_form_that_is_missing_is_the_other_one),
        cmocka_unit_test(an_unknown_name_is_told),
        cmocka_unit_test(braces_that_do_not_close_end_with_the_text),
    };
    return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
