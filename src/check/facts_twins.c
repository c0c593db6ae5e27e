#include "check/facts_twins.h"

#include "check/facts_known.h"
#include "check/match.h"

static bool has_word(const struct facts *known, Str word)
{
    for (size_t i = 0; i < known->ntexts; i++) {
        if (str_find(known->texts[i]->text, word) < known->texts[i]->text.n) {
            return true;
        }
    }
    return false;
}

/* Amounts that are also said without a number. */
static bool has_in_words(const struct facts *known, const struct number *n)
{
    static const struct {
        int value;
        Str unit;
        Str word;
    } said[] = {
        {1, STR_INIT("day"), STR_INIT("a day")},
        {1, STR_INIT("day"), STR_INIT("first day")},
        {1, STR_INIT("week"), STR_INIT("a week")},
        {1, STR_INIT("week"), STR_INIT("first week")},
        {1, STR_INIT("month"), STR_INIT("a month")},
        {1, STR_INIT("month"), STR_INIT("first month")},
        {1, STR_INIT("year"), STR_INIT("a year")},
        {1, STR_INIT("year"), STR_INIT("first year")},
        {2, STR_INIT(""), STR_INIT("both")},
        {2, STR_INIT(""), STR_INIT("twice")},
        {4, STR_INIT("time"), STR_INIT("quarterly")},
        {4, STR_INIT("time"), STR_INIT("each quarter")},
        {4, STR_INIT("time"), STR_INIT("every quarter")},
        {12, STR_INIT("time"), STR_INIT("month")},
        {12, STR_INIT("month"), STR_INIT("year")},
        {12, STR_INIT("month"), STR_INIT("annual")},
        {24, STR_INIT("month"), STR_INIT("two years")},
        {6, STR_INIT("month"), STR_INIT("half")},
        {6, STR_INIT("month"), STR_INIT("twice a year")},
        {3, STR_INIT("month"), STR_INIT("quarter")},
        {2, STR_INIT("week"), STR_INIT("fortnight")},
        {14, STR_INIT("day"), STR_INIT("fortnight")},
        {7, STR_INIT("day"), STR_INIT("week")},
        {24, STR_INIT("hour"), STR_INIT("day")},
    };
    for (size_t i = 0; i < COUNT(said); i++) {
        if (n->value == said[i].value * DECIMAL_ONE &&
            str_starts(n->unit, said[i].unit) &&
            has_word(known, said[i].word)) {
            return true;
        }
    }
    return false;
}

/*
 * The length of time that the number counts, or 0: in days, or, as months are
 * not as long as one another, in months. Five working days are a week.
 */
static Decimal length_of(const struct number *n, bool *months)
{
    static const struct {
        Str unit;
        int by;
        int divided;
        bool months;
    } units[] = {
        {STR_INIT("working"), 7, 5, false},
        {STR_INIT("day"), 1, 1, false},
        {STR_INIT("week"), 7, 1, false},
        {STR_INIT("fortnight"), 14, 1, false},
        {STR_INIT("month"), 1, 1, true},
        {STR_INIT("year"), 12, 1, true},
    };
    for (size_t i = 0; n->class == NUMBER_PLAIN && i < COUNT(units); i++) {
        if (str_starts(n->unit, units[i].unit)) {
            *months = units[i].months;
            return n->value * units[i].by / units[i].divided;
        }
    }
    return 0;
}

/* Two weeks are 10 working days, and two years are 24 months. */
static bool lasts_as_long(const struct number *a, const struct number *b)
{
    bool months_a = false, months_b = false;
    Decimal length = length_of(a, &months_a);
    return length > 0 && length == length_of(b, &months_b) &&
           months_a == months_b;
}

/* Whether the month is the end of a year that is named, and no other March or
 * April is meant. */
static bool ends_year(const struct facts *known, const struct number *n)
{
    bool ends = false;
    for (size_t i = 0; i < known->n; i++) {
        const struct number *k = &known->items[i].number;
        if (k->class == NUMBER_DATE && k->date.month == n->date.month) {
            return false;
        }
        ends = ends || number_ends_year(n, k);
    }
    return ends;
}

static bool is_counted(const struct facts *known, const struct number *n)
{
    for (size_t i = 0; i < known->ncounts; i++) {
        if (n->value == (Decimal)known->counts[i] * DECIMAL_ONE) {
            return true;
        }
    }
    return false;
}

/* Five more; 3 in 10 where there are two counts. */
static bool is_worked_out(const struct number *n, const struct number *a,
                          const struct number *b)
{
    struct number share = {
        .class = NUMBER_SHARE, .value = a->value, .of = b->value};
    bool counts = a->class == NUMBER_PLAIN && b->class == NUMBER_PLAIN &&
                  !a->word && !b->word;
    bool more = str_eq(n->unit, S("more")) || str_eq(n->unit, S("fewer")) ||
                str_eq(n->unit, S("less")) || str_eq(n->unit, S("higher")) ||
                str_eq(n->unit, S("lower"));
    if (n->class == NUMBER_SHARE || n->class == NUMBER_PERCENT) {
        return counts && a->value < b->value && number_agrees(n, &share);
    }
    return more && n->class == a->class && a->class == b->class &&
           n->value == a->value - b->value;
}

static bool can_be_worked_out(const struct facts *known, const struct number *n)
{
    for (size_t i = 0; i < known->n; i++) {
        for (size_t k = 0; k < known->n; k++) {
            if (is_worked_out(n, &known->items[i].number,
                              &known->items[k].number)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_known(const struct facts *known, const struct number *n)
{
    for (size_t i = 0; i < known->n; i++) {
        if (number_agrees(n, &known->items[i].number) ||
            lasts_as_long(n, &known->items[i].number)) {
            return true;
        }
    }
    return (n->class == NUMBER_PLAIN && is_counted(known, n)) ||
           (n->class == NUMBER_DATE && n->date.month > 0 &&
            ends_year(known, n)) ||
           has_in_words(known, n) || can_be_worked_out(known, n);
}

/* A word for 1 is often no number: no one, one of them. */
static bool is_one(const struct number *n)
{
    return n->word && n->class == NUMBER_PLAIN && n->value == DECIMAL_ONE;
}

/* The nearest number of the same file. */
static const struct fact *nearest(const struct facts *known,
                                  const struct source *src,
                                  const struct number *n)
{
    const struct fact *best = NULL;
    double least = 0;
    for (size_t i = 0; i < known->n; i++) {
        const struct passage *from = known->items[i].from;
        double distance = number_distance(n, &known->items[i].number);
        if (from != NULL && from->src == src && distance >= 0 &&
            !is_one(&known->items[i].number) &&
            (best == NULL || distance < least)) {
            best = &known->items[i];
            least = distance;
        }
    }
    return best;
}

/* What the text is part of, as an author calls it. */
static Str whole_of(const struct passage *p)
{
    return p->root == NULL ? S("section") : p->root->kind->name;
}

/* A number with what it counts: 3 weeks, 5 working days. */
static Str amount_words(const struct number *n, Str text)
{
    size_t unit = n->class == NUMBER_PLAIN && str_within(n->unit, text)
                      ? (size_t)(n->unit.p - text.p) + n->unit.n
                      : 0;
    if (unit > 0 && str_eq(n->unit, S("working"))) {
        unit = match_skip(text, unit);
        unit += match_word(text, unit).n;
    }
    size_t end = n->at + n->n;
    return str_to(str_from(text, n->at), (unit > end ? unit : end) - n->at);
}

static void help_nearest(const struct check *c, const struct passage *p,
                         const struct number *n, const struct facts *known)
{
    const struct fact *near = nearest(known, p->src, n);
    if (near == NULL) {
        diag_help(c->diags, "say it in both voices, or in neither");
        return;
    }
    Str place = passage_place(near->from, near->number.at, near->number.n);
    size_t line = source_place(near->from->src, place).line;
    Str said = amount_words(&near->number, near->from->text);
    if (str_starts(place, S("{{"))) {
        diag_help(c->diags,
                  "the nearest there is '%.*s', on line %zu; to have the same "
                  "number in both voices write %.*s",
                  STR_ARG(said), line, STR_ARG(place));
    } else {
        diag_help(c->diags, "the nearest there is '%.*s', on line %zu",
                  STR_ARG(said), line);
    }
}

/* `n` of `p`, in the voice `here`, is not in the voice `there`. */
static void report(const struct check *c, const struct passage *p,
                   const struct number *n, size_t here, size_t there)
{
    const Str *voices = c->pub->voices.ids;
    Str whole = whole_of(p);
    diag_warning(c->diags, p->src, passage_place(p, n->at, n->n),
                 "figure-mismatch",
                 "the %.*s text says '%.*s', and the %.*s text of this %.*s "
                 "does not",
                 STR_ARG(voices[here]), STR_ARG(amount_words(n, p->text)),
                 STR_ARG(voices[there]), STR_ARG(whole));
}

/* `3 things to ask`, `two ways`: a count of what the text itself goes on to
 * say. */
static bool counts_itself(const struct number *n)
{
    static const Str words[] = {
        STR_INIT("things"), STR_INIT("ways"),      STR_INIT("reasons"),
        STR_INIT("tips"),   STR_INIT("questions"), STR_INIT("words"),
        STR_INIT("steps"),  STR_INIT("sorts"),     STR_INIT("kinds")};
    for (size_t i = 0; n->class == NUMBER_PLAIN && i < COUNT(words); i++) {
        if (str_eq(n->unit, words[i])) {
            return true;
        }
    }
    return false;
}

/* Returns: the classes of what was reported, a bit for each. */
static unsigned check_passage(const struct check *c, size_t voice,
                              const struct passage *p,
                              const struct facts *known)
{
    unsigned reported = 0;
    struct numbers said = numbers_of(c->arena, p->text);
    for (size_t i = 0; i < said.n; i++) {
        const struct number *n = &said.items[i];
        if (number_states(n) && !is_one(n) && !counts_itself(n) &&
            !passage_inserted(p, n->at) && !is_known(known, n)) {
            report(c, p, n, voice, 0);
            help_nearest(c, p, n, known);
            reported |= 1U << n->class;
        }
    }
    return reported;
}

static bool is_time(const struct number *n)
{
    static const Str units[] = {STR_INIT("day"),  STR_INIT("week"),
                                STR_INIT("hour"), STR_INIT("month"),
                                STR_INIT("year"), STR_INIT("working"),
                                STR_INIT("times")};
    for (size_t i = 0; i < COUNT(units); i++) {
        if (n->class == NUMBER_PLAIN && str_starts(n->unit, units[i])) {
            return true;
        }
    }
    return false;
}

/* What somebody may count on: money, ages, dates and times. */
static bool is_counted_on(const struct number *n)
{
    return is_time(n) || n->class == NUMBER_MONEY || n->class == NUMBER_AGE ||
           n->class == NUMBER_DATE;
}

/*
 * What the default text of a promise or an offer says, the passages from
 * `from` to before `end` must say too, or else a field that all voices show.
 * Where a number of the same class was `reported`, that is this one, changed.
 */
static void check_left_out(const struct check *c, size_t voice, size_t from,
                           size_t end, const struct facts *known,
                           unsigned reported)
{
    const struct passage *all = c->passages[voice].items;
    struct facts said = {0};
    for (size_t i = from; i < end; i++) {
        known_add_text(c, &said, &all[i]);
    }
    known_add_fields(c, &said, all[from].root);
    for (size_t i = 0; i < known->n; i++) {
        const struct fact *f = &known->items[i];
        if (f->from == NULL || f->from->root != all[from].root ||
            !is_counted_on(&f->number) || is_known(&said, &f->number) ||
            (reported & 1U << f->number.class) != 0) {
            continue;
        }
        report(c, f->from, &f->number, 0, voice);
        diag_help(c->diags,
                  "say it in the %.*s text too: somebody may count "
                  "on it",
                  STR_ARG(c->pub->voices.ids[voice]));
    }
}

static bool is_promise(const struct record *r)
{
    return r != NULL && (str_eq(r->kind->name, S("promise")) ||
                         str_eq(r->kind->name, S("offer")));
}

static void check_voice(const struct check *c, const struct known *k,
                        size_t voice)
{
    const struct passages *all = &c->passages[voice];
    for (size_t from = 0, end; from < all->n; from = end) {
        const struct passage *p = &all->items[from];
        struct facts known = known_for(k, p);
        unsigned reported = 0;
        for (end = from; end < all->n && known_same_twin(p, &all->items[end]);
             end++) {
            if (known.ntexts > 0) {
                reported |= check_passage(c, voice, &all->items[end], &known);
            }
        }
        if (is_promise(p->root)) {
            check_left_out(c, voice, from, end, &known, reported);
        }
    }
}

void facts_check_twins(const struct check *c)
{
    const struct known *k = known_create(c);
    for (size_t v = 1; v < c->pub->voices.n; v++) {
        check_voice(c, k, v);
    }
}
