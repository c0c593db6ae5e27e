#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static void write_bytes(const char *path, Str bytes)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, out), bytes.n);
    assert_int_equal(fclose(out), 0);
}

static void kinds_are_told_apart(void **state)
{
    (void)state;
    write_bytes("file", S("x"));
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink("folder", "link"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(file_kind(S("file")), FILE_REGULAR);
    assert_int_equal(file_kind(S("folder")), FILE_FOLDER);
    assert_int_equal(file_kind(S("link")), FILE_FOLDER);
    assert_int_equal(file_kind(S("dangling")), FILE_NONE);
    assert_int_equal(file_kind(S("nothing")), FILE_NONE);
    assert_int_equal(file_kind(S("pipe")), FILE_OTHER);
}

static void a_file_is_read_whole(void **state)
{
    struct place *p = *state;
    Str out;
    write_bytes("empty", S(""));
    assert_true(file_read(p->arena, S("empty"), 10, &out));
    assert_int_equal(out.n, 0);
    write_bytes("file", S("a\0b\xFF\n"));
    assert_true(file_read(p->arena, S("file"), 5, &out));
    assert_int_equal(out.n, 5);
    assert_memory_equal(out.p, "a\0b\xFF\n", 5);
}

static void what_cannot_be_read_leaves_the_reason(void **state)
{
    struct place *p = *state;
    Str out = S("untouched");
    write_bytes("file", S("six by"));
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_false(file_read(p->arena, S("nothing"), 10, &out));
    assert_int_equal(errno, ENOENT);
    assert_false(file_read(p->arena, S("folder"), 10, &out));
    assert_int_equal(errno, EISDIR);
    assert_false(file_read(p->arena, S("file"), 5, &out));
    assert_int_equal(errno, EFBIG);
    assert_false(file_read(p->arena, S("file/below"), 5, &out));
    assert_int_equal(errno, ENOTDIR);
    /* a pipe that nobody writes to must not hang the build */
    assert_false(file_read(p->arena, S("pipe"), 10, &out));
    assert_int_equal(errno, EINVAL);
    assert_str(out, "untouched");
}

static void a_folder_is_listed_in_the_order_of_bytes(void **state)
{
    struct place *p = *state;
    static const char *const names[] = {"b.md",        "a.md",   "B.md",
                                        "\xC3\xA9.md", "a-b.md", ".hidden",
                                        "a10.md",      "a9.md"};
    for (size_t i = 0; i < COUNT(names); i++) {
        write_bytes(names[i], S("x"));
    }
    assert_int_equal(mkdir("aa", 0700), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    static const char *const want[] = {"B.md",   "a-b.md",     "a.md",
                                       "a10.md", "a9.md",      "aa",
                                       "b.md",   "\xC3\xA9.md"};
    struct dir_entry *entries;
    size_t n;
    assert_true(dir_list(p->arena, S("."), &entries, &n));
    assert_int_equal(n, COUNT(want));
    for (size_t i = 0; i < n; i++) {
        assert_str(entries[i].name, want[i]);
        assert_int_equal(entries[i].kind, i == 5 ? FILE_FOLDER : FILE_REGULAR);
    }
    assert_true(dir_list(p->arena, S(""), &entries, &n));
    assert_int_equal(n, COUNT(want));
}

static void an_empty_or_missing_folder_is_told(void **state)
{
    struct place *p = *state;
    struct dir_entry *entries = NULL;
    size_t n = 7;
    assert_false(dir_list(p->arena, S("nothing"), &entries, &n));
    assert_int_equal(errno, ENOENT);
    assert_int_equal(n, 7);
    assert_true(dir_list(p->arena, S("."), &entries, &n));
    assert_int_equal(n, 0);
}

static void a_source_is_text_without_its_byte_order_mark(void **state)
{
    struct place *p = *state;
    write_bytes("a.md", S("\xEF\xBB\xBF# Caf\xC3\xA9\n"));
    struct source *src =
        source_load(p->arena, p->diags, S("a.md"), S("shown.md"));
    assert_non_null(src);
    assert_str(src->text, "# Caf\xC3\xA9\n");
    assert_str(src->path, "shown.md");
    assert_diags(p->diags, "");
}

static void bytes_that_are_not_utf8_are_reported_in_place(void **state)
{
    struct place *p = *state;
    write_bytes("a.md", S("Caf\xC3\xA9\nCaf\xE9 au lait\n"));
    assert_null(source_load(p->arena, p->diags, S("a.md"), S("a.md")));
    assert_diags(p->diags,
                 "a.md:2:4: error: the file is not UTF-8 from here (byte "
                 "0xE9) [invalid-utf8]\n"
                 "    Caf\xEF\xBF\xBD au lait\n"
                 "       ^\n"
                 "    help: save the file with the encoding UTF-8\n");
}

static void a_nul_byte_is_reported_in_place(void **state)
{
    struct place *p = *state;
    Str bytes = S("one\ntw\0o\n");
    assert_null(source_from_bytes(p->arena, p->diags, bytes, S("a.md")));
    assert_diags(p->diags,
                 "a.md:2:3: error: there is a control character here (U+0000) "
                 "[control-character]\n"
                 "    tw?o\n"
                 "      ^\n"
                 "    help: delete it; it came from another program and cannot "
                 "be shown\n");
}

static void a_line_end_of_an_old_mac_is_reported(void **state)
{
    struct place *p = *state;
    Str bytes = S("one\r\ntwo\rthree\n");
    assert_null(source_from_bytes(p->arena, p->diags, bytes, S("a.md")));
    assert_diags(
        p->diags,
        "a.md:2:4: error: there is a control character here (U+000D) "
        "[control-character]\n"
        "    two?three\n"
        "       ^\n"
        "    help: save the file again with line ends as on Windows or "
        "Linux (CR LF or LF)\n");
}

static void a_file_that_is_too_large_is_reported(void **state)
{
    struct place *p = *state;
    write_bytes("a.md", S(""));
    assert_int_equal(truncate("a.md", (off_t)SOURCE_MAX + 1), 0);
    assert_null(source_load(p->arena, p->diags, S("a.md"), S("a.md")));
    assert_diags(p->diags,
                 "a.md: error: the file is larger than 4 MiB [too-large]\n"
                 "    help: split it into several files\n");
    assert_int_equal(diags_status(p->diags), 1);
}

static void a_missing_file_is_the_authors_mistake(void **state)
{
    struct place *p = *state;
    assert_null(source_load(p->arena, p->diags, S("b.md"), S("b.md")));
    assert_diags(p->diags, "b.md: error: there is no such file [missing-file]\n"
                           "    help: write the file, or take its name away\n");
    assert_int_equal(diags_status(p->diags), 1);
}

static void what_the_system_refuses_is_the_systems_failure(void **state)
{
    struct place *p = *state;
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_null(source_load(p->arena, p->diags, S("loop"), S("loop")));
    assert_diags(p->diags, "loop: error: cannot read: Too many levels of "
                           "symbolic links [system]\n");
    assert_int_equal(diags_status(p->diags), 3);
}

static void paths_are_taken_apart(void **state)
{
    struct place *p = *state;
    static const struct {
        const char *path, *dir, *base, *stem;
    } cases[] = {
        {"a/b/page.md", "a/b", "page.md", "page"},
        {"page.md", "", "page.md", "page"},
        {"/page", "/", "page", "page"},
        {"a/b/", "a/b", "", ""},
        {"a.b/c", "a.b", "c", "c"},
        {"a.tar.gz", "", "a.tar.gz", "a.tar"},
        {".hidden", "", ".hidden", ".hidden"},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str path = str_from_c(cases[i].path);
        assert_str(path_dir(path), cases[i].dir);
        assert_str(path_base(path), cases[i].base);
        assert_str(path_stem(path), cases[i].stem);
    }
    assert_str(path_join(p->arena, S("a/b"), S("c")), "a/b/c");
    assert_str(path_join(p->arena, S("a/"), S("c")), "a/c");
    assert_str(path_join(p->arena, S(""), S("c")), "c");
    assert_str(path_join(p->arena, S("."), S("c")), "c");
    assert_str(path_join(p->arena, S("/"), S("c")), "/c");
}

static void paths_are_resolved_beneath_their_root(void **state)
{
    struct place *p = *state;
    static const struct {
        const char *dir, *relative, *want; /* NULL: refused */
    } cases[] = {
        {"chapters", "offers.md", "chapters/offers.md"},
        {"chapters", "../images/a.png", "images/a.png"},
        {"", "offers.md", "offers.md"},
        {"a/b", "./../c//d/.", "a/c/d"},
        {"a", "b/../../c", "c"},
        {"a/b/c/d/e", "../../x/y/../z", "a/b/c/x/z"},
        {"a", "", "a"},
        {"a", "..", ""},
        {"a", "../..", NULL},
        {"a", "../../a/b", NULL},
        {"", "..", NULL},
        {"a", "/etc/passwd", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str out = S("untouched");
        bool inside = path_resolve(p->arena, str_from_c(cases[i].dir),
                                   str_from_c(cases[i].relative), &out);
        assert_int_equal(inside, cases[i].want != NULL);
        assert_str(out, inside ? cases[i].want : "untouched");
    }
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, enter_empty_folder, leave_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(kinds_are_told_apart),
        IN_FOLDER(a_file_is_read_whole),
        IN_FOLDER(what_cannot_be_read_leaves_the_reason),
        IN_FOLDER(a_folder_is_listed_in_the_order_of_bytes),
        IN_FOLDER(an_empty_or_missing_folder_is_told),
        IN_FOLDER(a_source_is_text_without_its_byte_order_mark),
        IN_FOLDER(bytes_that_are_not_utf8_are_reported_in_place),
        IN_FOLDER(a_nul_byte_is_reported_in_place),
        IN_FOLDER(a_line_end_of_an_old_mac_is_reported),
        IN_FOLDER(a_file_that_is_too_large_is_reported),
        IN_FOLDER(a_missing_file_is_the_authors_mistake),
        IN_FOLDER(what_the_system_refuses_is_the_systems_failure),
        IN_FOLDER(paths_are_taken_apart),
        IN_FOLDER(paths_are_resolved_beneath_their_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
