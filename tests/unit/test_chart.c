#include "publishing.h"

#include "render/chart.h"
#include "render/chart_data.h"
#include "render/chart_draw.h"
#include "render/chart_words.h"

struct figure {
    const char *id;
    const char *title;
    const char *unit;
    const char *numbers;
};

static const struct figure figures[] = {
    {"looked-after", "{formal: Children in care, young: Us}", "children",
     "points: {2019: 293, 2020: 298, 2022: 294}\n  as-at: 2022-03-31"},
    {"homes", "Where", "children",
     "points: {foster-carers: 240, homes: 40, others: 40}"},
    {"single", "Children in care", "children", "points: {2022: 294}"},
    {"zero", "Complaints", "complaints", "points: {2020: 0, 2021: 0}"},
    {"minus", "Change", "families", "points: {2020: 12, 2021: -8, 2022: 0}"},
    {"below", "Loss", "£", "points: {a: -8, b: -99999999999.9999}"},
    {"equal", "Places", "places", "points: {a: 4, b: 4, c: 4}"},
    {"percent", "Took part", "percent", "points: {2021: 84, 2022: 90.5}"},
    {"broken", "\"Rate, first and last\"", "per 10,000",
     "points: {2015-16: 80, 2019-20: 80}"},
    {"months", "Arrivals", "children",
     "x: [Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec, Jan, Feb, Mar]\n"
     "  series:\n"
     "    2017-18: [49, 48, 43, 40, 38, 35, 35, 31, 33, 33, 30, 34]\n"
     "    2018-19: [36, 30, 28, 35, 43, 44, 43, 41, 38, 32, 35, 30]\n"
     "    2019-20: [22, 20, 21, 24, 24, 34, 24, 25, 28, 22, 26, 21]"},
    {"flows", "Flows", "children",
     "x: [2023-24, 2024-25]\n  series: {came: [131, 124], left: [139, 139]}"},
    {"many-lines", "Many", "children",
     "x: [2020, 2021]\n"
     "  series: {a: [1, 2], b: [1, 2], c: [3, 2], d: [9, 8]}"},
    {"long-series", "Long", "children",
     "x: [2020, 2021]\n"
     "  series: {An average of all the statistical neighbours: [1, 2]}"},
    {"hostile", "'<b>&\"\" </title><script>'", "'<i>'",
     "points: {'</text><script>': 1, '\" onload=\"x': 2}"},
};

static void put_figures(struct world *w)
{
    struct buf b = buf_in(w->arena);
    for (size_t i = 0; i < COUNT(figures); i++) {
        const struct figure *f = &figures[i];
        buf_printf(&b, "- id: %s\n  title: %s\n  unit: %s\n  %s\n", f->id,
                   f->title, f->unit, f->numbers);
        buf_printf(&b, "  source: Annual report\n");
    }
    make_dir("in");
    put("in/figures.yaml", str_c(w->arena, buf_str(&b)));
}

/* An edition with the figures above, and its theme. */
struct charts {
    struct world *w;
    struct edition *editions[2];
    struct theme *themes[2];
};

static struct charts open_charts(struct world *w)
{
    static const char *const themes[] = {"civic", "bright"};
    struct charts ch = {.w = w};
    put_figures(w);
    struct publication *p =
        load_one(w, STRICT, "# One\n\nA.\n\n::: young\nB.\n:::\n");
    assert_non_null(p);
    for (size_t v = 0; v < COUNT(ch.editions); v++) {
        ch.editions[v] = edition_build(w->arena, w->diags, p, v);
        ch.themes[v] = theme_load(w->arena, w->diags, S(""),
                                  str_from_c(themes[v]), S("en"), NULL, S(""));
        assert_non_null(ch.themes[v]);
    }
    assert_diags(w->diags, "");
    return ch;
}

/* The markup of `{{ chart ID }}`. */
static const char *chart_in(const struct charts *ch, size_t voice,
                            enum flavour flavour, const char *id)
{
    struct scene scene = {
        .pub = ch->editions[voice]->pub,
        .editions = ch->editions,
        .ed = ch->editions[voice],
        .theme = ch->themes[voice],
        .flavour = flavour,
    };
    struct body b = body_start(&scene, ch->w->arena, ch->w->diags,
                               ch->editions[voice]->chapters[0]);
    struct insert in = {.name = S("chart"), .nargs = 1};
    in.args[0] = str_from_c(id);
    struct buf out = buf_in(ch->w->arena);
    chart_write(&b, &out, &in);
    assert_diags(ch->w->diags, "");
    return str_c(ch->w->arena, buf_str(&out));
}

static const char *chart(const struct charts *ch, size_t voice, const char *id)
{
    return chart_in(ch, voice, FLAVOUR_HTML, id);
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (const char *p = text; (p = strstr(p, part)) != NULL; p++) {
        n++;
    }
    return n;
}

#define assert_has(text, part) assert_has_at((text), (part), __FILE__, __LINE__)

static void assert_has_at(const char *text, const char *part, const char *file,
                          int line)
{
    if (strstr(text, part) == NULL) {
        print_error("not in:\n%s\nwanted:\n%s\n", text, part);
        _fail(file, line);
    }
}

static void summaries_are_sentences_in_the_editions_voice(void **state)
{
    struct charts ch = open_charts(*state);
    static const struct {
        const char *id;
        const char *formal;
        const char *young;
    } cases[] = {
        {"looked-after",
         "Children in care rose from 293 in 2019 to 294 in 2022; the highest "
         "was 298 in 2020.",
         "The number went up from 293 in 2019 to 294 in 2022."},
        {"homes",
         "The highest number was 240, for foster carers; the lowest was 40, "
         "for homes and others.",
         "The biggest number is 240, for foster carers. The smallest is 40, "
         "for homes and others."},
        {"single", "Children in care: 294 in 2022.",
         "Children in care: 294 in 2022."},
        {"zero", "Complaints stayed at 0 from 2020 to 2021.",
         "The number stayed the same, at 0."},
        {"minus",
         "Change fell from 12 in 2020 to 0 in 2022; the lowest was "
         "\xE2\x88\x92"
         "8 in 2021.",
         "The number went down from 12 in 2020 to 0 in 2022."},
        {"equal", "All 3 have the same number, 4.",
         "They are all the same, 4."},
        {"percent", "Took part rose from 84% in 2021 to 90.5% in 2022.",
         "The share went up from 84% in 2021 to 90.5% in 2022."},
        /* a title with a comma begins no sentence */
        {"broken", "The rate stayed at 80 from 2015-16 to 2019-20.",
         "The number stayed the same, at 80."},
        {"months",
         "In 2019-20 the number fell from 22 in April to 21 in March; in March "
         "of 2018-19 it was 30, and in March of 2017-18 it was 34.",
         "In 2019-20 the number went down from 22 in April to 21 in March. It "
         "was 30 in March of 2018-19."},
        {"flows",
         "Between 2023-24 and 2024-25, “Came” fell from 131 to 124 and “Left” "
         "stayed at 139.",
         "“Came” went down from 131 to 124 and “Left” stayed the same, at "
         "139."},
        {"many-lines",
         "The highest number was 9 (D, 2020); the lowest was 1 (A, 2020).",
         "The biggest number is 9 (D, 2020). The smallest is 1 (A, 2020)."},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str formal = str_printf(
            ch.w->arena, "<p class=\"chart-summary\">%s</p>", cases[i].formal);
        Str young = str_printf(ch.w->arena, "<p class=\"chart-summary\">%s</p>",
                               cases[i].young);
        assert_has(chart(&ch, FORMAL, cases[i].id), formal.p);
        assert_has(chart(&ch, YOUNG, cases[i].id), young.p);
    }
}

static void a_chart_has_a_name_a_description_and_a_table(void **state)
{
    struct charts ch = open_charts(*state);
    const char *html = chart(&ch, FORMAL, "looked-after");
    assert_has(html, "<figure class=\"chart\" id=\"chart-looked-after\">\n"
                     "<figcaption>Children in care</figcaption>\n"
                     "<p class=\"chart-summary\">");
    assert_has(html, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                     "aria-labelledby=\"chart-looked-after-title\" "
                     "aria-describedby=\"chart-looked-after-about\" "
                     "viewBox=\"0 0 360 ");
    assert_has(html, "<title id=\"chart-looked-after-title\">Children in care"
                     "</title>\n<desc id=\"chart-looked-after-about\">A bar "
                     "chart.");
    assert_has(html, ">Data: Children in care</caption>");
    assert_has(html, "<th scope=\"col\">Year</th>\n"
                     "<th scope=\"col\" class=\"right\">Children</th>");
    assert_has(html, "<th scope=\"row\">2022</th>\n"
                     "<td class=\"right\">294</td>");
    assert_has(html, "<a href=\"../data/looked-after.csv\" "
                     "download=\"looked-after.csv\">Download the data (CSV)"
                     "<span class=\"unseen\">: Children in care</span></a>");
    assert_has(html, "Source: Annual report</span>");
    assert_has(html, "As at: <time datetime=\"2022-03-31\">31 March 2022"
                     "</time></span>");
    assert_null(strstr(html, "style="));
    assert_has(chart(&ch, YOUNG, "looked-after"),
               "<figcaption>Us</figcaption>");
}

static void a_book_has_no_download(void **state)
{
    struct charts ch = open_charts(*state);
    const char *xhtml = chart_in(&ch, FORMAL, FLAVOUR_XHTML, "looked-after");
    assert_null(strstr(xhtml, "../data"));
    assert_has(xhtml, "</svg>");
    assert_has(xhtml, "<div class=\"table");
}

static void times_stand_and_names_lie(void **state)
{
    struct charts ch = open_charts(*state);
    const char *html = chart(&ch, FORMAL, "looked-after");
    /* a scale with ticks, two pale columns, and the newest strong */
    assert_int_equal(count(html, "class=\"chart-grid\""), 3);
    assert_int_equal(count(html, "class=\"chart-axis\""), 1);
    assert_int_equal(count(html, "class=\"chart-bar-2\""), 2);
    assert_int_equal(count(html, "class=\"chart-bar\""), 1);
    assert_has(html, "text-anchor=\"end\" fill=\"currentColor\">300</text>");
    assert_has(html, "font-weight=\"700\" fill=\"currentColor\">294</text>");
    /* names, and all in a simple picture: rows without a scale */
    html = chart(&ch, FORMAL, "homes");
    assert_int_equal(count(html, "class=\"chart-grid\""), 0);
    assert_int_equal(count(html, "class=\"chart-bar\""), 3);
    assert_has(html, ">Foster carers</text>");
    assert_has(html, "<th scope=\"col\">Group</th>");
    html = chart(&ch, YOUNG, "looked-after");
    assert_int_equal(count(html, "class=\"chart-grid\""), 0);
    assert_int_equal(count(html, "class=\"chart-bar-2\""), 2);
    assert_has(html, "font-size=\"20\" fill=\"currentColor\">2022</text>");
}

static void zero_is_drawn_as_nothing_and_less_goes_down(void **state)
{
    struct charts ch = open_charts(*state);
    const char *html = chart(&ch, FORMAL, "zero");
    assert_int_equal(count(html, "<rect"), 0);
    assert_int_equal(count(html, "fill=\"currentColor\">0</text>"), 3);
    html = chart(&ch, FORMAL, "minus");
    assert_int_equal(count(html, "<rect"), 2);
    assert_has(html, "\xE2\x88\x92"
                     "10</text>"); /* a tick below zero */
    /* the line of zero is at the right of what is all below it */
    for (size_t v = 0; v < COUNT(ch.editions); v++) {
        html = chart(&ch, v, "below");
        assert_int_equal(count(html, "<rect"), 2);
        assert_null(strstr(html, "=\"-"));
    }
    html = chart(&ch, FORMAL, "single");
    assert_int_equal(count(html, "<rect"), 1);
    /* a percentage is drawn as a part of its whole */
    html = chart(&ch, YOUNG, "percent");
    assert_int_equal(count(html, "<rect class=\"chart-grid\""), 2);
}

static void lines_differ_without_colour(void **state)
{
    struct charts ch = open_charts(*state);
    const char *html = chart(&ch, FORMAL, "months");
    assert_int_equal(count(html, "<polyline"), 3);
    /* the newest is the strongest and the only one without gaps */
    const char *newest = strstr(html, "<polyline class=\"chart-line\"");
    assert_non_null(newest);
    newest = str_c(ch.w->arena, str_to(str_from_c(newest),
                                       str_find_byte(str_from_c(newest), '>')));
    assert_has(newest, "stroke-width=\"3.5\"");
    assert_null(strstr(newest, "dasharray"));
    assert_int_equal(count(html, "stroke-dasharray=\"7 4\""), 1);
    assert_int_equal(count(html, "stroke-dasharray=\"1.5 4\""), 1);
    assert_has(html,
               "font-weight=\"700\" fill=\"currentColor\">2019-20</text>");
    /* both ends are named, and the table says months in full */
    assert_has(html, ">Apr</text>");
    assert_has(html, ">Mar</text>");
    assert_null(strstr(html, ">Feb</text>"));
    assert_has(html, "<th scope=\"row\">February</th>");
    assert_has(html, "A line chart with a scale from 0 to 50.");
    /* of groups none is the strongest */
    html = chart(&ch, FORMAL, "flows");
    assert_int_equal(count(html, "stroke-width=\"2.25\""), 2);
    /* a name that is too long for the end of its line stands in a key */
    html = chart(&ch, FORMAL, "long-series");
    assert_int_equal(count(html, "<polyline"), 2);
}

static void a_scale_that_does_not_start_at_zero_says_so(void **state)
{
    struct charts ch = open_charts(*state);
    assert_has(
        chart(&ch, FORMAL, "flows"),
        "<p class=\"chart-note\">The scale starts at 120, not at 0.</p>");
    /* a simple picture starts at zero */
    assert_null(strstr(chart(&ch, YOUNG, "flows"), "chart-note"));
    assert_null(strstr(chart(&ch, FORMAL, "months"), "chart-note"));
}

static void nothing_that_is_written_becomes_markup(void **state)
{
    struct charts ch = open_charts(*state);
    for (size_t v = 0; v < COUNT(ch.editions); v++) {
        const char *html = chart(&ch, v, "hostile");
        assert_null(strstr(html, "<script"));
        assert_null(strstr(html, "<b>"));
        assert_null(strstr(html, "<i>"));
        assert_has(html, "&lt;b&gt;&amp;\"\" &lt;/title&gt;&lt;script&gt;"
                         "</title>");
        assert_has(html, "&lt;/text&gt;&lt;script&gt;</text>");
    }
}

static void the_same_chart_twice_has_two_ids(void **state)
{
    struct charts ch = open_charts(*state);
    struct scene scene = {
        .pub = ch.editions[0]->pub,
        .editions = ch.editions,
        .ed = ch.editions[0],
        .theme = ch.themes[0],
    };
    struct body b = body_start(&scene, ch.w->arena, ch.w->diags,
                               ch.editions[0]->chapters[0]);
    struct insert in = {.name = S("chart"), .nargs = 1};
    in.args[0] = S("homes");
    struct buf out = buf_in(ch.w->arena);
    chart_write(&b, &out, &in);
    chart_write(&b, &out, &in);
    const char *html = str_c(ch.w->arena, buf_str(&out));
    assert_int_equal(count(html, "id=\"chart-homes\""), 1);
    assert_int_equal(count(html, "id=\"chart-homes-2\""), 1);
    assert_int_equal(count(html, "id=\"chart-homes-title\""), 1);
    assert_int_equal(count(html, "id=\"chart-homes-2-title\""), 1);
}

static void ticks_are_ones_twos_and_fives(void **state)
{
    (void)state;
    static const struct {
        Decimal min, max; /* in ten-thousandths */
        int steps;
        bool whole;
        Decimal from, to, step;
    } cases[] = {
        {0, 4360000, 5, true, 0, 5000000, 1000000},
        {0, 490000, 5, true, 0, 500000, 100000},
        {0, 10000, 5, true, 0, 10000, 10000}, /* half a child is none */
        {0, 10000, 5, false, 0, 10000, 2000},
        {0, 30000, 5, true, 0, 30000, 10000},
        {1240000, 1390000, 5, true, 1200000, 1400000, 50000},
        {-80000, 120000, 5, true, -100000, 150000, 50000},
        {-80000, 0, 5, true, -80000, 0, 20000},
        {0, 0, 5, true, 0, 10000, 10000},
        {0, 0, 5, false, 0, 10000, 10000},
        {648000, 681000, 4, false, 640000, 700000, 20000},
        {0, 999999999999999, 5, true, 0, 1000000000000000, 200000000000000},
        {0, 1, 5, false, 0, 1, 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Scale s = scale_for(cases[i].min, cases[i].max, cases[i].steps,
                            cases[i].whole);
        assert_true(s.min == cases[i].from);
        assert_true(s.max == cases[i].to);
        assert_true(s.step == cases[i].step);
        assert_int_equal(scale_at(s, s.min, 1700), 0);
        assert_int_equal(scale_at(s, s.max, 1700), 1700);
    }
}

static void labels_that_would_touch_are_left_out(void **state)
{
    (void)state;
    static const struct {
        int width, n, step;
        const char *shown;
    } cases[] = {
        {300, 5, 400, "11111"},
        {300, 5, 300, "10101"},
        {300, 12, 200, "101010101001"}, /* the last one has to be there */
        {300, 7, 130, "1001001"},
        {300, 2, 100, "01"},
        {300, 1, 0, "1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct draw_label labels[16];
        for (int k = 0; k < cases[i].n; k++) {
            labels[k] =
                (struct draw_label){k * cases[i].step, cases[i].width, false};
        }
        draw_choose_labels(labels, (size_t)cases[i].n, 60);
        for (int k = 0; k < cases[i].n; k++) {
            assert_int_equal(labels[k].shown, cases[i].shown[k] == '1');
        }
    }
}

static void long_names_are_cut_at_spaces(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str lines[3];
    assert_int_equal(draw_wrap(a, S("short"), 150, 3600, lines, 3), 1);
    assert_str(lines[0], "short");
    assert_int_equal(draw_wrap(a, S("aaaa bbbb cccc"), 100, 640, lines, 3), 2);
    assert_str(lines[0], "aaaa bbbb");
    assert_str(lines[1], "cccc");
    /* no space to cut at, and more than there is room for */
    size_t n = draw_wrap(a, S("ééééééééééééééééé"), 100, 330, lines, 3);
    assert_int_equal(n, 3);
    assert_str(lines[0], "ééééé");
    assert_str(lines[2], "éééé…");
    /* not even one character fits */
    assert_int_equal(draw_wrap(a, S("ab"), 100, 1, lines, 3), 2);
    assert_str(lines[0], "a");
    assert_int_equal(draw_wrap(a, S(""), 100, 100, lines, 3), 0);
    arena_free(a);
}

static void a_name_in_a_string_that_is_not_known_is_reported(void **state)
{
    struct charts ch = open_charts(*state);
    struct world *w = ch.w;
    const struct filling title = {S("title"), S("T")};
    Str said = words_fill(w->arena, w->diags, ch.themes[0], S("chart-data"),
                          &title, 1);
    assert_str(said, "Data: T");
    words_fill(w->arena, w->diags, ch.themes[0], S("chart-cut"), &title, 1);
    assert_reported(w, 1, "the words for 'chart-cut' name {min}");
    assert_reported(w, 1, "[unknown-variable]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(summaries_are_sentences_in_the_editions_voice),
        WORLD_TEST(a_chart_has_a_name_a_description_and_a_table),
        WORLD_TEST(a_book_has_no_download),
        WORLD_TEST(times_stand_and_names_lie),
        WORLD_TEST(zero_is_drawn_as_nothing_and_less_goes_down),
        WORLD_TEST(lines_differ_without_colour),
        WORLD_TEST(a_scale_that_does_not_start_at_zero_says_so),
        WORLD_TEST(nothing_that_is_written_becomes_markup),
        WORLD_TEST(the_same_chart_twice_has_two_ids),
        cmocka_unit_test(ticks_are_ones_twos_and_fives),
        cmocka_unit_test(labels_that_would_touch_are_left_out),
        cmocka_unit_test(long_names_are_cut_at_spaces),
        WORLD_TEST(a_name_in_a_string_that_is_not_known_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
