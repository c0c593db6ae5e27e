#include "support.h"

#include "check/sentences.h"

/* What a test needs to split texts. */
struct splitting {
    struct arena *arena;
    struct diags *diags;
    struct splitter *english;
};

static int open_all(void **state)
{
    struct splitting *t = calloc(1, sizeof *t);
    assert_non_null(t);
    t->arena = arena_create();
    t->diags = diags_create();
    t->english = splitter_open(t->diags, S("en"));
    assert_non_null(t->english);
    *state = t;
    return 0;
}

static int close_all(void **state)
{
    struct splitting *t = *state;
    splitter_close(t->english);
    diags_free(t->diags);
    arena_free(t->arena);
    free(t);
    return 0;
}

/* The sentences with a bar between them. */
static Str sentences_of(struct splitting *t, struct splitter *s,
                        const char *text)
{
    struct sentences all = splitter_split(s, t->arena, str_from_c(text));
    Str out = S("");
    for (size_t i = 0; i < all.n; i++) {
        out = str_printf(t->arena, "%.*s%s%.*s", STR_ARG(out),
                         i > 0 ? " | " : "", STR_ARG(all.items[i].text));
    }
    return out;
}

/* The words of all sentences with a bar between them; # marks a number, @ an
 * address. */
static Str words_of(struct splitting *t, struct splitter *s, const char *text)
{
    struct sentences all = splitter_split(s, t->arena, str_from_c(text));
    Str out = S("");
    for (size_t i = 0; i < all.n; i++) {
        for (size_t k = 0; k < all.items[i].nwords; k++) {
            const struct word *w = &all.items[i].words[k];
            out = str_printf(t->arena, "%.*s%s%s%.*s", STR_ARG(out),
                             out.n > 0 ? "|" : "",
                             w->kind == WORD_NUMBER    ? "#"
                             : w->kind == WORD_ADDRESS ? "@"
                                                       : "",
                             STR_ARG(w->text));
        }
    }
    return out;
}

static void a_sentence_ends_at_its_mark(void **state)
{
    struct splitting *t = *state;
    assert_str(sentences_of(t, t->english,
                            "We help you. Do you want to? Yes! Then ask."),
               "We help you. | Do you want to? | Yes! | Then ask.");
    assert_str(sentences_of(t, t->english, "No end here"), "No end here");
    assert_str(sentences_of(t, t->english, ""), "");
    assert_str(sentences_of(t, t->english, "… — !"), "");
}

static void an_abbreviation_ends_no_sentence(void **state)
{
    struct splitting *t = *state;
    assert_str(sentences_of(t, t->english,
                            "Cllr. Smith came. Dr. Jones and Mrs. Hall too."),
               "Cllr. Smith came. | Dr. Jones and Mrs. Hall too.");
    assert_str(sentences_of(t, t->english,
                            "Ask somebody, e.g. Childline, or (i.e. if you "
                            "can) a friend. Do it."),
               "Ask somebody, e.g. Childline, or (i.e. if you can) a friend. | "
               "Do it.");
    assert_str(sentences_of(t, t->english,
                            "St. Mary's School, 4 High St. It is near."),
               "St. Mary's School, 4 High St. It is near.");
    assert_str(sentences_of(t, t->english, "Cllr. J. R. Smith spoke. We did."),
               "Cllr. J. R. Smith spoke. | We did.");
}

static void some_abbreviations_need_a_number(void **state)
{
    struct splitting *t = *state;
    assert_str(sentences_of(t, t->english, "See No. 4 and para. 12 of it."),
               "See No. 4 and para. 12 of it.");
    assert_str(sentences_of(t, t->english, "Is it fair? No. We will say so."),
               "Is it fair? | No. | We will say so.");
}

static void a_list_of_parts_is_not_somebodys_initials(void **state)
{
    struct splitting *t = *state;
    assert_str(sentences_of(t, t->english, "This is part A. The next is B."),
               "This is part A. | The next is B.");
    assert_str(sentences_of(t, t->english, "It was you and I. We left."),
               "It was you and I. | We left.");
}

static void quotes_and_brackets_stay_with_their_sentence(void **state)
{
    struct splitting *t = *state;
    assert_str(
        sentences_of(t, t->english,
                     "\xE2\x80\x9CYou told us.\xE2\x80\x9D We heard. (It is "
                     "true.) Yes."),
        "\xE2\x80\x9CYou told us.\xE2\x80\x9D | We heard. | (It is true.) | "
        "Yes.");
}

static void words_keep_hyphens_and_apostrophes(void **state)
{
    struct splitting *t = *state;
    assert_str(words_of(t, t->english,
                        "The carer\xE2\x80\x99s well-being isn't \"fine\"; "
                        "and/or - caf\xC3\xA9, A&E."),
               "The|carer\xE2\x80\x99s|well-being|isn't|fine|and|or|"
               "caf\xC3\xA9|A&E");
    assert_str(words_of(t, t->english, "a\xC2\xA0home \xE2\x80\x93 yours"),
               "a|home|yours");
}

static void numbers_are_one_word_each(void **state)
{
    struct splitting *t = *state;
    assert_str(words_of(t, t->english,
                        "Ring 0800 1111 on 7th May 2022, from 9.30am: "
                        "\xC2\xA3"
                        "1,200 or 24/7, 2022\xE2\x80\x93"
                        "23."),
               "Ring|#0800 1111|on|#7th|May|#2022|from|#9.30am|#1,200|or|"
               "#24/7|#2022\xE2\x80\x93"
               "23");
}

static void addresses_are_one_word_each(void **state)
{
    struct splitting *t = *state;
    assert_str(words_of(t, t->english,
                        "See https://www.a.gov.uk/x?y=1, www.b.org, "
                        "thurrock.gov.uk or help@c.org.uk."),
               "See|@https://www.a.gov.uk/x?y=1,|@www.b.org,|@thurrock.gov.uk|"
               "or|@help@c.org.uk.");
    assert_str(words_of(t, t->english, "Look @ it and e.g. that"),
               "Look|it|and|e.g|that");
}

static void other_languages_have_sentences_and_words(void **state)
{
    struct splitting *t = *state;
    struct splitter *s = splitter_open(t->diags, S("th"));
    assert_non_null(s);
    assert_false(splitter_is_english(s));
    /* "hello, everybody": Thai has no spaces between words */
    struct sentences all = splitter_split(s, t->arena, S("สวัสดีทุกคน"));
    assert_int_equal(all.n, 1);
    assert_in_range(all.items[0].nwords, 2, 3);
    splitter_close(s);

    s = splitter_open(t->diags, S("ar"));
    assert_str(sentences_of(t, s, "هل تسمعني؟ نعم."), "هل تسمعني؟ | نعم.");
    splitter_close(s);
    assert_true(splitter_is_english(t->english));
    s = splitter_open(t->diags, S("en-GB"));
    assert_true(splitter_is_english(s));
    splitter_close(s);
    splitter_close(NULL);
}

static void the_views_are_cut_from_the_text(void **state)
{
    struct splitting *t = *state;
    Str text = S("  One two. Three.  ");
    struct sentences all = splitter_split(t->english, t->arena, text);
    assert_int_equal(all.n, 2);
    assert_ptr_equal(all.items[0].text.p, text.p + 2);
    assert_ptr_equal(all.items[1].words[0].text.p, text.p + 11);
}

int main(void)
{
#define SPLIT_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown((name), open_all, close_all)
    const struct CMUnitTest tests[] = {
        SPLIT_TEST(a_sentence_ends_at_its_mark),
        SPLIT_TEST(an_abbreviation_ends_no_sentence),
        SPLIT_TEST(some_abbreviations_need_a_number),
        SPLIT_TEST(a_list_of_parts_is_not_somebodys_initials),
        SPLIT_TEST(quotes_and_brackets_stay_with_their_sentence),
        SPLIT_TEST(words_keep_hyphens_and_apostrophes),
        SPLIT_TEST(numbers_are_one_word_each),
        SPLIT_TEST(addresses_are_one_word_each),
        SPLIT_TEST(other_languages_have_sentences_and_words),
        SPLIT_TEST(the_views_are_cut_from_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
