#include "pictures.h"

#include "read/exif.h"

struct fixture {
    struct arena *arena;
    struct buf file;
    struct picture picture;
    struct picture_fault why;
};

static int enter(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->arena = arena_create();
    f->file = buf_in(f->arena);
    *state = f;
    return 0;
}

static int leave(void **state)
{
    struct fixture *f = *state;
    arena_free(f->arena);
    free(f);
    return 0;
}

#define PICTURE_TEST(name) cmocka_unit_test_setup_teardown((name), enter, leave)

/* Parses a copy that is as long as it must be, for AddressSanitizer to see. */
static bool parse_bytes(struct fixture *f, Str bytes)
{
    char *copy = malloc(bytes.n + (bytes.n == 0));
    assert_non_null(copy);
    memcpy(copy, bytes.n == 0 ? "" : bytes.p, bytes.n);
    bool done =
        picture_parse(f->arena, (Str){copy, bytes.n}, &f->picture, &f->why);
    free(copy);
    return done;
}

static bool parse(struct fixture *f)
{
    return parse_bytes(f, buf_str(&f->file));
}

static void assert_refused(struct fixture *f, const char *code)
{
    assert_false(parse(f));
    assert_string_equal(f->why.code, code);
    assert_non_null(f->why.message);
    assert_non_null(f->why.help);
    f->file.n = 0;
}

static void assert_bytes(Str got, const struct buf *want)
{
    assert_int_equal(got.n, want->n);
    assert_memory_equal(got.p, want->p, want->n);
}

static void start_png(struct fixture *f)
{
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, 3, 2, 2);
}

static void end_png(struct fixture *f)
{
    add_png_data(&f->file);
    add_png_end(&f->file);
}

static void start_jpeg(struct fixture *f)
{
    buf_add(&f->file, JPEG_START);
}

static void end_jpeg(struct fixture *f)
{
    add_jpeg_frame(&f->file);
    add_jpeg_scan(&f->file);
    buf_add(&f->file, JPEG_END);
}

static void add_exif(struct fixture *f, char orientation, bool place)
{
    struct buf b = buf_in(f->arena);
    buf_add(&b, S("Exif\0\0"));
    buf_add(&b, tiff(f->arena, orientation, place));
    add_segment(&f->file, 0xE1, buf_str(&b));
}

static void a_jpeg_keeps_its_picture_and_loses_its_notes(void **state)
{
    struct fixture *f = *state;
    struct buf want = buf_in(f->arena);
    start_jpeg(f);
    add_segment(&f->file, 0xE0, S("JFIF\0\1\2\0\0\1\0\1\1\1abc"));
    add_segment(&f->file, 0xE0, S("JFXX\0\x10 a small copy"));
    add_exif(f, 1, true);
    add_segment(&f->file, 0xE1, S("http://ns.adobe.com/xap/1.0/\0<x/>"));
    add_segment(&f->file, 0xE2, S("ICC_PROFILE\0\1\1colours"));
    add_segment(&f->file, 0xE2, S("MPF\0more pictures"));
    add_segment(&f->file, 0xED, S("Photoshop 3.0\0by Jane"));
    add_segment(&f->file, 0xEE, S("Adobe\0d\0\0\0\0\1by Jane"));
    add_segment(&f->file, 0xFE, S("a comment"));
    add_segment(&f->file, 0xDB, S("quantization"));
    add_jpeg_frame(&f->file);
    add_segment(&f->file, 0xC4, S("codes"));
    add_segment(&f->file, 0xDD, S("\0\1"));
    add_jpeg_scan(&f->file);
    add_segment(&f->file, 0xFE, S("between scans"));
    add_jpeg_scan(&f->file);
    buf_add(&f->file, S("\xFF\xD9 and a film"));

    buf_add(&want, JPEG_START);
    add_segment(&want, 0xE0, S("JFIF\0\1\2\0\0\1\0\1\0\0"));
    add_segment(&want, 0xE2, S("ICC_PROFILE\0\1\1colours"));
    add_segment(&want, 0xEE, S("Adobe\0d\0\0\0\0\1"));
    add_segment(&want, 0xDB, S("quantization"));
    add_jpeg_frame(&want);
    add_segment(&want, 0xC4, S("codes"));
    add_segment(&want, 0xDD, S("\0\1"));
    add_jpeg_scan(&want);
    add_jpeg_scan(&want);
    buf_add(&want, JPEG_END);

    assert_true(parse(f));
    assert_bytes(f->picture.bytes, &want);
    assert_int_equal(f->picture.kind, PICTURE_JPEG);
    assert_int_equal(f->picture.width, 3);
    assert_int_equal(f->picture.height, 2);
    assert_true(f->picture.located);
}

static void a_png_keeps_its_picture_and_loses_its_notes(void **state)
{
    struct fixture *f = *state;
    struct buf want = buf_in(f->arena);
    static const char *const kept[] = {"gAMA", "cHRM", "sRGB", "iCCP",
                                       "sBIT", "pHYs", "bKGD", "tRNS"};
    buf_add(&want, PNG_START);
    add_png_head(&want, 3, 2, 2);
    start_png(f);
    for (size_t i = 0; i < COUNT(kept); i++) {
        add_chunk(&f->file, kept[i], S("colours"));
        add_chunk(&want, kept[i], S("colours"));
    }
    add_chunk(&f->file, "tEXt", S("Author\0Jane"));
    add_chunk(&f->file, "zTXt", S("Author\0\0Jane"));
    add_chunk(&f->file, "iTXt", S("Author\0\0\0\0\0Jane"));
    add_chunk(&f->file, "eXIf", tiff(f->arena, 1, true));
    add_chunk(&f->file, "tIME", S("now"));
    add_chunk(&f->file, "prVt", S("a program's own"));
    add_png_data(&f->file);
    add_png_data(&f->file);
    add_chunk(&f->file, "tEXt", S("Author\0Jane"));
    add_png_end(&f->file);
    buf_add(&f->file, S("and a film"));
    add_png_data(&want);
    add_png_data(&want);
    add_png_end(&want);

    assert_true(parse(f));
    assert_bytes(f->picture.bytes, &want);
    assert_int_equal(f->picture.kind, PICTURE_PNG);
    assert_int_equal(f->picture.width, 3);
    assert_int_equal(f->picture.height, 2);
    assert_true(f->picture.located);
}

static void what_is_published_has_no_more_to_lose(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    add_exif(f, 1, true);
    end_jpeg(f);
    assert_true(parse(f));
    Str first = f->picture.bytes;
    assert_true(parse_bytes(f, first));
    assert_true(str_eq(f->picture.bytes, first));
    assert_false(f->picture.located);
}

static void a_place_is_found_wherever_it_is_noted(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    add_segment(&f->file, 0xE1,
                S("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='1'/>"));
    end_jpeg(f);
    assert_true(parse(f));
    assert_true(f->picture.located);

    f->file.n = 0;
    start_png(f);
    add_chunk(&f->file, "iTXt", S("XML:com.adobe.xmp\0\0\0\0\0GPSLatitude"));
    end_png(f);
    assert_true(parse(f));
    assert_true(f->picture.located);
}

static void an_empty_note_of_a_place_is_none(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    add_exif(f, 1, false);
    end_jpeg(f);
    assert_true(parse(f));
    assert_false(f->picture.located);
}

static void a_picture_that_must_be_turned_is_refused(void **state)
{
    struct fixture *f = *state;
    for (char orientation = 2; orientation <= 8; orientation++) {
        start_jpeg(f);
        add_exif(f, orientation, false);
        end_jpeg(f);
        assert_refused(f, "picture-rotated");
        start_png(f);
        add_chunk(&f->file, "eXIf", tiff(f->arena, orientation, false));
        end_png(f);
        assert_refused(f, "picture-rotated");
    }
}

static void an_orientation_that_means_nothing_is_none(void **state)
{
    struct fixture *f = *state;
    static const char none[] = {0, 9, 100};
    for (size_t i = 0; i < COUNT(none); i++) {
        f->file.n = 0;
        start_jpeg(f);
        add_exif(f, none[i], false);
        end_jpeg(f);
        assert_true(parse(f));
    }
}

static void exif_is_read_in_both_byte_orders(void **state)
{
    (void)state;
    static const Str big =
        STR_INIT("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                 "\0\0\0\0");
    assert_int_equal(exif_read(big).orientation, 6);
    /* cut anywhere, it says nothing, and nothing beyond it is read */
    for (size_t n = 0; n < 22; n++) {
        assert_int_equal(exif_read(str_to(big, n)).orientation, 1);
    }
}

static void a_file_that_was_cut_is_broken(void **state)
{
    struct fixture *f = *state;
    start_png(f);
    end_png(f);
    Str png = str_copy(f->arena, buf_str(&f->file));
    for (size_t n = 8; n < png.n; n++) {
        assert_false(parse_bytes(f, str_to(png, n)));
        assert_string_equal(f->why.code, "picture-broken");
    }
    f->file.n = 0;
    start_jpeg(f);
    add_exif(f, 1, true);
    end_jpeg(f);
    Str jpeg = str_copy(f->arena, buf_str(&f->file));
    for (size_t n = 2; n < jpeg.n; n++) {
        assert_false(parse_bytes(f, str_to(jpeg, n)));
        assert_string_equal(f->why.code, "picture-broken");
    }
}

static void a_changed_byte_of_a_png_is_seen(void **state)
{
    struct fixture *f = *state;
    start_png(f);
    end_png(f);
    for (size_t i = 8; i < f->file.n; i++) {
        f->file.p[i] ^= 0x20;
        assert_false(parse(f));
        f->file.p[i] ^= 0x20;
    }
    assert_true(parse(f));
}

static void a_png_out_of_order_is_broken(void **state)
{
    struct fixture *f = *state;
    buf_add(&f->file, PNG_START);
    end_png(f);
    assert_refused(f, "picture-broken"); /* no IHDR */
    start_png(f);
    add_png_end(&f->file);
    assert_refused(f, "picture-broken"); /* no IDAT */
    start_png(f);
    add_png_data(&f->file);
    add_chunk(&f->file, "tEXt", S(""));
    end_png(f);
    assert_refused(f, "picture-broken"); /* IDAT in two places */
    start_png(f);
    add_chunk(&f->file, "XXXX", S(""));
    end_png(f);
    assert_refused(f, "picture-broken"); /* needed, and unknown */
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, 3, 2, 5);
    end_png(f);
    assert_refused(f, "picture-broken"); /* no such colour type */
}

static void a_palette_must_be_there_and_whole(void **state)
{
    struct fixture *f = *state;
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, 3, 2, 3);
    end_png(f);
    assert_refused(f, "picture-broken");
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, 3, 2, 3);
    add_chunk(&f->file, "PLTE", S("four"));
    end_png(f);
    assert_refused(f, "picture-broken");
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, 3, 2, 3);
    add_chunk(&f->file, "PLTE", S("colour"));
    end_png(f);
    assert_true(parse(f));
}

static void a_jpeg_out_of_order_is_broken(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    add_jpeg_scan(&f->file);
    buf_add(&f->file, JPEG_END);
    assert_refused(f, "picture-broken"); /* no frame */
    start_jpeg(f);
    add_jpeg_frame(&f->file);
    buf_add(&f->file, JPEG_END);
    assert_refused(f, "picture-broken"); /* no scan */
    start_jpeg(f);
    add_jpeg_frame(&f->file);
    end_jpeg(f);
    assert_refused(f, "picture-broken"); /* two frames */
    start_jpeg(f);
    buf_add(&f->file, S("stray"));
    end_jpeg(f);
    assert_refused(f, "picture-broken");
    start_jpeg(f);
    buf_add(&f->file, S("\xFF\xDB\0\1"));
    end_jpeg(f);
    assert_refused(f, "picture-broken"); /* shorter than its own length */
}

static void a_jpeg_that_browsers_cannot_show_is_refused(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    add_segment(&f->file, 0xC9, S("\x08\0\x02\0\x03\x01\x01\x11\0"));
    assert_refused(f, "picture-format"); /* arithmetic */
    start_jpeg(f);
    add_segment(&f->file, 0xC1, S("\x0C\0\x02\0\x03\x01\x01\x11\0"));
    assert_refused(f, "picture-format"); /* 12 bits */
}

static void bytes_may_fill_the_gaps_of_a_jpeg(void **state)
{
    struct fixture *f = *state;
    start_jpeg(f);
    buf_add(&f->file, S("\xFF\xFF"));
    add_jpeg_frame(&f->file);
    add_segment(&f->file, 0xDA, S("\x01\x01\0\0\x3F\0"));
    buf_add(&f->file, S("pix\xFF\xFF\xD0"
                        "els\xFF"));
    buf_add(&f->file, JPEG_END);
    assert_true(parse(f));
}

static void a_picture_that_moves_is_refused(void **state)
{
    struct fixture *f = *state;
    start_png(f);
    add_chunk(&f->file, "acTL", S("\0\0\0\1\0\0\0\0"));
    end_png(f);
    assert_refused(f, "picture-format");
}

static void other_formats_are_refused(void **state)
{
    struct fixture *f = *state;
    static const Str files[] = {
        STR_INIT("GIF89a"),
        STR_INIT("RIFF1234WEBPVP8 "),
        STR_INIT("BM1234"),
        STR_INIT("II*\0"),
        STR_INIT("<svg xmlns="),
        STR_INIT("<?xml?><svg>"),
        STR_INIT("words"),
        STR_INIT("\0\0\0\x18"
                 "ftypavif"),
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        buf_add(&f->file, files[i]);
        assert_refused(f, "picture-format");
    }
    assert_refused(f, "picture-broken"); /* empty */
}

static void the_size_has_bounds(void **state)
{
    struct fixture *f = *state;
    static const struct {
        uint32_t width, height;
        const char *code;
    } sizes[] = {
        {0, 1, "picture-broken"},
        {1, 0, "picture-broken"},
        {PICTURE_SIDE_MAX + 1, 1, "too-large"},
        {1, PICTURE_SIDE_MAX + 1, "too-large"},
        {0xFFFFFFFF, 0xFFFFFFFF, "too-large"},
    };
    for (size_t i = 0; i < COUNT(sizes); i++) {
        buf_add(&f->file, PNG_START);
        add_png_head(&f->file, sizes[i].width, sizes[i].height, 2);
        end_png(f);
        assert_refused(f, sizes[i].code);
    }
    buf_add(&f->file, PNG_START);
    add_png_head(&f->file, PICTURE_SIDE_MAX, PICTURE_SIDE_MAX, 2);
    end_png(f);
    assert_true(parse(f));
}

static void a_name_tells_its_bytes(void **state)
{
    struct fixture *f = *state;
    const struct picture png = {.kind = PICTURE_PNG, .bytes = S("a")};
    const struct picture jpeg = {.kind = PICTURE_JPEG, .bytes = S("b")};
    Str name = picture_name(f->arena, &png, S("(Our) House 2"));
    assert_true(str_starts(name, S("our-house-2-")));
    assert_true(str_ends(name, S(".png")));
    assert_int_equal(name.n, S("our-house-2-").n + 12 + 4);
    Str other = picture_name(f->arena, &jpeg, S("\xC3\x84")); /* no ASCII */
    assert_true(str_starts(other, S("picture-")));
    assert_true(str_ends(other, S(".jpg")));
    assert_false(
        str_eq(str_to(str_from(name, 12), 12), str_to(str_from(other, 8), 12)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PICTURE_TEST(a_jpeg_keeps_its_picture_and_loses_its_notes),
        PICTURE_TEST(a_png_keeps_its_picture_and_loses_its_notes),
        PICTURE_TEST(what_is_published_has_no_more_to_lose),
        PICTURE_TEST(a_place_is_found_wherever_it_is_noted),
        PICTURE_TEST(an_empty_note_of_a_place_is_none),
        PICTURE_TEST(a_picture_that_must_be_turned_is_refused),
        PICTURE_TEST(an_orientation_that_means_nothing_is_none),
        PICTURE_TEST(exif_is_read_in_both_byte_orders),
        PICTURE_TEST(a_file_that_was_cut_is_broken),
        PICTURE_TEST(a_changed_byte_of_a_png_is_seen),
        PICTURE_TEST(a_png_out_of_order_is_broken),
        PICTURE_TEST(a_palette_must_be_there_and_whole),
        PICTURE_TEST(a_jpeg_out_of_order_is_broken),
        PICTURE_TEST(a_jpeg_that_browsers_cannot_show_is_refused),
        PICTURE_TEST(bytes_may_fill_the_gaps_of_a_jpeg),
        PICTURE_TEST(a_picture_that_moves_is_refused),
        PICTURE_TEST(other_formats_are_refused),
        PICTURE_TEST(the_size_has_bounds),
        PICTURE_TEST(a_name_tells_its_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
