#include "support.h"

#include "read/insert.h"

static struct insert found_in(const char *text, size_t *at, size_t *end)
{
    struct insert in;
    assert_int_equal(insert_find(str_from_c(text), at, end, &in), INSERT_FOUND);
    return in;
}

static void a_name_and_its_words_are_told_apart(void **state)
{
    (void)state;
    size_t at, end;
    struct insert in =
        found_in("There were {{ figure looked-after 2022 }} of us.", &at, &end);
    assert_int_equal(at, 11);
    assert_int_equal(end, 41);
    assert_str(in.where, "{{ figure looked-after 2022 }}");
    assert_str(in.name, "figure");
    assert_int_equal(in.nargs, 2);
    assert_str(in.args[0], "looked-after");
    assert_str(in.args[1], "2022");
    assert_int_equal(in.noptions, 0);
}

static void options_have_a_key_and_a_value(void **state)
{
    (void)state;
    size_t at, end;
    struct insert in =
        found_in("{{offers category=health who=in-care x= =y}}", &at, &end);
    assert_str(in.name, "offers");
    assert_int_equal(in.nargs, 0);
    assert_int_equal(in.noptions, 4);
    assert_str(insert_option(&in, S("category")), "health");
    assert_str(insert_option(&in, S("who")), "in-care");
    assert_str(insert_option(&in, S("x")), "");
    assert_str(insert_option(&in, S("")), "y");
    assert_str(insert_option(&in, S("unknown")), "");
}

static void blanks_of_any_kind_part_words(void **state)
{
    (void)state;
    size_t at, end;
    struct insert in = found_in("{{\n  figure\t a\r\n b }}", &at, &end);
    assert_str(in.name, "figure");
    assert_int_equal(in.nargs, 2);
    assert_str(in.args[1], "b");
}

static void the_first_of_several_is_found(void **state)
{
    (void)state;
    size_t at, end;
    struct insert in = found_in("{ }} {{ a }}{{ b }}", &at, &end);
    assert_str(in.name, "a");
    assert_int_equal(at, 5);
    assert_int_equal(end, 12);
}

static void text_without_one_has_none(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "{", "a { b } c }}", "{ {x}}"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        size_t at = 7, end = 7;
        struct insert in;
        assert_int_equal(insert_find(str_from_c(texts[i]), &at, &end, &in),
                         INSERT_NONE);
    }
}

static void one_without_an_end_is_told_with_its_place(void **state)
{
    (void)state;
    size_t at, end = 7;
    struct insert in = {.nargs = 3};
    assert_int_equal(insert_find(S("ab {{ figure x }"), &at, &end, &in),
                     INSERT_UNCLOSED);
    assert_int_equal(at, 3);
    assert_int_equal(in.nargs, 3); /* untouched */
    assert_int_equal(insert_find(S("{{"), &at, &end, &in), INSERT_UNCLOSED);
    assert_int_equal(insert_find(S("{{}"), &at, &end, &in), INSERT_UNCLOSED);
}

static void one_that_says_nothing_or_too_much_is_told(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{{}}",
        "{{   }}",
        "{{ x 1 2 3 4 5 6 7 8 9 }}",
        "{{ x a=1 b=1 c=1 d=1 e=1 f=1 g=1 h=1 i=1 }}",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        size_t at, end;
        struct insert in;
        assert_int_equal(insert_find(str_from_c(texts[i]), &at, &end, &in),
                         INSERT_EMPTY);
        assert_int_equal(end, strlen(texts[i]));
    }
}

static void as_many_words_as_fit_are_kept(void **state)
{
    (void)state;
    size_t at, end;
    struct insert in = found_in("{{ x 1 2 3 4 5 6 7 8 a=1 }}", &at, &end);
    assert_int_equal(in.nargs, INSERT_WORDS);
    assert_int_equal(in.noptions, 1);
    assert_str(in.args[7], "8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_and_its_words_are_told_apart),
        cmocka_unit_test(options_have_a_key_and_a_value),
        cmocka_unit_test(blanks_of_any_kind_part_words),
        cmocka_unit_test(the_first_of_several_is_found),
        cmocka_unit_test(text_without_one_has_none),
        cmocka_unit_test(one_without_an_end_is_told_with_its_place),
        cmocka_unit_test(one_that_says_nothing_or_too_much_is_told),
        cmocka_unit_test(as_many_words_as_fit_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
