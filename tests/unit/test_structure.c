#include "checks.h"

#include "check/structure.h"

static const char *found(struct world *w, const char *text)
{
    return find_in(w, ESSEX, text, check_structure);
}

static void headings_go_down_one_level_at_a_time(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "## A\n\n### B\n\nText.\n\n## C\n\nText."),
                        "");
    assert_string_equal(found(w, "## A\n\nText.\n\n#### B\n\nText."),
                        "one.md:7:1: this heading is 2 levels below the one "
                        "above it [skipped-heading]\n");
    assert_string_equal(found(w, "### A\n\nText."),
                        "one.md:3:1: this heading is 2 levels below the one "
                        "above it [skipped-heading]\n");
}

static void headings_in_a_voice_go_on_from_the_sections(void **state)
{
    struct world *w = *state;
    const char *text = "Text.\n\n::: young\nText.\n:::\n\n## A\n\nText.\n\n::: "
                       "young\n### B\n\nText.\n\n"
                       "##### C\n\nText.\n:::";
    assert_string_equal(find_in(w, STRICT, text, check_structure),
                        "one.md:18:1: this heading is 2 levels below the one "
                        "above it [skipped-heading]\n");
}

static void a_heading_has_something_below_it(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "Text.\n\n## A\n\n## B\n\n### C\n\nText."),
                        "one.md:5:1: nothing stands below this heading "
                        "[empty-section]\n");
}

static void a_table_has_a_caption(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "| a | b |\n| --- | --- |\n| c | d |\n\nTable: Letters"), "");
    assert_string_equal(found(w, "| a | b |\n| --- | --- |\n| c | d |"),
                        "one.md:3:1: this table has no caption "
                        "[table-without-caption]\n");
}

static void a_link_says_where_it_leads(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "[How to complain](https://a.uk), [Childline](https://b.uk) "
                 "and [ring 116 123](tel:116123)."),
        "");
    assert_string_equal(found(w, "For more, [Click *here*!](https://a.uk)."),
                        "one.md:3:11: 'Click here!' does not say where the "
                        "link leads [link-text]\n");
    assert_string_equal(found(w, "See <https://a.uk/b>."),
                        "one.md:3:6: a bare address does not say what one "
                        "finds there [link-text]\n");
    assert_string_equal(found(w, "See www.a.uk/b (or https://c.uk)."),
                        "one.md:3:5: this address is no link [link-text]\n"
                        "one.md:3:20: this address is no link [link-text]\n");
    /* in pieces it is debris, and nothing to make a link of */
    assert_string_equal(found(w, "See www.a.uk/b/\nc/d.html now."), "");
    assert_string_equal(found(w, "See www.a.uk/b/\nor ask."),
                        "one.md:3:5: this address is no link [link-text]\n");
    assert_string_equal(
        found(w, "http:www.a.uk and http://www.a. uk are debris."), "");
}

static void a_link_without_words_takes_its_sections_title(void **state)
{
    struct world *w = *state;
    assert_string_equal(found(w, "See [](#a).\n\n## A\n\nText."), "");
}

static void a_file_that_is_not_named_is_an_orphan(void **state)
{
    struct world *w = *state;
    make_dir("in");
    make_dir("in/chapters");
    put("in/publication.yaml",
        "title: T\neditions: {formal: {}}\nchapters: [one]\n");
    put("in/chapters/one.md", "Text.\n");
    put("in/chapters/two.md", "Text.\n");
    put("in/chapters/README.md", "About these files.\n");
    run_rule(w, check_structure);
    assert_string_equal(
        findings(w),
        "chapters/two.md: no edition has this chapter [orphan-chapter]\n");
}

static void a_file_that_no_page_shows_is_unused(void **state)
{
    struct world *w = *state;
    make_dir("in");
    make_dir("in/images");
    make_dir("in/images/old");
    put("in/images/credits.txt", "Drawn by us.\n");
    put("in/images/old/house.png", "not read\n");
    assert_string_equal(
        found(w, "Text."),
        "images/old/house.png: no page shows this file [unused-file]\n");
}

static void a_contact_is_shown_somewhere(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/contacts.yaml", "- {id: a, name: A, always: true}\n"
                            "- {id: b, name: B}\n"
                            "- {id: c, name: C}\n"
                            "- {id: d, name: D}\n"
                            "- {id: e, name: E}\n");
    put("in/publication.yaml", ESSEX);
    put("in/one.md",
        "---\n"
        "rights:\n"
        "  - {id: r, title: R, contact: b, text: 'Ask {{ contact c }}.'}\n"
        "---\n"
        "Ask {{ contact d }}.\n");
    run_rule(w, check_structure);
    assert_string_equal(findings(w),
                        "contacts.yaml:5:8: nothing refers to the contact 'e' "
                        "[unused-contact]\n");
}

static void a_list_of_contacts_shows_them(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/contacts.yaml", "- {id: a, name: A}\n");
    assert_string_equal(found(w, "{{ contacts }}"), "");
}

static void an_appendix_that_a_text_names_is_there(void **state)
{
    struct world *w = *state;
    const char *settings = ESSEX "chapters: [one]\nappendices: [two]\n";
    make_dir("in");
    put("in/two.md", "# The plan\n\nText.\n");
    assert_string_equal(find_in(w, settings,
                                "See appendix A, or its appendix 7, or "
                                "Appendix C of the regulations.",
                                check_structure),
                        "");
    assert_string_equal(
        find_in(w, settings, "See appendix B, and Appendix 2 to the report.",
                check_structure),
        "one.md:3:5: there is no appendix B here [appendix-sequence]\n"
        "one.md:3:21: there is no Appendix 2 here [appendix-sequence]\n");
}

static void appendices_in_headings_are_counted_without_gaps(void **state)
{
    struct world *w = *state;
    assert_string_equal(
        found(w, "See appendix 3.\n\n## Appendix 3: Plan\n\nText.\n\n"
                 "## Appendix 4: Work\n\nText."),
        "one.md:5:4: there is an Appendix 3 here and no appendix 1 or 2 "
        "[appendix-sequence]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(headings_go_down_one_level_at_a_time),
        WORLD_TEST(headings_in_a_voice_go_on_from_the_sections),
        WORLD_TEST(a_heading_has_something_below_it),
        WORLD_TEST(a_table_has_a_caption),
        WORLD_TEST(a_link_says_where_it_leads),
        WORLD_TEST(a_link_without_words_takes_its_sections_title),
        WORLD_TEST(a_file_that_is_not_named_is_an_orphan),
        WORLD_TEST(a_file_that_no_page_shows_is_unused),
        WORLD_TEST(a_contact_is_shown_somewhere),
        WORLD_TEST(a_list_of_contacts_shows_them),
        WORLD_TEST(an_appendix_that_a_text_names_is_there),
        WORLD_TEST(appendices_in_headings_are_counted_without_gaps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
