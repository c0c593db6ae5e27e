#include "reading.h"
#include "world.h"

#include "render/markup_text.h"
#include "render/search.h"

/* Each entry of `markup` as `id/title: text`, with `+` before a section's. */
static const char *entries(struct world *w, const char *markup)
{
    struct markup_text t = markup_text_in(w->arena, str_from_c(markup));
    struct buf b = buf_in(w->arena);
    while (markup_text_next(&t)) {
        buf_printf(&b, "%s%.*s/%.*s: %.*s\n", t.in_section ? "+" : "",
                   STR_ARG(t.id), STR_ARG(t.title), STR_ARG(t.text));
    }
    return str_c(w->arena, buf_str(&b));
}

static void a_heading_begins_an_entry(void **state)
{
    assert_string_equal(
        entries(*state, "<p>First.</p>\n"
                        "<section id=\"a\" class=\"section\">"
                        "<h2><span class=\"number\">1.1</span> One</h2>"
                        "<p id=\"p-1\">It is <em>so</em>.</p></section>"
                        "<section class=\"record\"><h3 id=\"b\">Two</h3>"
                        "<p>Text.</p></section>"),
        "/: First.\n+a/One: It is so.\nb/Two: Text.\n");
}

static void a_heading_without_an_id_is_text(void **state)
{
    assert_string_equal(
        entries(*state, "<p id=\"p\">A.</p><h3>B</h3><p>C.</p>"),
        "/: A. B C.\n");
}

static void what_is_no_part_of_the_words_is_left_out(void **state)
{
    assert_string_equal(
        entries(*state,
                "<p><a class=\"number\" href=\"#p\" aria-label=\"4 > 3\">4</a> "
                "Fish &amp; <a href=\"x\">chips</a>&#39;<br>now</p>"
                "<p class=\"twin\"><a href=\"y\">In <b>plain</b> words</a></p>"
                "<svg width=\"1\"><title>No</title><path d=\"\"/></svg>"
                "<img alt=\"no\" src=\"z\"><p>End</p>"),
        "/: Fish & chips' now End\n");
}

static void blocks_part_words_and_inline_markup_does_not(void **state)
{
    assert_string_equal(
        entries(*state, "<ul><li>one</li><li>two</li></ul>thr<b>ee</b>"),
        "/: one two three\n");
}

static void a_word_that_is_explained_on_a_button_is_text(void **state)
{
    assert_string_equal(
        entries(*state,
                "<p>A <button type=\"button\" class=\"term\" "
                "popovertarget=\"pop_a\">carer</button>.</p>"
                "<div id=\"pop_a\" popover><p>Not here.</p></div>"
                "<button type=\"button\" class=\"tool\">Show all</button>"),
        "/: A carer.\n");
}

/* An index with words of these titles. */
static struct search *index_in(struct world *w, const char *lang,
                               const char *const *titles)
{
    struct search *s =
        search_create(w->arena, locale_of(w->arena, str_from_c(lang)),
                      locale_of(w->arena, S("en")));
    for (; *titles != NULL; titles++) {
        search_add_term(s, S("words.html#x"), str_from_c(*titles), S(""),
                        S("<i>T</i>"));
    }
    return s;
}

static struct search *index_of(struct world *w, const char *const *titles)
{
    return index_in(w, "en", titles);
}

static Str letters(struct world *w, const char *lang, const char *const *titles)
{
    const struct value *list =
        search_letters(index_in(w, lang, titles), w->arena);
    struct buf b = buf_in(w->arena);
    for (size_t i = 0; i < list->nitems; i++) {
        const struct value *items = value_get(list->items[i], S("items"));
        Str letter = value_get(list->items[i], S("letter"))->text;
        buf_printf(&b, "[%.*s]", STR_ARG(letter));
        for (size_t k = 0; k < items->nitems; k++) {
            Str title = value_get(items->items[k], S("title"))->text;
            buf_printf(&b, " %.*s;", STR_ARG(title));
        }
    }
    return buf_str(&b);
}

static void titles_stand_under_letters_without_their_accents(void **state)
{
    static const char *const titles[] = {"zebra", "Élan",        "an “egg”",
                                         "“Eel”", "18 and over", "Ŵyna",
                                         "ear",   "العربية",     NULL};
    assert_str(letters(*state, "en", titles),
               "[0–9] 18 and over;[A] an “egg”;[E] ear; “Eel”; Élan;[W] "
               "Ŵyna;[Z] zebra;[…] العربية;");
}

static void letters_are_those_of_the_language(void **state)
{
    static const char *const welsh[] = {"Llais",  "Lwfans", "chwarae", "cyngor",
                                        "Ŵyna",   "dyn",    "ddoe",    "“Eel”",
                                        "26 oed", NULL};
    assert_str(letters(*state, "cy", welsh),
               "[0–9] 26 oed;[C] cyngor;[CH] chwarae;[D] dyn;[DD] ddoe;[E] "
               "“Eel”;[L] Lwfans;[LL] Llais;[W] Ŵyna;");
    static const char *const arabic[] = {"بيتك", "الحقوق", "أشخاص",
                                         "آمن",  "Words",  "18 سنة",
                                         "الأم", "حب",     NULL};
    assert_str(letters(*state, "ar", arabic),
               "[0–9] 18 سنة;[ا] آمن; أشخاص; الأم;[ب] بيتك;[ح] حب; "
               "الحقوق;[W] Words;");
    static const char *const dari[] = {"گپ", "کودک", "الفبا", NULL};
    assert_str(letters(*state, "prs", dari), "[ا] الفبا;[ک] کودک;[گ] گپ;");
}

static void a_text_that_is_not_translated_says_its_language(void **state)
{
    struct world *w = *state;
    struct search *s = search_create(w->arena, locale_of(w->arena, S("ar")),
                                     locale_of(w->arena, S("en")));
    search_add_term(s, S("#a"), S("Word"), S("en"),
                    S("<div lang=\"en\"><p>So</p></div>"));
    search_add_term(s, S("#b"), S("كلمة"), S("ar"), S("<p>نعم</p>"));
    Str script = search_script(s);
    assert_true(str_find(script, S("\"So\",\n      \"en\",\n      "
                                   "\"en\"")) < script.n);
    assert_true(str_find(script, S("\"نعم\"\n    ]")) < script.n);
}

static void the_index_is_a_script_that_sets_one_name(void **state)
{
    static const char *const titles[] = {"A \"quote\"", NULL};
    struct world *w = *state;
    Str script = search_script(index_of(w, titles));
    assert_true(str_starts(script, S("window.duetSearch = {")));
    assert_true(str_find(script, S("\"A \\\"quote\\\"\",\n      \"T\"")) <
                script.n);
    assert_true(str_find(script, S("\"words.html#x\"")) < script.n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_heading_begins_an_entry),
        WORLD_TEST(a_heading_without_an_id_is_text),
        WORLD_TEST(what_is_no_part_of_the_words_is_left_out),
        WORLD_TEST(blocks_part_words_and_inline_markup_does_not),
        WORLD_TEST(a_word_that_is_explained_on_a_button_is_text),
        WORLD_TEST(titles_stand_under_letters_without_their_accents),
        WORLD_TEST(letters_are_those_of_the_language),
        WORLD_TEST(a_text_that_is_not_translated_says_its_language),
        WORLD_TEST(the_index_is_a_script_that_sets_one_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
