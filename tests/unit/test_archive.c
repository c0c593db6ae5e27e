#include "support.h"

#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "publish/archive.h"

/* The sizes and signatures of APPNOTE 4.3 */
enum { LOCAL_SIZE = 30, CENTRAL_SIZE = 46, END_SIZE = 22 };
#define LOCAL_MARK 0x04034b50u
#define CENTRAL_MARK 0x02014b50u
#define END_MARK 0x06054b50u

static const Str MIMETYPE = STR_INIT("application/epub+zip");

/* One entry, as its local header tells. */
struct entry {
    Str name;
    Str data; /* as stored */
    unsigned method;
    unsigned flags;
    unsigned extra;
    uint32_t time_and_date;
    uint32_t crc;
    uint32_t size; /* of the file */
};

static unsigned u16(Str s, size_t at)
{
    assert_true(at + 2 <= s.n);
    const unsigned char *p = (const unsigned char *)s.p + at;
    return (unsigned)(p[0] | p[1] << 8);
}

static uint32_t u32(Str s, size_t at)
{
    return u16(s, at) | (uint32_t)u16(s, at + 2) << 16;
}

static Str part(Str s, size_t at, size_t n)
{
    assert_true(at + n <= s.n);
    return str_to(str_from(s, at), n);
}

static uint32_t crc32_of(Str s)
{
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < s.n; i++) {
        crc ^= (unsigned char)s.p[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
        }
    }
    return ~crc;
}

/* Reads the local header at `*at`, and moves past the entry. */
static struct entry next_entry(Str zip, size_t *at)
{
    size_t start = *at;
    assert_int_equal(u32(zip, start), LOCAL_MARK);
    struct entry e = {
        .flags = u16(zip, start + 6),
        .method = u16(zip, start + 8),
        .time_and_date = u32(zip, start + 10),
        .crc = u32(zip, start + 14),
        .size = u32(zip, start + 22),
        .extra = u16(zip, start + 28),
    };
    size_t data = start + LOCAL_SIZE + u16(zip, start + 26) + e.extra;
    e.name = part(zip, start + LOCAL_SIZE, u16(zip, start + 26));
    e.data = part(zip, data, u32(zip, start + 18));
    *at = data + e.data.n;
    return e;
}

static void add(struct archive *z, Str name, Str bytes,
                enum archive_method method)
{
    assert_true(archive_add(z, name, bytes, method));
}

static Str finish(struct archive *z, struct arena *a)
{
    Str out = S("");
    assert_true(archive_finish(z, a, &out));
    archive_free(z);
    return out;
}

/* A page, long enough to be worth compressing. */
static Str sample_page(struct arena *a)
{
    struct buf b = buf_in(a);
    for (int i = 0; i < 500; i++) {
        buf_printf(&b, "<p id=\"p%d\">We will ask you first.</p>\n", i);
    }
    return buf_str(&b);
}

static Str sample_book(struct arena *a)
{
    struct archive *z = archive_create();
    add(z, S("mimetype"), MIMETYPE, ARCHIVE_STORED);
    add(z, S("META-INF/container.xml"), S("<container/>"), ARCHIVE_DEFLATED);
    add(z, S("EPUB/page.xhtml"), sample_page(a), ARCHIVE_DEFLATED);
    add(z, S("EPUB/a.css"), S(""), ARCHIVE_DEFLATED);
    return finish(z, a);
}

static void a_stored_first_entry_is_readable_at_fixed_offsets(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str zip = sample_book(a);

    /* EPUB 3.3, OCF 4.3: this is how a book is told from any other zip */
    assert_memory_equal(zip.p, "PK\3\4", 4);
    assert_memory_equal(zip.p + 30, "mimetype", 8);
    assert_memory_equal(zip.p + 38, MIMETYPE.p, MIMETYPE.n);
    assert_int_equal(u16(zip, 6), 0);  /* nothing follows the data */
    assert_int_equal(u16(zip, 8), 0);  /* stored */
    assert_int_equal(u16(zip, 28), 0); /* no extra field */
    assert_int_equal(u32(zip, 38 + MIMETYPE.n), LOCAL_MARK);
    arena_free(a);
}

static void entries_stand_in_the_order_added_without_gaps(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str zip = sample_book(a);
    const struct {
        Str name;
        Str bytes;
    } want[] = {
        {S("mimetype"), MIMETYPE},
        {S("META-INF/container.xml"), S("<container/>")},
        {S("EPUB/page.xhtml"), sample_page(a)},
        {S("EPUB/a.css"), S("")},
    };
    size_t at = 0;
    for (size_t i = 0; i < COUNT(want); i++) {
        struct entry e = next_entry(zip, &at);
        assert_true(str_eq(e.name, want[i].name));
        assert_int_equal(e.size, want[i].bytes.n);
        assert_int_equal(e.crc, crc32_of(want[i].bytes));
        assert_int_equal(e.extra, 0);
        /* APPNOTE 4.4.6: 1 January 1980, midnight */
        assert_int_equal(e.time_and_date, 0x00210000u);
    }
    assert_int_equal(u32(zip, at), CENTRAL_MARK);
    arena_free(a);
}

static void the_directory_names_every_entry_and_its_rights(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str zip = sample_book(a);
    size_t end = zip.n - END_SIZE;
    assert_int_equal(u32(zip, end), END_MARK);
    assert_int_equal(u16(zip, end + 10), 4);
    assert_int_equal(u16(zip, end + 20), 0); /* no comment */
    size_t at = u32(zip, end + 16);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(u32(zip, at), CENTRAL_MARK);
        assert_int_equal(u16(zip, at + 4) >> 8, 3); /* made on Unix */
        assert_int_equal(u16(zip, at + 30), 0);     /* no extra field */
        assert_int_equal(u16(zip, at + 32), 0);     /* no comment */
        assert_int_equal(u16(zip, at + 40), 0100644);
        size_t local = u32(zip, at + 42);
        struct entry e = next_entry(zip, &local);
        assert_true(
            str_eq(part(zip, at + CENTRAL_SIZE, u16(zip, at + 28)), e.name));
        at += CENTRAL_SIZE + e.name.n;
    }
    assert_int_equal(at, end);
    arena_free(a);
}

static void stored_bytes_are_the_bytes_and_deflated_ones_are_fewer(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str page = sample_page(a);
    struct archive *z = archive_create();
    add(z, S("stored"), page, ARCHIVE_STORED);
    add(z, S("deflated"), page, ARCHIVE_DEFLATED);
    Str zip = finish(z, a);

    size_t at = 0;
    struct entry e = next_entry(zip, &at);
    assert_int_equal(e.method, 0);
    assert_true(str_eq(e.data, page));
    e = next_entry(zip, &at);
    assert_int_equal(e.method, 8);
    assert_true(e.data.n < page.n / 4);
    arena_free(a);
}

static void names_are_utf8_and_say_so(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    Str name = S("EPUB/caf\xC3\xA9.xhtml");
    struct archive *z = archive_create();
    add(z, name, S("x"), ARCHIVE_STORED);
    Str zip = finish(z, a);

    size_t at = 0;
    struct entry e = next_entry(zip, &at);
    assert_true(str_eq(e.name, name));
    assert_int_equal(e.flags, 1 << 11); /* APPNOTE appendix D */
    arena_free(a);
}

static void the_bytes_do_not_depend_on_zone_or_umask(void **state)
{
    (void)state;
    static const char *const zones[] = {
        "UTC",      "Europe/London",     "Pacific/Kiritimati",
        "XYZ11:37", "STD-13DST,J1,J365", /* summer time from the first of
                                            January */
    };
    struct arena *a = arena_create();
    Str first = sample_book(a);
    mode_t umask_before = umask(0077);
    for (size_t i = 0; i < COUNT(zones); i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        assert_true(str_eq(sample_book(a), first));
    }
    umask(umask_before);
    unsetenv("TZ");
    tzset();
    arena_free(a);
}

static void a_name_that_is_there_already_is_refused(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct archive *z = archive_create();
    add(z, S("page"), S("one"), ARCHIVE_STORED);
    assert_false(archive_add(z, S("page"), S("two"), ARCHIVE_STORED));
    assert_string_equal(archive_error(z), "File already exists");

    Str zip = finish(z, a);
    size_t at = 0;
    assert_true(str_eq(next_entry(zip, &at).data, S("one")));
    assert_int_equal(u32(zip, at), CENTRAL_MARK);
    arena_free(a);
}

static void a_name_that_is_not_utf8_is_refused(void **state)
{
    (void)state;
    struct archive *z = archive_create();
    assert_false(archive_add(z, S("\xFF"), S("x"), ARCHIVE_STORED));
    assert_true(strlen(archive_error(z)) > 0);
    archive_free(z);
}

static void an_unfinished_archive_can_be_freed(void **state)
{
    (void)state;
    archive_free(NULL);
    archive_free(archive_create());
    struct archive *z = archive_create();
    add(z, S("page"), S("one"), ARCHIVE_DEFLATED);
    archive_free(z);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stored_first_entry_is_readable_at_fixed_offsets),
        cmocka_unit_test(entries_stand_in_the_order_added_without_gaps),
        cmocka_unit_test(the_directory_names_every_entry_and_its_rights),
        cmocka_unit_test(
            stored_bytes_are_the_bytes_and_deflated_ones_are_fewer),
        cmocka_unit_test(names_are_utf8_and_say_so),
        cmocka_unit_test(the_bytes_do_not_depend_on_zone_or_umask),
        cmocka_unit_test(a_name_that_is_there_already_is_refused),
        cmocka_unit_test(a_name_that_is_not_utf8_is_refused),
        cmocka_unit_test(an_unfinished_archive_can_be_freed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
