#include "templates.h"

/* The first line of the messages. */
static Str first_message(struct bench *b)
{
    char *text = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&text, &n);
    diags_print(b->d, out, false);
    fclose(out);
    Str all = {text, n}, line = S("");
    str_cut_line(&all, &line);
    line = str_copy(b->a, line);
    free(text);
    return line;
}

/* --- Mistakes that show when a page is rendered --- */

static void unknown_name_is_reported_at_its_place(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("{{>part}}")));
    assert_true(add(&b, "part",
                    S("<p>\n\tCaf\xC3\xA9 {{#page}}{{ titel }}{{/page}}\n"
                      "{{page.knid}}{{^zzz}}{{title.x}}{{/zzz}}\n")));
    page(&b, data(&b, "{'title': 'T', 'page': {'kind': 'words'}}"));
    assert_diags(b.d,
                 "part.html:2:19: error: there is no value called 'titel' here "
                 "[unknown-variable]\n"
                 "    \tCaf\xC3\xA9 {{#page}}{{ titel }}{{/page}}\n"
                 "    \t                 ^~~~~\n"
                 "    help: did you mean 'title'?\n"
                 "part.html:3:8: error: 'page' has no field called 'knid' "
                 "[unknown-variable]\n"
                 "    {{page.knid}}{{^zzz}}{{title.x}}{{/zzz}}\n"
                 "           ^~~~\n"
                 "    help: did you mean 'kind'?\n"
                 "part.html:3:17: error: there is no value called 'zzz' here "
                 "[unknown-variable]\n"
                 "    {{page.knid}}{{^zzz}}{{title.x}}{{/zzz}}\n"
                 "                    ^~~\n"
                 "part.html:3:30: error: 'title' has no field called 'x' "
                 "[unknown-variable]\n"
                 "    {{page.knid}}{{^zzz}}{{title.x}}{{/zzz}}\n"
                 "                                 ^\n");
    bench_free(&b);
}

static void unknown_name_in_a_filling_is_its_own_file_s(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "layout", S("{{$main}}{{/main}}{{gone}}")));
    assert_true(
        add(&b, "page", S("{{<layout}}{{$main}}\n{{x}}{{/main}}{{/layout}}")));
    page(&b, data(&b, "{}"));
    assert_diags(
        b.d, "layout.html:1:21: error: there is no value called 'gone' here "
             "[unknown-variable]\n"
             "    {{$main}}{{/main}}{{gone}}\n"
             "                        ^~~~\n"
             "page.html:2:3: error: there is no value called 'x' here "
             "[unknown-variable]\n"
             "    {{x}}{{/main}}{{/layout}}\n"
             "      ^\n");
    bench_free(&b);
}

static void unknown_template_is_reported_at_its_place(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page",
                    S("{{>crad}}\n  {{<layuot}}{{$a}}{{/a}}{{/layuot}}\n")));
    assert_true(add(&b, "card", S("")));
    assert_true(add(&b, "layout", S("")));
    const char *want =
        "page.html:1:4: error: there is no template called 'crad' "
        "[missing-template]\n"
        "    {{>crad}}\n"
        "       ^~~~\n"
        "    help: did you mean 'card'?\n"
        "page.html:2:6: error: there is no template called 'layuot' "
        "[missing-template]\n"
        "      {{<layuot}}{{$a}}{{/a}}{{/layuot}}\n"
        "         ^~~~~~\n"
        "    help: did you mean 'layout'?\n";
    page(&b, data(&b, "{}"));
    assert_diags(b.d, want);
    assert_false(templates_check(b.t, b.d)); /* printed once */
    assert_diags(b.d, want);
    bench_free(&b);
}

static void unknown_block_is_reported_by_the_check(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "base", S("{{$title}}{{/title}}{{>foot}}")));
    assert_true(add(&b, "foot", S("{{#no}}{{$foot}}{{/foot}}{{/no}}")));
    assert_true(add(&b, "layout",
                    S("{{<base}}{{$title}}{{$main}}{{/main}}{{/title}}"
                      "{{/base}}")));
    assert_true(add(&b, "page",
                    S("{{<layout}}{{$title}}{{/title}}{{$foot}}{{/foot}}"
                      "{{$mian}}{{/mian}}{{/layout}}")));
    assert_false(templates_check(b.t, b.d));
    assert_diags(
        b.d, "page.html:1:53: error: the template 'layout' has no block called "
             "'mian' [unknown-block]\n"
             "    {{<layout}}{{$title}}{{/title}}{{$foot}}{{/foot}}{{$mian}}"
             "{{/mian}}{{/layout}}\n"
             "                                                        ^~~~\n"
             "    help: did you mean 'main'?\n");
    bench_free(&b);
}

static void what_is_no_text_is_not_written(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("{{b}}\n{{l}}\n{{#m}}{{.}}{{/m}}")));
    page(&b, data(&b, "{'b': false, 'l': [], 'm': {}}"));
    assert_diags(
        b.d, "page.html:1:3: error: 'b' is true or false and cannot be written "
             "[not-a-text]\n"
             "    {{b}}\n"
             "      ^\n"
             "    help: write {{#b}} and {{/b}} around a text\n"
             "page.html:2:3: error: 'l' is a list and cannot be written "
             "[not-a-text]\n"
             "    {{l}}\n"
             "      ^\n"
             "page.html:3:9: error: '.' is a map and cannot be written "
             "[not-a-text]\n"
             "    {{#m}}{{.}}{{/m}}\n"
             "            ^\n");
    bench_free(&b);
}

static void template_that_uses_itself_without_end_is_stopped(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("{{>page}}{{>page}}")));
    page(&b, data(&b, "{}"));
    assert_diags(
        b.d,
        "page.html:1:4: error: more than 256 templates, sections and blocks "
        "are inside one another here; let no template use itself without end "
        "[too-deep]\n"
        "    {{>page}}{{>page}}\n"
        "       ^~~~\n");
    bench_free(&b);
}

/* --- Mistakes in the way that a template is written --- */

static void mistake_in_a_template_is_reported_once(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *place; /* `line:column` */
        const char *message;
    } mistakes[] = {
        {"{{#a}}\n{{b", "2:1", "this tag is not closed; write }} at its end"},
        {"{{#a \n{{/a}}", "1:1", "this tag is not closed; write }} at its end"},
        {"{{{a}}", "1:1", "this tag is not closed; write }}} at its end"},
        {"{{! {{a}} }}", "1:1", "this tag is not closed; write }} at its end"},
        {"{{}}", "1:1", "this tag names nothing; write a name in it"},
        {"{{# }}{{/}}", "1:1", "this tag names nothing; write a name in it"},
        {"\n {{a b}}", "2:4",
         "a name has no white space in it; write one name in a tag"},
        {"{{a..b}}", "1:3",
         "'a..b' is not a name; write names joined by single dots"},
        {"{{#a.}}{{/a.}}", "1:4",
         "'a.' is not a name; write names joined by single dots"},
        {"{{%PRAGMA}}", "1:3", "there is no tag that starts with '%'"},
        {"{{*a}}", "1:3",
         "names that are worked out ('*') are not supported; write the name "
         "itself"},
        {"{{>*a}}", "1:4",
         "names that are worked out ('*') are not supported; write the name "
         "itself"},
        {"{{=<%=}}", "1:1",
         "this tag sets two marks; write it as in {{=<% %>=}}"},
        {"{{#a}}\nb", "1:4",
         "'a' is opened here but not closed; write {{/a}} after what it holds"},
        {"{{#a}}{{$b}}{{/a}}", "1:10",
         "'b' is opened here but not closed; write {{/b}} after what it holds"},
        {"{{#a}}{{/b}}{{/a}}", "1:7", "nothing called 'b' is open here"},
        {"{{/b}}", "1:1", "nothing called 'b' is open here"},
        {"{{<p}}{{$a}}{{/a}}\n  x y\nz{{/p}}", "2:3",
         "this is inside {{<p}} but in no block, and would not be shown; put "
         "it inside a block"},
        {"{{<p}}{{x}}{{/p}}", "1:7",
         "this is inside {{<p}} but in no block, and would not be shown; put "
         "it inside a block"},
        {"{{<p}}{{$a}}{{/a}}{{$a}}{{/a}}{{/p}}", "1:22",
         "the block 'a' is filled twice; keep one of the two"},
    };
    for (size_t i = 0; i < COUNT(mistakes); i++) {
        struct bench b = bench_create(0);
        assert_false(add(&b, "page", str_from_c(mistakes[i].text)));
        Str want = str_printf(b.a, "page.html:%s: error: %s [template-syntax]",
                              mistakes[i].place, mistakes[i].message);
        assert_str(first_message(&b), want.p);
        assert_int_equal(diags_errors(b.d), 1);
        assert_true(templates_has(b.t, S("page")));
        bench_free(&b);
    }
}

static void mistakes_after_a_mistake_are_reported(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_false(
        add(&b, "page", S("{{#a}\n{{x y}}\n{{/a}}\n{{#b}}\n{{/c}}\n{{/b}}\n")));
    assert_diags(
        b.d,
        "page.html:1:1: error: this tag is not closed; write }} at its end "
        "[template-syntax]\n"
        "    {{#a}\n"
        "    ^~~~\n"
        "page.html:2:3: error: a name has no white space in it; write one "
        "name in a tag [template-syntax]\n"
        "    {{x y}}\n"
        "      ^~~\n"
        "page.html:5:1: error: nothing called 'c' is open here "
        "[template-syntax]\n"
        "    {{/c}}\n"
        "    ^~~~~~\n"
        "    help: {{/b}} closes what is open\n");
    bench_free(&b);
}

static void sections_nest_to_a_limit(void **state)
{
    (void)state;
    for (size_t n = 64; n <= 65; n++) {
        struct bench b = bench_create(0);
        struct buf text = buf_in(b.a);
        for (size_t i = 0; i < n; i++) {
            buf_add(&text, S("{{#a}}"));
        }
        buf_byte(&text, 'x');
        for (size_t i = 0; i < n; i++) {
            buf_add(&text, S("{{/a}}"));
        }
        bool ok = add(&b, "page", buf_str(&text));
        assert_int_equal(ok, n == 64);
        if (ok) {
            assert_string_equal(page(&b, data(&b, "{'a': true}")), "x");
        } else {
            assert_str(
                first_message(&b),
                "page.html:1:388: error: more than 64 tags are open here; "
                "close some [too-deep]");
            assert_int_equal(diags_errors(b.d), 1);
        }
        bench_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_name_is_reported_at_its_place),
        cmocka_unit_test(unknown_name_in_a_filling_is_its_own_file_s),
        cmocka_unit_test(unknown_template_is_reported_at_its_place),
        cmocka_unit_test(unknown_block_is_reported_by_the_check),
        cmocka_unit_test(what_is_no_text_is_not_written),
        cmocka_unit_test(template_that_uses_itself_without_end_is_stopped),
        cmocka_unit_test(mistake_in_a_template_is_reported_once),
        cmocka_unit_test(mistakes_after_a_mistake_are_reported),
        cmocka_unit_test(sections_nest_to_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
