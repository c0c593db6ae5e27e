#include "support.h"

#include "base/utf8.h"

static void well_formed_text_passes(void **state)
{
    (void)state;
    static const Str good[] = {
        STR_INIT(""),
        STR_INIT("plain"),
        STR_INIT("caf\xC3\xA9"),
        STR_INIT("\xC2\x80\xDF\xBF"),
        STR_INIT("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF"),
        STR_INIT("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"),
        STR_INIT("a\0b"),
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        assert_int_equal(utf8_check(good[i]), good[i].n);
    }
    assert_int_equal(utf8_check((Str){NULL, 0}), 0);
}

/* RFC 3629, section 4: everything that its grammar leaves out. */
static void the_first_bad_byte_is_found(void **state)
{
    (void)state;
    static const Str bad[] = {
        STR_INIT("ab\x80"),             /* a tail without a head */
        STR_INIT("ab\xBF"),             /* the same */
        STR_INIT("ab\xC0\x80"),         /* overlong */
        STR_INIT("ab\xC1\xBF"),         /* overlong */
        STR_INIT("ab\xE0\x9F\xBF"),     /* overlong */
        STR_INIT("ab\xF0\x8F\xBF\xBF"), /* overlong */
        STR_INIT("ab\xED\xA0\x80"),     /* a surrogate */
        STR_INIT("ab\xED\xBF\xBF"),     /* a surrogate */
        STR_INIT("ab\xF4\x90\x80\x80"), /* over U+10FFFF */
        STR_INIT("ab\xF5\x80\x80\x80"), /* over U+10FFFF */
        STR_INIT("ab\xFF"),             /* never */
        STR_INIT("ab\xC3"),             /* cut short */
        STR_INIT("ab\xE2\x82"),         /* cut short */
        STR_INIT("ab\xF0\x9F\x92"),     /* cut short */
        STR_INIT("ab\xC3z"),            /* no tail */
        STR_INIT("ab\xE2\x82z"),        /* no second tail */
        STR_INIT("ab\xF0\x9F\x92z"),    /* no third tail */
        STR_INIT("ab\xE9 Latin-1"),     /* another encoding */
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_int_equal(utf8_check(bad[i]), 2);
    }
}

static void a_character_is_never_read_past_the_end(void **state)
{
    (void)state;
    /* on the heap, exactly as long as the text: the sanitizer sees a step over
     */
    static const Str cut[] = {
        STR_INIT("\xC3"),
        STR_INIT("\xE2\x82"),
        STR_INIT("\xF0\x9F\x92"),
    };
    for (size_t i = 0; i < COUNT(cut); i++) {
        char *p = malloc(cut[i].n);
        assert_non_null(p);
        memcpy(p, cut[i].p, cut[i].n);
        assert_int_equal(utf8_check((Str){p, cut[i].n}), 0);
        free(p);
    }
}

static void characters_are_counted(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(S("")), 0);
    assert_int_equal(utf8_count(S("plain")), 5);
    assert_int_equal(utf8_count(S("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x92\x9B")),
                     8);
}

static void next_takes_one_character(void **state)
{
    (void)state;
    Str rest = S("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x92\x9B!");
    assert_int_equal(utf8_next(&rest), 'a');
    assert_int_equal(utf8_next(&rest), 0xE9);
    assert_int_equal(utf8_next(&rest), 0x20AC);
    assert_int_equal(utf8_next(&rest), 0x1F49B);
    assert_str(rest, "!");
    assert_int_equal(utf8_next(&rest), '!');
    assert_int_equal(rest.n, 0);
}

static void what_no_page_may_hold_is_found(void **state)
{
    (void)state;
    static const Str bad[] = {
        STR_INIT("ab\x07"),         STR_INIT("ab\x7F"),
        STR_INIT("ab\rc"),          STR_INIT("ab\r"),
        STR_INIT("ab\xC2\x92"),     STR_INIT("ab\xEF\xBF\xBE"),
        STR_INIT("ab\xEF\xB7\x90"), STR_INIT("ab\xF0\x9F\xBF\xBF"),
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        assert_int_equal(utf8_find_unshown(bad[i]), 2);
    }
    Str good = S("a\tb\nc\r\nd caf\xC3\xA9 \xC2\xA0 \xEF\xBF\xBD");
    assert_int_equal(utf8_find_unshown(good), good.n);
    assert_false(utf8_is_shown(0xD800));
    assert_false(utf8_is_shown(0x110000));
}

static void bad_bytes_are_mended(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str good = S("caf\xC3\xA9");
    assert_ptr_equal(utf8_mend(a, good).p, good.p);
    assert_str(utf8_mend(a, S("\xFFto\xC3")), "\xEF\xBF\xBDto\xEF\xBF\xBD");
    assert_str(utf8_mend(a, S("a\xED\xA0\x80"
                              "b")),
               "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
               "b");
    assert_str(utf8_mend(a, S("")), "");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_text_passes),
        cmocka_unit_test(the_first_bad_byte_is_found),
        cmocka_unit_test(a_character_is_never_read_past_the_end),
        cmocka_unit_test(characters_are_counted),
        cmocka_unit_test(next_takes_one_character),
        cmocka_unit_test(what_no_page_may_hold_is_found),
        cmocka_unit_test(bad_bytes_are_mended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
