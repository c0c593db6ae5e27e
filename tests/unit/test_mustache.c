#include "templates.h"

#include "base/file.h"

/* --- The specification --- */

static const char *tests_folder(void)
{
#ifdef DUET_TESTS
    const char *folder = DUET_TESTS;
#else
    const char *folder = "tests";
#endif
    const char *other = getenv("DUET_TESTS");
    return other != NULL ? other : folder;
}

static Str text_of(const struct json *test, Str key)
{
    const struct json *j = json_get(test, key);
    assert_non_null(j);
    return j->text;
}

static void run_spec_test(const char *area, const struct json *test)
{
    struct bench b = bench_create(MUSTACHE_SPEC);
    const struct json *partials = json_get(test, S("partials"));
    for (size_t i = 0; partials != NULL && i < partials->nitems; i++) {
        const char *name = str_c(b.a, partials->keys[i]);
        assert_true(add(&b, name, partials->items[i]->text));
    }
    assert_true(add(&b, "page", text_of(test, S("template"))));
    struct value *root = from_json(b.a, json_get(test, S("data")));
    const char *got = page(&b, root);
    const char *want = str_c(b.a, text_of(test, S("expected")));
    if (!str_eq(str_from_c(got), str_from_c(want))) {
        print_error("%s: %.*s\n", area, STR_ARG(text_of(test, S("name"))));
    }
    assert_string_equal(got, want);
    assert_diags(b.d, "");
    bench_free(&b);
}

static void passes_every_test_of_the_specification(void **state)
{
    (void)state;
    static const struct {
        const char *area;
        size_t n;
    } files[] = {
        {"comments", 12},      {"delimiters", 14}, {"inheritance", 27},
        {"interpolation", 42}, {"inverted", 22},   {"partials", 12},
        {"sections", 34},
    };
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(files); i++) {
        Str path = str_printf(a, "%s/mustache-spec/%s.json", tests_folder(),
                              files[i].area);
        Str text;
        size_t at;
        assert_true(file_read(a, path, SOURCE_MAX, &text));
        const struct json *file = json_parse(a, text, &at);
        assert_non_null(file);
        const struct json *tests = json_get(file, S("tests"));
        assert_non_null(tests);
        assert_int_equal(tests->nitems, files[i].n);
        for (size_t k = 0; k < tests->nitems; k++) {
            run_spec_test(files[i].area, tests->items[k]);
        }
    }
    arena_free(a);
}

static void json_reader_is_strict(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",          "01",      "1.",         "-",         "[1,]",
        "{'a':1,}",  "{'a' 1}", "'\\x'",      "'\\ud800'", "'\\udc00'",
        "'\\u12g4'", "'a",      "nul",        "1 2",       "{'a':1,'a':2}",
        "'\n'",      "+1",      "'\\ud800a'", "[",         "'\\",
    };
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(bad); i++) {
        char *text = str_c(a, str_from_c(bad[i]));
        for (char *p = text; *p != '\0'; p++) {
            *p = *p == '\'' ? '"' : *p;
        }
        size_t at;
        if (json_parse(a, str_from_c(text), &at) != NULL) {
            fail_msg("taken for JSON: %s", text);
        }
    }
    size_t at;
    struct json *good = json_parse(
        a, S(" [\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\", -1.5e+2]"),
        &at);
    assert_non_null(good);
    assert_int_equal(good->nitems, 2);
    assert_true(str_eq(good->items[0]->text,
                       S("\"\\/\b\f\n\r\t\xC3\xA9\xF0\x9F\x98\x80")));
    assert_true(str_eq(good->items[1]->text, S("-1.5e+2")));
    arena_free(a);
}

/* --- House rules --- */

static void text_is_escaped_however_the_tag_is_written(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("{{x}}|{{{x}}}|{{&x}}")));
    struct value *root = value_map(b.a);
    value_set(root, S("x"), value_text(b.a, S("a<b>&\"'")));
    assert_string_equal(page(&b, root), "a&lt;b&gt;&amp;&quot;&#39;|"
                                        "a&lt;b&gt;&amp;&quot;&#39;|"
                                        "a&lt;b&gt;&amp;&quot;&#39;");
    value_set(root, S("x"), value_markup(b.a, S("<b>&amp;</b>")));
    assert_string_equal(page(&b, root),
                        "<b>&amp;</b>|<b>&amp;</b>|<b>&amp;</b>");
    bench_free(&b);
}

static void null_is_empty_and_false(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page",
                    S("[{{x}}{{#x}}yes{{/x}}{{^x}}no{{/x}}{{x.y.z}}]"
                      "{{#in}}({{x}}){{/in}}")));
    assert_string_equal(page(&b, data(&b, "{'x': null, 'in': {'x': 'text'}}")),
                        "[no](text)");
    /* a null further in hides what is further out */
    assert_true(add(&b, "page", S("{{#in}}({{x}}){{/in}}")));
    assert_string_equal(page(&b, data(&b, "{'x': 'text', 'in': {'x': ''}}")),
                        "()");
    bench_free(&b);
}

static void inner_names_are_found_before_outer_ones(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("{{a}} {{b}}{{#b}} {{a}}{{/b}}")));
    struct buf out = buf_in(b.a);
    assert_true(templates_render_with(b.t, b.d, S("page"),
                                      data(&b, "{'a': 'outer', 'b': 'both'}"),
                                      data(&b, "{'a': 'inner'}"), &out));
    assert_true(str_eq(buf_str(&out), S("inner both inner")));
    bench_free(&b);
}

static void partials_recur_as_deep_as_the_data(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("<ul>\n  {{>item}}\n</ul>\n")));
    assert_true(add(&b, "item",
                    S("<li>{{x}}\n{{#in}}\n  {{>item}}\n{{/in}}\n</li>\n")));
    const char *got =
        page(&b, data(&b, "{'x': 1, 'in': [{'x': 2, 'in': [{'x': 3, 'in': []}]"
                          "}, {'x': 4, 'in': null}]}"));
    assert_string_equal(got, "<ul>\n"
                             "  <li>1\n"
                             "    <li>2\n"
                             "      <li>3\n"
                             "      </li>\n"
                             "    </li>\n"
                             "    <li>4\n"
                             "    </li>\n"
                             "  </li>\n"
                             "</ul>\n");
    bench_free(&b);
}

static void indentation_keeps_out_of_values_and_empty_lines(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "page", S("  {{>pre}}\r\n.")));
    assert_true(
        add(&b, "pre", S("<pre>\n\n{{code}}\n{{>one}} {{>one}}\n</pre>\n")));
    assert_true(add(&b, "one", S("1\n1")));
    assert_string_equal(page(&b, data(&b, "{'code': 'a\\nb'}")),
                        "  <pre>\n\n  a\nb\n  1\n1 1\n1\n  </pre>\n.");
    bench_free(&b);
}

static void block_takes_the_indentation_of_its_place(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(add(&b, "layout",
                    S("<title>{{$title}}Duet{{/title}}</title>\n"
                      "<main>\n"
                      "  {{$main}}{{/main}}\n"
                      "  {{$aside}}{{/aside}}\n"
                      "</main>\n"
                      "{{$foot}}\n"
                      "  <p>Foot</p>\n"
                      "{{/foot}}\n")));
    assert_true(add(&b, "page",
                    S("{{<layout}}\n"
                      "  {{$title}}{{name}}{{/title}}\n"
                      "  {{$main}}\n"
                      "    <h1>\n"
                      "      {{name}}</h1>\n"
                      "\n"
                      "    {{#on}}\n"
                      "    <p></p>\n"
                      "    {{/on}}\n"
                      "  {{/main}}{{! the end }}\n"
                      "{{/layout}}\n"
                      "<!-- end -->\n")));
    assert_string_equal(page(&b, data(&b, "{'name': 'N', 'on': true}")),
                        "<title>N</title>\n"
                        "<main>\n"
                        "  <h1>\n"
                        "    N</h1>\n"
                        "\n"
                        "  <p></p>\n"
                        "</main>\n"
                        "  <p>Foot</p>\n"
                        "<!-- end -->\n");
    bench_free(&b);
}

static void filling_does_not_reach_into_another_one(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_true(
        add(&b, "layout", S("{{$title}}-{{/title}}:{{$main}}{{/main}}")));
    assert_true(add(&b, "card", S("[{{$title}}no title{{/title}}]")));
    assert_true(add(&b, "page",
                    S("{{<layout}}{{$title}}Page{{/title}}{{$main}}"
                      "{{<card}}{{$title}}Card{{/title}}{{/card}}{{>card}}"
                      "{{/main}}{{/layout}}")));
    assert_true(templates_check(b.t, b.d));
    assert_string_equal(page(&b, data(&b, "{}")), "Page:[Card][no title]");
    bench_free(&b);
}

static void rendering_leaves_the_set_as_it_was(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    assert_false(templates_has(b.t, S("page")));
    assert_true(add(&b, "page", S("{{#list}}\n  {{>p}}\n{{/list}}\n")));
    assert_true(add(&b, "p", S("{{.}},\n")));
    assert_true(templates_has(b.t, S("page")));
    const struct value *root = data(&b, "{'list': [1, 2]}");
    assert_string_equal(page(&b, root), "  1,\n  2,\n");
    assert_string_equal(page(&b, root), "  1,\n  2,\n");
    assert_true(add(&b, "p", S("{{.}};"))); /* a theme's own wins */
    assert_string_equal(page(&b, root), "  1;  2;");
    bench_free(&b);
}

static void another_language_is_said_where_markup_may_stand(void **state)
{
    (void)state;
    struct bench b = bench_create(0);
    struct value *root = value_map(b.a);
    struct value *text = value_text(b.a, S("A > B"));
    text->lang = locale_of(b.a, S("en"));
    value_set(root, S("x"), text);
    assert_true(add(&b, "page", S("{{x}}<p title=\"{{x}}\">{{x}}</p>")));
    assert_string_equal(page(&b, root),
                        "<span lang=\"en\" dir=\"ltr\">A &gt; B</span>"
                        "<p title=\"A &gt; B\">"
                        "<span lang=\"en\" dir=\"ltr\">A &gt; B</span></p>");
    assert_true(add(&b, "page",
                    S("<title>1 {{x}} {{x}}</title>"
                      "<option value=\"1\">{{x}}</option>")));
    assert_string_equal(page(&b, root),
                        "<title>1 A &gt; B A &gt; B</title>"
                        "<option value=\"1\">A &gt; B</option>");
    bench_free(&b);
}

static void numbers_keep_their_order_from_right_to_left(void **state)
{
    (void)state;
    struct bench b = bench_create(MUSTACHE_RTL);
    const struct value *root = data(&b, "{'x': '0800 1111'}");
    assert_true(add(&b, "page", S("<a title=\"{{x}}\">{{x}}</a>")));
    assert_string_equal(page(&b, root),
                        "<a title=\"0800 1111\"><bdi dir=\"ltr\">0800 1111"
                        "</bdi></a>");
    bench_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_every_test_of_the_specification),
        cmocka_unit_test(json_reader_is_strict),
        cmocka_unit_test(text_is_escaped_however_the_tag_is_written),
        cmocka_unit_test(null_is_empty_and_false),
        cmocka_unit_test(inner_names_are_found_before_outer_ones),
        cmocka_unit_test(partials_recur_as_deep_as_the_data),
        cmocka_unit_test(indentation_keeps_out_of_values_and_empty_lines),
        cmocka_unit_test(block_takes_the_indentation_of_its_place),
        cmocka_unit_test(filling_does_not_reach_into_another_one),
        cmocka_unit_test(rendering_leaves_the_set_as_it_was),
        cmocka_unit_test(another_language_is_said_where_markup_may_stand),
        cmocka_unit_test(numbers_keep_their_order_from_right_to_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
