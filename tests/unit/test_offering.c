#include "publishing.h"

#include "edition/offering.h"

enum { IN_CARE, ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING };

static const Ages ALL = {0, AGE_OPEN};

/* The offers of a chapter, one for each of the `n` settings. */
static struct record_list offers(struct world *w, const char *const *settings,
                                 size_t n)
{
    struct buf b = buf_in(w->arena);
    buf_add(&b, S("---\ntitle: {formal: T, young: T}\noffers:\n"));
    for (size_t i = 0; i < n; i++) {
        buf_printf(&b,
                   "  - {id: o%zu, title: {formal: T, young: T}, "
                   "category: health, %s}\n",
                   i, settings[i]);
    }
    buf_add(&b, S("---\nText.\n\n::: young\nText.\n:::\n\n{{ offers }}\n"));
    struct edition *ed =
        edition_of(w, STRICT, str_c(w->arena, buf_str(&b)), YOUNG);
    return offering_all(w->arena, ed);
}

static const struct record *offer(struct world *w, const char *setting)
{
    struct record_list list = offers(w, &setting, 1);
    assert_int_equal(list.n, 1);
    return list.items[0];
}

static void an_offer_that_names_nobody_is_for_everybody(void **state)
{
    const struct record *o = offer(*state, "area: any");
    for (size_t s = 0; s < STATUSES; s++) {
        assert_true(offering_fits_status(o, s));
    }
    assert_true(offering_fits_age(o, (Ages){0, 5}));
    assert_true(offering_fits_age(o, (Ages){25, AGE_OPEN}));
}

static void an_offer_ends_at_its_last_birthday(void **state)
{
    const struct record *o = offer(*state, "age: {from: 16, to: 25}");
    assert_false(offering_fits_age(o, (Ages){0, 16}));
    assert_true(offering_fits_age(o, (Ages){16, 18}));
    assert_true(offering_fits_age(o, (Ages){24, 25}));
    assert_false(offering_fits_age(o, (Ages){25, AGE_OPEN}));
}

static void who_is_eligible_gets_what_all_in_care_get(void **state)
{
    const struct record *o = offer(*state, "who: [in-care]");
    assert_true(offering_fits_status(o, IN_CARE));
    assert_true(offering_fits_status(o, ELIGIBLE));
    assert_false(offering_fits_status(o, RELEVANT));
}

static void not_all_in_care_get_what_the_eligible_get(void **state)
{
    const struct record *o = offer(*state, "who: [eligible]");
    assert_false(offering_fits_status(o, IN_CARE));
    assert_true(offering_fits_status(o, ELIGIBLE));
}

static void a_status_means_the_ages_that_the_act_gives_it(void **state)
{
    struct world *w = *state;
    const struct record *o = offer(w, "who: [eligible, relevant]");
    assert_false(offering_fits_age(o, (Ages){0, 16}));
    assert_true(offering_fits_age(o, (Ages){16, 18}));
    assert_false(offering_fits_age(o, (Ages){18, AGE_OPEN}));
    world_again(w);
    o = offer(w, "who: [in-care, former-relevant]");
    assert_true(offering_fits(o, (Ages){16, 18}, IN_CARE));
    assert_false(offering_fits(o, (Ages){16, 18}, FORMER_RELEVANT));
    assert_true(offering_fits(o, (Ages){25, AGE_OPEN}, FORMER_RELEVANT));
}

static void ages_and_statuses_at_odds_still_let_somebody_in(void **state)
{
    const struct record *o =
        offer(*state, "who: [former-relevant], age: {from: 16, to: 18}");
    assert_true(offering_fits_status(o, FORMER_RELEVANT));
    assert_true(offering_fits_age(o, (Ages){16, 18}));
    assert_false(offering_fits(o, (Ages){18, 21}, FORMER_RELEVANT));
}

static void assert_bands(const struct record_list *list, const char *want)
{
    struct arena *a = arena_create();
    Ages bands[BANDS_MAX];
    struct buf b = buf_in(a);
    size_t n = offering_bands(list, bands);
    for (size_t i = 0; i < n; i++) {
        buf_printf(&b, "%s%d", i > 0 ? " " : "", bands[i].from);
        assert_int_equal(bands[i].until,
                         i + 1 < n ? bands[i + 1].from : AGE_OPEN);
    }
    assert_str(buf_str(&b), want);
    arena_free(a);
}

static void ages_part_where_the_law_and_two_offers_part_them(void **state)
{
    static const char *const settings[] = {
        "age: {from: 16, to: 25}", "age: {to: 18}",   "age: {from: 14}",
        "age: {from: 11, to: 25}", "age: {from: 11}",
    };
    struct record_list list = offers(*state, settings, COUNT(settings));
    assert_bands(&list, "0 11 16 18 25"); /* one offer alone begins at 14 */
}

static void without_ages_there_is_one_band(void **state)
{
    static const char *const settings[] = {"area: any"};
    struct record_list list = offers(*state, settings, COUNT(settings));
    assert_bands(&list, "0");
}

static void there_are_never_too_many_bands(void **state)
{
    struct world *w = *state;
    const char *settings[40];
    for (int i = 0; i < 40; i++) {
        settings[i] = str_printf(w->arena, "age: {from: %d}", 1 + i / 2).p;
    }
    struct record_list list = offers(w, settings, COUNT(settings));
    Ages bands[BANDS_MAX];
    assert_int_equal(offering_bands(&list, bands), BANDS_MAX);
    assert_int_equal(bands[BANDS_MAX - 1].until, AGE_OPEN);
}

static void a_status_counts_when_some_offer_names_it(void **state)
{
    static const char *const settings[] = {"who: [in-care]", "area: any"};
    struct record_list list = offers(*state, settings, COUNT(settings));
    assert_true(offering_names_status(&list, IN_CARE));
    assert_false(offering_names_status(&list, QUALIFYING));
    assert_true(offering_fits(list.items[1], ALL, QUALIFYING));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(an_offer_that_names_nobody_is_for_everybody),
        WORLD_TEST(an_offer_ends_at_its_last_birthday),
        WORLD_TEST(who_is_eligible_gets_what_all_in_care_get),
        WORLD_TEST(not_all_in_care_get_what_the_eligible_get),
        WORLD_TEST(a_status_means_the_ages_that_the_act_gives_it),
        WORLD_TEST(ages_and_statuses_at_odds_still_let_somebody_in),
        WORLD_TEST(ages_part_where_the_law_and_two_offers_part_them),
        WORLD_TEST(without_ages_there_is_one_band),
        WORLD_TEST(there_are_never_too_many_bands),
        WORLD_TEST(a_status_counts_when_some_offer_names_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
