#include "support.h"

#include "check/codes.h"

static void each_code_comes_once_and_is_found(void **state)
{
    (void)state;
    size_t n = 0;
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        assert_true(str_is_id(c->name));
        assert_ptr_equal(code_find(c->name), c);
        n++;
    }
    assert_true(n > 100);
}

static void codes_come_area_by_area(void **state)
{
    (void)state;
    enum area before = AREA_CONTENT;
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        assert_true(c->area >= before);
        before = c->area;
    }
    assert_int_equal(before, AREA_COUNT - 1);
}

static void another_code_is_not_found(void **state)
{
    (void)state;
    assert_null(code_find(S("no-such-code")));
    assert_null(code_find(S("")));
    assert_null(code_find(S("raw-htm")));
}

/* Sentences: a capital first, a full stop last, not a book. */
static void assert_sentences(const struct code *c, Str text)
{
    bool ends = str_ends(text, S(".")) || str_ends(text, S(".\"")) ||
                str_ends(text, S(".`"));
    bool starts = text.n > 0 && (text.p[0] < 'a' || text.p[0] > 'z');
    if (!ends || (!starts && !str_starts(text, S("`"))) || text.n > 330) {
        print_error("%.*s: %.*s\n", STR_ARG(c->name), STR_ARG(text));
        fail();
    }
}

static void each_code_says_what_why_and_how(void **state)
{
    (void)state;
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        assert_sentences(c, c->rule);
        assert_sentences(c, c->reason);
        assert_sentences(c, c->mend);
    }
}

/* What cannot be published cannot be allowed; a finding of judgement can. */
static void errors_cannot_be_allowed(void **state)
{
    (void)state;
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        if (c->may_be_allowed && c->severity != SEVERITY_WARNING) {
            print_error("%.*s\n", STR_ARG(c->name));
            fail();
        }
    }
}

static void each_area_has_a_name(void **state)
{
    (void)state;
    for (int area = 0; area < AREA_COUNT; area++) {
        assert_true(str_is_id(area_name((enum area)area)));
        assert_true(area_about((enum area)area).n > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_code_comes_once_and_is_found),
        cmocka_unit_test(codes_come_area_by_area),
        cmocka_unit_test(another_code_is_not_found),
        cmocka_unit_test(each_code_says_what_why_and_how),
        cmocka_unit_test(errors_cannot_be_allowed),
        cmocka_unit_test(each_area_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
