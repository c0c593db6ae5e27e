#include "pages.h"
#include "publishing.h"

#include "publish/data.h"

/* Writes the data files of the publication with `figures` into out/. */
static void write_data(struct world *w, const char *figures)
{
    make_dir("in");
    put("in/figures.yaml", figures);
    struct work work = {
        .pub = load_one(w, STRICT, "# One\n\nA.\n\n::: young\nB.\n:::\n"),
    };
    assert_non_null(work.pub);
    work.editions[0] = edition_build(w->arena, w->diags, work.pub, FORMAL);
    struct stage *stage = open_stage(w, "out");
    assert_non_null(stage);
    const struct sink sink = {.stage = stage, .arena = w->arena};
    assert_true(data_write(&work, w->diags, &sink));
    assert_true(stage_commit(stage));
    stage_free(stage);
    assert_diags(w->diags, "");
}

#define HEAD "figure,series,point,value,unit,as at,source,title\r\n"

static void one_number_stands_on_each_line(void **state)
{
    struct world *w = *state;
    write_data(w, "- id: looked-after\n"
                  "  title: {formal: In care, young: Us}\n"
                  "  unit: children\n"
                  "  source: A report\n"
                  "  as-at: 2022-03\n"
                  "  points: {2020: 1298, 2022: -3.50}\n"
                  "- id: arrivals\n"
                  "  title: Arrivals\n"
                  "  unit: children\n"
                  "  source: A report\n"
                  "  x: [Apr, May]\n"
                  "  series: {2018-19: [36, 30], 2019-20: [22, 20]}\n");
#define LOOKED_AFTER                                                           \
    "looked-after,,2020,1298,children,2022-03,A report,In care\r\n"            \
    "looked-after,,2022,-3.50,children,2022-03,A report,In care\r\n"
#define ARRIVALS                                                               \
    "arrivals,2018-19,Apr,36,children,,A report,Arrivals\r\n"                  \
    "arrivals,2018-19,May,30,children,,A report,Arrivals\r\n"                  \
    "arrivals,2019-20,Apr,22,children,,A report,Arrivals\r\n"                  \
    "arrivals,2019-20,May,20,children,,A report,Arrivals\r\n"
    assert_true(has_text("out/data/looked-after.csv", HEAD LOOKED_AFTER));
    assert_true(has_text("out/data/arrivals.csv", HEAD ARRIVALS));
    assert_true(has_text("out/data/figures.csv", HEAD LOOKED_AFTER ARRIVALS));
}

static void cells_are_quoted_and_formulas_are_not_run(void **state)
{
    struct world *w = *state;
    write_data(w, "- id: f\n"
                  "  title: '=HYPERLINK(\"http://x\"; \"y\")'\n"
                  "  unit: '+1'\n"
                  "  source: \"a, \\\"b\\\"\\nc\"\n"
                  "  points: {'-1': 1, '@x': 2, '-x': -3, '=1': 4}\n");
#define REST                                                                   \
    "+1,,\"a, \"\"b\"\"\nc\",\"'=HYPERLINK(\"\"http://x\"\"; \"\"y\"\")\"\r\n"
    assert_true(has_text("out/data/f.csv",
                         HEAD "f,,-1,1,'" REST "f,,'@x,2,'" REST
                              "f,,'-x,-3,'" REST "f,,'=1,4,'" REST));
}

static void without_figures_there_is_no_data(void **state)
{
    struct world *w = *state;
    make_dir("in");
    struct work work = {.pub = load_one(w, STRICT, "# One\n\nA.\n")};
    const struct sink sink = {.arena = w->arena};
    assert_true(data_write(&work, w->diags, &sink));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(one_number_stands_on_each_line),
        WORLD_TEST(cells_are_quoted_and_formulas_are_not_run),
        WORLD_TEST(without_figures_there_is_no_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
