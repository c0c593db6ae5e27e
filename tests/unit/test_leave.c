#include "reading.h"
#include "world.h"

#include "render/leave.h"

/* A publication whose chapters are `plain`, `cites` and `lists` a contact, and
 * `rights`, and which says `extra` of itself. */
static void write_publication(const char *extra)
{
    make_dir("in");
    make_dir("in/chapters");
    struct arena *a = arena_create();
    put("in/publication.yaml",
        str_printf(a,
                   "title: One\neditions: {formal: {audience: All}}\n"
                   "chapters: [plain, cites, lists, rights]\n%s",
                   extra)
            .p);
    arena_free(a);
    put("in/contacts.yaml", "childline: {name: Childline, tel: 0800 1111}\n");
    put("in/rights.yaml",
        "told: {title: You are told, text: You are told why.}\n");
    put("in/chapters/plain.md", "# Plain\n\nA.\n");
    put("in/chapters/cites.md", "# Cites\n\n- Ring {{ contact childline }}.\n");
    put("in/chapters/lists.md", "# Lists\n\n{{ contacts }}\n");
    put("in/chapters/rights.md", "# Rights\n\n{{ rights }}\n");
}

/* The chapters that have the button, with a space after each. */
static const char *leaving(struct world *w)
{
    struct publication *p = publication_load(w->arena, w->diags, S("in"));
    assert_non_null(p);
    struct edition *ed = edition_build(w->arena, w->diags, p, 0);
    struct scene scene = {.pub = p, .editions = &ed, .ed = ed};
    struct map found = leave_chapters(w->arena, &scene);
    struct buf b = buf_in(w->arena);
    for (size_t i = 0; i < found.n; i++) {
        buf_printf(&b, "%.*s ", STR_ARG(found.entries[i].key));
    }
    return str_c(w->arena, buf_str(&b));
}

static void pages_with_rights_or_contacts_have_the_button(void **state)
{
    write_publication("");
    assert_string_equal(leaving(*state), "cites lists rights ");
}

static void the_publication_says_which_pages_have_it(void **state)
{
    write_publication("leave-page: {pages: none}\n");
    assert_string_equal(leaving(*state), "");
    put("in/publication.yaml",
        "title: One\neditions: {formal: {audience: All}}\n"
        "chapters: [plain, cites, lists, rights]\n"
        "leave-page: {pages: all}\n");
    assert_string_equal(leaving(*state), "plain cites lists rights ");
}

static void a_chapter_has_the_last_word(void **state)
{
    write_publication("");
    put("in/chapters/plain.md", "---\nleave-page: true\n---\n# Plain\n\nA.\n");
    put("in/chapters/lists.md",
        "---\nleave-page: false\n---\n# Lists\n\n{{ contacts }}\n");
    assert_string_equal(leaving(*state), "plain cites rights ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(pages_with_rights_or_contacts_have_the_button),
        WORLD_TEST(the_publication_says_which_pages_have_it),
        WORLD_TEST(a_chapter_has_the_last_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
