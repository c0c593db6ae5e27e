#include "support.h"

#include "base/buf.h"

static void starts_empty(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf b = buf_in(a);
    assert_str(buf_str(&b), "");
    buf_add(&b, (Str){NULL, 0});
    assert_str(buf_str(&b), "");
    arena_free(a);
}

static void grows_at_its_end(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf b = buf_in(a);
    buf_add(&b, S("<p>"));
    buf_byte(&b, '4');
    buf_printf(&b, ".%d %s", 2, "text");
    buf_add(&b, S("</p>"));
    assert_str(buf_str(&b), "<p>4.2 text</p>");
    arena_free(a);
}

static void keeps_every_byte_through_many_growths(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf b = buf_in(a);
    for (int i = 0; i < 100000; i++) {
        buf_byte(&b, (char)('a' + i % 26));
    }
    Str all = buf_str(&b);
    assert_int_equal(all.n, 100000);
    for (size_t i = 0; i < all.n; i++) {
        assert_int_equal(all.p[i], 'a' + (int)(i % 26));
    }
    arena_free(a);
}

static void printf_may_be_longer_than_the_room(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf b = buf_in(a);
    buf_byte(&b, '[');
    buf_printf(&b, "%1000d", 7);
    buf_byte(&b, ']');
    Str all = buf_str(&b);
    assert_int_equal(all.n, 1002);
    assert_str(str_from(all, 999), " 7]");
    arena_free(a);
}

static void code_points_become_utf8(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf b = buf_in(a);
    static const unsigned points[] = {0x24,    0x7F,    0x80,   0x7FF,
                                      0x800,   0x20AC,  0xFFFF, 0x10000,
                                      0x1F49B, 0x10FFFF};
    for (size_t i = 0; i < COUNT(points); i++) {
        buf_utf8(&b, points[i]);
    }
    assert_str(buf_str(&b),
               "$\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xE2\x82\xAC\xEF\xBF\xBF"
               "\xF0\x90\x80\x80\xF0\x9F\x92\x9B\xF4\x8F\xBF\xBF");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_empty),
        cmocka_unit_test(grows_at_its_end),
        cmocka_unit_test(keeps_every_byte_through_many_growths),
        cmocka_unit_test(printf_may_be_longer_than_the_room),
        cmocka_unit_test(code_points_become_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
