#include "support.h"

static void equality_compares_bytes_and_length(void **state)
{
    (void)state;
    assert_true(str_eq(S("abc"), S("abc")));
    assert_false(str_eq(S("abc"), S("ab")));
    assert_false(str_eq(S("abc"), S("abd")));
    assert_true(str_eq((Str){NULL, 0}, S("")));
    assert_true(str_eq(str_from_c(NULL), S("")));
    assert_false(str_eq(S("a\0b"), S("a\0c")));
}

static void order_is_that_of_the_bytes(void **state)
{
    (void)state;
    assert_true(str_cmp(S("a"), S("b")) < 0);
    assert_true(str_cmp(S("b"), S("a")) > 0);
    assert_true(str_cmp(S("a"), S("ab")) < 0);
    assert_true(str_cmp(S(""), S("a")) < 0);
    assert_int_equal(str_cmp(S("a"), S("a")), 0);
    assert_int_equal(str_cmp((Str){NULL, 0}, S("")), 0);
    /* bytes over 0x7F come last: é after z, and not before a */
    assert_true(str_cmp(S("z"), S("\xC3\xA9")) < 0);
}

static void starts_and_ends_are_found(void **state)
{
    (void)state;
    assert_true(str_starts(S("chapter"), S("chap")));
    assert_true(str_starts(S("chapter"), S("")));
    assert_false(str_starts(S("chap"), S("chapter")));
    assert_true(str_ends(S("page.md"), S(".md")));
    assert_false(str_ends(S("md"), S(".md")));
}

static void find_gives_the_first_place_or_the_end(void **state)
{
    (void)state;
    assert_int_equal(str_find(S("a needle, a needle"), S("needle")), 2);
    assert_int_equal(str_find(S("aaab"), S("aab")), 1);
    assert_int_equal(str_find(S("end"), S("d")), 2);
    assert_int_equal(str_find(S("abc"), S("abcd")), 3);
    assert_int_equal(str_find(S("abc"), S("x")), 3);
    assert_int_equal(str_find(S("abc"), S("")), 0);
    assert_int_equal(str_find(S(""), S("x")), 0);
    assert_int_equal(str_find((Str){NULL, 0}, S("x")), 0);
    assert_int_equal(str_find((Str){NULL, 0}, S("")), 0);
    assert_int_equal(str_find_byte(S("a:b:c"), ':'), 1);
    assert_int_equal(str_find_byte(S("abc"), ':'), 3);
    assert_int_equal(str_find_byte((Str){NULL, 0}, ':'), 0);
}

static void parts_are_clipped_to_the_whole(void **state)
{
    (void)state;
    assert_str(str_from(S("chapter"), 4), "ter");
    assert_str(str_from(S("abc"), 9), "");
    assert_str(str_to(S("chapter"), 4), "chap");
    assert_str(str_to(S("abc"), 9), "abc");
    assert_int_equal(str_from((Str){NULL, 0}, 3).n, 0);
}

static void trim_takes_white_space_off_both_ends(void **state)
{
    (void)state;
    assert_str(str_trim(S(" \t\r\n a b \v\f")), "a b");
    assert_str(str_trim(S("  ")), "");
    assert_str(str_trim(S("")), "");
    assert_str(str_trim(S("\xC2\xA0x")), "\xC2\xA0x"); /* ASCII alone */
}

static void cut_gives_the_pieces_in_order(void **state)
{
    (void)state;
    Str rest = S("a::b"), piece;
    assert_true(str_cut(&rest, ':', &piece));
    assert_str(piece, "a");
    assert_true(str_cut(&rest, ':', &piece));
    assert_str(piece, "");
    assert_true(str_cut(&rest, ':', &piece));
    assert_str(piece, "b");
    assert_false(str_cut(&rest, ':', &piece));
}

static void cut_line_knows_both_line_ends(void **state)
{
    (void)state;
    Str rest = S("one\r\n\ntwo\rthree\nlast"), line;
    assert_true(str_cut_line(&rest, &line));
    assert_str(line, "one");
    assert_true(str_cut_line(&rest, &line));
    assert_str(line, "");
    assert_true(str_cut_line(&rest, &line));
    assert_str(line, "two\rthree");
    assert_true(str_cut_line(&rest, &line));
    assert_str(line, "last");
    assert_false(str_cut_line(&rest, &line));
}

static void cut_word_skips_white_space(void **state)
{
    (void)state;
    Str rest = S("  offers \t category=health\n"), word;
    assert_true(str_cut_word(&rest, &word));
    assert_str(word, "offers");
    assert_true(str_cut_word(&rest, &word));
    assert_str(word, "category=health");
    assert_false(str_cut_word(&rest, &word));
    assert_int_equal(rest.n, 0);
}

static void copies_end_in_a_nul_that_is_not_counted(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    char text[] = "voice";
    Str copy = str_copy(a, (Str){text, 3});
    text[0] = 'V';
    assert_int_equal(copy.n, 3);
    assert_string_equal(copy.p, "voi");
    assert_string_equal(str_c(a, (Str){NULL, 0}), "");
    arena_free(a);
}

static void printf_formats_into_the_arena(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(str_printf(a, "%.*s-%d", STR_ARG(S("page")), 4), "page-4");
    assert_str(str_printf(a, "%s", ""), "");
    arena_free(a);
}

static void within_holds_for_views_of_the_same_bytes(void **state)
{
    (void)state;
    const char bytes[] = "the whole text";
    Str whole = {bytes, 9};
    assert_true(str_within(str_from(whole, 4), whole));
    assert_true(str_within((Str){bytes + 9, 0}, whole)); /* its end */
    assert_false(str_within((Str){bytes + 9, 1}, whole));
    assert_false(str_within((Str){bytes, 10}, whole));
    assert_false(str_within((Str){NULL, 0}, whole));
    assert_false(str_within(whole, (Str){NULL, 0}));
}

static void classes_are_those_of_ascii(void **state)
{
    (void)state;
    assert_true(ascii_space(' ') && ascii_space('\n') && ascii_space('\f'));
    assert_false(ascii_space('\0') || ascii_space('\b') || ascii_space('x'));
    assert_true(ascii_digit('0') && ascii_digit('9'));
    assert_false(ascii_digit('/') || ascii_digit(':'));
    assert_true(ascii_alpha('a') && ascii_alpha('Z'));
    assert_false(ascii_alpha('@') || ascii_alpha('[') || ascii_alpha('`'));
    assert_false(ascii_alpha((char)0xE9) || ascii_space((char)0xA0));
    assert_int_equal(ascii_lower('Q'), 'q');
    assert_int_equal(ascii_lower('-'), '-');
}

static void ids_begin_with_a_letter(void **state)
{
    (void)state;
    assert_true(str_is_id(S("care-leavers-2022")));
    assert_true(str_is_id(S("a")));
    assert_false(str_is_id(S("")));
    assert_false(str_is_id(S("2022")));
    assert_false(str_is_id(S("-a")));
    assert_false(str_is_id(S("Care")));
    assert_false(str_is_id(S("care leavers")));
    assert_false(str_is_id(S("caf\xC3\xA9")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equality_compares_bytes_and_length),
        cmocka_unit_test(order_is_that_of_the_bytes),
        cmocka_unit_test(starts_and_ends_are_found),
        cmocka_unit_test(find_gives_the_first_place_or_the_end),
        cmocka_unit_test(parts_are_clipped_to_the_whole),
        cmocka_unit_test(trim_takes_white_space_off_both_ends),
        cmocka_unit_test(cut_gives_the_pieces_in_order),
        cmocka_unit_test(cut_line_knows_both_line_ends),
        cmocka_unit_test(cut_word_skips_white_space),
        cmocka_unit_test(copies_end_in_a_nul_that_is_not_counted),
        cmocka_unit_test(printf_formats_into_the_arena),
        cmocka_unit_test(within_holds_for_views_of_the_same_bytes),
        cmocka_unit_test(classes_are_those_of_ascii),
        cmocka_unit_test(ids_begin_with_a_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
