#include "world.h"

#include "check/parity.h"

/* The comparison of the young edition of what is in `pub`. */
static struct parity compare(struct world *w)
{
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_non_null(p);
    struct edition **editions =
        ARENA_NEW(w->arena, struct edition *, p->voices.n);
    for (size_t v = 0; v < p->voices.n; v++) {
        editions[v] = edition_build(w->arena, w->diags, p, v);
    }
    return parity_of(w->arena, w->diags, editions, 1);
}

/* A publication with one chapter. */
static struct parity compare_chapter(struct world *w, const char *text)
{
    make_dir("pub");
    put("pub/publication.yaml", "title: A title\n");
    put("pub/one.md", text);
    return compare(w);
}

/* The item called `id`, or that is of the kind `id`. */
static const struct parity_item *item_of(const struct parity *p, const char *id)
{
    Str name = str_from_c(id);
    for (size_t f = 0; f < p->n; f++) {
        for (size_t i = 0; i < p->files[f].n; i++) {
            const struct parity_item *item = &p->files[f].items[i];
            if (str_eq(item->id, name) ||
                (item->id.n == 0 && str_eq(item->kind, name))) {
                return item;
            }
        }
    }
    print_error("there is no %s\n", id);
    fail();
    return NULL;
}

static enum parity_state state_of(const struct parity *p, const char *id)
{
    return item_of(p, id)->state;
}

static void sections_have_the_states_that_editions_give_them(void **state)
{
    struct parity p = compare_chapter(*state, "# One\n\n"
                                              "Formal.\n\n"
                                              "::: young\nYoung.\n:::\n\n"
                                              "## Pair\n\nFormal.\n\n"
                                              "::: young\nYoung.\n:::\n\n"
                                              "### Below\n\nFormal.\n\n"
                                              "#### Lower\n\nFormal.\n\n"
                                              "## Numbers\n\nFormal.\n\n"
                                              "::: young none\n"
                                              "They label\nyou.\n:::\n\n"
                                              "## Gap\n\nFormal.\n\n"
                                              "## Alone\n\n"
                                              "::: young\nYoung.\n:::\n\n"
                                              "## Head\n\n"
                                              "### Tail\n\nFormal.\n");
    assert_int_equal(state_of(&p, "opening"), PARITY_PAIRED);
    assert_int_equal(state_of(&p, "pair"), PARITY_PAIRED);
    assert_int_equal(state_of(&p, "below"), PARITY_COVERED);
    assert_int_equal(state_of(&p, "lower"), PARITY_COVERED);
    assert_int_equal(state_of(&p, "numbers"), PARITY_WITHHELD);
    assert_str(item_of(&p, "numbers")->why, "They label you.");
    assert_int_equal(state_of(&p, "gap"), PARITY_MISSING);
    assert_int_equal(state_of(&p, "alone"), PARITY_ONLY);
    assert_int_equal(state_of(&p, "head"), PARITY_SHARED);
    assert_int_equal(state_of(&p, "tail"), PARITY_MISSING);
    assert_int_equal(item_of(&p, "gap")->line, 34);
    assert_int_equal(p.sum.states[PARITY_MISSING], 2);
    assert_int_equal(p.sum.states[PARITY_COVERED], 2);
}

static void records_are_as_good_as_their_worst_text(void **state)
{
    struct parity p = compare_chapter(
        *state,
        "---\n"
        "title: {formal: One, young: One for you}\n"
        "ideas:\n"
        "  - {id: both, title: {formal: A, young: B}, why: {formal: A, young: "
        "B}}\n"
        "  - {id: same, title: A}\n"
        "  - {id: half, title: {formal: A, young: B}, why: {formal: A}}\n"
        "  - {id: list, title: A, how: {formal: [A, B], young: [C]}}\n"
        "  - {id: gap, title: A, how: [{formal: A, young: B}, {formal: A}]}\n"
        "priorities:\n"
        "  - id: deep\n"
        "    title: A\n"
        "    measures: [{text: {formal: A}}]\n"
        "---\n"
        "Text.\n");
    assert_int_equal(state_of(&p, "one"), PARITY_PAIRED); /* the chapter */
    assert_int_equal(state_of(&p, "both"), PARITY_PAIRED);
    assert_int_equal(state_of(&p, "same"), PARITY_SHARED);
    assert_int_equal(state_of(&p, "half"), PARITY_MISSING);
    assert_int_equal(state_of(&p, "list"), PARITY_PAIRED);
    assert_int_equal(state_of(&p, "gap"), PARITY_MISSING);
    assert_int_equal(state_of(&p, "deep"), PARITY_MISSING);
    assert_str(item_of(&p, "both")->title, "A");
}

static void a_withheld_chapter_says_why_of_all_in_it(void **state)
{
    struct parity p = compare_chapter(*state, "---\n"
                                              "title: One\n"
                                              "editions: [formal]\n"
                                              "because: It is for officers.\n"
                                              "ideas: [{id: i, title: A}]\n"
                                              "---\n"
                                              "Text.\n\n"
                                              "## Two\n\nText.\n");
    assert_int_equal(state_of(&p, "one"), PARITY_WITHHELD);
    assert_int_equal(state_of(&p, "two"), PARITY_WITHHELD);
    assert_int_equal(state_of(&p, "i"), PARITY_WITHHELD);
    assert_str(item_of(&p, "two")->why, "It is for officers.");
    assert_str(item_of(&p, "i")->why, "It is for officers.");
}

static void a_chapter_of_one_edition_alone_is_its_own(void **state)
{
    struct parity p = compare_chapter(*state, "---\n"
                                              "title: One\n"
                                              "editions: [young]\n"
                                              "because: A game.\n"
                                              "---\n"
                                              "::: young\nText.\n:::\n");
    assert_int_equal(state_of(&p, "one"), PARITY_ONLY);
    assert_int_equal(state_of(&p, "opening"), PARITY_ONLY);
    assert_str(item_of(&p, "one")->why, "A game.");
}

static void a_chapter_that_is_not_listed_is_no_silent_gap(void **state)
{
    make_dir("pub");
    put("pub/publication.yaml",
        "title: A title\n"
        "chapters: {formal: [one, two], young: [one]}\n");
    put("pub/one.md", "# One\n\nText.\n\n::: young\nText.\n:::\n");
    put("pub/two.md", "# Two\n\nText.\n");
    struct parity p = compare(*state);
    assert_int_equal(state_of(&p, "one"), PARITY_SHARED);
    assert_int_equal(state_of(&p, "two"), PARITY_WITHHELD);
    assert_str(item_of(&p, "two")->why, "not among the chapters of the young "
                                        "edition in publication.yaml");
}

static void words_are_counted_in_each_edition(void **state)
{
    struct parity p = compare_chapter(*state, "# Our plan\n\n"
                                              "Care \xE2\x80\x93 and *good* "
                                              "homes, 24 hours.\n\n"
                                              "::: young\nA home.\n:::\n\n"
                                              "## Gap\n\nThree formal "
                                              "words.\n");
    /* Our plan; Care and good homes 24 hours; Gap; Three formal words */
    assert_int_equal(p.n, 2);
    assert_int_equal(p.files[1].sum.words[0], 12);
    /* what stands in for a missing voice is not the edition's */
    assert_int_equal(p.files[1].sum.words[1], 2 + 2);
    assert_int_equal(p.sum.words[0], 2 + 12); /* A title */
}

static void the_text_tells_states_reasons_and_sums(void **state)
{
    struct world *w = *state;
    compare_chapter(w, "# One\n\nFormal.\n\n"
                       "::: young\nYoung.\n:::\n\n"
                       "## Numbers\n\nFormal.\n\n"
                       "::: young none\nThey label you.\n:::\n");
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    struct edition *editions[] = {edition_build(w->arena, w->diags, p, 0),
                                  edition_build(w->arena, w->diags, p, 1)};
    struct parity_report r =
        parity_report_of(w->arena, w->diags, p, editions, p->voices.n);
    struct buf out = buf_in(w->arena);
    parity_write_text(&out, &r, 1);
    assert_str(buf_str(&out),
               "A title (pub)\n"
               "\n"
               "The young edition beside the formal one\n"
               "\n"
               "pub/publication.yaml\n"
               "       1  shared      publication: A title\n"
               "  nothing to pair, 1 shared; words: 2 formal, 2 young "
               "(100%)\n"
               "\n"
               "pub/one.md: One\n"
               "       1  shared      chapter one: One\n"
               "       3  paired      opening\n"
               "       9  withheld    section numbers: Numbers\n"
               "                      They label you.\n"
               "  1 of 2 paired (50%), 1 withheld, 1 shared; 0 of 1 reviewed; "
               "words: 4 formal, 2 young (50%)\n"
               "\n"
               "In all: 1 of 2 paired (50%), 1 withheld, 2 shared; 0 of 1 "
               "reviewed; words: 6 formal, 4 young (67%)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(sections_have_the_states_that_editions_give_them),
        WORLD_TEST(records_are_as_good_as_their_worst_text),
        WORLD_TEST(a_withheld_chapter_says_why_of_all_in_it),
        WORLD_TEST(a_chapter_of_one_edition_alone_is_its_own),
        WORLD_TEST(a_chapter_that_is_not_listed_is_no_silent_gap),
        WORLD_TEST(words_are_counted_in_each_edition),
        WORLD_TEST(the_text_tells_states_reasons_and_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
