#include "reading.h"

#include <time.h>

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
