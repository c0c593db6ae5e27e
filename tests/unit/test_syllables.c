#include "support.h"

#include "check/syllables.h"
#include "check/wordlist.h"

/* Each word's syllables, as written: `a.way` has two. Returns: how many of the
 * words are counted differently, after printing them. */
static size_t wrong(const char *words)
{
    struct arena *a = arena_create();
    struct syllables s = syllables_create(a);
    Str rest = str_from_c(words), spelled;
    size_t bad = 0;
    while (str_cut_word(&rest, &spelled)) {
        char *plain = arena_bytes(a, spelled.n + 1);
        size_t n = 0, dots = 0;
        for (size_t i = 0; i < spelled.n; i++) {
            dots += spelled.p[i] == '.';
            if (spelled.p[i] != '.') {
                plain[n++] = spelled.p[i];
            }
        }
        size_t got = syllables_count(&s, (Str){plain, n});
        if (got != dots + 1) {
            print_error("%.*s: %zu\n", STR_ARG(spelled), got);
            bad++;
        }
    }
    arena_free(a);
    return bad;
}

static void vowels_that_stand_together_are_one(void **state)
{
    (void)state;
    assert_int_equal(wrong("cat home care school young queue you eye eight "
                           "through friend field bread build ju.ly buy.er "
                           "mon.ey play.ing be.yond"),
                     0);
}

static void a_last_e_is_silent(void **state)
{
    (void)state;
    assert_int_equal(wrong("safe place make rule the be he "
                           "ta.ble peo.ple lit.tle cen.tre a.cre "
                           "some.where some.one "
                           "place.ment home.work safe.ly care.ful a.gree.ment"),
                     0);
}

static void endings_are_spoken_or_not(void **state)
{
    (void)state;
    assert_int_equal(wrong("asked lived helped want.ed need.ed called "
                           "set.tled played stayed en.joyed "
                           "homes pla.ces bus.es box.es church.es ta.bles"),
                     0);
}

static void some_vowels_are_spoken_apart(void **state)
{
    (void)state;
    assert_int_equal(wrong("di.et qui.et so.ci.e.ty sci.ence cli.ent pa.tient "
                           "spe.cial so.cial ma.te.ri.al i.ni.ti.ate "
                           "ac.tion pre.cious se.ri.ous pe.ri.od li.on "
                           "vid.e.o cre.ate i.de.a teach re.al.i.ty "
                           "do.ing see.ing try.ing po.em "
                           "ac.tu.al con.tin.u.i.ty flu.ent"),
                     0);
}

static void exceptions_hold_for_plurals_and_possessives(void **state)
{
    (void)state;
    assert_int_equal(wrong("a.re.a a.re.as a.re.a's busi.ness busi.ness.es "
                           "ex.pe.ri.ence ex.pe.ri.en.ces bar.ri.ers"),
                     0);
}

static void apostrophes_and_hyphens_are_minded(void **state)
{
    (void)state;
    assert_int_equal(wrong("don't can't did.n't is.n't we'll that.'ll "
                           "child's rose.'s well-.be.ing mo.ther-.in-.law"),
                     0);
}

static void council_words_are_right(void **state)
{
    (void)state;
    assert_int_equal(
        wrong("coun.cil coun.cil.lor ac.com.mo.da.tion res.i.den.tial "
              "in.de.pen.dent in.ter.ven.tion sta.bil.i.ty per.ma.nence "
              "safe.guard.ing stat.u.to.ry scru.ti.ny com.mis.sion.ing "
              "re.spon.si.bil.i.ty en.ti.tle.ment el.i.gi.bil.i.ty "
              "ad.vo.ca.cy u.ni.ver.si.ty ap.pren.tice.ship au.thor.i.ty "
              "par.ti.ci.pa.tion vul.ner.a.ble cir.cum.stan.ces"),
        0);
}

static void nothing_has_one(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    struct syllables s = syllables_create(a);
    assert_int_equal(syllables_count(&s, S("")), 1);
    assert_int_equal(syllables_count(&s, S("-")), 1);
    assert_int_equal(syllables_count(&s, S("nhs")), 1);
    assert_int_equal(syllables_count(&s, S("\xC3\xA9")), 1);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vowels_that_stand_together_are_one),
        cmocka_unit_test(a_last_e_is_silent),
        cmocka_unit_test(endings_are_spoken_or_not),
        cmocka_unit_test(some_vowels_are_spoken_apart),
        cmocka_unit_test(exceptions_hold_for_plurals_and_possessives),
        cmocka_unit_test(apostrophes_and_hyphens_are_minded),
        cmocka_unit_test(council_words_are_right),
        cmocka_unit_test(nothing_has_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
