#include "reading.h"

/* --- CommonMark, as our tree has it --- */

static void commonmark_becomes_our_tree(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "Two *words* and `code`.\n",
                "doc(p('Two ' em('words') ' and ' code'code' '.'))");
    assert_tree(r, "a\nb  \nc\n", "doc(p('a' / 'b' // 'c'))");
    assert_tree(r, "## Head **line** ##\n", "doc(h2('Head ' strong('line')))");
    assert_tree(r, "> one\n> two\n", "doc(quote(p('one' / 'two')))");
    assert_tree(r, "- a\n- b\n\n3. c\n",
                "doc(list(item(p('a')) item(p('b'))) list3(item(p('c'))))");
    assert_tree(r, "```\n*x*\n```\n\n---\n", "doc(pre'*x*\n' rule)");
    assert_tree(r, "[words](x.md) <https://a.example>\n",
                "doc(p(a'x.md'('words') ' ' "
                "a'https://a.example'('https://a.example')))");
    assert_tree(r, "[words][ref]\n\n[ref]: x.md\n", "doc(p(a'x.md'('words')))");
}

static void an_empty_body_is_an_empty_document(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "", "doc");
    assert_tree(r, "\n \n\t\n", "doc");
    assert_tree(r, "---\ntitle: x\n---", "doc");
    assert_tree(r, "---\ntitle: x\n---\n", "doc");
    assert_tree(r, "---\ntitle: x\n---\nx", "doc(p('x'))");
}

static void line_ends_of_windows_make_no_difference(void **state)
{
    struct reading *r = *state;
    assert_tree(r,
                "---\r\ntitle: x\r\n---\r\n# A {#a}\r\n\r\nb\r\nc\r\n"
                "::: young T\r\nd\r\n:::\r\n\r\n| e |\r\n|--|\r\n| f |\r\n",
                "doc(h1'a'('A') p('b' / 'c') box'young'[p('T')](p('d')) "
                "table(row!(cell!('e')) row(cell!('f'))))");
}

static void lists_hold_paragraphs_lists_and_tables(void **state)
{
    struct reading *r = *state;
    assert_tree(
        r,
        "- one\n\n  more\n\n  1. x\n  2. y\n\n  | a |\n  |---|\n  | b |\n"
        "\n- two\n",
        "doc(list(item(p('one') p('more') list1(item(p('x')) "
        "item(p('y'))) table(row!(cell!('a')) row(cell!('b')))) "
        "item(p('two'))))");
    assert_mistake(r, "- | a |\n  |---|\n", 1, 3, "table-shape");
    assert_mistake(r, "> | a |\n> |---|\n", 1, 3, "table-shape");
}

static void code_by_blanks_alone_is_warned_of(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a\n\n    b\n", 3, 5, "indented-code");
    assert_mistake(r, "- a\n\n      b\n", 3, 7, "indented-code");
    assert_mistake(r, "a[^1]\n\n[^1]: b\n\n    c\n", 5, 5, "indented-code");
    reading_again(r);
    assert_tree(r, "  ```\n  a\n  ```\n", "doc(pre'a\n')");
}

/* --- Containers --- */

static void containers_hold_what_stands_between_their_lines(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "a\n\n::: young How *many*?\nb\n\nc\n:::\n\nd\n",
                "doc(p('a') box'young'[p('How ' em('many') '?')](p('b') "
                "p('c')) p('d'))");
    assert_tree(r, ":::callout\na\n:::\n", "doc(box'callout'(p('a')))");
    assert_tree(r, ":::: young A ::::\na\n::::\n",
                "doc(box'young'[p('A')](p('a')))");
    assert_tree(r, "a\n::: young\nb\n:::\nc\n",
                "doc(p('a') box'young'(p('b')) p('c'))");
    assert_tree(r, "- a\n::: young\n- b\n:::\n",
                "doc(list(item(p('a'))) box'young'(list(item(p('b')))))");
    assert_tree(r, "> a\n::: young\nb\n:::\n",
                "doc(quote(p('a')) box'young'(p('b')))");
    assert_tree(r, "   ::: young\na\n  :::\n", "doc(box'young'(p('a')))");
    assert_tree(r, "::: young\n:::", "doc(box'young')");
}

static void containers_nest(void **state)
{
    struct reading *r = *state;
    assert_tree(r,
                "::: young\n::: callout A\na\n::: quote B\nb\n:::\nc\n:::\n"
                "d\n:::\ne\n",
                "doc(box'young'(box'callout'[p('A')](p('a') box'quote'[p('B')]"
                "(p('b')) p('c')) p('d')) p('e'))");
}

static void colons_in_code_and_comments_are_text(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "```\n::: young\n:::\n```\n", "doc(pre'::: young\n:::\n')");
    assert_tree(r, "~~~\n   ::: x  \n~~~\na\n", "doc(pre'   ::: x\n' p('a'))");
    assert_tree(r, "- x\n\n  ```\n  ::: young\n  ```\n",
                "doc(list(item(p('x') pre'::: young\n')))");
    assert_tree(r, "> ```\n> ::: young\n> ```\n",
                "doc(quote(pre'::: young\n'))");
    assert_tree(r, "<!--\n::: young\n-->\na\n", "doc(p('a'))");
    assert_tree(r, "`::: young`\n", "doc(p(code'::: young'))");
}

static void containers_that_do_not_pair_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "---\na: 1\n---\n\nx\n\n::: young T\ny\n", 7, 1,
                   "unclosed-container");
    assert_mistake(r, "::: young", 1, 1, "unclosed-container");
    assert_mistake(r, "::: young\n::: callout\nx\n:::\n", 1, 1,
                   "unclosed-container");
    assert_mistake(r, "x\n\n:::\n\ny\n", 3, 1, "stray-container-end");
    assert_mistake(r, ":::", 1, 1, "stray-container-end");
    assert_mistake(r, "::: a\nx\n:::\n:::\n", 4, 1, "stray-container-end");
}

static void containers_nest_only_so_deep(void **state)
{
    struct reading *r = *state;
    struct buf b = buf_in(r->arena);
    for (int i = 0; i < 9; i++) {
        buf_add(&b, S("::: callout\n"));
    }
    parse(r, buf_str(&b));
    assert_non_null(strstr(messages(r),
                           "a.md:9:1: error: a container may stand inside at "
                           "most 7 others [too-deep]\n"));
}

static void
a_container_inside_a_list_quote_or_paragraph_is_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "- x\n\n  ::: young\n", 3, 3, "misplaced-container");
    assert_mistake(r, "> ::: young\n", 1, 3, "misplaced-container");
    assert_mistake(r, "> x\n> ::: young\n", 2, 3, "misplaced-container");
    assert_mistake(r, "- x\n    ::: young\n", 2, 5, "misplaced-container");
    assert_mistake(r, "x\n    ::: young\n", 2, 5, "misplaced-container");
    assert_mistake(r, "x\n\n    ::: young\n", 3, 5, "misplaced-container");
    assert_mistake(r, "x\n\n\t::: young\n", 3, 2, "misplaced-container");
}

static void an_author_cannot_forge_a_marker(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "x\n\n<?d?>\n\ny\n", 3, 1, "raw-html");
    assert_mistake(r, "::: young\n<?d?>\n:::\n", 2, 1, "raw-html");
    assert_mistake(r, "x <?d?> y\n", 1, 3, "raw-html");
    reading_again(r);
    assert_tree(r, "```\n<?d?>\n::: x\n<?d?>::: y\n```\n",
                "doc(pre'<?d?>\n::: x\n<?d?>::: y\n')");
}

/* --- Tables --- */

static void tables_have_rows_cells_and_alignment(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "| a | b | c |\n|:--|:-:|--:|\n| d | *e* | f |\n",
                "doc(table(row!(cell!<('a') cell^('b') cell>('c')) "
                "row(cell!<('d') cell^(em('e')) cell>('f'))))");
    assert_tree(r, "a | b\n--- | ---\nc | d\nnot a row\n",
                "doc(table(row!(cell!('a') cell('b')) row(cell!('c') "
                "cell('d'))) p('not a row'))");
    assert_tree(r, "text\n| a |\n|---|\n",
                "doc(p('text') table(row!(cell!('a'))))");
}

static void cells_may_be_empty_or_missing(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "| a ||\n|---|---|\n||\n| b |\n| | c |\n",
                "doc(table(row!(cell!('a') cell) row(cell! cell) "
                "row(cell!('b') cell) row(cell! cell('c'))))");
}

static void escaped_pipes_are_signs(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "| a \\| b | `c\\|d` |\n|---|---|\n| e\\| | \\\\|\n",
                "doc(table(row!(cell!('a | b') cell(code'c|d')) "
                "row(cell!('e|') cell('\\'))))");
}

static void a_caption_stands_above_or_below(void **state)
{
    struct reading *r = *state;
    const char *want = "doc(table[p('Cap ' em('t'))](row!(cell!('a'))))";
    assert_tree(r, "Table: Cap *t*\n| a |\n|---|\n", want);
    assert_tree(r, "Table: Cap *t*\n\n| a |\n|---|\n", want);
    assert_tree(r, "| a |\n|---|\nTable: Cap *t*\n", want);
    assert_tree(r, "| a |\n|---|\n\nTable: Cap *t*", want);
    assert_tree(r, "| a |\n|---|\nTable: b | c\n",
                "doc(table[p('b | c')](row!(cell!('a'))))");
    assert_tree(r, "| a |\n|---|\n\n\nTable: far\n",
                "doc(table(row!(cell!('a'))) p('Table: far'))");
}

static void each_of_two_tables_has_its_own_caption(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "| a |\n|---|\n\nTable: B\n| b |\n|---|\n",
                "doc(table(row!(cell!('a'))) table[p('B')](row!(cell!('b'))))");
    assert_tree(r, "Table: A\n\n| a |\n|---|\n\nTable: B\n\n| b |\n|---|\n",
                "doc(table[p('A')](row!(cell!('a'))) "
                "table[p('B')](row!(cell!('b'))))");
    assert_tree(r, "| a |\n|---|\n\nTable: A\n\n| b |\n|---|\n\nTable: B\n",
                "doc(table[p('A')](row!(cell!('a'))) "
                "table[p('B')](row!(cell!('b'))))");
}

static void a_table_need_not_head_its_rows(void **state)
{
    struct reading *r = *state;
    assert_tree(
        r, "| a | b |\n|---|---|\n| c | d |\nTable: T {row-headers=none}\n",
        "doc(table[p('T')](row!(cell('a') cell('b')) row(cell('c') "
        "cell('d'))))");
    assert_tree(r, "Table: {row-headers=none}\n| a |\n|---|\n",
                "doc(table(row!(cell('a'))))");
}

static void a_table_ends_where_another_block_starts(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "::: young\n| a |\n|---|\n::: callout A | B\nx\n:::\n:::\n",
                "doc(box'young'(table(row!(cell!('a'))) "
                "box'callout'[p('A | B')](p('x'))))");
    assert_tree(r, "| a |\n|---|\n## B | C\n- d | e\n",
                "doc(table(row!(cell!('a'))) h2('B | C') "
                "list(item(p('d | e'))))");
}

static void pipes_in_code_and_comments_are_no_table(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "```\n| a |\n|---|\n| b |\n```\nx\n",
                "doc(pre'| a |\n|---|\n| b |\n' p('x'))");
    assert_tree(r, "<!--\n| a |\n|---|\n| b | -->\nx\n", "doc(p('x'))");
    assert_tree(r, "| a --> b |\n|---|\n",
                "doc(table(row!(cell!('a --> b'))))");
}

static void tables_that_are_wrong_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "| a | b |\n|---|---|\n| c | d |\n | e | f | g |\n", 4, 2,
                   "table-cells");
    assert_mistake(r, "x\n\n| a | b |\n|---|\n| c | d |\n", 3, 1,
                   "table-shape");
    assert_mistake(r, "| a | b |\n", 1, 1, "table-shape");
    assert_mistake(r, "x\n\n    | a |\n    |---|\n", 3, 5, "table-shape");
}

/* --- Footnotes --- */

static void footnotes_are_called_and_written(void **state)
{
    struct reading *r = *state;
    struct document doc =
        parse(r, S("A[^1] b[^n].\n\n[^1]: First\n  *over* two\nlines.\n"
                   "[^n]: Second.\n\nC.\n"));
    assert_diags(r->diags, "");
    assert_str(show(r, doc.root),
               "doc(p('A' note'1' ' b' note'n' '.') p('C.'))");
    assert_int_equal(doc.nfootnotes, 2);
    assert_str(doc.footnotes[0].label, "1");
    assert_str(show(r, doc.footnotes[0].text),
               "p('First ' em('over') ' two lines.')");
    assert_str(show(r, doc.footnotes[1].text), "p('Second.')");
}

static void a_footnote_ends_where_another_block_starts(void **state)
{
    struct reading *r = *state;
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {"[^1]\n\n[^1]: a\n- b\n", "doc(p(note'1') list(item(p('b'))))"},
        {"[^1]\n\n[^1]: a\n## B\n", "doc(p(note'1') h2('B'))"},
        {"[^1]\n\n[^1]: a\n> b\n", "doc(p(note'1') quote(p('b')))"},
        {"[^1]\n\n[^1]: a\n```\nb\n```\n", "doc(p(note'1') pre'b\n')"},
        {"[^1]\n\n[^1]: a\n---\n", "doc(p(note'1') rule)"},
        {"[^1]\n\n[^1]: a\n| b |\n|---|\n",
         "doc(p(note'1') table(row!(cell!('b'))))"},
        {"::: young\n[^1]\n\n[^1]: a\n:::\n", "doc(box'young'(p(note'1')))"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct document doc = parse(r, str_from_c(cases[i].text));
        assert_diags(r->diags, "");
        assert_str(show(r, doc.root), cases[i].want);
        assert_str(show(r, doc.footnotes[0].text), "p('a')");
    }
}

static void
a_sentence_that_ends_with_a_year_goes_on_in_its_footnote(void **state)
{
    struct reading *r = *state;
    struct document doc = parse(r, S("[^1]\n\n[^1]: in\n2019. Then\n"));
    assert_str(show(r, doc.footnotes[0].text), "p('in 2019. Then')");
    assert_str(show(r, doc.root), "doc(p(note'1'))");
}

static void a_footnotes_further_lines_may_be_indented(void **state)
{
    struct reading *r = *state;
    struct document doc = parse(r, S("[^1]\n\n[^1]: a\n        b\n\tc\n\nd\n"));
    assert_str(show(r, doc.footnotes[0].text), "p('a b c')");
    assert_str(show(r, doc.root), "doc(p(note'1') p('d'))");
}

static void footnotes_in_code_and_comments_are_text(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "```\n[^1]: a\n```\nb\n", "doc(pre'[^1]: a\n' p('b'))");
    assert_tree(r, "<!--\n[^1]: a\n-->\nb\n", "doc(p('b'))");
    assert_tree(r, "<!--\n[^1]: a\nb -->\nc\n", "doc(p('c'))");
}

static void footnotes_that_do_not_pair_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a\n\nb [^1]\n", 3, 3, "unknown-footnote");
    assert_mistake(r, "a\n\n[^1]: b\n", 3, 1, "unused-footnote");
    assert_mistake(r, "a[^1]\n\n[^1]: b\n\n[^1]: c\n", 5, 1, "duplicate-id");
    assert_mistake(r, "a[^1]\n\n[^1]:\n", 3, 1, "empty-footnote");
    assert_mistake(r, "a [b[^1]](x.md)\n\n[^1]: c\n", 1, 5,
                   "misplaced-footnote");
}

static void a_footnote_may_be_called_twice_and_from_anywhere(void **state)
{
    struct reading *r = *state;
    struct document doc = parse(
        r, S("## A[^1]\n\n| b[^1] |\n|---|\nTable: c[^1]\n\n"
             "::: young d[^1]\n*e[^1]*\n:::\n\n[^1]: f, see [^2]\n[^2]: g\n"));
    assert_diags(r->diags, "");
    assert_str(show(r, doc.root),
               "doc(h2('A' note'1') table[p('c' note'1')](row!(cell!('b' "
               "note'1'))) box'young'[p('d' note'1')](p(em('e' note'1'))))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(commonmark_becomes_our_tree),
        READING_TEST(an_empty_body_is_an_empty_document),
        READING_TEST(line_ends_of_windows_make_no_difference),
        READING_TEST(lists_hold_paragraphs_lists_and_tables),
        READING_TEST(code_by_blanks_alone_is_warned_of),
        READING_TEST(containers_hold_what_stands_between_their_lines),
        READING_TEST(containers_nest),
        READING_TEST(colons_in_code_and_comments_are_text),
        READING_TEST(containers_that_do_not_pair_are_reported),
        READING_TEST(containers_nest_only_so_deep),
        READING_TEST(a_container_inside_a_list_quote_or_paragraph_is_reported),
        READING_TEST(an_author_cannot_forge_a_marker),
        READING_TEST(tables_have_rows_cells_and_alignment),
        READING_TEST(cells_may_be_empty_or_missing),
        READING_TEST(escaped_pipes_are_signs),
        READING_TEST(a_caption_stands_above_or_below),
        READING_TEST(each_of_two_tables_has_its_own_caption),
        READING_TEST(a_table_need_not_head_its_rows),
        READING_TEST(a_table_ends_where_another_block_starts),
        READING_TEST(pipes_in_code_and_comments_are_no_table),
        READING_TEST(tables_that_are_wrong_are_reported),
        READING_TEST(footnotes_are_called_and_written),
        READING_TEST(a_footnote_ends_where_another_block_starts),
        READING_TEST(a_sentence_that_ends_with_a_year_goes_on_in_its_footnote),
        READING_TEST(a_footnotes_further_lines_may_be_indented),
        READING_TEST(footnotes_in_code_and_comments_are_text),
        READING_TEST(footnotes_that_do_not_pair_are_reported),
        READING_TEST(a_footnote_may_be_called_twice_and_from_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
