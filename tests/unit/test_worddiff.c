#include "support.h"

#include "base/worddiff.h"

static Str shown(struct arena *a, const char *before, const char *after,
                 size_t context)
{
    struct word_diff d = word_diff(a, str_from_c(before), str_from_c(after));
    struct buf out = buf_in(a);
    word_diff_show(&out, &d, context);
    return buf_str(&out);
}

static void changes_are_marked_word_by_word(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(shown(a, "a small home", "a good home", SIZE_MAX),
               "a [-small-]{+good+} home");
    assert_str(shown(a, "one two", "zero one two three", SIZE_MAX),
               "{+zero+} one two {+three+}");
    assert_str(shown(a, "a b c a b b a", "c b a b a c", SIZE_MAX),
               "[-a b-] c {+b+} a b [-b-] a {+c+}");
    assert_str(shown(a, "", "new words", SIZE_MAX), "{+new words+}");
    assert_str(shown(a, "old words", "", SIZE_MAX), "[-old words-]");
    assert_str(shown(a, "", "", SIZE_MAX), "");
    arena_free(a);
}

static void white_space_is_no_change(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct word_diff d =
        word_diff(a, S("one  two\nthree"), S(" one\ttwo three\n"));
    assert_true(word_diff_none(&d));
    assert_str(shown(a, "one\ntwo", "one two", 1), "\xE2\x80\xA6");
    d = word_diff(a, S("one"), S("One"));
    assert_false(word_diff_none(&d));
    arena_free(a);
}

static void far_words_are_left_out(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    assert_str(shown(a, "a b c d old e f g h i j was k l m",
                     "a b c d new e f g h i j is k l m", 2),
               "\xE2\x80\xA6 c d [-old-]{+new+} e f \xE2\x80\xA6 i j "
               "[-was-]{+is+} k l \xE2\x80\xA6");
    assert_str(shown(a, "a b c d e old", "a b c d e new", 0),
               "\xE2\x80\xA6 [-old-]{+new+}");
    arena_free(a);
}

/* Numbers that look random, the same each time. */
static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static Str some_text(struct arena *a, unsigned *seed, unsigned most,
                     unsigned words)
{
    struct buf b = buf_in(a);
    for (unsigned n = next(seed) % (most + 1); n > 0; n--) {
        buf_printf(&b, "w%u%s", next(seed) % words,
                   next(seed) % 5 == 0 ? "\n" : " ");
    }
    return buf_str(&b);
}

/* That the runs, one after another, are both texts; and how many words of the
 * texts are in a change. */
static size_t assert_applies(const struct word_diff *d)
{
    size_t before = 0, after = 0, changed = 0;
    for (size_t i = 0; i < d->n; i++) {
        const struct word_run *r = &d->runs[i];
        assert_true(r->n > 0);
        assert_int_equal(r->before, before);
        assert_int_equal(r->after, after);
        for (size_t k = 0; r->change == WORDS_SAME && k < r->n; k++) {
            assert_true(str_eq(d->before[before + k], d->after[after + k]));
        }
        before += r->change == WORDS_NEW ? 0 : r->n;
        after += r->change == WORDS_GONE ? 0 : r->n;
        changed += r->change == WORDS_SAME ? 0 : r->n;
        assert_true(i == 0 || d->runs[i - 1].change != r->change);
    }
    assert_int_equal(before, d->nbefore);
    assert_int_equal(after, d->nafter);
    return changed;
}

/* The length of the longest list of words that both texts have in order. */
static size_t longest_common(struct arena *a, const struct word_diff *d)
{
    size_t width = d->nafter + 1;
    size_t *best = ARENA_NEW(a, size_t, (d->nbefore + 1) * width);
    for (size_t i = 1; i <= d->nbefore; i++) {
        for (size_t k = 1; k < width; k++) {
            size_t up = best[(i - 1) * width + k],
                   left = best[i * width + k - 1];
            best[i * width + k] = str_eq(d->before[i - 1], d->after[k - 1])
                                      ? best[(i - 1) * width + k - 1] + 1
                                  : up > left ? up
                                              : left;
        }
    }
    return best[d->nbefore * width + d->nafter];
}

static void applying_a_difference_gives_the_new_text(void **state)
{
    (void)state;
    unsigned seed = 2022;
    for (unsigned round = 0; round < 2000; round++) {
        struct arena *a = arena_create();
        unsigned words = 1 + next(&seed) % 12;
        Str before = some_text(a, &seed, 40, words);
        Str after = some_text(a, &seed, 40, words);
        struct word_diff d = word_diff(a, before, after);
        size_t changed = assert_applies(&d);
        /* and none is smaller */
        assert_int_equal(changed,
                         d.nbefore + d.nafter - 2 * longest_common(a, &d));
        arena_free(a);
    }
}

static void very_different_long_texts_are_one_change(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct buf before = buf_in(a), after = buf_in(a);
    buf_add(&before, S("begin "));
    buf_add(&after, S("begin "));
    for (int i = 0; i < 40000; i++) {
        buf_printf(&before, "a%d ", i);
        buf_printf(&after, "b%d ", i);
    }
    buf_add(&before, S("end"));
    buf_add(&after, S("end"));
    struct word_diff d = word_diff(a, buf_str(&before), buf_str(&after));
    assert_int_equal(assert_applies(&d), 80000);
    assert_int_equal(d.n, 4);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_are_marked_word_by_word),
        cmocka_unit_test(white_space_is_no_change),
        cmocka_unit_test(far_words_are_left_out),
        cmocka_unit_test(applying_a_difference_gives_the_new_text),
        cmocka_unit_test(very_different_long_texts_are_one_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
