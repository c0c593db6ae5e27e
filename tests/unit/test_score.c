#include "support.h"

#include <math.h>

#include "base/buf.h"
#include "check/reading.h"

/* Texts scored by hand.
 *
 * The counts were made with paper: each word looked up in the published lists
 * (Chall and Dale 1995; Spache 1974, revised), with the regular endings that
 * vocabulary.h names, and its syllables as the CMU pronouncing dictionary has
 * them. A name, a number and an address is never unfamiliar; a number counts as
 * a word of one syllable, an address not at all. "council" and "information"
 * are of the British supplement, and so is "leaver". The scores were then
 * worked out from the counts with the formulas as they were published:
 *
 *   Spache    0.121 W/S + 0.082 * 100 U/W + 0.659, U each word once
 *   cloze     64 - 0.95 * 100 D/W - 0.69 W/S       (New Dale-Chall)
 *   FK        0.39 W/S + 11.8 Y/W - 15.59          (Flesch-Kincaid)
 *   SMOG      3.1291 + 1.0430 * root of (30 L/S)
 *
 * for W words in S sentences with Y syllables, L words of three or more, D not
 * on Dale and Chall's list and U not on Spache's. Each text is one sentence, so
 * S is 1. For "Accommodation must be suitable for the young person.": W 8; Y 5
 * + 1 + 1 + 3 + 1 + 1 + 1 + 2 = 15; L 2; D 2; U 2; Spache 0.968 + 2.05 + 0.659
 * = 3.68; cloze 64 - 23.75 - 5.52 = 34.73; FK 3.12 + 22.125 - 15.59 = 9.66;
 * SMOG 3.1291 + 1.0430 * 7.746 = 11.21.
 */
static const struct {
    const char *text;
    size_t words, syllables, long_words, dale_chall, spache;
    double spache_grade, cloze, flesch_kincaid, smog;
} by_hand[] = {
    {"The cat sat on the mat.", 6, 6, 0, 0, 1, 2.75, 59.86, -1.45, 3.13},
    {"We will help you find a good home.", 8, 8, 0, 0, 0, 1.63, 58.48, -0.67,
     3.13},
    {"You can ask your teacher to read it with you.", 10, 11, 0, 0, 0, 1.87,
     57.10, 1.29, 3.13},
    {"Do you want to tell us what you think?", 9, 9, 0, 0, 0, 1.75, 57.79,
     -0.28, 3.13},
    {"A nurse will look at your eyes and your teeth.", 10, 10, 0, 0, 1, 2.69,
     57.10, 0.11, 3.13},
    {"My sister and I went to the park on Sunday.", 10, 12, 0, 0, 0, 1.87,
     57.10, 2.47, 3.13},
    {"The dog ran after the ball and brought it back.", 10, 11, 0, 0, 0, 1.87,
     57.10, 1.29, 3.13},
    {"It is not your fault, and you are not in trouble.", 11, 12, 0, 0, 2, 3.48,
     56.41, 1.57, 3.13},
    {"You do not have to go alone.", 7, 8, 0, 0, 0, 1.51, 59.17, 0.63, 3.13},
    {"When you are ready, we will talk about where you want to live.", 13, 15,
     0, 0, 0, 2.23, 55.03, 3.10, 3.13},
    {"Your room should be warm, clean and safe.", 8, 8, 0, 0, 0, 1.63, 58.48,
     -0.67, 3.13},
    {"She asked her uncle for a ride to school.", 9, 10, 0, 0, 0, 1.75, 57.79,
     1.03, 3.13},
    {"They're coming to see us before breakfast.", 7, 10, 0, 0, 0, 1.51, 59.17,
     4.00, 3.13},
    {"The children's toys were put away in a big box.", 10, 12, 0, 0, 0, 1.87,
     57.10, 2.47, 3.13},
    {"He planned to walk, but it rained and he stopped.", 10, 10, 0, 0, 0, 1.87,
     57.10, 0.11, 3.13},
    {"We were hoping for the prettiest and the longest ribbon.", 10, 15, 1, 0,
     1, 2.69, 57.10, 6.01, 8.84},
    {"You can call 0800 1111 at any time of day or night.", 11, 12, 0, 0, 0,
     1.99, 56.41, 1.57, 3.13},
    {"In March 2022 we looked after 294 children.", 8, 10, 0, 0, 0, 1.63, 58.48,
     2.28, 3.13},
    {"Go to www.example.org.uk or write to team@example.gov.uk to learn more.",
     8, 8, 0, 0, 1, 2.65, 58.48, -0.67, 3.13},
    {"Cllr. Smith and Dr. Jones met the children at noon.", 10, 14, 0, 0, 1,
     2.69, 57.10, 4.83, 3.13},
    {"The council must publish information about its services.", 8, 16, 2, 1, 2,
     3.68, 46.61, 11.13, 11.21},
    {"A personal adviser helps each care leaver to prepare a pathway plan.", 12,
     19, 2, 3, 3, 4.16, 31.97, 7.77, 11.21},
    {"Each child in care has the right to complain and to be heard.", 13, 14, 0,
     1, 1, 2.86, 47.72, 2.19, 3.13},
    {"The Corporate Parenting Committee meets five times a year.", 9, 15, 0, 0,
     0, 1.75, 57.79, 7.59, 3.13},
    {"Accommodation must be suitable for the young person.", 8, 15, 2, 2, 2,
     3.68, 34.73, 9.66, 11.21},
    {"The authority will commission an independent evaluation.", 7, 19, 4, 4, 4,
     6.19, 4.88, 19.17, 14.55},
    {"Entitlement depends on eligibility, residence and previous "
     "circumstances.",
     8, 24, 5, 5, 6, 7.78, -0.89, 22.93, 15.90},
    {"Partners collaborate to safeguard vulnerable adolescents.", 6, 17, 3, 4,
     5, 8.22, -3.47, 20.18, 13.02},
    {"The committee scrutinises performance indicators quarterly.", 6, 18, 5, 4,
     4, 6.85, -3.47, 22.15, 15.90},
    {"Statutory guidance tells authorities to consult their communities.", 8,
     19, 3, 5, 5, 6.75, -0.89, 15.56, 13.02},
    {"Permanence and stability contribute to emotional resilience.", 7, 20, 5,
     5, 5, 7.36, -8.69, 20.85, 15.90},
    {"Financial assistance is available for apprenticeships.", 6, 16, 4, 4, 4,
     6.85, -3.47, 18.22, 14.55},
    {"Unaccompanied children may need an interpreter.", 6, 14, 2, 2, 2, 4.12,
     28.19, 14.28, 11.21},
    {"Educational attainment improved significantly between 2019 and 2021.", 8,
     20, 3, 3, 4, 5.73, 22.86, 17.03, 13.02},
    {"Decisions are recorded, monitored and regularly reviewed.", 7, 17, 4, 1,
     3, 5.02, 45.60, 15.80, 14.55},
    {"Transition arrangements should commence before the sixteenth birthday.",
     8, 16, 2, 4, 4, 5.73, 10.98, 11.13, 11.21},
    {"Housing and health are everybody's business.", 6, 11, 1, 0, 2, 4.12,
     59.86, 8.38, 8.84},
    {"This well-known rule is easy to follow.", 7, 10, 0, 0, 1, 2.68, 59.17,
     4.00, 3.13},
    {"The well-being of children comes first.", 6, 9, 1, 0, 0, 1.39, 59.86,
     4.45, 8.84},
    {"Nobody should be without food, clothes or a warm bed.", 10, 13, 1, 0, 1,
     2.69, 57.10, 3.65, 8.84},
    {"Responsibility for implementation rests with the designated officer.", 8,
     22, 4, 3, 4, 5.73, 22.86, 19.98, 14.55},
    {"Mr. Brown lives in Norfolk and works in London.", 9, 12, 0, 0, 0, 1.75,
     57.79, 3.65, 3.13},
    {"The first two weeks are hard, and then it gets easier.", 11, 13, 1, 0, 0,
     1.99, 56.41, 2.65, 8.84},
    {"Consultation identified dissatisfaction with communication and "
     "continuity.",
     7, 25, 5, 5, 5, 7.36, -8.69, 29.28, 15.90},
};

/* What reading a text takes. */
struct scoring {
    struct arena *arena;
    struct diags *diags;
    struct reading_tools tools;
};

static int open_tools(void **state)
{
    struct scoring *s = calloc(1, sizeof *s);
    assert_non_null(s);
    s->arena = arena_create();
    s->diags = diags_create();
    assert_true(reading_tools_open(s->arena, s->diags, S("en"), &s->tools));
    *state = s;
    return 0;
}

static int close_tools(void **state)
{
    struct scoring *s = *state;
    reading_tools_close(&s->tools);
    diags_free(s->diags);
    arena_free(s->arena);
    free(s);
    return 0;
}

static struct score_counts counts_of(struct scoring *s, const char *text)
{
    struct source *src = ARENA_NEW(s->arena, struct source, 1);
    struct passage *p = ARENA_NEW(s->arena, struct passage, 1);
    src->path = S("text");
    src->text = str_from_c(text);
    *p = (struct passage){
        .kind = PASSAGE_PARAGRAPH, .text = src->text, .src = src};
    struct passages all = {p, 1};
    struct reading r = reading_start(&s->tools, READING_CHILDREN, &all);
    struct sentences split = reading_split(&s->tools, &r, s->arena, p);
    reading_add(&s->tools, &r, p, &split);
    return r.whole;
}

static bool near(double got, double want)
{
    return fabs(got - want) < 0.00501;
}

static void sentences_score_as_by_hand(void **state)
{
    struct scoring *s = *state;
    size_t bad = 0;
    assert_true(COUNT(by_hand) >= 40);
    for (size_t i = 0; i < COUNT(by_hand); i++) {
        struct score_counts c = counts_of(s, by_hand[i].text);
        bool counted = c.sentences == 1 && c.words == by_hand[i].words &&
                       c.syllables == by_hand[i].syllables &&
                       c.long_words == by_hand[i].long_words &&
                       c.dale_chall == by_hand[i].dale_chall &&
                       c.spache_once == by_hand[i].spache;
        bool scored =
            counted && near(score_spache(&c), by_hand[i].spache_grade) &&
            near(score_dale_chall_cloze(&c), by_hand[i].cloze) &&
            near(score_flesch_kincaid(&c), by_hand[i].flesch_kincaid) &&
            near(score_smog(&c), by_hand[i].smog);
        if (!scored) {
            print_error("%s\n  %zu sentences, %zu words, %zu syllables, %zu "
                        "long, %zu and %zu unfamiliar\n",
                        by_hand[i].text, c.sentences, c.words, c.syllables,
                        c.long_words, c.dale_chall, c.spache_once);
            bad++;
        }
    }
    assert_int_equal(bad, 0);
}

/* The samples that Chall and Dale score in their book (Readability Revisited,
 * 1995): table 2.1 (pp. 31, 33), and pp. 146, 149 and 150, where the cloze
 * scores are whole numbers. `grade` is where the level begins. */
static void dale_and_challs_own_samples_have_their_scores(void **state)
{
    (void)state;
    static const struct {
        size_t sentences, unfamiliar;
        double cloze, within, grade, end;
    } samples[] = {
        {10, 20, 38.10, 0.005, 7, 9}, /* levels 7-8 */
        {27, 11, 50.99, 0.005, 3, 4}, /* level 3 */
        {8, 3, 53, 0.5, 3, 4},        /* level 3 */
        {5, 35, 17, 0.5, 13, 16},     /* levels 13-15 */
        {2, 37, -6, 0.5, 16, 16.001}, /* level 16 and more */
    };
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct score_counts c = {.words = 100,
                                 .sentences = samples[i].sentences,
                                 .dale_chall = samples[i].unfamiliar};
        double cloze = score_dale_chall_cloze(&c);
        double grade = score_dale_chall_grade(cloze);
        assert_true(fabs(cloze - samples[i].cloze) <= samples[i].within);
        assert_true(grade >= samples[i].grade && grade < samples[i].end);
    }
}

/* Table 5-8 (p. 74): each row's first and last whole score. */
static void cloze_scores_have_the_grades_of_the_table(void **state)
{
    (void)state;
    static const struct {
        int from, to, first, after;
    } rows[] = {{64, 58, 1, 2},  {57, 54, 2, 3},   {53, 50, 3, 4},
                {49, 45, 4, 5},  {44, 40, 5, 7},   {39, 34, 7, 9},
                {33, 28, 9, 11}, {27, 22, 11, 13}, {21, 16, 13, 16},
                {15, 10, 16, 17}};
    double last = 0;
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (int cloze = rows[i].from; cloze >= rows[i].to; cloze--) {
            double grade = score_dale_chall_grade(cloze);
            assert_true(grade >= rows[i].first && grade < rows[i].after);
            assert_true(grade >= last);
            last = grade;
        }
    }
    assert_true(score_dale_chall_grade(70) == 1);
    assert_true(score_dale_chall_grade(-40) == 16);
}

static void an_unfamiliar_word_counts_once_a_sample_for_spache(void **state)
{
    struct scoring *s = *state;
    struct score_counts c =
        counts_of(s, "The mat is on the mat. Two mats are on the mat.");
    assert_int_equal(c.spache_once, 1);
    /* a new sample begins after a hundred words */
    struct buf b = buf_in(s->arena);
    for (int i = 0; i < 17; i++) {
        buf_add(&b, S("The cat sat on the mat. "));
    }
    buf_add(&b, S("The cat sat on the mat."));
    assert_int_equal(counts_of(s, str_c(s->arena, buf_str(&b))).spache_once, 2);
}

static void dale_chall_decides_which_formula_is_a_childs(void **state)
{
    (void)state;
    struct score_counts easy = {
        .words = 100, .sentences = 10, .dale_chall = 3, .spache_once = 5};
    assert_true(near(score_young_grade(&easy), 1.21 + 0.41 + 0.659));
    /* of these Spache's formula would say grade 4 at most */
    struct score_counts hard = {
        .words = 100, .sentences = 10, .dale_chall = 20, .spache_once = 20};
    assert_true(near(score_spache(&hard), 3.509));
    assert_true(near(score_dale_chall_cloze(&hard), 38.1));
    assert_true(near(score_young_grade(&hard), 7 + 2 * 1.4 / 6));
    assert_true(near(score_age(score_young_grade(&hard)), 12.47));
}

static void too_few_words_have_no_score(void **state)
{
    (void)state;
    struct score_counts c = {.words = 99, .sentences = 9};
    assert_false(score_possible(&c));
    c.words = 100;
    assert_true(score_possible(&c));
    struct score_counts sum = score_add(c, c);
    assert_int_equal(sum.words, 200);
    assert_int_equal(sum.sentences, 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sentences_score_as_by_hand, open_tools,
                                        close_tools),
        cmocka_unit_test(dale_and_challs_own_samples_have_their_scores),
        cmocka_unit_test(cloze_scores_have_the_grades_of_the_table),
        cmocka_unit_test_setup_teardown(
            an_unfamiliar_word_counts_once_a_sample_for_spache, open_tools,
            close_tools),
        cmocka_unit_test(dale_chall_decides_which_formula_is_a_childs),
        cmocka_unit_test(too_few_words_have_no_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
