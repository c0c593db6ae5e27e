#include "support.h"

#include "base/json.h"

/* A fresh document for each test. */
struct paper {
    struct arena *arena;
    struct buf out;
    struct json_writer json;
};

static int take_paper(void **state)
{
    struct paper *p = calloc(1, sizeof *p);
    assert_non_null(p);
    p->arena = arena_create();
    p->out = buf_in(p->arena);
    p->json = json_to(&p->out);
    *state = p;
    return 0;
}

static int drop_paper(void **state)
{
    struct paper *p = *state;
    arena_free(p->arena);
    free(p);
    return 0;
}

static void objects_and_lists_are_indented(void **state)
{
    struct paper *p = *state;
    struct json_writer *j = &p->json;
    json_begin_object(j);
    json_pair(j, S("title"), S("Our promise"));
    json_key(j, S("points"));
    json_begin_list(j);
    json_integer(j, 294);
    json_begin_object(j);
    json_key(j, S("hidden"));
    json_bool(j, false);
    json_end(j);
    json_null(j);
    json_end(j);
    json_key(j, S("last"));
    json_bool(j, true);
    json_end(j);
    assert_str(buf_str(&p->out), "{\n"
                                 "  \"title\": \"Our promise\",\n"
                                 "  \"points\": [\n"
                                 "    294,\n"
                                 "    {\n"
                                 "      \"hidden\": false\n"
                                 "    },\n"
                                 "    null\n"
                                 "  ],\n"
                                 "  \"last\": true\n"
                                 "}\n");
}

static void what_is_empty_stays_on_its_line(void **state)
{
    struct paper *p = *state;
    struct json_writer *j = &p->json;
    json_begin_list(j);
    json_begin_object(j);
    json_end(j);
    json_begin_list(j);
    json_end(j);
    json_text(j, S(""));
    json_end(j);
    assert_str(buf_str(&p->out), "[\n  {},\n  [],\n  \"\"\n]\n");
}

static void a_document_may_be_one_value(void **state)
{
    struct paper *p = *state;
    json_text(&p->json, S("alone"));
    assert_str(buf_str(&p->out), "\"alone\"\n");
}

static void text_is_escaped_where_json_needs_it(void **state)
{
    struct paper *p = *state;
    json_text(&p->json, S("\"a\\b\"\b\f\n\r\t\x01\x1F\x7F/ \xC2\xA3\xF0\x9F"
                          "\x92\x9B"));
    assert_str(buf_str(&p->out),
               "\"\\\"a\\\\b\\\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7F/ "
               "\xC2\xA3\xF0\x9F\x92\x9B\"\n");
}

static void a_nul_byte_does_not_end_a_text(void **state)
{
    struct paper *p = *state;
    json_text(&p->json, S("a\0b"));
    assert_str(buf_str(&p->out), "\"a\\u0000b\"\n");
}

static void keys_are_escaped_too(void **state)
{
    struct paper *p = *state;
    json_begin_object(&p->json);
    json_pair(&p->json, S("a\"b\n"), S("x"));
    json_end(&p->json);
    assert_str(buf_str(&p->out), "{\n  \"a\\\"b\\n\": \"x\"\n}\n");
}

static void decimals_become_numbers_of_json(void **state)
{
    struct paper *p = *state;
    static const char *const decimals[] = {
        "0",    "-0",   "64.8",
        "007",  "-.50", ".25",
        "00.1", "-012", "10000000000000000001",
    };
    json_begin_list(&p->json);
    for (size_t i = 0; i < COUNT(decimals); i++) {
        json_number(&p->json, str_from_c(decimals[i]));
    }
    json_end(&p->json);
    assert_str(buf_str(&p->out),
               "[\n  0,\n  -0,\n  64.8,\n  7,\n  -0.50,\n  0.25,\n  0.1,\n"
               "  -12,\n  10000000000000000001\n]\n");
}

static void words_become_a_list(void **state)
{
    struct paper *p = *state;
    json_begin_object(&p->json);
    json_pair_words(&p->json, S("enum"), S("kept  on-track"));
    json_pair_words(&p->json, S("none"), S(""));
    json_end(&p->json);
    assert_str(buf_str(&p->out), "{\n"
                                 "  \"enum\": [\n"
                                 "    \"kept\",\n"
                                 "    \"on-track\"\n"
                                 "  ],\n"
                                 "  \"none\": []\n"
                                 "}\n");
}

static void nesting_may_be_sixty_four_deep(void **state)
{
    struct paper *p = *state;
    struct json_writer *j = &p->json;
    for (int i = 0; i < 32; i++) {
        json_begin_object(j);
        json_key(j, S("k"));
        json_begin_list(j);
    }
    for (int i = 0; i < 64; i++) {
        json_end(j);
    }
    Str all = buf_str(&p->out);
    assert_true(str_starts(all, S("{\n  \"k\": [\n    {\n      \"k\": [")));
    assert_true(str_ends(all, S("\n    }\n  ]\n}\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(objects_and_lists_are_indented,
                                        take_paper, drop_paper),
        cmocka_unit_test_setup_teardown(what_is_empty_stays_on_its_line,
                                        take_paper, drop_paper),
        cmocka_unit_test_setup_teardown(a_document_may_be_one_value, take_paper,
                                        drop_paper),
        cmocka_unit_test_setup_teardown(text_is_escaped_where_json_needs_it,
                                        take_paper, drop_paper),
        cmocka_unit_test_setup_teardown(a_nul_byte_does_not_end_a_text,
                                        take_paper, drop_paper),
        cmocka_unit_test_setup_teardown(keys_are_escaped_too, take_paper,
                                        drop_paper),
        cmocka_unit_test_setup_teardown(decimals_become_numbers_of_json,
                                        take_paper, drop_paper),
        cmocka_unit_test_setup_teardown(words_become_a_list, take_paper,
                                        drop_paper),
        cmocka_unit_test_setup_teardown(nesting_may_be_sixty_four_deep,
                                        take_paper, drop_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
