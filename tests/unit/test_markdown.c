#include "reading.h"

#include <time.h>

/* Parses what holds one mistake, and says where it must be reported. */
static void assert_mistake(struct reading *r, const char *text, size_t line,
                           size_t column, const char *code)
{
    reading_again(r);
    parse(r, str_from_c(text));
    assert_reported_at(r, line, column, code);
    assert_non_null(strstr(messages(r), "\n    help: "));
}

static void assert_node_at(struct reading *r, const struct document *doc,
                           enum node_kind kind, size_t nth, size_t line,
                           size_t column)
{
    const struct node *n = find_node(doc->root, kind, &nth);
    assert_non_null(n);
    assert_true(str_within(n->where, r->src->text));
    Place place = source_place(r->src, n->where);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

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

/* --- Inserts --- */

static void inserts_stand_in_any_line(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "a {{ council.name }} b\n",
                "doc(p('a ' insert'council.name' ' b'))");
    assert_tree(r, "{{ offers category=health }}\n",
                "doc(p(insert'offers category=health'))");
    assert_tree(r,
                "## {{ a }} {#b}\n\n[{{ c }}](x.md) *{{ d }}*{{ e }}\n\n"
                "| {{ f }} |\n|---|\nTable: {{ g }}\n\n::: young {{ h }}\nx\n"
                ":::\n",
                "doc(h2'b'(insert'a' '') p(a'x.md'(insert'c') ' ' "
                "em(insert'd') insert'e') "
                "table[p(insert'g')](row!(cell!(insert'f'))) "
                "box'young'[p(insert'h')](p('x')))");
}

static void escaped_signs_are_text(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "a \\{{ b }} c\n", "doc(p('a {{ b }} c'))");
    assert_tree(r, "a\\[^1] b\n", "doc(p('a[^1] b'))");
    assert_tree(r, "`\\{{ a }}` `{{ b }}`\n",
                "doc(p(code'\\{{ a }}' ' ' code'{{ b }}'))");
    assert_tree(r, "```\n\\{{ a }} \\[^1]\n```\n",
                "doc(pre'\\{{ a }} \\[^1]\n')");
    assert_tree(r, "a \\\\{{ b }}\n", "doc(p('a \\' insert'b'))");
}

static void inserts_without_an_end_or_a_name_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "ab {{ c d\n", 1, 4, "unclosed-insert");
    assert_mistake(r, "ab {{ c\nd }}\n", 1, 4, "unclosed-insert");
    assert_mistake(r, "ab {{ }}\n", 1, 4, "unclosed-insert");
    assert_mistake(r, "\\{{ a }} {{ b }} {{ c\n", 1, 18, "unclosed-insert");
}

static void inserts_know_their_place(void **state)
{
    struct reading *r = *state;
    struct document doc =
        parse(r, S("---\na: 1\n---\n\\{{ x }} caf\xC3\xA9 {{ a }} {{ a }}\n"
                   "   &amp; \\* {{ b }}\n\n| x | {{ c }} |\n|---|---|\n"));
    assert_diags(r->diags, "");
    assert_node_at(r, &doc, NODE_INSERT, 0, 4, 15);
    assert_node_at(r, &doc, NODE_INSERT, 1, 4, 23);
    assert_node_at(r, &doc, NODE_INSERT, 2, 5, 13);
    assert_node_at(r, &doc, NODE_INSERT, 3, 7, 7);
    size_t nth = 2;
    assert_str(find_node(doc.root, NODE_INSERT, &nth)->where, "{{ b }}");
}

/* --- Headings --- */

static void headings_may_have_an_id(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "## Our homes {#homes}\n", "doc(h2'homes'('Our homes'))");
    assert_tree(r, "Our homes {#homes}\n===\n", "doc(h1'homes'('Our homes'))");
    assert_tree(r, "## *Care* leavers {#a}\n",
                "doc(h2'a'(em('Care') ' leavers'))");
    assert_tree(r, "## `x`{#a-1} ##\n", "doc(h2'a-1'(code'x' ''))");
    assert_tree(r, "## a {b} c\n", "doc(h2('a {b} c'))");
    assert_mistake(r, "x\n\n## Caf\xC3\xA9 {#Caf\xC3\xA9}\n", 3, 9, "bad-id");
    assert_mistake(r, "## a {#1}\n", 1, 6, "bad-id");
    assert_mistake(r, "## a {#}\n", 1, 6, "bad-id");
}

static void a_heading_without_words_is_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a\n\n##\n", 3, 1, "empty-heading");
    assert_mistake(r, "a\n\n## {#a}\n", 3, 1, "empty-heading");
    assert_mistake(r, "a\n\n## <!-- b -->\n", 3, 1, "empty-heading");
}

static void a_heading_inside_a_list_or_quote_is_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "> # a\n", 1, 3, "misplaced-heading");
    assert_mistake(r, "- a\n\n  ## b\n", 3, 3, "misplaced-heading");
}

/* --- HTML --- */

static void html_of_every_kind_is_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a\n\n<div>\nb\n</div>\n", 3, 1, "raw-html");
    assert_mistake(r, "<script>\nalert(1)\n</script>\n", 1, 1, "raw-html");
    assert_mistake(r, "<custom-tag>\n", 1, 1, "raw-html");
    assert_mistake(r, "</p>\n", 1, 1, "raw-html");
    assert_mistake(r, "<?php x ?>\n", 1, 1, "raw-html");
    assert_mistake(r, "<!DOCTYPE html>\n", 1, 1, "raw-html");
    assert_mistake(r, "<![CDATA[x]]>\n", 1, 1, "raw-html");
    assert_mistake(r, "a <br> b\n", 1, 3, "raw-html");
    assert_mistake(r, "a\n   b <br/> c\n", 2, 6, "raw-html");
    assert_mistake(r, "caf\xC3\xA9 `x\ny` <b>\n", 2, 4, "raw-html");
    assert_mistake(r, "> a\n> <b>\n", 2, 3, "raw-html");
    assert_mistake(r, "| a | <b> |\n|---|---|\n", 1, 7, "raw-html");
    assert_mistake(r, "::: young <b>\na\n:::\n", 1, 11, "raw-html");
    assert_mistake(r, "a[^1]\n\n[^1]: b\n   <b>\n", 4, 4, "raw-html");
    assert_mistake(r, "a <b\nc=\"d\">\n", 1, 3, "raw-html");
}

static void comments_are_left_out(void **state)
{
    struct reading *r = *state;
    assert_tree(r, "a\n\n<!-- b -->\n\nc\n", "doc(p('a') p('c'))");
    assert_tree(r, "<!-- a\n\nb\n\n## c\n-->\nd\n", "doc(p('d'))");
    assert_tree(r, "a <!-- b --> c\n", "doc(p('a ' ' c'))");
    assert_tree(r, "<!-- a --> <!-- b -->\n", "doc");
    assert_tree(r, "<!-->\n\na\n", "doc(p('a'))");
    assert_tree(r, "::: young <!-- a -->\nb\n:::\n", "doc(box'young'(p('b')))");
    assert_tree(r, "\\<!-- a --&gt; &lt;!-- b\n",
                "doc(p('<!-- a --> <!-- b'))");
}

static void comments_without_an_end_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a\n\n<!-- b\n\nc\n", 3, 1, "raw-html");
    assert_mistake(r, "a <!-- b\n", 1, 3, "raw-html");
    assert_mistake(r, "a <!-- b -- c -->\n", 1, 3, "raw-html");
    assert_mistake(r, "<!-- a --> b\n", 1, 1, "raw-html");
}

/* --- Links and places --- */

static void links_that_must_not_be_published_are_reported(void **state)
{
    struct reading *r = *state;
    static const char *const texts[] = {
        "a [b](javascript:x) c\n",
        "a [b](java&#115;cript:x) c\n",
        "a [b](JAVASCRIPT&colon;x) c\n",
        "a [b](&#x6A;avascript:x) c\n",
        "a [b](java&Tab;script:x) c\n",
        "a [b](java&NewLine;script:x) c\n",
        "a [b](javascript\\:x) c\n",
        "a [b](<javascript:x>) c\n",
        "a [b](data:text/html,x) c\n",
        "a [b](//example.org) c\n",
        "a [b](\\\\\\\\example.org) c\n",
        "a [b]() c\n",
        "a [b][x] c\n\n[x]: javascript:x\n",
        "a [x] c\n\n[x]: vbscript:x\n",
        "a <javascript:x> c\n",
        "a <ftp://example.org> c\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_mistake(r, texts[i], 1, 3, "bad-link");
    }
}

static void what_was_meant_as_a_link_is_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a [b](c d.md)\n", 1, 5, "bad-link");
    assert_mistake(r, "a [b]({{ council.website }})\n", 1, 5, "bad-link");
    assert_mistake(r, "a [b](x.md\n", 1, 5, "bad-link");
    reading_again(r);
    parse(r, S("a [b](c d) [e](f g)\n"));
    assert_int_equal(diags_errors(r->diags), 2);
    reading_again(r);
    assert_tree(r, "a [b]\\(c d) and [e]\n", "doc(p('a [b](c d) and [e]'))");
}

static void places_are_true_to_the_file(void **state)
{
    struct reading *r = *state;
    struct document doc =
        parse(r, S("---\na: 1\n---\n\n"
                   "caf\xC3\xA9 [a](x.md)\n"             /* 5 */
                   "   in [b](x.md) `co\n"               /* 6 */
                   "de` [c](x.md)\n"                     /* 7 */
                   "*em\n[d](x.md)*\n\n"                 /* 8 */
                   "> q [e](x.md)\n"                     /* 11 */
                   ">    q [f](x.md)\n"                  /* 12 */
                   "lazy [g](x.md)\n\n"                  /* 13 */
                   "- i [h](x.md)\n"                     /* 15 */
                   "  - j [i](x.md)\n"                   /* 16 */
                   "      k [j](x.md)\n\n"               /* 17 */
                   "1. > l\n   > [k](x.md)\n\n"          /* 19 */
                   "[long\n  **l**](x.md) [m](x.md)\n\n" /* 22 */
                   "## H [n](x.md)\n"                    /* 25 */
                   "Set\n  [o](x.md)\n---\n"));          /* 26 */
    assert_diags(r->diags, "");
    static const size_t want[][2] = {
        {5, 6},  {6, 7},  {7, 5},  {9, 1},  {11, 5},  {12, 8}, {13, 6}, {15, 5},
        {16, 7}, {17, 9}, {20, 6}, {22, 1}, {23, 16}, {25, 6}, {27, 3},
    };
    for (size_t i = 0; i < COUNT(want); i++) {
        assert_node_at(r, &doc, NODE_LINK, i, want[i][0], want[i][1]);
    }
    size_t nth = 0;
    assert_str(find_node(doc.root, NODE_LINK, &nth)->where, "[a](x.md)");
}

static void a_link_is_underlined_whole(void **state)
{
    struct reading *r = *state;
    static const char *const links[] = {
        "[a](javascript:x)",
        "[a \\] [b] c](javascript:(x))",
        "<javascript:x>",
        "[a](javascript:x \"t)\")",
    };
    for (size_t i = 0; i < COUNT(links); i++) {
        Str text = str_printf(r->arena, "x %s y\n", links[i]);
        struct document doc = parse(r, text);
        size_t nth = 0;
        const struct node *n = find_node(doc.root, NODE_LINK, &nth);
        assert_non_null(n);
        if (i < 3) {
            assert_str(n->where, links[i]);
        }
    }
}

static void entities_for_what_cannot_be_shown_are_reported(void **state)
{
    struct reading *r = *state;
    assert_mistake(r, "a &#1; b\n", 1, 3, "control-character");
    assert_mistake(r, "a &#0; b\n", 1, 3, "control-character");
    assert_mistake(r, "a &#x7F; b\n", 1, 3, "control-character");
    assert_mistake(r, "a &#XFFFE; b\n", 1, 3, "control-character");
    assert_mistake(r, "a &#55296; b\n", 1, 3, "control-character");
    assert_mistake(r, "a &#x110000; b\n", 1, 3, "control-character");
    assert_mistake(r, "| a &#2; |\n|---|\n", 1, 5, "control-character");
    reading_again(r);
    assert_tree(r, "&#233; &#x20AC; &amp; &#; &#x; &#12345678; &nbsp;\n",
                "doc(p('\xC3\xA9 \xE2\x82\xAC & &#; &#x; &#12345678; "
                "\xC2\xA0'))");
}

/* --- Size --- */

static void nesting_has_a_limit(void **state)
{
    struct reading *r = *state;
    struct buf quotes = buf_in(r->arena), stars = buf_in(r->arena);
    buf_add(&quotes, S("x\n\n"));
    for (int i = 0; i < 30; i++) {
        buf_add(&quotes, S("> "));
    }
    parse(r, buf_str(&quotes));
    assert_reported_at(r, 3, 1, "too-deep");
    reading_again(r);
    for (int i = 0; i < 200; i++) {
        buf_add(&stars, S("*a **b "));
    }
    for (int i = 0; i < 200; i++) {
        buf_add(&stars, S("c** d*"));
    }
    parse(r, buf_str(&stars));
    assert_int_equal(diags_errors(r->diags), 1);
    assert_non_null(strstr(messages(r), "[too-deep]"));
}

static void lists_that_go_deep_over_many_lines_are_refused(void **state)
{
    struct reading *r = *state;
    struct buf b = buf_in(r->arena);
    for (int i = 0; i < 200; i++) {
        for (int k = 0; k < i; k++) {
            buf_add(&b, S("  "));
        }
        buf_add(&b, S("- a\n"));
    }
    parse(r, buf_str(&b));
    assert_int_equal(diags_errors(r->diags), 1);
    assert_non_null(strstr(messages(r), "[too-deep]"));
}

static void a_body_over_the_limit_is_refused(void **state)
{
    struct reading *r = *state;
    size_t n = 1024 * 1024 + 1;
    char *text = arena_bytes(r->arena, n);
    memset(text, 'a', n);
    parse(r, (Str){text, n});
    assert_reported_at(r, 1, 1, "too-large");
}

/* Each of these costs a parser that is careless minutes. */
static void hostile_text_is_read_in_time(void **state)
{
    struct reading *r = *state;
    static const char *const pieces[] = {
        "- ",         "> ",       "1. ",
        "* ",         "| ",       "[",
        "![",         "](",       "*a",
        "_a ",        "**",       "`",
        "`a``",       "<!--",     "&#",
        "{{",         "[^",       "[^a]: ",
        "{#",         "\\",       "<a",
        "\n- ",       "\n::: a",  "\n| a",
        "a|",         "\n> ",     "[a](",
        "<",          "~~~\n",    ":::\n",
        "\n[^1]: a",  "[a]: b\n", "\n| a |\n|---|",
        "\nTable:\n",
    };
    enum { SIZE = 20 * 1024 };
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct buf b = buf_in(r->arena);
        while (b.n < SIZE) {
            buf_add(&b, str_from_c(pieces[i]));
        }
        clock_t start = clock();
        reading_again(r);
        parse(r, buf_str(&b));
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds > 2) { /* with the sanitizers, too */
            print_error("'%s' takes %.1f s\n", pieces[i], seconds);
            fail();
        }
    }
}

static void anything_cut_short_is_read_or_refused(void **state)
{
    struct reading *r = *state;
    static const Str whole = STR_INIT(
        "## A *b* {#c}\r\n::: young {{ a b=c }}[^1]\r\n| a | `b\\|` |\n"
        "|:--|--:|\n| \\{{ | [x](<y z>) |\nTable: T {row-headers=none}\n:::\n"
        "[^1]: a\n  <b> ![i](j \"k\")\n<!-- \n::: x -->\n~~~\n:::\n~~~\n> - "
        "1)\n"
        "&#x41; [l]\n\n[l]: /m \"\nn\"\n");
    for (size_t n = 0; n <= whole.n; n++) {
        for (size_t from = 0; from < 40; from++) {
            reading_again(r);
            parse(r, str_from(str_to(whole, n), from));
            messages(r);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(commonmark_becomes_our_tree),
        READING_TEST(an_empty_body_is_an_empty_document),
        READING_TEST(line_ends_of_windows_make_no_difference),
        READING_TEST(lists_hold_paragraphs_lists_and_tables),
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
        READING_TEST(inserts_stand_in_any_line),
        READING_TEST(escaped_signs_are_text),
        READING_TEST(inserts_without_an_end_or_a_name_are_reported),
        READING_TEST(inserts_know_their_place),
        READING_TEST(headings_may_have_an_id),
        READING_TEST(a_heading_without_words_is_reported),
        READING_TEST(a_heading_inside_a_list_or_quote_is_reported),
        READING_TEST(html_of_every_kind_is_reported),
        READING_TEST(comments_are_left_out),
        READING_TEST(comments_without_an_end_are_reported),
        READING_TEST(links_that_must_not_be_published_are_reported),
        READING_TEST(what_was_meant_as_a_link_is_reported),
        READING_TEST(places_are_true_to_the_file),
        READING_TEST(a_link_is_underlined_whole),
        READING_TEST(entities_for_what_cannot_be_shown_are_reported),
        READING_TEST(nesting_has_a_limit),
        READING_TEST(lists_that_go_deep_over_many_lines_are_refused),
        READING_TEST(a_body_over_the_limit_is_refused),
        READING_TEST(hostile_text_is_read_in_time),
        READING_TEST(anything_cut_short_is_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
