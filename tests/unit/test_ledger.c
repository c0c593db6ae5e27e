#include "world.h"

#include "base/buf.h"
#include "base/worddiff.h"
#include "check/stale.h"
#include "edition/ledger.h"

/* The pairs of what is in `pub`. */
static struct pairs pairs_in_pub(struct world *w)
{
    struct publication *p = publication_load(w->arena, w->diags, S("pub"));
    assert_non_null(p);
    struct edition **editions =
        ARENA_NEW(w->arena, struct edition *, p->voices.n);
    for (size_t v = 0; v < p->voices.n; v++) {
        editions[v] = edition_build(w->arena, w->diags, p, v);
    }
    return pairs_of(w->arena, editions, p->voices.n);
}

/* Those of a publication with one chapter. */
static struct pairs pairs_of_chapter(struct world *w, const char *text)
{
    if (!exists("pub")) {
        make_dir("pub");
    }
    put("pub/publication.yaml", "title: A title\n");
    put("pub/one.md", text);
    return pairs_in_pub(w);
}

/* Their names, sorted by nothing: as they come. */
static Str names_of(struct world *w, const struct pairs *pairs)
{
    struct buf b = buf_in(w->arena);
    for (size_t i = 0; i < pairs->n; i++) {
        buf_printf(&b, "%s%.*s", i > 0 ? " " : "",
                   STR_ARG(pairs->items[i].name));
    }
    return buf_str(&b);
}

static const struct pair *pair_called(const struct pairs *pairs,
                                      const char *name)
{
    const struct pair *pair = pairs_find(pairs, str_from_c(name));
    if (pair == NULL) {
        print_error("there is no %s\n", name);
        fail();
    }
    return pair;
}

static void each_section_with_two_voices_is_a_pair(void **state)
{
    struct pairs p = pairs_of_chapter(*state, "# One\n\n"
                                              "Formal.\n\n"
                                              "::: young\nYoung.\n:::\n\n"
                                              "## Two\n\nFormal two.\n\n"
                                              "::: young Second\nYoung.\n:::\n"
                                              "## Gap\n\nFormal.\n\n"
                                              "## Alone\n\n"
                                              "::: young Only\nYoung.\n:::\n\n"
                                              "## None\n\nFormal.\n\n"
                                              "::: young none\nNo.\n:::\n");
    assert_str(names_of(*state, &p), "one.md@young one#two@young");
    /* the heading that both have is nobody's; its own one is */
    assert_str(pair_called(&p, "one.md@young")->source, "Formal.");
    assert_str(pair_called(&p, "one#two@young")->source, "Two\nFormal two.");
    assert_str(pair_called(&p, "one#two@young")->text, "Second\nYoung.");
    assert_str(pair_called(&p, "one#two@young")->where, "Second");
}

static void a_text_answers_for_all_that_it_covers(void **state)
{
    struct pairs p = pairs_of_chapter(
        *state, "# One\n\n## Two\n\nFormal.[^a]\n\n[^a]: A note.\n\n"
                "::: young\nYoung.\n:::\n\n"
                "### Below\n\n| A | B |\n|---|---|\n| c | *d* |\n\n"
                "#### Deep\n\n- `x`\n- y\n\n"
                "### Own\n\nOwn formal.\n\n::: young\nOwn young.\n:::\n\n"
                "### Apart\n\nNo.\n\n::: young none\nBecause.\n:::\n");
    assert_str(pair_called(&p, "one#two@young")->source,
               "Formal.\nA note.\nBelow\nA | B\nc | d\nDeep\nx\ny");
    assert_str(pair_called(&p, "one#own@young")->source, "Own formal.");
    assert_int_equal(p.n, 2);
}

static const char records[] =
    "---\n"
    "title: {formal: Offers, young: For you}\n"
    "offers:\n"
    "  - id: keys\n"
    "    title: {formal: Front door keys, young: Your keys}\n"
    "    text: The same for all.\n"
    "    category: homes\n"
    "    conditions: {formal: [One, Two], young: [All]}\n"
    "    how: {formal: Ask the adviser., young: Ask us.}\n"
    "  - id: map\n"
    "    title: A map\n"
    "    category: homes\n"
    "measures:\n"
    "  - text: {formal: More keys, young: Keys for all}\n"
    "---\n";

static void a_record_is_a_pair_of_its_voiced_fields(void **state)
{
    struct pairs p = pairs_of_chapter(*state, records);
    assert_str(names_of(*state, &p), "one.md@young keys@young");
    assert_str(pair_called(&p, "keys@young")->source,
               "Front door keys\nOne\nTwo\nAsk the adviser.");
    assert_str(pair_called(&p, "keys@young")->text, "Your keys\nAll\nAsk us.");
    /* what has no id of its own belongs to the chapter */
    assert_str(pair_called(&p, "one.md@young")->source, "Offers\nMore keys");
}

static void names_do_not_depend_on_the_order(void **state)
{
    struct world *w = *state;
    struct pairs a = pairs_of_chapter(w, "## A\n\nF.\n\n::: young\nY.\n:::\n\n"
                                         "## B\n\nG.\n\n::: young\nZ.\n:::\n");
    struct pairs b = pairs_of_chapter(w, "## B\n\nG.\n\n::: young\nZ.\n:::\n\n"
                                         "## A\n\nF.\n\n::: young\nY.\n:::\n");
    assert_int_equal(a.n, 2);
    assert_int_equal(b.n, 2);
    for (size_t i = 0; i < a.n; i++) {
        const struct pair *same = pairs_find(&b, a.items[i].name);
        assert_non_null(same);
        assert_true(str_eq(same->source, a.items[i].source));
    }
}

static enum review review_of(struct world *w, const struct ledger *l,
                             const char *text)
{
    struct pairs p = pairs_of_chapter(w, text);
    return ledger_review(l, pair_called(&p, "one#two@young"));
}

static void only_words_make_a_text_stale(void **state)
{
    struct world *w = *state;
    struct ledger l;
    struct pairs p =
        pairs_of_chapter(w, "## Two\n\nOne *two* three {{ council.name }}.\n\n"
                            "::: young\nYoung words.\n:::\n");
    const struct pair *pair = pair_called(&p, "one#two@young");
    assert_true(ledger_load(w->arena, w->diags, S("none.lock"), &l));
    assert_int_equal(ledger_review(&l, pair), REVIEW_NEVER);
    ledger_accept(&l, pair, (Date){2022, 7, 1}, S("Lead"));
    assert_int_equal(ledger_review(&l, pair), REVIEW_DONE);
    /* line breaks, a non-breaking space, markup, another paragraph */
    assert_int_equal(review_of(w, &l,
                               "## Two\n\n**One**\xC2\xA0two\n\n"
                               "three   {{  council.name }}.\n\n"
                               "::: young\nYoung\nwords.\n:::\n"),
                     REVIEW_DONE);
    assert_int_equal(review_of(w, &l,
                               "## Two\n\nOne two three "
                               "{{ council.name }}.\n\n"
                               "::: young\nOther words.\n:::\n"),
                     REVIEW_REWORDED);
    assert_int_equal(review_of(w, &l,
                               "## Two\n\nOne two three "
                               "{{ council.area }}.\n\n"
                               "::: young\nYoung words.\n:::\n"),
                     REVIEW_STALE);
    assert_int_equal(review_of(w, &l,
                               "## Two\n\nOne Two three "
                               "{{ council.name }}.\n\n"
                               "::: young\nYoung words.\n:::\n"),
                     REVIEW_STALE);
}

/* Numbers that look random, the same each time. */
static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

#define LONG_WORD                                                              \
    "a-very-long-word-that-does-not-fit-on-a-line-of-seventy-two-columns-"     \
    "whatever-one-does"

/* Words that a careless writer of YAML would trip over. */
static Str odd_text(struct world *w, unsigned *seed)
{
    static const char *const pieces[] = {
        "a",         "b:",
        "- c",       "#d",
        "\"e\"",     "'f'",
        "{{ x }}",   "[g]",
        "|",         ">-",
        "---",       "...",
        "\n",        "\n\n",
        " ",         "\t",
        "\xC2\xA0",  "\xE2\x80\xA8",
        "\xC2\x85",  "\xEF\xBB\xBF",
        "\xC3\xA9",  "\xF0\x9F\x98\x80",
        "%",         "&x",
        "*y",        "!z",
        "? k",       "\\n",
        "\r\n",      "@",
        (LONG_WORD),
    };
    struct buf b = buf_in(w->arena);
    for (unsigned n = 1 + next(seed) % 60; n > 0; n--) {
        buf_add(&b, str_from_c(pieces[next(seed) % COUNT(pieces)]));
        buf_add(&b, next(seed) % 2 == 0 ? S(" ") : S(""));
    }
    return pairs_words(w->arena, buf_str(&b));
}

static void what_is_written_is_read(void **state)
{
    struct world *w = *state;
    unsigned seed = 7;
    for (unsigned round = 0; round < 300; round++) {
        struct ledger l, again;
        assert_true(ledger_load(w->arena, w->diags, S("none.lock"), &l));
        struct pair pairs[3];
        size_t n = 0;
        for (size_t i = 0; i < COUNT(pairs); i++) {
            Str source = odd_text(w, &seed);
            pairs[n] = (struct pair){
                .name = str_printf(w->arena, "c#%zu \"odd\\ %zu@young",
                                   (size_t)next(&seed) % 1000, i),
                .source = source,
                .text = odd_text(w, &seed),
            };
            n += source.n > 0;
        }
        for (size_t i = 0; i < n; i++) {
            ledger_accept(&l, &pairs[i], (Date){2022, 7, 1},
                          S("Lead: \"one\" \\ #2"));
        }
        ledger_set_age(&l, S("c (records)@young"), 114000);
        Str text = ledger_write(w->arena, &l);
        put("some.lock", str_c(w->arena, text));
        if (!ledger_load(w->arena, w->diags, S("some.lock"), &again)) {
            assert_diags(w->diags, "");
        }
        for (size_t i = 0; i < n; i++) {
            const struct ledger_entry *e = ledger_find(&again, pairs[i].name);
            assert_non_null(e);
            assert_str(e->was, str_c(w->arena, pairs[i].source));
            assert_str(e->by, "Lead: \"one\" \\ #2");
            assert_int_equal(ledger_review(&again, &pairs[i]), REVIEW_DONE);
        }
        assert_true(ledger_age(&again, S("c (records)@young")) == 114000);
        assert_str(ledger_write(w->arena, &again), str_c(w->arena, text));
    }
}

static void damage_is_reported_and_never_a_crash(void **state)
{
    struct world *w = *state;
    struct ledger l;
    struct pair pair = {.name = S("a#b@young"),
                        .source = S("Some words.\nMore: of \"them\"."),
                        .text = S("Others.")};
    assert_true(ledger_load(w->arena, w->diags, S("none.lock"), &l));
    ledger_accept(&l, &pair, (Date){2022, 7, 1}, S("Lead"));
    ledger_set_age(&l, S("a#b@young"), 114000);
    Str text = ledger_write(w->arena, &l);
    static const char bytes[] = "\n\t :-#\"'{}[]|>x0\xC3\x01";
    unsigned seed = 11;
    size_t refused = 0;
    for (unsigned round = 0; round < 3000; round++) {
        char *damaged = str_c(w->arena, text);
        for (unsigned n = 1 + next(&seed) % 3; n > 0; n--) {
            damaged[next(&seed) % text.n] =
                bytes[next(&seed) % (sizeof bytes - 1)];
        }
        put("some.lock", damaged);
        struct diags *d = diags_create();
        struct ledger got;
        bool fine = ledger_load(w->arena, d, S("some.lock"), &got);
        assert_int_equal(fine, diags_errors(d) == 0);
        refused += !fine;
        /* what is taken is as it was accepted: its words have their hash */
        for (size_t i = 0; fine && i < got.n; i++) {
            struct word_diff diff =
                word_diff(w->arena, got.entries[i].was, pair.source);
            assert_true(word_diff_none(&diff));
        }
        diags_free(d);
    }
    assert_true(refused > 1000);
}

static void what_is_gone_is_dropped(void **state)
{
    struct world *w = *state;
    struct ledger l;
    struct pairs p =
        pairs_of_chapter(w, "## Two\n\nF.\n\n::: young\nY.\n:::\n");
    struct pair gone = {.name = S("one#gone@young"), .source = S("F")};
    assert_true(ledger_load(w->arena, w->diags, S("none.lock"), &l));
    ledger_accept(&l, &gone, (Date){2022, 7, 1}, S("Lead"));
    ledger_accept(&l, &p.items[0], (Date){2022, 7, 1}, S("Lead"));
    ledger_drop_gone(&l, &p);
    assert_int_equal(l.n, 1);
    assert_null(ledger_find(&l, S("one#gone@young")));
    assert_non_null(ledger_find(&l, S("one#two@young")));
}

static void words_are_quoted_for_the_shell(void **state)
{
    struct world *w = *state;
    assert_str(stale_shell_word(w->arena, S("one#two@young")), "one#two@young");
    assert_str(stale_shell_word(w->arena, S("#two")), "'#two'");
    assert_str(stale_shell_word(w->arena, S("a b")), "'a b'");
    assert_str(stale_shell_word(w->arena, S("it's")), "'it'\\''s'");
    assert_str(stale_shell_word(w->arena, S("")), "''");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(each_section_with_two_voices_is_a_pair),
        WORLD_TEST(a_text_answers_for_all_that_it_covers),
        WORLD_TEST(a_record_is_a_pair_of_its_voiced_fields),
        WORLD_TEST(names_do_not_depend_on_the_order),
        WORLD_TEST(only_words_make_a_text_stale),
        WORLD_TEST(what_is_written_is_read),
        WORLD_TEST(damage_is_reported_and_never_a_crash),
        WORLD_TEST(what_is_gone_is_dropped),
        WORLD_TEST(words_are_quoted_for_the_shell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
