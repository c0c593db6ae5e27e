#include "world.h"

#include "check/allow.h"

static const char *const chapter =
    "---\n"
    "title: One\n"
    "allow: {long-list: \"they are all needed\"}\n"
    "---\n"
    "Text.\n";

/* A publication of two chapters, of which the first allows something. */
static struct publication *load(struct world *w, const char *settings)
{
    make_dir("pub");
    make_dir("pub/chapters");
    put("pub/publication.yaml", settings);
    put("pub/chapters/one.md", chapter);
    put("pub/chapters/two.md", "# Two\n\nText.\n");
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_non_null(p);
    return p;
}

static void warn(struct world *w, const struct source *src, const char *code)
{
    diag_warning(w->diags, src, src->text, code, "found");
}

static void a_chapter_allows_for_its_own_file(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "title: A title\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    warn(w, p->chapters[0]->src, "long-list");
    warn(w, p->chapters[0]->src, "long-sentence");
    warn(w, p->chapters[1]->src, "long-list");
    allow_apply(&allowed, w->diags);
    assert_int_equal(diags_warnings(w->diags), 2);
    assert_true(reported(w, "pub/chapters/two.md:1:1: warning: found "
                            "[long-list]"));
    assert_true(reported(w, "[long-sentence]"));
}

static void a_publication_allows_for_all_its_files(void **state)
{
    struct world *w = *state;
    struct publication *p =
        load(w, "title: A title\nallow: {hard-word: \"it is the law's\"}\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    const struct source near = {.path = S("pub/terms.yaml"), .text = S("text")};
    const struct source far = {.path = S("publisher/one.md"),
                               .text = S("text")};
    warn(w, p->chapters[1]->src, "hard-word");
    warn(w, p->src, "hard-word");
    warn(w, &near, "hard-word");
    warn(w, &far, "hard-word");
    allow_apply(&allowed, w->diags);
    assert_int_equal(diags_warnings(w->diags), 1);
    assert_true(reported(w, "publisher/one.md:1:1: warning: found"));
}

static void an_error_is_never_silenced(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "title: A title\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    diag_error(w->diags, p->chapters[0]->src, S(""), "long-list", "no doubt");
    allow_apply(&allowed, w->diags);
    assert_int_equal(diags_errors(w->diags), 1);
}

static void what_is_found_later_is_silenced_later(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "title: A title\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    allow_apply(&allowed, w->diags);
    warn(w, p->chapters[0]->src, "long-list");
    assert_int_equal(diags_warnings(w->diags), 1);
    allow_apply(&allowed, w->diags);
    assert_int_equal(diags_warnings(w->diags), 0);
    allow_report_unused(&allowed, (Date){0}, w->diags);
    assert_int_equal(diags_warnings(w->diags), 0);
}

static void what_is_allowed_for_nothing_is_reported(void **state)
{
    struct world *w = *state;
    struct publication *p =
        load(w, "title: A title\nallow:\n  long-list: \"lists are lists\"\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    warn(w, p->chapters[0]->src, "long-list");
    allow_apply(&allowed, w->diags);
    allow_report_unused(&allowed, (Date){0}, w->diags);
    assert_diags(w->diags,
                 "pub/publication.yaml:3:3: warning: 'long-list' is allowed "
                 "here, and nothing is found [unused-allow]\n"
                 "      long-list: \"lists are lists\"\n"
                 "      ^~~~~~~~~\n"
                 "    help: take the line away\n");
}

static void a_rule_that_needs_the_day_is_not_missed_without_it(void **state)
{
    struct world *w = *state;
    struct publication *p = load(
        w, "title: A title\nallow:\n  review-passed: \"a text of 2019\"\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    allowed.items[0].used = true; /* the chapter's */
    allow_report_unused(&allowed, (Date){0}, w->diags);
    assert_int_equal(diags_warnings(w->diags), 0);
    allow_report_unused(&allowed, (Date){.year = 2026}, w->diags);
    assert_int_equal(diags_warnings(w->diags), 1);
}

static void a_reason_is_one_text(void **state)
{
    struct world *w = *state;
    struct publication *p =
        load(w, "title: A title\n"
                "allow: {hard-word: [a, b], passive: ' '}\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    assert_int_equal(allowed.n, 1); /* the chapter's */
    assert_true(reported(w, "2:20: error: the reason must be one text "
                            "[wrong-type]"));
    assert_reported(w, 1,
                    "2:28: error: 'passive' is allowed without a reason "
                    "[allow-without-reason]");
}

static void allow_is_a_map(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "title: A title\nallow: [hard-word]\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    assert_int_equal(allowed.n, 1);
    assert_reported(w, 1,
                    "2:8: error: 'allow' must name codes, each with a reason "
                    "[wrong-type]");
}

static void an_empty_allow_is_a_form_not_filled_in(void **state)
{
    struct world *w = *state;
    struct publication *p = load(w, "title: A title\nallow:\n");
    struct allowances allowed = allow_read(w->arena, w->diags, p);
    assert_int_equal(allowed.n, 1);
    assert_int_equal(diags_errors(w->diags), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_chapter_allows_for_its_own_file),
        WORLD_TEST(a_publication_allows_for_all_its_files),
        WORLD_TEST(an_error_is_never_silenced),
        WORLD_TEST(what_is_found_later_is_silenced_later),
        WORLD_TEST(what_is_allowed_for_nothing_is_reported),
        WORLD_TEST(a_rule_that_needs_the_day_is_not_missed_without_it),
        WORLD_TEST(a_reason_is_one_text),
        WORLD_TEST(allow_is_a_map),
        WORLD_TEST(an_empty_allow_is_a_form_not_filled_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
