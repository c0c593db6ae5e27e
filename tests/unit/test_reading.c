#include "checks.h"

#include "check/readability.h"
#include "check/words_report.h"

/* A formal edition, and a young one with the reading age `age`. */
#define AGED(age)                                                              \
    "title: T\n"                                                               \
    "council: {name: Essex County Council, area: Essex}\n"                     \
    "editions:\n"                                                              \
    "  formal: {theme: civic}\n"                                               \
    "  young: {theme: bright, reading-age: " age "}\n"

/* 40 words that a child of six can read. */
#define EASY                                                                   \
    "The cat sat by the door. It did not want to go out. The dog ran up and "  \
    "said that it was a nice day. So the cat got up. The two of them went "    \
    "out "                                                                     \
    "to play in the sun.\n"

/* 20 words that a child cannot read. */
#define HARD                                                                   \
    "Statutory entitlement necessitates consultation regarding permanence, "   \
    "stability, resilience, attainment, participation and representation. "    \
    "Commissioning arrangements demonstrate accountability. Scrutiny "         \
    "identifies inconsistency.\n"

#define MIXED EASY "\n" EASY "\n" EASY "\n" HARD "\n" HARD

/* What is found in young text, without the hard words. */
static const char *found_young(struct world *w, const char *settings,
                               const char *text)
{
    Str all = str_printf(w->arena, "Text.\n\n::: young\n%s\n:::", text);
    const char *lines =
        find_in(w, settings, str_c(w->arena, all), check_reading);
    struct buf b = buf_in(w->arena);
    Str rest = str_from_c(lines), line;
    while (str_cut_line(&rest, &line)) {
        if (!str_ends(line, S("[hard-word]"))) {
            buf_printf(&b, "%.*s\n", STR_ARG(line));
        }
    }
    return str_c(w->arena, buf_str(&b));
}

/* The hard words alone, between spaces. */
static const char *hard_words(struct world *w, const char *text)
{
    Str all = str_printf(w->arena, "Text.\n\n::: young\n%s\n:::", text);
    Str rest =
        str_from_c(find_in(w, AGED("9"), str_c(w->arena, all), check_reading));
    struct buf b = buf_in(w->arena);
    Str line;
    while (str_cut_line(&rest, &line)) {
        if (str_ends(line, S("[hard-word]"))) {
            Str word = str_from(line, str_find_byte(line, '\'') + 1);
            buf_printf(&b, "%s%.*s", b.n > 0 ? ", " : "",
                       STR_ARG(str_to(word, str_find_byte(word, '\''))));
        }
    }
    return str_c(w->arena, buf_str(&b));
}

static void an_easy_section_passes(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found_young(w, AGED("9"), EASY "\n" EASY "\n" EASY "\n" EASY), "");
}

static void a_hard_section_is_over_the_limit(void **state)
{
    struct world *w = *state;
    const char *found = found_young(w, AGED("9"), MIXED);
    assert_non_null(strstr(found, "one.md:6:1: this section is for a reading "
                                  "age of 12; the young edition's limit is 9, "
                                  "and 10 for a single section [reading-age]"));
    assert_non_null(strstr(found, "publication.yaml:5:39: the young edition as "
                                  "a whole is for a reading age of 12 "
                                  "[reading-age]"));
    /* a section may be a year over it, and the limit is the author's */
    found = found_young(w, AGED("11"), MIXED);
    assert_null(strstr(found, "one.md"));
    assert_non_null(strstr(found, "as a whole"));
    assert_string_equal(found_young(w, AGED("12"), MIXED), "");
}

static void short_sections_are_judged_together(void **state)
{
    struct world *w = *state;
    const char *found = found_young(
        w, AGED("9"),
        EASY "\n" HARD ":::\n\n## B {#b}\n\nText.\n\n::: young B\n" EASY
             "\n" HARD);
    assert_non_null(strstr(found, "one.md:1:3: the short sections of this "
                                  "chapter together are for a reading age"));
    assert_null(strstr(found, "this section"));
    /* and too few words in all are not judged */
    assert_null(strstr(found_young(w, AGED("9"), HARD), "reading-age"));
}

static void a_ratchet_is_a_limit_with_more_keys(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found_young(w,
                    AGED("{limit: 12, until: 2027-03-31, no-worse-than: "
                         "duet.lock}"),
                    MIXED),
        "");
    assert_non_null(
        strstr(found_young(w, AGED("{limit: 9}"), MIXED), "[reading-age]"));
    world_again(w);
    put("in/publication.yaml", AGED("{until: 2027-03-31}"));
    assert_non_null(load(w));
    assert_reported(w, 1, "this limit has no 'limit' [missing-field]");
}

static void
names_numbers_and_addresses_do_not_make_a_sentence_long(void **state)
{
    struct world *w = *state;
    /* 20 words, the names counted as one each, and a sentence of 21 */
    assert_string_equal(
        found_young(w, AGED("9"),
                    "You can go to the Children in Care Council, to Essex "
                    "County Council or to www.example.org.uk, and ring 0800 "
                    "1111 if you want to talk to us."),
        "");
    assert_string_equal(
        found_young(w, AGED("9"),
                    "You can go to the park, to the shop or to a friend, "
                    "and ring if you want to talk now."),
        "one.md:6:1: this sentence has 21 words; 20 are enough for the young "
        "edition [long-sentence]\n");
}

static void adults_have_wider_limits(void **state)
{
    struct world *w = *state;
    const char *text = "The council finds a home for each child, asks the "
                       "child and the carer whether it is right, and asks "
                       "again in a month.";
    assert_string_equal(find_in(w, ESSEX, text, check_reading), "");
}

static void rows_with_tabs_are_no_sentences(void **state)
{
    struct world *w = *state;
    const char *words = "one two three four five six seven eight nine ten one "
                        "two three four five six seven eight nine ten one";
    Str row = str_printf(w->arena, "Item\tLead\n%s\tChair", words);
    assert_string_equal(found_young(w, AGED("9"), str_c(w->arena, row)), "");
    row = str_printf(w->arena, "Item Lead\n%s Chair", words);
    assert_non_null(strstr(found_young(w, AGED("9"), str_c(w->arena, row)),
                           "[long-sentence]"));
}

static void names_are_not_hard_words(void **state)
{
    struct world *w = *state;
    assert_string_equal(hard_words(w, "We ask Barnardos and Samaritans. "
                                      "Barnardos can help. PARTICIPATION too. "
                                      "Northumberland Young Carers meet."),
                        "");
    assert_string_equal(hard_words(w, "Participation is a word. So is "
                                      "documentary."),
                        "documentary");
}

static void what_is_explained_is_not_a_hard_word(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/terms.yaml",
        "- {term: tenancy agreement, means: {formal: A lease., young: A deal "
        "to rent.}}\n");
    assert_string_equal(hard_words(w, "Your tenancy agreement is a documentary "
                                      "paper."),
                        "documentary");
    assert_string_equal(hard_words(w, "We have priorities. A priority is what "
                                      "comes first."),
                        "");
    assert_string_equal(hard_words(w, "| Group | Who |\n| --- | --- |\n"
                                      "| Eligible | You are 16 |\n\n"
                                      "Table: Groups"),
                        "");
}

static void inserts_are_looked_at_where_they_come_from(void **state)
{
    struct world *w = *state;
    assert_string_equal(hard_words(w, "We are {{ council.name }}."), "");
}

static void short_words_are_hard_if_there_is_a_plainer_one(void **state)
{
    struct world *w = *state;
    assert_string_equal(hard_words(w, "We ensure that the quorum is there."),
                        "ensure");
    assert_string_equal(hard_words(w, "Prior to that we ask you in order to "
                                      "know."),
                        "Prior to, in order to");
}

static const char *abbreviations(struct world *w, const char *text)
{
    return find_in(w, ESSEX, text, check_reading);
}

static void abbreviations_are_explained_in_their_chapter(void **state)
{
    struct world *w = *state;
    assert_string_equal(abbreviations(w, "Ask the IRO. The IRO knows."),
                        "one.md:3:9: nothing says what 'IRO' stands for "
                        "[abbreviation-unexplained]\n");
    assert_string_equal(abbreviations(w, "The IRO knows.\n\nAsk the "
                                         "independent reviewing officer (IRO), "
                                         "or more IROs."),
                        "");
    assert_string_equal(abbreviations(w, "The IROs (reviewing officers) know."),
                        "");
}

static void some_capitals_are_no_abbreviations(void **state)
{
    struct world *w = *state;
    assert_string_equal(abbreviations(w, "The NHS, a GP and the UK."), "");
    assert_string_equal(abbreviations(w, "Part IV and XII, SI 2018/952, A."),
                        "");
    assert_string_equal(abbreviations(w, "## OUR HOMES\n\nText."), "");
    assert_string_equal(abbreviations(w, "UNACCOMPANIED and McCABE, R2D2."),
                        "");
}

static void a_term_to_avoid_is_fine_in_its_own_record(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/terms.yaml",
        "- term: placement\n"
        "  means: {formal: A placement., young: A placement is a home.}\n"
        "  say: {young: home}\n"
        "  avoid: [young]\n"
        "- {term: move, means: {formal: A new placement., young: A new "
        "placement.}}\n");
    assert_string_equal(
        found_young(w, AGED("9"), "A home."),
        "terms.yaml:5:63: the young edition does not say 'placement' "
        "[term-to-avoid]\n");
}

static void passives_are_counted_in_sections_of_five_sentences(void **state)
{
    struct world *w = *state;
    assert_string_equal(found_young(w, AGED("9"),
                                    "You are helped. You are told. You can "
                                    "ask. You can go."),
                        "");
    assert_string_equal(found_young(w, AGED("9"),
                                    "You can go. You are always told. It was "
                                    "soon mended. You are tired. You can "
                                    "stay."),
                        "one.md:6:13: 2 of the 5 sentences here do not say who "
                        "does what; this is the first [passive]\n");
    assert_string_equal(found_young(w, AGED("9"),
                                    "You can go. You are told. You may ask. "
                                    "You are tired. You can stay."),
                        "");
}

static void other_languages_have_their_sentences_measured(void **state)
{
    struct world *w = *state;
    const char *settings = "title: T\nlanguages: [cy]\neditions:\n"
                           "  formal: {theme: civic}\n"
                           "  young: {theme: bright, reading-age: 9}\n";
    assert_string_equal(
        find_in(w, settings,
                "Text.\n\n::: young\nUn dau tri pedwar pump chwech saith "
                "wyth naw deg un dau tri pedwar pump chwech saith wyth naw "
                "deg un. Entitlement ABCD.\n:::",
                check_reading),
        "one.md:6:1: this sentence has 21 words; 20 are enough for the young "
        "edition [long-sentence]\n");
}

static void plain_texts_are_cut_at_empty_lines(void **state)
{
    struct world *w = *state;
    const struct source src = {
        .path = S("a.txt"), .text = S("\n\n One two\n three.  \n\n\n  Four.")};
    struct passages all = words_of_text(w->arena, &src);
    assert_int_equal(all.n, 2);
    assert_str(all.items[0].text, "One two three.");
    assert_str(all.items[1].text, "Four.");
    Str three = passage_place(&all.items[0], 8, 5);
    assert_ptr_equal(three.p, src.text.p + 12);
    assert_int_equal(
        words_of_text(w->arena,
                      &(struct source){.path = S("b"), .text = S("\n \n")})
            .n,
        0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_easy_section_passes),
        WORLD_TEST(a_hard_section_is_over_the_limit),
        WORLD_TEST(short_sections_are_judged_together),
        WORLD_TEST(a_ratchet_is_a_limit_with_more_keys),
        WORLD_TEST(names_numbers_and_addresses_do_not_make_a_sentence_long),
        WORLD_TEST(adults_have_wider_limits),
        WORLD_TEST(rows_with_tabs_are_no_sentences),
        WORLD_TEST(names_are_not_hard_words),
        WORLD_TEST(what_is_explained_is_not_a_hard_word),
        WORLD_TEST(inserts_are_looked_at_where_they_come_from),
        WORLD_TEST(short_words_are_hard_if_there_is_a_plainer_one),
        WORLD_TEST(abbreviations_are_explained_in_their_chapter),
        WORLD_TEST(some_capitals_are_no_abbreviations),
        WORLD_TEST(a_term_to_avoid_is_fine_in_its_own_record),
        WORLD_TEST(passives_are_counted_in_sections_of_five_sentences),
        WORLD_TEST(other_languages_have_their_sentences_measured),
        WORLD_TEST(plain_texts_are_cut_at_empty_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
