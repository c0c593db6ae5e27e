#include "reading.h"

static struct yaml *read(struct reading *r, Str text)
{
    const struct source *src = source_of(r, text);
    return yaml_parse(r->arena, r->diags, src, src->text);
}

/* Reads what holds one mistake, and says where it must be reported. */
static struct yaml *read_bad(struct reading *r, const char *text, size_t line,
                             size_t column, const char *code)
{
    reading_again(r);
    struct yaml *y = read(r, str_from_c(text));
    assert_reported_at(r, line, column, code);
    return y;
}

/* The same for what stops the reading, with the message. */
static void assert_refused(struct reading *r, const char *text,
                           const char *message)
{
    reading_again(r);
    assert_null(read(r, str_from_c(text)));
    Str first = str_printf(r->arena, "a.md:%s [yaml-syntax]", message);
    assert_first_message(r, first.p);
    assert_non_null(strstr(messages(r), "\n    help: "));
    assert_int_equal(diags_errors(r->diags), 1);
}

static void assert_place(const struct reading *r, Str where, size_t line,
                         size_t column)
{
    assert_true(str_within(where, r->src->text));
    Place place = source_place(r->src, where);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void texts_lists_and_maps_become_a_tree(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("title: Our plan\n"
                               "list: [one, \"two, too\"]\n"
                               "map:\n"
                               "  - {id: a}\n"
                               "  - id: 'b'\n"
                               "empty:\n"));
    assert_diags(r->diags, "");
    assert_int_equal(y->kind, YAML_MAP);
    assert_int_equal(y->n, 4);
    assert_str(yaml_get(y, S("title"))->text, "Our plan");
    const struct yaml *list = yaml_get(y, S("list"));
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->n, 2);
    assert_str(list->items[1]->text, "two, too");
    const struct yaml *map = yaml_get(y, S("map"));
    assert_str(yaml_get(map->items[0], S("id"))->text, "a");
    assert_str(yaml_get(map->items[1], S("id"))->text, "b");
    assert_true(yaml_is_empty(yaml_get(y, S("empty"))));
    assert_false(yaml_is_empty(yaml_get(y, S("title"))));
    assert_null(yaml_get(y, S("none")));
    assert_null(yaml_get(list, S("none")));
}

static void keys_keep_the_order_of_the_file(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("b: 1\na: 2\nc: 3\n"));
    assert_str(y->pairs[0].key, "b");
    assert_str(y->pairs[1].key, "a");
    assert_str(y->pairs[2].key, "c");
}

static void quotes_and_escapes_are_worked_out(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("a: \"caf\\u00E9 \\\"x\\\"\\n\"\n"
                               "b: 'it''s'\n"
                               "c: |\n  two\n  lines\n"
                               "d: >\n  one\n  line\n"
                               "e: yes\n"));
    assert_diags(r->diags, "");
    assert_str(y->pairs[0].value->text, "caf\xC3\xA9 \"x\"\n");
    assert_str(y->pairs[1].value->text, "it's");
    assert_str(y->pairs[2].value->text, "two\nlines\n");
    assert_str(y->pairs[3].value->text, "one line\n");
    assert_str(y->pairs[4].value->text, "yes"); /* a text like any other */
}

static void every_node_knows_its_place_among_characters(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("caf\xC3\xA9: \xF0\x9F\x92\x9B b\r\n"
                               "l: [\xE2\x82\xAC, x]\r\n"
                               "m:\r\n  \xC3\xA9: {k\xC3\xA9: v}\r\n"));
    assert_diags(r->diags, "");
    assert_place(r, y->pairs[0].where, 1, 1);
    assert_str(y->pairs[0].where, "caf\xC3\xA9");
    assert_place(r, y->pairs[0].value->where, 1, 7);
    assert_str(y->pairs[0].value->where, "\xF0\x9F\x92\x9B b");
    const struct yaml *list = y->pairs[1].value;
    assert_place(r, list->where, 2, 4);
    assert_place(r, list->items[1]->where, 2, 8);
    assert_str(list->items[1]->where, "x");
    const struct yaml *map = y->pairs[2].value;
    assert_place(r, map->pairs[0].where, 4, 3);
    assert_place(r, map->pairs[0].value->where, 4, 6);
    assert_place(r, map->pairs[0].value->pairs[0].where, 4, 7);
    assert_place(r, map->pairs[0].value->pairs[0].value->where, 4, 11);
}

static void places_are_those_of_the_file_when_a_part_is_read(void **state)
{
    struct reading *r = *state;
    const struct source *src =
        source_of(r, S("---\ncaf\xC3\xA9: 1\ncaf\xC3\xA9: 2\n---\nBody\n"));
    Str part = str_to(str_from(src->text, 4), 18);
    struct yaml *y = yaml_parse(r->arena, r->diags, src, part);
    assert_int_equal(y->n, 1);
    assert_diags(r->diags,
                 "a.md:3:1: error: the key 'caf\xC3\xA9' is written twice "
                 "[duplicate-key]\n"
                 "    caf\xC3\xA9: 2\n"
                 "    ^~~~\n"
                 "    help: keep one of them; the first is on line 2\n");
}

static void an_empty_document_is_an_empty_map(void **state)
{
    struct reading *r = *state;
    static const char *const texts[] = {"", "\n\n", "# a note\n", "---\n",
                                        "---\n...\n"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct yaml *y = read(r, str_from_c(texts[i]));
        assert_non_null(y);
        assert_int_equal(y->n, 0);
        assert_true(y->kind == YAML_MAP || yaml_is_empty(y));
    }
    assert_diags(r->diags, "");
}

static void one_text_alone_is_a_text(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("just words\n"));
    assert_int_equal(y->kind, YAML_SCALAR);
    assert_str(y->text, "just words");
}

static void what_a_person_never_means_is_refused_in_place(void **state)
{
    struct reading *r = *state;
    read_bad(r, "a: &x 1\n", 1, 4, "yaml-anchor");
    read_bad(r, "a: &x [1]\n", 1, 4, "yaml-anchor");
    read_bad(r, "a: &x {b: 1}\n", 1, 4, "yaml-anchor");
    read_bad(r, "a: !!int 1\n", 1, 4, "yaml-tag");
    read_bad(r, "a: !x [1]\n", 1, 4, "yaml-tag");
    read_bad(r, "b: 1\na: !x {b: 1}\n", 2, 4, "yaml-tag");
    read_bad(r, "b: 1\n<<: {a: 1}\n", 2, 1, "yaml-merge");
    read_bad(r, "b: 1\na: 2\nb: 3\n", 3, 1, "duplicate-key");
    read_bad(r, "a: {x: 1, x: 2}\n", 1, 11, "duplicate-key");
    read_bad(r, "a: 1\n\"\\x61\": 2\n", 2, 1, "duplicate-key");
    read_bad(r, "? [a]\n: 1\n", 1, 3, "yaml-syntax");
    read_bad(r, "a: 1\n---\nb: 2\n", 2, 1, "yaml-document");
    read_bad(r, "a: \"\\a\"\n", 1, 4, "control-character");
    read_bad(r, "a: \"x\\0y\"\n", 1, 4, "control-character");
    read_bad(r, "a: \"\\uFFFF\"\n", 1, 4, "control-character");
    read_bad(r, "a: \"\\x85\"\n", 1, 4, "control-character");
}

static void an_alias_is_refused_and_is_not_an_empty_text(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read(r, S("a: &x 1\nb: *x\n"));
    assert_int_equal(diags_errors(r->diags), 2);
    assert_non_null(strstr(messages(r), "a.md:2:4: error: an alias (*name) is "
                                        "not allowed [yaml-alias]\n"));
    assert_false(yaml_is_empty(yaml_get(y, S("b"))));
}

static void the_rest_is_read_after_a_refusal(void **state)
{
    struct reading *r = *state;
    struct yaml *y = read_bad(r, "a: 1\na: 2\nb: 3\n", 2, 1, "duplicate-key");
    assert_int_equal(y->n, 2);
    assert_str(yaml_get(y, S("a"))->text, "1");
    assert_str(yaml_get(y, S("b"))->text, "3");
}

static void what_is_never_closed_is_reported_where_it_opens(void **state)
{
    struct reading *r = *state;
    assert_refused(r, "a: 1\nb: \"x\nc: d\n",
                   "2:4: error: this quote is never closed");
    assert_refused(r, "a: 'x\nc: d\n",
                   "1:4: error: this quote is never closed");
    assert_refused(r, "a: \"x\n---\nc: d\n",
                   "1:4: error: this quote is never closed");
    assert_refused(r, "a: [x, y\nc: d\n",
                   "1:4: error: this list is never closed");
    assert_refused(r, "caf\xC3\xA9: {x: 1\nc: d\n",
                   "1:7: error: this map is never closed");
    assert_refused(r, "a: [", "1:5: error: a text is missing here");
}

static void common_slips_say_what_to_write(void **state)
{
    struct reading *r = *state;
    assert_refused(r, "a: b: c\n",
                   "1:5: error: there is a second ': ' on this line");
    assert_refused(r, "a: 1\n  b: 2\n",
                   "2:4: error: this key stands further right than the one "
                   "above it, which has a text");
    assert_refused(r, "a:1\nb: 2\n",
                   "2:2: error: the line above this one has no ': ' after its "
                   "key");
    assert_refused(r, "a: 1\nword\nb: 2\n",
                   "2:1: error: this line has no ': ' after its key");
    assert_refused(r, "a: 1\nword\n",
                   "2:1: error: this line has no ': ' after its key");
    assert_refused(r, "a: @x\n",
                   "1:4: error: a text cannot start with this character");
    assert_refused(r, "a:\n\t- x\n",
                   "2:1: error: a text cannot start with this character");
    assert_refused(r, "a: - x\n",
                   "1:4: error: a list cannot start behind its key");
    assert_refused(r, "a: 'Don't'\n",
                   "1:9: error: the text ends at the quote before this");
    assert_refused(r, "a: \"Our \"best\" plan\"\n",
                   "1:10: error: the text ends at the quote before this");
    assert_refused(r, "a: [x, , y]\n", "1:8: error: a text is missing here");
    assert_refused(r, "a: {b: c: d}\n",
                   "1:9: error: a comma or the closing bracket is missing "
                   "before this");
    assert_refused(r, "a: | x\n",
                   "1:6: error: the text cannot start on the line of its | or "
                   ">");
    assert_refused(r, "a: \"C:\\dir\"\n",
                   "1:7: error: this backslash means nothing");
    assert_refused(r, "- a\nb: c\n",
                   "2:1: error: this line does not fit the list before it");
    assert_refused(r, "a:\n  b: 1\n c: 2\n",
                   "3:2: error: this line does not fit what stands before it");
    assert_refused(r, "a: 1\n...\nb: 2\n",
                   "3:1: error: nothing can stand behind a line ...");
}

static void nesting_has_a_limit(void **state)
{
    struct reading *r = *state;
    struct buf b = buf_in(r->arena);
    for (size_t i = 0; i < YAML_DEPTH; i++) {
        buf_byte(&b, '[');
    }
    Str open = buf_str(&b);
    Str fits = str_printf(r->arena, "%.*sx%.*s", STR_ARG(open), (int)open.n,
                          "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]");
    assert_non_null(read(r, fits));
    assert_diags(r->diags, "");
    Str deep = str_printf(r->arena, "[%.*s", STR_ARG(fits));
    assert_null(read(r, deep));
    assert_reported_at(r, 1, YAML_DEPTH + 2, "too-deep");
}

/* Without the limit it would take libyaml hours. */
static void a_megabyte_of_brackets_is_refused_at_once(void **state)
{
    struct reading *r = *state;
    size_t n = 1024 * 1024;
    char *text = arena_bytes(r->arena, n);
    memset(text, '[', n);
    assert_null(read(r, (Str){text, n}));
    assert_int_equal(diags_errors(r->diags), 1);
    memset(text, '{', n);
    assert_null(read(r, (Str){text, n}));
    memset(text, '-', n);
    assert_non_null(read(r, (Str){text, n})); /* a word of hyphens */
}

static void anything_cut_short_is_read_or_refused(void **state)
{
    struct reading *r = *state;
    static const Str whole = STR_INIT(
        "title: {formal: \"A \\u00e9 plan\", young: 'it''s'}\r\n"
        "list:\n  - {a: [1, 2], b: |\n    x\n    }\n  - *x\n  - &y !!str z\n"
        "? - q\n: >-\n  folded\n\n  text # note\n...\n---\n<<: {}\n");
    for (size_t n = 0; n <= whole.n; n++) {
        for (size_t from = 0; from < 24; from++) {
            reading_again(r);
            struct yaml *y = read(r, str_from(str_to(whole, n), from));
            assert_true(y != NULL || diags_errors(r->diags) > 0);
            messages(r);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(texts_lists_and_maps_become_a_tree),
        READING_TEST(keys_keep_the_order_of_the_file),
        READING_TEST(quotes_and_escapes_are_worked_out),
        READING_TEST(every_node_knows_its_place_among_characters),
        READING_TEST(places_are_those_of_the_file_when_a_part_is_read),
        READING_TEST(an_empty_document_is_an_empty_map),
        READING_TEST(one_text_alone_is_a_text),
        READING_TEST(what_a_person_never_means_is_refused_in_place),
        READING_TEST(an_alias_is_refused_and_is_not_an_empty_text),
        READING_TEST(the_rest_is_read_after_a_refusal),
        READING_TEST(what_is_never_closed_is_reported_where_it_opens),
        READING_TEST(common_slips_say_what_to_write),
        READING_TEST(nesting_has_a_limit),
        READING_TEST(a_megabyte_of_brackets_is_refused_at_once),
        READING_TEST(anything_cut_short_is_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
