#include "support.h"

#include "check/report.h"

/* What each test starts from: two messages, and one that is silent. */
struct run {
    struct arena *arena;
    struct diags *diags;
    struct source src;
    struct buf out;
};

static bool is_list(void *state, const struct diag *item)
{
    (void)state;
    return strcmp(item->code, "long-list") == 0;
}

static int run_start(void **state)
{
    struct arena *a = arena_create();
    struct run *r = ARENA_NEW(a, struct run, 1);
    r->arena = a;
    r->diags = diags_create();
    r->out = buf_in(a);
    r->src = (struct source){.path = S("our \xC3\xA9t\xC3\xA9.md"),
                             .text = S("caf\xC3\xA9 \"kids\"\nlist\n")};
    diag_error(r->diags, &r->src, str_from(r->src.text, 7), "unknown-edition",
               "there is no edition called 'kids'");
    diag_help(r->diags, "write young");
    diag_warning(r->diags, &r->src, S(""), "long-list", "too long");
    diags_silence(r->diags, is_list, NULL);
    *state = r;
    return 0;
}

static int run_end(void **state)
{
    struct run *r = *state;
    diags_free(r->diags);
    arena_free(r->arena);
    return 0;
}

static bool says(const struct run *r, const char *part)
{
    Str all = buf_str(&r->out), wanted = str_from_c(part);
    bool found = str_find(all, wanted) < all.n;
    if (!found) {
        print_error("written:\n%.*s\nwanted:\n%s\n", STR_ARG(all), part);
    }
    return found;
}

static void the_summary_counts_by_area(void **state)
{
    struct run *r = *state;
    diag_warning(r->diags, &r->src, S(""), "unused-allow", "nothing is found");
    report_summary(&r->out, r->diags);
    assert_str(buf_str(&r->out), "               errors  warnings  silenced\n"
                                 "content             1         1         0\n"
                                 "reading             0         0         1\n"
                                 "in all              1         1         1\n");
}

static void nothing_found_has_no_summary(void **state)
{
    struct run *r = *state;
    struct diags *none = diags_create();
    report_summary(&r->out, none);
    assert_int_equal(r->out.n, 0);
    diags_free(none);
}

static void json_tells_a_message_in_full(void **state)
{
    struct run *r = *state;
    report_json(&r->out, r->diags);
    assert_str(buf_str(&r->out),
               "{\n"
               "  \"version\": 1,\n"
               "  \"messages\": [\n"
               "    {\n"
               "      \"path\": \"our \xC3\xA9t\xC3\xA9.md\",\n"
               "      \"line\": 1,\n"
               "      \"column\": 7,\n"
               "      \"endColumn\": 12,\n"
               "      \"severity\": \"error\",\n"
               "      \"code\": \"unknown-edition\",\n"
               "      \"area\": \"content\",\n"
               "      \"message\": \"there is no edition called 'kids'\",\n"
               "      \"help\": \"write young\"\n"
               "    }\n"
               "  ],\n"
               "  \"areas\": {\n"
               "    \"content\": {\n"
               "      \"errors\": 1,\n"
               "      \"warnings\": 0,\n"
               "      \"silenced\": 0\n"
               "    },\n"
               "    \"reading\": {\n"
               "      \"errors\": 0,\n"
               "      \"warnings\": 0,\n"
               "      \"silenced\": 1\n"
               "    }\n"
               "  },\n"
               "  \"errors\": 1,\n"
               "  \"warnings\": 0,\n"
               "  \"silenced\": 1\n"
               "}\n");
}

static void json_is_well_formed_whatever_a_file_is_called(void **state)
{
    struct run *r = *state;
    diag_system(r->diags, S("\xFF.md"), "cannot read", 13);
    report_json(&r->out, r->diags);
    assert_true(says(r, "\"path\": \"\xEF\xBF\xBD.md\",\n"
                        "      \"severity\": \"system\","));
}

static void sarif_has_relative_uris_and_regions(void **state)
{
    struct run *r = *state;
    report_sarif(&r->out, r->diags, S("1.2.3"));
    assert_true(says(r, "\"uri\": \"our%20%C3%A9t%C3%A9.md\""));
    assert_true(says(r, "\"region\": {\n"
                        "                  \"startLine\": 1,\n"
                        "                  \"startColumn\": 7,\n"
                        "                  \"endColumn\": 12\n"
                        "                }"));
    assert_true(says(r, "\"columnKind\": \"unicodeCodePoints\""));
    assert_true(says(r, "\"semanticVersion\": \"1.2.3\""));
}

static void sarif_has_the_rules_of_its_results(void **state)
{
    struct run *r = *state;
    report_sarif(&r->out, r->diags, S("1.2.3"));
    Str all = buf_str(&r->out);
    assert_true(says(r, "\"id\": \"unknown-edition\""));
    assert_true(says(r, "\"ruleId\": \"unknown-edition\",\n"
                        "          \"ruleIndex\": 0,\n"
                        "          \"level\": \"error\","));
    assert_int_equal(str_find(all, S("long-list")), all.n);
}

static void what_the_machine_fails_at_is_no_result(void **state)
{
    struct run *r = *state;
    diag_system(r->diags, S("/a/b.md"), "cannot read", 13);
    report_sarif(&r->out, r->diags, S("1.2.3"));
    Str all = buf_str(&r->out);
    assert_true(says(r, "\"executionSuccessful\": false"));
    assert_true(says(r, "\"uri\": \"file:///a/b.md\""));
    assert_int_equal(str_find(all, S("\"ruleId\": \"system\"")), all.n);
}

#define RUN_TEST(name)                                                         \
    cmocka_unit_test_setup_teardown((name), run_start, run_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RUN_TEST(the_summary_counts_by_area),
        RUN_TEST(nothing_found_has_no_summary),
        RUN_TEST(json_tells_a_message_in_full),
        RUN_TEST(json_is_well_formed_whatever_a_file_is_called),
        RUN_TEST(sarif_has_relative_uris_and_regions),
        RUN_TEST(sarif_has_the_rules_of_its_results),
        RUN_TEST(what_the_machine_fails_at_is_no_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
