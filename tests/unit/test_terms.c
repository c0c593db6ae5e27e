#include "publishing.h"

#include "edition/terms.h"

/* What is found in `text`, in turn: `term@place+length`, `!` for a short form.
 */
static const char *found(struct world *w, const struct edition *ed, Str text)
{
    struct buf b = buf_in(w->arena);
    struct term_hit hit;
    for (size_t from = 0; terms_find(ed->terms, text, from, &hit);
         from = hit.at + hit.n) {
        buf_printf(&b, "%s%.*s@%zu+%zu%s", b.n > 0 ? " " : "",
                   STR_ARG(record_word(hit.term, S("term"))), hit.at, hit.n,
                   hit.abbreviation ? "!" : "");
    }
    return str_c(w->arena, buf_str(&b));
}

static struct edition *with_terms(struct world *w, const char *terms)
{
    make_dir("in");
    put("in/terms.yaml", terms);
    return edition_of(w, LENIENT, "a\n", FORMAL);
}

static void terms_are_found_in_any_case_as_whole_words(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(w, "- {term: placement, means: home}\n");
    assert_string_equal(found(w, ed, S("placement")), "placement@0+9");
    assert_string_equal(found(w, ed, S("A PLACEMENT, a Placement.")),
                        "placement@2+9 placement@15+9");
    assert_string_equal(found(w, ed, S("placements replacement placement2")),
                        "");
    assert_string_equal(found(w, ed, S("(placement)")), "placement@1+9");
    assert_string_equal(found(w, ed, S("placement-order")), "placement@0+9");
    assert_string_equal(found(w, ed, S("placemen")), "");
    assert_string_equal(found(w, ed, S("")), "");
}

static void letters_with_accents_are_parts_of_words(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(w, "- {term: care, means: home}\n");
    assert_string_equal(found(w, ed,
                              S("\xC3\xA9"
                                "care care\xC3\xA9")),
                        "");
    assert_string_equal(found(w, ed,
                              S("\xE2\x80\x9C"
                                "care\xE2\x80\x9D \xE2\x80\x98"
                                "care\xE2\x80\x99s")),
                        "care@3+4 care@14+4");
}

static void other_forms_are_found_too(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(
        w,
        "- {term: foster carer, also: [foster carers, fostering], means: x}\n");
    assert_string_equal(found(w, ed, S("Foster carers, fostering.")),
                        "foster carer@0+13 foster carer@15+9");
}

static void abbreviations_are_found_as_they_are_written(void **state)
{
    struct world *w = *state;
    struct edition *ed =
        with_terms(w, "- {term: pathway plan, short: PP, means: x}\n");
    assert_string_equal(found(w, ed, S("a PP, a pp, a Pathway Plan")),
                        "pathway plan@2+2! pathway plan@14+12");
}

static void of_two_that_start_alike_the_longer_one_is_meant(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(
        w, "- {term: care, means: x}\n- {term: care leaver, means: y}\n"
           "- {term: care order, means: z}\n");
    assert_string_equal(found(w, ed, S("care leaver, care, care orders")),
                        "care leaver@0+11 care@13+4 care@19+4");
}

static void of_two_that_overlap_the_first_one_is_meant(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(w, "- {term: personal adviser, means: x}\n"
                                       "- {term: adviser team, means: y}\n");
    assert_string_equal(found(w, ed, S("personal adviser team, adviser team")),
                        "personal adviser@0+16 adviser team@23+12");
}

static void the_search_starts_where_it_is_told(void **state)
{
    struct world *w = *state;
    struct edition *ed = with_terms(w, "- {term: care, means: x}\n");
    struct term_hit hit;
    assert_true(terms_find(ed->terms, S("care care"), 1, &hit));
    assert_int_equal(hit.at, 5);
    assert_false(terms_find(ed->terms, S("care care"), 6, &hit));
    assert_false(terms_find(ed->terms, S("care"), 4, &hit));
}

static void without_terms_nothing_is_found(void **state)
{
    struct world *w = *state;
    struct edition *ed = edition_of(w, LENIENT, "a\n", FORMAL);
    assert_string_equal(found(w, ed, S("care")), "");
}

static void a_term_needs_no_id(void **state)
{
    struct world *w = *state;
    struct edition *ed =
        with_terms(w, "- {term: \"Looked-after child (LAC)\", means: x}\n");
    const struct record_list *all =
        &ed->pub->lists[kind_index(kind_find(S("term")))];
    assert_str(all->items[0]->id, "looked-after-child-lac");
}

static void one_term_twice_is_reported(void **state)
{
    struct world *w = *state;
    make_dir("in");
    put("in/terms.yaml",
        "- {term: care, means: x}\n\n- {term: Care, means: y}\n");
    load_one(w, LENIENT, "a\n");
    assert_reported(w, 1, "in/terms.yaml:3:3: ");
    assert_reported(w, 1, "[duplicate-id]");
    assert_int_equal(diags_errors(w->diags), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(terms_are_found_in_any_case_as_whole_words),
        WORLD_TEST(letters_with_accents_are_parts_of_words),
        WORLD_TEST(other_forms_are_found_too),
        WORLD_TEST(abbreviations_are_found_as_they_are_written),
        WORLD_TEST(of_two_that_start_alike_the_longer_one_is_meant),
        WORLD_TEST(of_two_that_overlap_the_first_one_is_meant),
        WORLD_TEST(the_search_starts_where_it_is_told),
        WORLD_TEST(without_terms_nothing_is_found),
        WORLD_TEST(a_term_needs_no_id),
        WORLD_TEST(one_term_twice_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
