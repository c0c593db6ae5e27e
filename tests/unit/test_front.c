#include "reading.h"

static void assert_split(struct reading *r, Str text, const char *front,
                         const char *body)
{
    Str got_front, got_body;
    const struct source *src = source_of(r, text);
    assert_true(front_split(r->diags, src, &got_front, &got_body));
    assert_str(got_front, front);
    assert_str(got_body, body);
    assert_true(str_within(got_front, src->text));
    assert_true(str_within(got_body, src->text));
    assert_diags(r->diags, "");
}

static void front_matter_stands_between_two_lines_of_hyphens(void **state)
{
    struct reading *r = *state;
    assert_split(r, S("---\ntitle: x\n---\nBody\n"), "title: x\n", "Body\n");
    assert_split(r, S("---\na: 1\nb: 2\n---\n\nBody"), "a: 1\nb: 2\n",
                 "\nBody");
}

static void a_file_without_it_is_all_body(void **state)
{
    struct reading *r = *state;
    assert_split(r, S("# Title\n\n---\n"), "", "# Title\n\n---\n");
    assert_split(r, S("\n---\na: 1\n---\n"), "", "\n---\na: 1\n---\n");
    assert_split(r, S(" ---\na: 1\n"), "", " ---\na: 1\n");
    assert_split(r, S("----\na: 1\n"), "", "----\na: 1\n");
    assert_split(r, S("--- a\n"), "", "--- a\n");
    assert_split(r, S(""), "", "");
}

static void it_may_be_empty_or_all_there_is(void **state)
{
    struct reading *r = *state;
    assert_split(r, S("---\n---\n"), "", "");
    assert_split(r, S("---\n---"), "", "");
    assert_split(r, S("---\na: 1\n---"), "a: 1\n", "");
    assert_split(r, S("---\n\n---\nx"), "\n", "x");
}

static void line_ends_of_windows_and_blanks_behind_are_fine(void **state)
{
    struct reading *r = *state;
    assert_split(r, S("---\r\na: 1\r\n---\r\nBody\r\n"), "a: 1\r\n",
                 "Body\r\n");
    assert_split(r, S("---  \na: 1\n---\t\nBody"), "a: 1\n", "Body");
}

static void hyphens_inside_a_line_do_not_end_it(void **state)
{
    struct reading *r = *state;
    assert_split(r, S("---\na: ---\n --- \nb: |\n  ---\n---\nx"),
                 "a: ---\n --- \nb: |\n  ---\n", "x");
}

static void one_that_never_ends_is_reported_where_it_starts(void **state)
{
    struct reading *r = *state;
    Str front = S("untouched"), body = S("untouched");
    const struct source *src = source_of(r, S("---\ntitle: x\n\nBody\n----\n"));
    assert_false(front_split(r->diags, src, &front, &body));
    assert_diags(r->diags,
                 "a.md:1:1: error: the front matter that starts here is never "
                 "closed [unclosed-front-matter]\n"
                 "    ---\n"
                 "    ^~~\n"
                 "    help: write a line --- after its last key\n");
    assert_str(front, "untouched");
    assert_str(body, "untouched");
}

static void three_hyphens_alone_never_end(void **state)
{
    struct reading *r = *state;
    Str front, body;
    assert_false(front_split(r->diags, source_of(r, S("---")), &front, &body));
    assert_reported_at(r, 1, 1, "unclosed-front-matter");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(front_matter_stands_between_two_lines_of_hyphens),
        READING_TEST(a_file_without_it_is_all_body),
        READING_TEST(it_may_be_empty_or_all_there_is),
        READING_TEST(line_ends_of_windows_and_blanks_behind_are_fine),
        READING_TEST(hyphens_inside_a_line_do_not_end_it),
        READING_TEST(one_that_never_ends_is_reported_where_it_starts),
        READING_TEST(three_hyphens_alone_never_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
