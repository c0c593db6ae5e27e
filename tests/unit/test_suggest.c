#include "support.h"

#include "base/suggest.h"

static Str nearest(Str wrong, const Str *known, size_t n)
{
    struct suggest s = suggest_for(wrong);
    for (size_t i = 0; i < n; i++) {
        suggest_try(&s, known[i]);
    }
    return s.best;
}

static const Str keys[] = {
    STR_INIT("title"),  STR_INIT("summary"), STR_INIT("editions"),
    STR_INIT("period"), STR_INIT("council"), STR_INIT("id"),
};

static void a_near_miss_is_recognised(void **state)
{
    (void)state;
    assert_str(nearest(S("titel"), keys, COUNT(keys)), "title");
    assert_str(nearest(S("tilte"), keys, COUNT(keys)), "title");
    assert_str(nearest(S("sumary"), keys, COUNT(keys)), "summary");
    assert_str(nearest(S("edition"), keys, COUNT(keys)), "editions");
    assert_str(nearest(S("counciil"), keys, COUNT(keys)), "council");
    assert_str(nearest(S("Title"), keys, COUNT(keys)), "title");
    assert_str(nearest(S("ids"), keys, COUNT(keys)), "id");
}

static void something_else_is_not(void **state)
{
    (void)state;
    assert_str(nearest(S("photograph"), keys, COUNT(keys)), "");
    assert_str(nearest(S("xyz"), keys, COUNT(keys)), "");
    assert_str(nearest(S(""), keys, COUNT(keys)), "");
}

static void the_first_of_two_equally_near_ones_wins(void **state)
{
    (void)state;
    static const Str known[] = {STR_INIT("cart"), STR_INIT("care")};
    static const Str swapped[] = {STR_INIT("care"), STR_INIT("cart")};
    assert_str(nearest(S("carx"), known, 2), "cart");
    assert_str(nearest(S("carx"), swapped, 2), "care");
}

static void the_nearest_wins_over_the_first(void **state)
{
    (void)state;
    static const Str known[] = {STR_INIT("measures"), STR_INIT("meeting"),
                                STR_INIT("meetings")};
    assert_str(nearest(S("meetngs"), known, COUNT(known)), "meetings");
}

static void very_long_words_have_no_suggestion(void **state)
{
    (void)state;
    char word[4000];
    memset(word, 'a', sizeof word);
    Str longest = {word, 48}, longer = {word, 49}, huge = {word, sizeof word};
    assert_true(str_eq(nearest(longest, &longest, 1), longest));
    assert_str(nearest(longer, &longest, 1), "");
    assert_str(nearest(longest, &longer, 1), "");
    assert_str(nearest(huge, &huge, 1), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_near_miss_is_recognised),
        cmocka_unit_test(something_else_is_not),
        cmocka_unit_test(the_first_of_two_equally_near_ones_wins),
        cmocka_unit_test(the_nearest_wins_over_the_first),
        cmocka_unit_test(very_long_words_have_no_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
