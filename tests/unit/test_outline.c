#include "publishing.h"

#define CHAPTER                                                                \
    "# One\n\na\n\nb\n\n## S\n\nc\n\n- list\n\nd\n\n### T\n\ne\n\n## U\n\nf\n"

static struct edition *numbered(struct world *w, const char *numbering,
                                const char *chapter)
{
    Str settings = str_printf(
        w->arena, "title: T\neditions: {formal: {numbering: %s}}\n", numbering);
    return edition_of(w, settings.p, chapter, FORMAL);
}

static void
sections_number_paragraphs_and_headings_in_one_sequence(void **state)
{
    struct world *w = *state;
    struct edition *ed = numbered(w, "sections", CHAPTER);
    assert_str(ed->chapters[0]->number, "1");
    assert_string_equal(outline_of(w, ed, 0),
                        "1.1 a 1.2 b ([1.3 S] 1.3.1 c list 1.3.2 d ([1.3.3 T] "
                        "1.3.3.1 e)) ([1.4 U] 1.4.1 f)");
}

static void continuous_numbers_go_on_through_headings(void **state)
{
    struct world *w = *state;
    struct edition *ed = numbered(w, "continuous", CHAPTER);
    assert_string_equal(outline_of(w, ed, 0),
                        "1 a 2 b ([S] 3 c list 4 d ([T] 5 e)) ([U] 6 f)");
}

static void headings_may_be_numbered_alone_or_nothing(void **state)
{
    struct world *w = *state;
    assert_string_equal(outline_of(w, numbered(w, "headings", CHAPTER), 0),
                        "a b ([1.1 S] c list d ([1.1.1 T] e)) ([1.2 U] f)");
    assert_string_equal(outline_of(w, numbered(w, "none", CHAPTER), 0),
                        "a b ([S] c list d ([T] e)) ([U] f)");
}

static void chapters_are_numbered_and_appendices_lettered(void **state)
{
    struct world *w = *state;
    make_dir("in");
    static const char *const names[] = {"two", "three", "x", "y"};
    for (size_t i = 0; i < COUNT(names); i++) {
        put(str_printf(w->arena, "in/%s.md", names[i]).p, "a\n");
    }
    struct edition *ed =
        edition_of(w,
                   "title: T\neditions: {formal: }\nchapters: [three, two, "
                   "one]\nappendices: [y, x]\n",
                   "a\n", FORMAL);
    static const char *const want[] = {"1", "2", "3", "A", "B"};
    static const char *const files[] = {"three.html", "two.html", "one.html",
                                        "y.html", "x.html"};
    assert_int_equal(ed->nchapters, 5);
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_str(ed->chapters[i]->number, want[i]);
        assert_str(ed->chapters[i]->file, files[i]);
    }
    assert_string_equal(outline_of(w, ed, 4), "B.1 a");
}

/* The id of the first block whose words are `words`. */
static Str id_of_words(struct world *w, const struct ed_section *s,
                       const char *words)
{
    for (size_t i = 0; i < s->nblocks; i++) {
        if (str_eq(node_words(w->arena, s->blocks[i].node),
                   str_from_c(words))) {
            return s->blocks[i].id;
        }
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        Str id = id_of_words(w, c, words);
        if (id.n > 0) {
            return id;
        }
    }
    return S("");
}

static void
a_paragraph_put_above_others_changes_their_numbers_alone(void **state)
{
    struct world *w = *state;
    struct edition *before = numbered(w, "sections", CHAPTER);
    struct edition *after =
        numbered(w, "sections",
                 "# One\n\nnew\n\na\n\nb\n\n## New\n\n## S\n\n"
                 "new\n\nc\n\n- list\n\nd\n\n### T\n\ne\n\n## U"
                 "\n\nf\n");
    static const char *const words[] = {"a", "b", "c", "d", "e", "f"};
    for (size_t i = 0; i < COUNT(words); i++) {
        Str was = id_of_words(w, before->chapters[0]->opening, words[i]);
        Str is = id_of_words(w, after->chapters[0]->opening, words[i]);
        assert_true(was.n > 0);
        assert_true(str_eq(was, is));
        assert_true(str_is_id(is));
    }
    assert_string_equal(outline_of(w, after, 0),
                        "1.1 new 1.2 a 1.3 b ([1.4 New]) ([1.5 S] 1.5.1 new "
                        "1.5.2 c list 1.5.3 d ([1.5.4 T] 1.5.4.1 e)) ([1.6 U] "
                        "1.6.1 f)");
}

static void the_same_words_twice_on_a_page_have_two_ids(void **state)
{
    struct world *w = *state;
    struct edition *ed = numbered(w, "sections", "a\n\na\n\n## S\n\na\n");
    const struct ed_section *top = ed->chapters[0]->opening;
    Str ids[] = {top->blocks[0].id, top->blocks[1].id,
                 top->first->blocks[0].id};
    for (size_t i = 0; i < COUNT(ids); i++) {
        for (size_t k = i + 1; k < COUNT(ids); k++) {
            assert_false(str_eq(ids[i], ids[k]));
        }
    }
}

static void paragraphs_that_differ_by_an_insert_have_their_own_ids(void **state)
{
    struct world *w = *state;
    struct edition *ed = numbered(
        w, "sections",
        "{{ council.name }} is here.\n\n{{ council.area }} is here.\n");
    struct edition *turned = numbered(
        w, "sections",
        "{{ council.area }} is here.\n\n{{ council.name }} is here.\n");
    const struct ed_block *a = ed->chapters[0]->opening->blocks;
    const struct ed_block *b = turned->chapters[0]->opening->blocks;
    assert_true(str_eq(a[0].id, b[1].id));
    assert_true(str_eq(a[1].id, b[0].id));
}

static void ids_of_sections_come_from_their_words(void **state)
{
    struct world *w = *state;
    static const struct {
        const char *chapter;
        const char *id;
    } cases[] = {
        {"## Our homes\n\na\n", "our-homes"},
        {"## Children's homes, and more!\n\na\n", "childrens-homes-and-more"},
        {"## Our homes {#homes}\n\na\n", "homes"},
        {"## *Our* `homes` {#h-1}\n\na\n", "h-1"},
        {"## {{ council.name }} and you\n\na\n", "and-you"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct edition *ed = numbered(w, "none", cases[i].chapter);
        const struct ed_section *s = ed->chapters[0]->opening->first;
        assert_str(s->source->id, cases[i].id);
    }
}

static void sections_below_different_ones_may_share_their_words(void **state)
{
    struct world *w = *state;
    struct edition *ed =
        numbered(w, "none", "## A\n\n### Why\n\na\n\n## B\n\n### Why\n\nb\n");
    const struct ed_section *a = ed->chapters[0]->opening->first;
    assert_str(a->first->source->id, "why");
    assert_str(a->next->first->source->id, "b-why");
}

static void two_sections_with_one_id_are_reported(void **state)
{
    struct world *w = *state;
    static const struct {
        const char *chapter;
        const char *place;
    } cases[] = {
        {"## A\n\na\n\n## A\n\nb\n", "in/one.md:5:1: "},
        {"## A\n\na\n\n## B {#a}\n\nb\n", "in/one.md:5:1: "},
        {"## A {#b}\n\na\n\n### C\n\n#### D {#b}\n\nb\n", "in/one.md:7:1: "},
        {"## \xD8\xA3\n\na\n\n## \xD8\xA8\n\nb\n", "in/one.md:5:1: "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        world_again(w);
        load_one(w, STRICT, cases[i].chapter);
        assert_reported(w, 1, cases[i].place);
        assert_reported(w, 1, "[duplicate-id]");
        assert_int_equal(diags_errors(w->diags), 1);
    }
}

static void levels_that_are_skipped_do_not_show(void **state)
{
    struct world *w = *state;
    struct edition *ed = numbered(
        w, "headings", "#### A\n\na\n\n## B\n\n##### C\n\nc\n\n### D\n\nd\n");
    assert_string_equal(outline_of(w, ed, 0),
                        "([1.1 A] a) ([1.2 B] ([1.2.1 C] c) ([1.2.2 D] d))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(sections_number_paragraphs_and_headings_in_one_sequence),
        WORLD_TEST(continuous_numbers_go_on_through_headings),
        WORLD_TEST(headings_may_be_numbered_alone_or_nothing),
        WORLD_TEST(chapters_are_numbered_and_appendices_lettered),
        WORLD_TEST(a_paragraph_put_above_others_changes_their_numbers_alone),
        WORLD_TEST(the_same_words_twice_on_a_page_have_two_ids),
        WORLD_TEST(paragraphs_that_differ_by_an_insert_have_their_own_ids),
        WORLD_TEST(ids_of_sections_come_from_their_words),
        WORLD_TEST(sections_below_different_ones_may_share_their_words),
        WORLD_TEST(two_sections_with_one_id_are_reported),
        WORLD_TEST(levels_that_are_skipped_do_not_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
