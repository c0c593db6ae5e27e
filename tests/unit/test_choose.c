#include "publishing.h"

#include "edition/choose.h"

/* What an edition has of a chapter, and the code of what it reports. */
struct parity_case {
    const char *chapter;
    const char *formal;
    const char *young;
    const char *reported; /* by the young edition that must have everything */
};

static const struct parity_case parity_cases[] = {
    /* both voices */
    {"a\n\n## S\n\nb\n\n::: young Y\nc\n:::\n\n::: young\nd\n:::\n",
     "a ([S] b)", "([Y] c d)", "[missing-voice]"},
    {"a\n\n::: young\ny\n:::\n\n## S\n\nb\n\n::: young Y\nc\n:::\n",
     "a ([S] b)", "y ([Y] c)", NULL},
    /* without a heading of its own, an edition has the formal one */
    {"## S\n\nb\n\n::: young\nc\n:::\n", "([S] b)", "([S] c)", NULL},
    /* the formal voice may stand in a block, too */
    {"## S\n\n::: formal F\nb\n:::\n\n::: young\nc\n:::\n", "([F] b)",
     "([S] c)", NULL},
    /* a section covers those below it */
    {"## S\n\na\n\n::: young\ny\n:::\n\n### T\n\nb\n\n#### U\n\nc\n",
     "([S] a ([T] b ([U] c)))", "([S] y)", NULL},
    /* one below may speak for itself, and is covered no more */
    {"## S\n\na\n\n::: young\ny\n:::\n\n### T\n\nb\n\n::: young\nz\n:::\n\n"
     "#### U\n\nc\n",
     "([S] a ([T] b ([U] c)))", "([S] y ([T] z))", NULL},
    /* one above without a text covers nothing */
    {"## S\n\n### T\n\nb\n\n::: young\nz\n:::\n", "([S] ([T] b))",
     "([S] ([T] z))", NULL},
    {"## S\n\n### T\n\nb\n", "([S] ([T] b))", NULL, "in/one.md:3:1: "},
    /* the opening covers nothing */
    {"a\n\n::: young\ny\n:::\n\n## S\n\nb\n", "a ([S] b)", NULL,
     "in/one.md:7:1: "},
    /* withheld, with what is below it where the section above covers that */
    {"a\n\n::: young\ny\n:::\n\n## S\n\nb\n\n::: young none\nwhy\n:::\n",
     "a ([S] b)", "y", NULL},
    {"a\n\n::: young\ny\n:::\n\n## S\n\nb\n\n::: young None\nwhy\n:::\n",
     "a ([S] b)", "y", NULL},
    {"## S\n\na\n\n::: young\ny\n:::\n\n### T\n\nb\n\n::: young none\nw\n:::\n"
     "\n#### U\n\nc\n",
     "([S] a ([T] b ([U] c)))", "([S] y)", NULL},
    {"## S\n\na\n\n::: young none\nw\n:::\n\n### T\n\nb\n\n::: young\nz\n:::\n",
     "([S] a ([T] b))", "([T] z)", NULL},
    {"## S\n\na\n\n::: young none\nw\n:::\n\n### T\n\nb\n", "([S] a ([T] b))",
     NULL, "in/one.md:9:1: "},
    {"a\n\n::: young none\nw\n:::\n\n## S\n\nb\n\n::: young\ny\n:::\n",
     "a ([S] b)", "([S] y)", NULL},
    {"## S\n\n::: formal none\nw\n:::\n\n::: young\ny\n:::\n\n## T\n\nb\n\n"
     "::: young\nz\n:::\n",
     "([T] b)", "([S] y) ([T] z)", NULL},
    /* young only, formal only in name */
    {"a\n\n::: young\nx\n:::\n\n## S\n\n::: young Y\ny\n:::\n", "a",
     "x ([Y] y)", NULL},
    {"a\n\n::: young\nx\n:::\n\n## To come\n", "a ([To come])", "x", NULL},
    /* missing */
    {"## S\n\na\n", "([S] a)", NULL, "in/one.md:1:1: "},
    {"a\n\n## S\n\nb\n\n::: young\ny\n:::\n", "a ([S] b)", NULL,
     "in/one.md:1:1: "},
    {"## S\n\na\n\n::: young Y\n:::\n", "([S] a)", NULL, "in/one.md:1:1: "},
    {"## S\n\na\n\n::: callout\nb\n:::\n", "([S] a b)", NULL,
     "in/one.md:1:1: "},
    {"## S\n\n| a |\n|---|\n", "([S] a)", NULL, "in/one.md:1:1: "},
};

static void each_section_has_its_voice_or_a_reason_or_is_reported(void **state)
{
    struct world *w = *state;
    for (size_t i = 0; i < COUNT(parity_cases); i++) {
        const struct parity_case *c = &parity_cases[i];
        world_again(w);
        const char *formal = outline_of(
            w,
            edition_of(w,
                       "title: T\neditions:\n  formal: {numbering: none}"
                       "\n  young: {parity: required}\n",
                       c->chapter, FORMAL),
            0);
        assert_string_equal(formal, c->formal);
        assert_int_equal(diags_errors(w->diags), 0);
        struct edition *young = edition_of(w, STRICT, c->chapter, YOUNG);
        if (c->reported != NULL) {
            assert_reported(w, 1, c->reported);
            continue;
        }
        assert_string_equal(outline_of(w, young, 0), c->young);
        assert_int_equal(diags_errors(w->diags), 0);
    }
}

static void the_formal_text_stands_in_where_parity_is_advised(void **state)
{
    struct world *w = *state;
    struct edition *ed =
        edition_of(w, LENIENT,
                   "a\n\n## S\n\nb\n\n## T\n\nc\n\n::: young\ny\n:::\n", YOUNG);
    assert_string_equal(outline_of(w, ed, 0), "a ([S] b) ([T] y)");
    assert_int_equal(diags_errors(w->diags), 0);
    assert_int_equal(diags_warnings(w->diags), 2);
    const struct ed_section *opening = ed->chapters[0]->opening;
    assert_int_equal(opening->fallback, FORMAL);
    assert_int_equal(opening->first->fallback, FORMAL);
    assert_int_equal(opening->first->next->fallback, YOUNG);
    assert_reported(w, 0,
                    "in/one.md:3:1: warning: this section has no text for the "
                    "young edition, which shows the formal text "
                    "[missing-voice]\n    ## S\n    ^~~~\n");
}

static void a_list_of_records_belongs_to_every_edition(void **state)
{
    struct world *w = *state;
    static const char *const chapter =
        "---\npriorities: [{id: p, title: P}]\npromises: [{id: q, title: Q, "
        "text: x}]\n---\n## S\n\na\n\n{{ priorities }}\n\n::: young\ny\n:::\n\n"
        "### T\n\n{{ promises }}\n";
    assert_string_equal(outline_of(w, edition_of(w, STRICT, chapter, YOUNG), 0),
                        "([S] {priorities} y {promises})");
    assert_int_equal(diags_errors(w->diags), 0);
}

static void a_list_that_the_young_text_places_itself_is_there_once(void **state)
{
    struct world *w = *state;
    static const char *const chapter =
        "---\npriorities: [{id: p, title: P}]\n---\n## S\n\na\n\n"
        "{{ priorities }}\n\n::: young\ny\n\n{{ priorities }}\n\nz\n:::\n";
    assert_string_equal(outline_of(w, edition_of(w, STRICT, chapter, YOUNG), 0),
                        "([S] y {priorities} z)");
    assert_string_equal(
        outline_of(w, edition_of(w, STRICT, chapter, FORMAL), 0),
        "([1.1 S] 1.1.1 a {priorities})");
}

static void a_section_of_lists_alone_lacks_nothing(void **state)
{
    struct world *w = *state;
    static const char *const chapter =
        "---\npriorities: [{id: p, title: P}]\n---\n## S\n\n{{ priorities }}\n";
    assert_string_equal(outline_of(w, edition_of(w, STRICT, chapter, YOUNG), 0),
                        "([S] {priorities})");
    assert_int_equal(diags_errors(w->diags), 0);
}

static void a_covered_section_leads_to_the_one_that_covers_it(void **state)
{
    struct world *w = *state;
    struct edition *ed =
        edition_of(w, STRICT,
                   "## S\n\na\n\n::: young\ny\n:::\n\n### T\n\nb\n\n## U\n\nc\n"
                   "\n::: young none\nw\n:::\n",
                   YOUNG);
    const struct map *anchors = &ed->chapters[0]->anchors;
    const struct ed_section *s = map_get(anchors, S("s"));
    assert_non_null(s);
    assert_ptr_equal(map_get(anchors, S("t")), s);
    assert_null(map_get(anchors, S("u")));
    assert_ptr_equal(map_get(anchors, S("one")), ed->chapters[0]->opening);
}

static void a_chapter_may_be_left_out_of_an_edition(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/two.md", "---\neditions: [formal]\nbecause: For councillors.\n---\n"
                     "# Two\n\nb\n");
    struct edition *young =
        edition_of(w, STRICT, "# One\n\na\n\n::: young\ny\n:::\n", YOUNG);
    assert_int_equal(diags_errors(w->diags), 0);
    assert_int_equal(young->nchapters, 1);
    assert_null(edition_chapter(young, S("two")));
    assert_non_null(edition_chapter(young, S("one")));
}

static void texts_that_readers_see_are_held_to_parity(void **state)
{
    struct world *w = *state;
    static const struct {
        const char *field;
        const char *place; /* NULL: nothing is missing */
    } cases[] = {
        {"title: {formal: F, young: Y}", NULL},
        {"title: F", NULL},
        {"title: {formal: F}", "in/one.md:4:12: "},
        {"title: {young: Y}", "in/one.md:4:12: "},
        {"title: {formal: F, young: \" \"}", "in/one.md:4:12: "},
        {"{title: T, why: {formal: F}}", "in/one.md:4:28: "},
        {"{title: T, focus: {formal: [a]}}", "in/one.md:4:30: "},
        {"{title: T, focus: {formal: [a], young: []}}", "in/one.md:4:30: "},
        {"{title: T, focus: {formal: [a, b], young: [a]}}", NULL},
        {"{title: T, focus: [a, {formal: b}]}", "in/one.md:4:34: "},
        {"{title: T, focus: [a, {formal: b, young: c}]}", NULL},
        {"{title: T, measures: [{text: {formal: b}}]}", "in/one.md:4:41: "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *field = cases[i].field;
        bool map = field[0] == '{';
        Str chapter = str_printf(w->arena,
                                 "---\npriorities:\n  - id: p\n    %s\n---\na\n"
                                 "\n::: young\ny\n:::\n",
                                 field);
        if (map) {
            chapter =
                str_printf(w->arena,
                           "---\npriorities:\n\n  - {id: p, %s\n---\na\n\n"
                           "::: young\ny\n:::\n",
                           field + 1);
        }
        world_again(w);
        struct publication *p = load_one(w, STRICT, chapter.p);
        assert_int_equal(diags_errors(w->diags), 0);
        edition_build(w->arena, w->diags, p, FORMAL);
        edition_build(w->arena, w->diags, p, YOUNG);
        if (cases[i].place == NULL) {
            assert_int_equal(diags_errors(w->diags), 0);
        } else {
            assert_reported(w, 1, cases[i].place);
            assert_int_equal(diags_errors(w->diags), 1);
        }
    }
}

static void a_third_edition_has_the_formal_text_where_it_has_none(void **state)
{
    struct world *w = *state;
    static const char *const settings =
        "title: T\neditions: {formal: {numbering: none}, young: {}, kids: "
        "{}}\n";
    static const char *const chapter =
        "## S\n\na\n\n::: young\ny\n:::\n\n## T\n\nb\n\n::: kids K\nk\n:::\n";
    assert_string_equal(outline_of(w, edition_of(w, settings, chapter, 2), 0),
                        "([S] a) ([K] k)");
    assert_int_equal(diags_warnings(w->diags), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_section_has_its_voice_or_a_reason_or_is_reported),
        WORLD_TEST(the_formal_text_stands_in_where_parity_is_advised),
        WORLD_TEST(a_list_of_records_belongs_to_every_edition),
        WORLD_TEST(a_list_that_the_young_text_places_itself_is_there_once),
        WORLD_TEST(a_section_of_lists_alone_lacks_nothing),
        WORLD_TEST(a_covered_section_leads_to_the_one_that_covers_it),
        WORLD_TEST(a_chapter_may_be_left_out_of_an_edition),
        WORLD_TEST(texts_that_readers_see_are_held_to_parity),
        WORLD_TEST(a_third_edition_has_the_formal_text_where_it_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
