#include "edition/offering.h"

const Str offering_statuses[STATUSES] = {
    STR_INIT("in-care"),         STR_INIT("eligible"),   STR_INIT("relevant"),
    STR_INIT("former-relevant"), STR_INIT("qualifying"),
};

enum { IN_CARE, ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING };

static const Ages status_ages[STATUSES] = {
    [IN_CARE] = {0, 18},           [ELIGIBLE] = {16, 18},
    [RELEVANT] = {16, 18},         [FORMER_RELEVANT] = {18, AGE_OPEN},
    [QUALIFYING] = {16, AGE_OPEN},
};

struct record_list offering_all(struct arena *a, const struct edition *ed)
{
    struct record_list out = {0};
    size_t k = kind_index(kind_find(S("offer")));
    for (size_t i = 0; i < ed->nchapters; i++) {
        const struct record_list *list = &ed->chapters[i]->source->lists[k];
        for (size_t r = 0; r < list->n; r++) {
            *LIST_ADD(a, out.items, out.n) = list->items[r];
        }
    }
    return out;
}

/* Whole years; the checks have refused what is no number. */
static int years(const struct slot *slot, int otherwise)
{
    int n = 0;
    for (size_t i = 0; i < slot->word.n && ascii_digit(slot->word.p[i]); i++) {
        n = n >= AGE_OPEN ? AGE_OPEN : n * 10 + (slot->word.p[i] - '0');
    }
    return slot->set && slot->word.n > 0 ? n : otherwise;
}

static Ages ages_of(const struct record *offer)
{
    const struct record *age = record_group(offer, S("age"));
    if (age == NULL) {
        return (Ages){0, AGE_OPEN};
    }
    return (Ages){years(record_slot(age, S("from")), 0),
                  years(record_slot(age, S("to")), AGE_OPEN)};
}

static bool meet(Ages a, Ages b)
{
    return a.from < b.until && b.from < a.until;
}

static bool names(const struct record *offer, size_t status)
{
    const struct slot *who = record_slot(offer, S("who"));
    for (size_t i = 0; i < who->nwords; i++) {
        if (str_eq(who->words[i].text, offering_statuses[status])) {
            return true;
        }
    }
    return false;
}

/* An eligible child is in care, and gets what everybody in care gets. */
static bool is_for(const struct record *offer, size_t status)
{
    return record_slot(offer, S("who"))->nwords == 0 || names(offer, status) ||
           (status == ELIGIBLE && names(offer, IN_CARE));
}

static bool fits(const struct record *offer, Ages ages, size_t status)
{
    Ages own = ages_of(offer), law = status_ages[status];
    Ages both = {own.from > law.from ? own.from : law.from,
                 own.until < law.until ? own.until : law.until};
    return is_for(offer, status) && both.from < both.until && meet(both, ages);
}

/* Whether nobody could ever get it, if ages and statuses were all true: then
 * the author means something by it that is not known here. */
static bool at_odds(const struct record *offer)
{
    for (size_t s = 0; s < STATUSES; s++) {
        if (fits(offer, (Ages){0, AGE_OPEN}, s)) {
            return false;
        }
    }
    return true;
}

bool offering_fits(const struct record *offer, Ages ages, size_t status)
{
    if (at_odds(offer)) {
        return is_for(offer, status) && meet(ages_of(offer), ages);
    }
    return fits(offer, ages, status);
}

bool offering_fits_age(const struct record *offer, Ages ages)
{
    bool someone = record_slot(offer, S("who"))->nwords == 0 || at_odds(offer);
    for (size_t s = 0; s < STATUSES && !someone; s++) {
        someone = fits(offer, ages, s);
    }
    return someone && meet(ages_of(offer), ages);
}

bool offering_fits_status(const struct record *offer, size_t status)
{
    return offering_fits(offer, (Ages){0, AGE_OPEN}, status);
}

bool offering_names_status(const struct record_list *offers, size_t status)
{
    for (size_t i = 0; i < offers->n; i++) {
        if (names(offers->items[i], status)) {
            return true;
        }
    }
    return false;
}

/* Adds the birthday unless it is one of the `n` already. */
static size_t add_birthday(int birthdays[], size_t n, int age)
{
    size_t at = n;
    while (at > 0 && birthdays[at - 1] >= age) {
        at--;
    }
    if (age <= 0 || age >= AGE_OPEN || n + 1 == BANDS_MAX ||
        (at < n && birthdays[at] == age)) {
        return n;
    }
    for (size_t i = n; i > at; i--) {
        birthdays[i] = birthdays[i - 1];
    }
    birthdays[at] = age;
    return n + 1;
}

/* How many offers begin or end at the birthday. */
static size_t turning_at(const struct record_list *offers, int age)
{
    size_t n = 0;
    for (size_t i = 0; i < offers->n; i++) {
        Ages own = ages_of(offers->items[i]);
        n += own.from == age || own.until == age;
    }
    return n;
}

size_t offering_bands(const struct record_list *offers, Ages bands[BANDS_MAX])
{
    static const int turns[] = {16, 18, 21, 25};
    int birthdays[BANDS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < COUNT(turns); i++) {
        if (turning_at(offers, turns[i]) > 0) {
            n = add_birthday(birthdays, n, turns[i]);
        }
    }
    for (size_t i = 0; i < offers->n; i++) {
        Ages own = ages_of(offers->items[i]);
        const int ends[] = {own.from, own.until};
        for (size_t e = 0; e < COUNT(ends); e++) {
            if (turning_at(offers, ends[e]) > 1) {
                n = add_birthday(birthdays, n, ends[e]);
            }
        }
    }
    for (size_t i = 0; i <= n; i++) {
        bands[i] = (Ages){i == 0 ? 0 : birthdays[i - 1],
                          i == n ? AGE_OPEN : birthdays[i]};
    }
    return n + 1;
}
