#include "publishing.h"

#include "edition/figure.h"
#include "edition/insert.h"

#define FIGURES                                                                \
    "- id: looked-after\n"                                                     \
    "  title: Children looked after\n"                                         \
    "  unit: children\n"                                                       \
    "  source: A report\n"                                                     \
    "  points: {2019: 1293, 2020: 1298, 2022: 1294}\n"                         \
    "- id: disabled\n"                                                         \
    "  title: Disabled\n"                                                      \
    "  unit: children\n"                                                       \
    "  source: A report\n"                                                     \
    "  points: {2021: 12, 2022: 106}\n"                                        \
    "- id: rate\n"                                                             \
    "  title: Rate\n"                                                          \
    "  unit: percent\n"                                                        \
    "  source: A report\n"                                                     \
    "  points: {2021: 8, 2022: 9.5}\n"                                         \
    "- id: nothing\n"                                                          \
    "  title: None\n"                                                          \
    "  unit: children\n"                                                       \
    "  source: A report\n"                                                     \
    "  points: {2022: 0, 2023: -2}\n"                                          \
    "- id: arrivals\n"                                                         \
    "  title: Arrivals\n"                                                      \
    "  unit: children\n"                                                       \
    "  source: A report\n"                                                     \
    "  x: [Apr, Mar]\n"                                                        \
    "  series: {2018-19: [36, 30], 2019-20: [22, 21]}\n"

/* The publication with the figures above, in both editions. */
struct figures {
    struct world *w;
    struct edition *editions[2];
};

static struct figures open_figures(struct world *w)
{
    make_dir("in");
    put("in/figures.yaml", FIGURES);
    struct publication *p =
        load_one(w, STRICT, "# One\n\nA.\n\n::: young\nB.\n:::\n");
    assert_non_null(p);
    struct figures f = {.w = w};
    for (size_t v = 0; v < COUNT(f.editions); v++) {
        f.editions[v] = edition_build(w->arena, w->diags, p, v);
    }
    assert_int_equal(diags_errors(w->diags), 0);
    return f;
}

/* What the insert says, or an empty text after reporting. */
static Str say(const struct figures *f, size_t voice, const char *insert)
{
    struct source *src = ARENA_NEW(f->w->arena, struct source, 1);
    *src = (struct source){.path = S("a.md"), .text = str_from_c(insert)};
    struct insert in;
    struct insert_value value;
    size_t at, end;
    assert_int_equal(insert_find(src->text, &at, &end, &in), INSERT_FOUND);
    bool said = insert_value(f->editions[voice], f->w->arena, f->w->diags, src,
                             &in, &value);
    return said ? value.text : S("");
}

static void inserts_say_numbers_in_the_editions_voice(void **state)
{
    struct figures f = open_figures(*state);
    static const struct {
        const char *insert;
        const char *formal;
        const char *young;
    } cases[] = {
        {"{{ figure looked-after }}", "1,294", "1,294"},
        {"{{ figure looked-after 2019 }}", "1,293", "1,293"},
        {"{{ figure arrivals 2018-19 Mar }}", "30", "30"},
        {"{{ change looked-after 2020 2022 }}", "0.3% fewer", "4 fewer"},
        {"{{ change arrivals 2018-19 Mar 2019-20 Mar }}", "30% fewer",
         "9 fewer"},
        {"{{ change rate 2021 2022 }}", "1.5 percentage points higher",
         "about 2 more in every 100"},
        {"{{ change disabled 2022 2022 }}", "the same", "the same"},
        {"{{ share disabled looked-after }}", "8.2%", "about 1 in 12"},
        {"{{ share disabled 2021 disabled 2022 }}", "11.3%", "about 1 in 9"},
        {"{{ share arrivals 2019-20 Mar arrivals 2018-19 Mar }}", "70%",
         "7 in 10"},
        {"{{ share arrivals 2019-20 Mar disabled 2022 }}", "19.8%",
         "about 1 in 5"},
        {"{{ share nothing 2022 disabled 2022 }}", "0%", "none"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_str(say(&f, FORMAL, cases[i].insert), cases[i].formal);
        assert_str(say(&f, YOUNG, cases[i].insert), cases[i].young);
    }
    assert_int_equal(diags_errors(f.w->diags), 0);
}

static void mistakes_in_inserts_are_reported_with_what_to_write(void **state)
{
    struct figures f = open_figures(*state);
    static const struct {
        const char *insert;
        const char *message;
    } cases[] = {
        {"{{ figure looked-aftr }}", "did you mean 'looked-after'?"},
        {"{{ change looked-after 2020 2021 }}",
         "has no number for '2021' [unknown-figure]"},
        {"{{ change looked-aftr 2020 2022 }}", "[unknown-figure]"},
        {"{{ change arrivals 2018-18 Mar 2019-20 Mar }}",
         "did you mean '2018-19'?"},
        {"{{ change arrivals 2018-19 Mar 2019-20 Mai }}",
         "did you mean 'Mar'?"},
        {"{{ share disabled looked-aftr }}", "did you mean 'looked-after'?"},
        {"{{ share disabled 2022 looked-after 2023 }}", "did you mean '2020'?"},
        /* too few words, too many, none */
        {"{{ figure }}",
         "does not say which numbers are meant [unknown-insert]"},
        {"{{ figure arrivals }}", "{{ figure arrivals 2019-20 Apr }}"},
        {"{{ figure looked-after 2019 2020 }}", "[unknown-insert]"},
        {"{{ figure looked-after year=2019 }}", "[unknown-insert]"},
        {"{{ change looked-after 2020 }}", "[unknown-insert]"},
        {"{{ change looked-after 2019 2020 2022 }}", "[unknown-insert]"},
        {"{{ change arrivals 2018-19 Mar }}", "[unknown-insert]"},
        {"{{ share disabled }}", "[unknown-insert]"},
        {"{{ share disabled 2022 looked-after }}", "[unknown-insert]"},
        {"{{ share disabled arrivals }}", "[unknown-insert]"},
        /* no share */
        {"{{ share disabled 2022 nothing 2022 }}",
         "106 cannot be a share of 0: nothing has no parts [bad-share]"},
        {"{{ share looked-after disabled }}",
         "1,294 cannot be a share of 106: it is more than the whole"},
        {"{{ share nothing looked-after }}", "a share is not less than"},
        {"{{ share rate disabled }}", "their units differ [bad-share]"},
        {"{{ chart looked-after }}", "a chart cannot stand inside a line"},
        {"{{ chnage looked-after }}", "did you mean 'change'?"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        world_again(f.w);
        assert_str(say(&f, FORMAL, cases[i].insert), "");
        assert_int_equal(diags_errors(f.w->diags), 1);
        assert_reported(f.w, 1, cases[i].message);
    }
}

/* The figure in `yaml` is refused with `message`, and once. */
static void assert_refused(struct world *w, const char *yaml,
                           const char *message)
{
    if (!exists("in")) {
        make_dir("in");
    }
    put("in/figures.yaml", yaml);
    world_again(w);
    struct publication *p = load_one(
        w, STRICT,
        "# One\n\n{{ figure f 2022 }}\n\n{{ chart f }}\n\n::: young\nB.\n"
        ":::\n");
    assert_non_null(p);
    edition_build(w->arena, w->diags, p, FORMAL);
    assert_reported(w, 1, message);
    assert_int_equal(diags_errors(w->diags), 1);
}

#define FIGURE "- {id: f, title: T, unit: u, source: S"

static void figures_that_do_not_hold_together_are_refused(void **state)
{
    struct world *w = *state;
    assert_refused(w, FIGURE "}\n", "has no numbers [bad-figure]");
    assert_refused(w, FIGURE ", x: [], series: {a: []}}\n", "has no numbers");
    assert_refused(w, FIGURE ", points: {2022: 1}, x: [a]}\n",
                   "has points and x or series as well [bad-figure]");
    assert_refused(w, FIGURE ", series: {a: [1]}}\n",
                   "has series without x [bad-figure]");
    assert_refused(w, FIGURE ", x: [a]}\n", "has x without series");
    assert_refused(w, FIGURE ", x: [a, b], series: {a: [1]}}\n",
                   "the series 'a' has 1 numbers for 2 names in x");
    assert_refused(w, FIGURE ", points: {2022: many}}\n",
                   "'points' must be a number, not 'many' [wrong-type]");
    assert_refused(w, FIGURE ", points: {2022: 123456789012}}\n",
                   "write at most 11 digits before a point");
    assert_refused(w,
                   "- {id: figures, title: T, unit: u, source: S, points: "
                   "{a: 1}}\n" FIGURE ", points: {2022: 1}}\n",
                   "a figure cannot have the id 'figures' [bad-id]");
}

static void a_chart_stands_in_every_edition_once(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/figures.yaml", FIGURES);
    const char *chapter = "A.\n\n{{ chart disabled }}\n\n{{ chart rate }}\n\n"
                          "::: young\nB.\n\n{{ chart rate }}\n:::\n";
    struct edition *ed = edition_of(w, STRICT, chapter, FORMAL);
    assert_string_equal(outline_of(w, ed, 0), "1.1 A. {chart} {chart}");
    /* the one that the young text has itself is not shown again */
    ed = edition_of(w, STRICT, chapter, YOUNG);
    assert_string_equal(outline_of(w, ed, 0), "{chart} B. {chart}");
    assert_int_equal(diags_errors(w->diags), 0);
}

static void a_chart_of_no_figure_is_reported_once(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/figures.yaml", FIGURES);
    struct publication *p = load_one(
        w, STRICT,
        "A.\n\n{{ chart disable }}\n\n{{ chart }}\n\n::: young\nB.\n:::\n");
    edition_build(w->arena, w->diags, p, FORMAL);
    edition_build(w->arena, w->diags, p, YOUNG);
    assert_int_equal(diags_errors(w->diags), 2);
    assert_reported(w, 1, "did you mean 'disabled'?");
    assert_reported(w, 1, "write {{ chart looked-after }}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(inserts_say_numbers_in_the_editions_voice),
        WORLD_TEST(mistakes_in_inserts_are_reported_with_what_to_write),
        WORLD_TEST(figures_that_do_not_hold_together_are_refused),
        WORLD_TEST(a_chart_stands_in_every_edition_once),
        WORLD_TEST(a_chart_of_no_figure_is_reported_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
