#include "support.h"

#include "check/vocabulary.h"
#include "check/wordlist.h"

/* A vocabulary for a test. */
struct knowing {
    struct arena *arena;
    struct vocabulary *v;
};

static int learn(void **state)
{
    struct knowing *k = calloc(1, sizeof *k);
    assert_non_null(k);
    k->arena = arena_create();
    k->v = vocabulary_create(k->arena);
    *state = k;
    return 0;
}

static int forget(void **state)
{
    struct knowing *k = *state;
    arena_free(k->arena);
    free(k);
    return 0;
}

/* Whether all of `words` are familiar by Dale and Chall's list, or none is. */
static void assert_familiar(const struct knowing *k, const char *words,
                            bool familiar)
{
    Str rest = str_from_c(words), word;
    while (str_cut_word(&rest, &word)) {
        if (vocabulary_find(k->v, word)->dale_chall != familiar) {
            print_error("%.*s\n", STR_ARG(word));
            fail();
        }
    }
}

static void regular_endings_stay_familiar(void **state)
{
    struct knowing *k = *state;
    assert_familiar(k,
                    "ask asks asked asking asker planned hoping carries "
                    "carried prettier prettiest longest kindly boxes girls' "
                    "child's CHILD Lying didn't we'll they've",
                    true);
    assert_familiar(k, "accommodation commence clippings helpfulness", false);
}

static void both_parts_of_a_hyphened_word_are_familiar(void **state)
{
    struct knowing *k = *state;
    assert_familiar(k, "well-known old-fashioned half-eaten", true);
    assert_familiar(k, "multi-agency well-resourced", false);
}

static void british_words_are_familiar(void **state)
{
    struct knowing *k = *state;
    assert_familiar(k,
                    "mum colour coloured carer carers foster council "
                    "neighbours favourite mobile telly programme",
                    true);
    assert_true(vocabulary_find(k->v, S("mum"))->spache);
    assert_false(vocabulary_find(k->v, S("nurse"))->spache);
    assert_true(vocabulary_find(k->v, S("nurse"))->dale_chall);
}

static void typographic_apostrophes_are_read(void **state)
{
    struct knowing *k = *state;
    const struct word_facts *f =
        vocabulary_find(k->v, S("Children\xE2\x80\x99s"));
    assert_str(f->lower, "children's");
    assert_str(f->base, "children");
    assert_true(f->dale_chall);
}

static void forms_of_a_word_share_their_base(void **state)
{
    struct knowing *k = *state;
    assert_str(vocabulary_find(k->v, S("Placements"))->base, "placement");
    assert_str(vocabulary_find(k->v, S("authorities"))->base, "authority");
    assert_str(vocabulary_find(k->v, S("access"))->base, "access");
    assert_str(vocabulary_find(k->v, S("status"))->base, "status");
}

static void plainer_words_are_known_for_regular_forms(void **state)
{
    struct knowing *k = *state;
    assert_str(vocabulary_find(k->v, S("commenced"))->say, "start");
    assert_str(vocabulary_find(k->v, S("Utilising"))->say, "use");
    assert_str(vocabulary_find(k->v, S("home"))->say, "");
    const struct plain_phrase *p = vocabulary_find(k->v, S("prior"))->phrases;
    assert_non_null(p);
    assert_str(p->words, "prior to");
    assert_str(p->say, "before");
}

static void made_of_familiar_words_is_clear(void **state)
{
    struct knowing *k = *state;
    const char *clear[] = {"whoever",   "alongside", "rewritten",
                           "illnesses", "agreement", "unhelpful"};
    const char *unclear[] = {"accommodation", "participation", "eligible"};
    for (size_t i = 0; i < COUNT(clear); i++) {
        assert_true(vocabulary_is_clear(
            k->v, vocabulary_find(k->v, str_from_c(clear[i]))));
    }
    for (size_t i = 0; i < COUNT(unclear); i++) {
        assert_false(vocabulary_is_clear(
            k->v, vocabulary_find(k->v, str_from_c(unclear[i]))));
    }
}

static void some_initials_are_known(void **state)
{
    struct knowing *k = *state;
    assert_true(vocabulary_knows_initials(k->v, S("NHS")));
    assert_false(vocabulary_knows_initials(k->v, S("IRO")));
    assert_false(vocabulary_knows_initials(k->v, S("nhs")));
}

static void lists_are_sorted_and_say_nothing_twice(void **state)
{
    struct knowing *k = *state;
    static const Str lists[] = {
        STR_INIT("abbreviations.txt"), STR_INIT("british.txt"),
        STR_INIT("dale-chall.txt"),    STR_INIT("initials.txt"),
        STR_INIT("plain.txt"),         STR_INIT("spache.txt"),
        STR_INIT("syllables.txt")};
    for (size_t i = 0; i < COUNT(lists); i++) {
        Str rest = wordlist_open(lists[i]), word, value, last = S("");
        size_t n = 0;
        while (wordlist_next(&rest, &word, &value)) {
            if (str_cmp(last, word) >= 0) {
                print_error("%.*s: %.*s\n", STR_ARG(lists[i]), STR_ARG(word));
                fail();
            }
            last = word;
            n++;
        }
        assert_true(n > 20);
    }
    (void)k;
}

static void the_supplement_has_what_the_lists_lack(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct map published[2] = {map_in(a), map_in(a)};
    Str rest, word, value;
    rest = wordlist_open(S("dale-chall.txt"));
    while (wordlist_next(&rest, &word, &value)) {
        map_put(&published[0], word, a);
    }
    rest = wordlist_open(S("spache.txt"));
    while (wordlist_next(&rest, &word, &value)) {
        map_put(&published[1], word, a);
    }
    rest = wordlist_open(S("british.txt"));
    while (wordlist_next(&rest, &word, &value)) {
        if (map_get(&published[0], word) != NULL &&
            map_get(&published[1], word) != NULL) {
            print_error("%.*s is on both lists\n", STR_ARG(word));
            fail();
        }
    }
    arena_free(a);
}

static void plain_words_are_for_words_that_are_not_familiar(void **state)
{
    struct knowing *k = *state;
    Str rest = wordlist_open(S("plain.txt")), word, say;
    size_t bad = 0;
    while (wordlist_next(&rest, &word, &say)) {
        bool phrase = str_find_byte(word, ' ') < word.n;
        if (say.n == 0 ||
            (!phrase && vocabulary_find(k->v, word)->dale_chall)) {
            print_error("%.*s\n", STR_ARG(word));
            bad++;
        }
    }
    assert_int_equal(bad, 0);
}

int main(void)
{
#define KNOW_TEST(name) cmocka_unit_test_setup_teardown((name), learn, forget)
    const struct CMUnitTest tests[] = {
        KNOW_TEST(regular_endings_stay_familiar),
        KNOW_TEST(both_parts_of_a_hyphened_word_are_familiar),
        KNOW_TEST(british_words_are_familiar),
        KNOW_TEST(typographic_apostrophes_are_read),
        KNOW_TEST(forms_of_a_word_share_their_base),
        KNOW_TEST(plainer_words_are_known_for_regular_forms),
        KNOW_TEST(made_of_familiar_words_is_clear),
        KNOW_TEST(some_initials_are_known),
        KNOW_TEST(lists_are_sorted_and_say_nothing_twice),
        cmocka_unit_test(the_supplement_has_what_the_lists_lack),
        KNOW_TEST(plain_words_are_for_words_that_are_not_familiar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
