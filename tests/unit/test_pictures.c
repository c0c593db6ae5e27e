#include "pictures.h"
#include "world.h"

#include "model/publication.h"

static void put_bytes(const char *path, Str bytes)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

static void put_png(struct world *w, const char *path)
{
    struct buf b = buf_in(w->arena);
    buf_add(&b, PNG_START);
    add_png_head(&b, 3, 2, 2);
    add_chunk(&b, "tEXt", S("Author\0Jane"));
    add_png_data(&b);
    add_png_end(&b);
    put_bytes(path, buf_str(&b));
}

/* A publication `pub` with images/a.png, and one chapter that says `body`. */
static struct publication *load(struct world *w, const char *body)
{
    make_dir("pub");
    make_dir("pub/images");
    make_dir("pub/chapters");
    put("pub/publication.yaml", "title: A title\n");
    put("pub/chapters/one.md", body);
    put_png(w, "pub/images/a.png");
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_non_null(p);
    return p;
}

/* The picture of the first image below `n`, or NULL. */
static const struct picture *picture_below(const struct node *n)
{
    if (n->kind == NODE_IMAGE) {
        return n->image->picture;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        const struct picture *found = picture_below(c);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static const struct picture *picture_of(const struct publication *p,
                                        size_t piece)
{
    const struct section *s = p->chapters[0]->opening;
    assert_true(piece < s->npieces);
    return picture_below(s->pieces[piece].node);
}

static void each_file_is_read_once(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "![A](images/a.png)\n\n"
                                    "- ![The same](../images/a.png)\n\n"
                                    "Text ![once more](images/./a.png)\n");
    assert_diags(w->diags, "");
    const struct picture *first = picture_of(p, 0);
    assert_non_null(first);
    assert_int_equal(first->width, 3);
    assert_true(str_starts(first->file, S("a-")));
    assert_true(str_find(first->bytes, S("Jane")) == first->bytes.n);
    assert_ptr_equal(picture_of(p, 1), first);
    assert_ptr_equal(picture_of(p, 2), first);
}

static void a_path_with_dots_starts_at_the_chapter(void **state)
{
    struct world *w = *state;
    make_dir("pub");
    make_dir("pub/chapters");
    put_png(w, "pub/chapters/b.png");
    put("pub/chapters/one.md", "![B](./b.png)\n");
    put("pub/publication.yaml", "title: A title\n");
    struct publication *p = publication_load(w->arena, w->diags, S("./pub/"));
    assert_diags(w->diags, "");
    assert_non_null(picture_of(p, 0));
}

static void one_file_alone_has_its_folder(void **state)
{
    struct world *w = *state;
    put("one.md", "![A](a.png) and ![A](./a.png)\n");
    put_png(w, "a.png");
    struct publication *p = publication_load(w->arena, w->diags, S("one.md"));
    assert_diags(w->diags, "");
    assert_non_null(picture_of(p, 0));
}

static void a_link_out_of_the_folder_is_refused(void **state)
{
    struct world *w = *state;
    put_png(w, "secret.png");
    make_dir("pub");
    put("pub/one.md", "![A](a.png)\n");
    assert_int_equal(symlink("../secret.png", "pub/a.png"), 0);
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_null(picture_of(p, 0));
    assert_reported(w, 1,
                    "pub/one.md:1:6: error: pub/a.png is a link that leads out "
                    "of the publication's folder [bad-link]");
}

static void a_linked_folder_is_no_way_out(void **state)
{
    struct world *w = *state;
    make_dir("pub-other");
    put_png(w, "pub-other/a.png");
    make_dir("pub");
    put("pub/one.md", "![A](other/a.png)\n");
    assert_int_equal(symlink("../pub-other", "pub/other"), 0);
    assert_non_null(publication_load(w->arena, w->diags, S("pub")));
    assert_reported(w, 1, "[bad-link]");
}

static void links_inside_the_folder_are_followed(void **state)
{
    struct world *w = *state;
    make_dir("real");
    put("real/one.md", "![A](a.png)\n");
    put_png(w, "real/b.png");
    assert_int_equal(symlink("b.png", "real/a.png"), 0);
    assert_int_equal(symlink("real", "pub"), 0);
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_diags(w->diags, "");
    assert_non_null(picture_of(p, 0));
}

static void a_file_over_the_limit_is_not_read(void **state)
{
    struct world *w = *state;
    put("one.md", "![A](a.png)\n");
    put("a.png", "");
    assert_int_equal(truncate("a.png", (off_t)PICTURE_MAX + 1), 0);
    assert_non_null(publication_load(w->arena, w->diags, S("one.md")));
    assert_reported(w, 1,
                    "one.md:1:6: error: a.png is larger than 20 MiB "
                    "[too-large]");
}

static int read_what_is_forbidden(struct world *w)
{
    enum { NOBODY = 65534 }; /* root may read everything */
    if (geteuid() == 0 && setuid(NOBODY) != 0) {
        return NOT_HERE;
    }
    CHECK(publication_load(w->arena, w->diags, S("one.md")) != NULL);
    CHECK(reported(w, "a.png: error: cannot read: Permission denied"));
    CHECK(diags_status(w->diags) == 3);
    CHECK(diags_errors(w->diags) == 1);
    return 0;
}

static void a_file_that_cannot_be_read_is_the_machines_fault(void **state)
{
    struct world *w = *state;
    put("one.md", "![A](a.png)\n\n![A](a.png)\n");
    put_png(w, "a.png");
    assert_int_equal(chmod("a.png", 0), 0);
    passes_in_child(w, read_what_is_forbidden);
}

static void a_description_belongs_to_the_picture_in_its_voice(void **state)
{
    struct world *w = *state;
    load(w, "![A](images/a.png)\n\n"
            "::: young\n![A](images/a.png)\n\n::: description\nText.\n:::\n"
            ":::\n\n"
            "::: description\nText.\n:::\n");
    assert_diags(w->diags, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_file_is_read_once),
        WORLD_TEST(a_path_with_dots_starts_at_the_chapter),
        WORLD_TEST(one_file_alone_has_its_folder),
        WORLD_TEST(a_link_out_of_the_folder_is_refused),
        WORLD_TEST(a_linked_folder_is_no_way_out),
        WORLD_TEST(links_inside_the_folder_are_followed),
        WORLD_TEST(a_file_over_the_limit_is_not_read),
        WORLD_TEST(a_file_that_cannot_be_read_is_the_machines_fault),
        WORLD_TEST(a_description_belongs_to_the_picture_in_its_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
