#include "support.h"

#include <errno.h>

static struct source source_of(const char *path, const char *text)
{
    return (struct source){.path = str_from_c(path), .text = str_from_c(text)};
}

/* The view of `words`, which `src` holds once. */
static Str at(const struct source *src, const char *words)
{
    const char *p = strstr(src->text.p, words);
    assert_non_null(p);
    return (Str){p, strlen(words)};
}

static void an_error_shows_its_line_with_a_caret(void **state)
{
    (void)state;
    struct source src =
        source_of("strategy/vision.md", "---\ntitle: Vision\nedition: kids\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "kids"), "unknown-edition",
               "there is no edition called '%s'", "kids");
    diag_help(d, "write %s or %s", "formal", "young");
    assert_diags(d, "strategy/vision.md:3:10: error: there is no edition "
                    "called 'kids' [unknown-edition]\n"
                    "    edition: kids\n"
                    "             ^~~~\n"
                    "    help: write formal or young\n");
    diags_free(d);
}

static void a_warning_is_called_one(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "text\n");
    struct diags *d = diags_create();
    diag_warning(d, &src, at(&src, "text"), "long-words", "hard to read");
    assert_diags(d, "a.md:1:1: warning: hard to read [long-words]\n"
                    "    text\n"
                    "    ^~~~\n");
    diags_free(d);
}

static void columns_count_characters(void **state)
{
    (void)state;
    struct source src =
        source_of("a.md", "---\nname: Caf\xC3\xA9 \xF0\x9F\x92\x9B kids\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "kids"), "x", "no");
    assert_diags(d, "a.md:2:14: error: no [x]\n"
                    "    name: Caf\xC3\xA9 \xF0\x9F\x92\x9B kids\n"
                    "                 ^~~~\n");
    diags_free(d);
}

static void the_caret_is_as_wide_as_the_characters(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "a caf\xC3\xA9 b\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "caf\xC3\xA9"), "x", "no");
    assert_diags(d, "a.md:1:3: error: no [x]\n"
                    "    a caf\xC3\xA9 b\n"
                    "      ^~~~\n");
    diags_free(d);
}

static void tabs_keep_the_caret_in_its_place(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "\tcaf\xC3\xA9\t\tkids\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "kids"), "x", "no");
    assert_diags(d, "a.md:1:8: error: no [x]\n"
                    "    \tcaf\xC3\xA9\t\tkids\n"
                    "    \t    \t\t^~~~\n");
    diags_free(d);
}

static void a_view_of_many_lines_is_marked_on_its_first(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\r\ntwo three\r\nfour\r\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "three\r\nfour"), "x", "no");
    assert_diags(d, "a.md:2:5: error: no [x]\n"
                    "    two three\n"
                    "        ^~~~~\n");
    diags_free(d);
}

static void an_empty_view_has_a_place_too(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\ntwo");
    struct diags *d = diags_create();
    diag_error(d, &src, str_from(src.text, src.text.n), "x", "ends too early");
    assert_diags(d, "a.md:2:4: error: ends too early [x]\n"
                    "    two\n"
                    "       ^\n");
    diags_free(d);
}

static void a_message_may_concern_the_whole_file(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "text\n");
    struct diags *d = diags_create();
    diag_error(d, &src, (Str){NULL, 0}, "too-large", "larger than 4 MiB");
    assert_diags(d, "a.md: error: larger than 4 MiB [too-large]\n");
    diags_free(d);
}

static void long_lines_show_the_part_that_matters(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    memcpy(text + 500, "kids", 4);
    struct source src = source_of("a.md", text);
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "kids"), "x", "no");
    char want[600];
    snprintf(want, sizeof want,
             "a.md:1:501: error: no [x]\n    …%.60skids%.96s…\n%65s^~~~\n",
             text, text, "");
    assert_diags(d, want);
    diags_free(d);
}

static void messages_come_by_file_then_by_place(void **state)
{
    (void)state;
    struct source b = source_of("b.md", "one two\n");
    struct source a = source_of("a.md", "one\ntwo\n");
    struct diags *d = diags_create();
    diag_error(d, &b, at(&b, "two"), "x", "fourth");
    diag_error(d, &a, at(&a, "two"), "x", "second");
    diag_error(d, &b, at(&b, "one"), "x", "third");
    diag_error(d, &a, at(&a, "one"), "x", "first");
    diag_help(d, "its help stays with it");
    assert_diags(d, "a.md:1:1: error: first [x]\n    one\n    ^~~\n"
                    "    help: its help stays with it\n"
                    "a.md:2:1: error: second [x]\n    two\n    ^~~\n"
                    "b.md:1:1: error: third [x]\n    one two\n    ^~~\n"
                    "b.md:1:5: error: fourth [x]\n    one two\n        ^~~\n");
    diags_free(d);
}

static void what_is_reported_again_is_dropped(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\n");
    struct diags *d = diags_create();
    Str where = at(&src, "one");
    diag_error(d, &src, where, "x", "no");
    diag_help(d, "write this");
    diag_error(d, &src, where, "y", "another");
    diag_error(d, &src, where, "x", "no");
    diag_help(d, "write that");
    assert_diags(d, "a.md:1:1: error: no [x]\n    one\n    ^~~\n"
                    "    help: write this\n"
                    "a.md:1:1: error: another [y]\n    one\n    ^~~\n");
    assert_int_equal(diags_errors(d), 2);
    diags_free(d);
}

static void the_terminal_is_not_commanded(void **state)
{
    (void)state;
    /* escape sequences, also as C1 in UTF-8, and bytes that are no UTF-8 */
    struct source src = source_of("a\033.md", "\033[2J\xC2\x9B"
                                              "2J\xFF kids\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "kids"), "x", "no '%s'", "\033[2J\nb");
    diag_help(d, "write '%s'", "\a");
    assert_diags(d, "a?.md:1:10: error: no '?[2J?b' [x]\n"
                    "    ?[2J?2J\xEF\xBF\xBD kids\n"
                    "             ^~~~\n"
                    "    help: write '?'\n");
    diags_free(d);
}

static void colour_is_for_terminals(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\n");
    struct diags *d = diags_create();
    diag_error(d, &src, at(&src, "one"), "x", "no");
    diag_help(d, "write two");
    char *shown = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&shown, &n);
    diags_print(d, out, true);
    fclose(out);
    assert_string_equal(shown,
                        "\033[1ma.md:1:1:\033[0m \033[1;31merror:\033[0m "
                        "\033[1mno\033[0m [x]\n"
                        "    one\n"
                        "    \033[1;31m^~~\033[0m\n"
                        "    \033[1mhelp:\033[0m write two\n");
    free(shown);
    diags_free(d);
}

static void status_is_that_of_the_worst(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\n");
    struct diags *d = diags_create();
    assert_int_equal(diags_status(d), 0);
    diag_warning(d, &src, at(&src, "one"), "x", "hm");
    assert_int_equal(diags_status(d), 0);
    assert_int_equal(diags_warnings(d), 1);
    diag_error(d, &src, at(&src, "one"), "x", "no");
    assert_int_equal(diags_status(d), 1);
    assert_int_equal(diags_errors(d), 1);
    diag_system(d, S("out/index.html"), "cannot write", ENOSPC);
    assert_int_equal(diags_status(d), 3);
    assert_int_equal(diags_errors(d), 2);
    diags_free(d);
}

/* `state` is the address of a code. */
static bool is_called(void *state, const struct diag *item)
{
    const char *const *code = state;
    return strcmp(item->code, *code) == 0;
}

static void what_is_silenced_is_neither_printed_nor_counted(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\ntwo\n");
    struct diags *d = diags_create();
    diag_warning(d, &src, at(&src, "one"), "x", "hm");
    diag_error(d, &src, at(&src, "two"), "y", "no");
    const char *x = "x", *y = "y";
    diags_silence(d, is_called, &x);
    diags_silence(d, is_called, &x);
    assert_int_equal(diags_warnings(d), 0);
    assert_int_equal(diags_errors(d), 1);
    assert_diags(d, "a.md:2:1: error: no [y]\n"
                    "    two\n"
                    "    ^~~\n");
    diags_silence(d, is_called, &y);
    assert_int_equal(diags_status(d), 0);
    diag_warning(d, &src, at(&src, "one"), "x", "hm"); /* again */
    assert_int_equal(diags_warnings(d), 0);
    assert_diags(d, "");
    diags_free(d);
}

static void sorted_gives_all_in_the_order_of_their_places(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\ntwo\n");
    struct diags *d = diags_create();
    struct arena *a = arena_create();
    size_t n;
    diag_warning(d, &src, at(&src, "two"), "x", "second");
    diag_help(d, "mend it");
    diag_error(d, &src, at(&src, "one"), "y", "first");
    const char *code = "y";
    diags_silence(d, is_called, &code);
    const struct diag **sorted = diags_sorted(d, a, &n);
    assert_int_equal(n, 2);
    assert_str(sorted[0]->message, "first");
    assert_true(sorted[0]->silenced);
    assert_str(sorted[1]->help, "mend it");
    assert_str(sorted[1]->where, "two");
    assert_string_equal(sorted[1]->code, "x");
    arena_free(a);
    diags_free(d);
}

static void a_list_stands_behind_in_the_order_of_its_reports(void **state)
{
    (void)state;
    struct source a = source_of("a.md", "one two\n");
    struct source b = source_of("b.md", "three\n");
    struct diags *elsewhere = diags_create(), *d = diags_create();
    diag_warning(elsewhere, &b, at(&b, "three"), "x", "do first");
    diag_list(elsewhere);
    diag_warning(elsewhere, &a, at(&a, "two"), "x", "do second");
    diag_list(elsewhere);
    diag_warning(elsewhere, &a, at(&a, "one"), "x", "do third");
    diag_list(elsewhere);
    diags_merge(d, elsewhere);
    diag_error(d, &b, at(&b, "three"), "y", "wrong");
    diag_warning(d, &a, at(&a, "one"), "x", "do third");
    diag_list(d); /* reported again: nothing is listed by it */

    struct arena *arena = arena_create();
    size_t n;
    const struct diag **sorted = diags_sorted(d, arena, &n);
    assert_int_equal(n, 4);
    assert_str(sorted[0]->message, "wrong");
    assert_str(sorted[1]->message, "do first");
    assert_str(sorted[2]->message, "do second");
    assert_str(sorted[3]->message, "do third");
    arena_free(arena);
    diags_free(elsewhere);
    diags_free(d);
}

static void a_place_ends_on_its_first_line(void **state)
{
    (void)state;
    struct source src =
        source_of("a.md", "caf\xC3\xA9 kids\r\nand \xF0\x9F\x92\x9B\n");
    assert_int_equal(source_end_column(&src, at(&src, "caf\xC3\xA9")), 5);
    assert_int_equal(source_end_column(&src, at(&src, "kids\r\nand")), 10);
    assert_int_equal(source_end_column(&src, at(&src, "\xF0\x9F\x92\x9B")), 6);
    assert_int_equal(source_end_column(&src, str_to(src.text, 0)), 1);
}

static void what_was_reported_elsewhere_is_merged(void **state)
{
    (void)state;
    struct source src = source_of("a.md", "one\ntwo\n");
    struct diags *d = diags_create(), *other = diags_create();
    diag_error(d, &src, at(&src, "two"), "y", "no");
    diag_error(other, &src, at(&src, "two"), "y", "no");
    diag_warning(other, &src, at(&src, "one"), "x", "hm");
    diag_help(other, "mend it");
    diag_system(other, S("out"), "cannot write", ENOSPC);
    diags_merge(d, other);
    diags_free(other);
    assert_int_equal(diags_errors(d), 2);
    assert_diags(d, "a.md:1:1: warning: hm [x]\n"
                    "    one\n"
                    "    ^~~\n"
                    "    help: mend it\n"
                    "a.md:2:1: error: no [y]\n"
                    "    two\n"
                    "    ^~~\n"
                    "out: error: cannot write: No space left on device "
                    "[system]\n");
    diags_free(d);
}

static void the_systems_reason_is_told(void **state)
{
    (void)state;
    struct diags *d = diags_create();
    diag_system(d, S("out/index.html"), "cannot write", ENOSPC);
    assert_diags(d, "out/index.html: error: cannot write: "
                    "No space left on device [system]\n");
    diags_free(d);
}

static void nothing_to_say_prints_nothing(void **state)
{
    (void)state;
    struct diags *d = diags_create();
    assert_diags(d, "");
    diags_free(d);
    diags_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_shows_its_line_with_a_caret),
        cmocka_unit_test(a_warning_is_called_one),
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(the_caret_is_as_wide_as_the_characters),
        cmocka_unit_test(tabs_keep_the_caret_in_its_place),
        cmocka_unit_test(a_view_of_many_lines_is_marked_on_its_first),
        cmocka_unit_test(an_empty_view_has_a_place_too),
        cmocka_unit_test(a_message_may_concern_the_whole_file),
        cmocka_unit_test(long_lines_show_the_part_that_matters),
        cmocka_unit_test(messages_come_by_file_then_by_place),
        cmocka_unit_test(what_is_reported_again_is_dropped),
        cmocka_unit_test(the_terminal_is_not_commanded),
        cmocka_unit_test(colour_is_for_terminals),
        cmocka_unit_test(status_is_that_of_the_worst),
        cmocka_unit_test(what_is_silenced_is_neither_printed_nor_counted),
        cmocka_unit_test(sorted_gives_all_in_the_order_of_their_places),
        cmocka_unit_test(a_list_stands_behind_in_the_order_of_its_reports),
        cmocka_unit_test(a_place_ends_on_its_first_line),
        cmocka_unit_test(what_was_reported_elsewhere_is_merged),
        cmocka_unit_test(the_systems_reason_is_told),
        cmocka_unit_test(nothing_to_say_prints_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
