#include "check/numbers.h"

#include "check/numbers_context.h"
#include "check/numbers_date.h"
#include "check/numbers_scan.h"

/* The state of reading one text. */
struct scan {
    struct arena *arena;
    struct tokens t;
    struct numbers out;
    Decimal think; /* the whole that readers are asked to think of, or 0 */
};

/* Keeps the number that the tokens `from` to before `end` say. */
static size_t keep(struct scan *s, struct number n, size_t from, size_t end)
{
    const struct token *last = &s->t.items[end - 1];
    n.at = s->t.items[from].at;
    n.n = last->at + last->text.n - n.at;
    *LIST_ADD(s->arena, s->out.items, s->out.n) = n;
    return end;
}

static bool is_word(const struct tokens *t, size_t i)
{
    return i < t->n && t->items[i].kind == TOKEN_WORD;
}

/* 0800 1111, 116 123, 07700 900123, +44 …; or digits that one is to ring. */
static size_t phone(struct scan *s, size_t i)
{
    const struct tokens *t = &s->t;
    size_t from = i, digits = 0;
    bool plus = token_is(t, i, S("+"));
    i += plus;
    Str first = i < t->n ? t->items[i].text : S("");
    size_t end = i;
    while (end < t->n && t->items[end].kind == TOKEN_NUMERAL &&
           str_find_byte(t->items[end].text, ',') == t->items[end].text.n &&
           str_find_byte(t->items[end].text, '.') == t->items[end].text.n) {
        digits += t->items[end].text.n;
        end++;
    }
    bool dialled =
        digits >= 3 && from > 0 &&
        token_among(t, from - 1, S("ring call phone dial text tel nhs"));
    bool helpline = str_starts(first, S("116")) && digits == 6;
    bool long_one = (str_starts(first, S("0")) || plus) && digits >= 8;
    bool emergency = end == i + 1 && str_eq(first, S("999"));
    if (!dialled && !helpline && !long_one && !emergency) {
        return from;
    }
    return keep(s, (struct number){.class = NUMBER_PHONE}, from, end);
}

/* The end of a percent sign or word behind the amount, or `i`. */
static size_t percent_end(const struct tokens *t, size_t i)
{
    return token_among(t, i, S("% percent percentage"))                ? i + 1
           : token_is(t, i, S("per")) && token_is(t, i + 1, S("cent")) ? i + 2
                                                                       : i;
}

/* 9am, 9.30am, 10:30 */
static bool time_of_day(const struct tokens *t, struct number *n, Quantity *q)
{
    Decimal hours = q->value / DECIMAL_ONE;
    Decimal minutes = q->value % DECIMAL_ONE / 100;
    Quantity behind;
    size_t end = q->end;
    bool colon =
        token_is(t, end, S(":")) && token_glued(t, end + 1, TOKEN_NUMERAL) &&
        quantity_at(t, end + 1, &behind) && t->items[end + 1].text.n == 2;
    if (colon) {
        minutes = behind.value / DECIMAL_ONE;
        end += 2;
    }
    bool dotted = token_among(t, end, S("a p")) &&
                  token_is(t, end + 1, S(".")) && token_is(t, end + 2, S("m"));
    bool half = dotted || token_among(t, end, S("am pm"));
    if (hours > 24 || minutes > 59 || q->word || !(half || colon)) {
        return false;
    }
    hours += token_among(t, end, S("pm p")) && hours < 12 ? 12 : 0;
    n->class = NUMBER_TIME;
    n->value = (hours * 60 + minutes) * DECIMAL_ONE;
    q->end = end + (dotted ? 3 : half);
    return true;
}

static bool money(const struct tokens *t, size_t i, struct number *n,
                  Quantity *q)
{
    bool sign = i > 0 && token_is(t, i - 1, S("£"));
    bool pence = !q->word && token_glued(t, q->end, TOKEN_WORD) &&
                 token_is(t, q->end, S("p"));
    if (sign && token_glued(t, q->end, TOKEN_WORD) &&
        token_among(t, q->end, S("m bn")) && n->value < DECIMAL_ONE * 10000) {
        n->value *= token_is(t, q->end, S("m")) ? 1000000 : 1000000000;
        n->places = 0;
        q->end++;
    } else if (pence) {
        n->value /= 100;
        q->end++;
    } else if (token_among(t, q->end, S("pound pounds"))) {
        q->end++;
    } else if (!sign) {
        return false;
    }
    n->class = NUMBER_MONEY;
    return true;
}

/* Whether the word behind a number says what some do, and counts nothing. */
static bool is_verb(Str word)
{
    static const Str verbs[] = {
        STR_INIT("were"), STR_INIT("had"),  STR_INIT("have"), STR_INIT("live"),
        STR_INIT("got"),  STR_INIT("get"),  STR_INIT("went"), STR_INIT("go"),
        STR_INIT("did"),  STR_INIT("do"),   STR_INIT("came"), STR_INIT("said"),
        STR_INIT("felt"), STR_INIT("feel"), STR_INIT("left"), STR_INIT("was"),
    };
    for (size_t i = 0; i < COUNT(verbs); i++) {
        if (str_eq(word, verbs[i])) {
            return true;
        }
    }
    return str_ends(word, S("ed"));
}

/* Of 10 that readers think of, 8 are a share. */
static void count_in_base(const struct scan *s, struct number *n)
{
    if (n->class == NUMBER_PLAIN && s->think > 0 && n->value <= s->think &&
        (n->unit.n == 0 || is_verb(n->unit))) {
        n->class = s->think < 1000 * DECIMAL_ONE ? NUMBER_SHARE : NUMBER_RATE;
        n->of = s->think;
    }
}

static size_t amount(struct scan *s, size_t i)
{
    const struct tokens *t = &s->t;
    Quantity q;
    if (!quantity_at(t, i, &q)) {
        return i;
    }
    struct number n = {.class = NUMBER_PLAIN,
                       .value = q.value,
                       .places = q.places,
                       .word = q.word,
                       .about = context_is_about(t, i),
                       .over = context_is_over(t, i)};
    size_t from = i;
    size_t percent = percent_end(t, q.end);
    if (percent > q.end) {
        n.class = NUMBER_PERCENT;
        q.end = percent;
    } else if (money(t, i, &n, &q)) {
        from -= i > 0 && token_is(t, i - 1, S("£"));
    } else if (!time_of_day(t, &n, &q) && !context_share(t, &n, &q)) {
        n.class = context_is_age(t, i, &q)    ? NUMBER_AGE
                  : context_is_name(t, i, &q) ? NUMBER_NAME
                                              : NUMBER_PLAIN;
    }
    if (is_word(t, q.end) && t->items[q.end].spaced &&
        !context_stands_alone(t, q.end) && !token_is(t, q.end, S("of"))) {
        n.unit = t->items[q.end].text;
    }
    count_in_base(s, &n);
    if (i > 1 && token_is(t, i - 1, S("of")) &&
        token_among(t, i - 2, S("think imagine"))) {
        s->think = q.value;
    }
    return keep(s, n, from, q.end);
}

static size_t date(struct scan *s, size_t i)
{
    const struct tokens *t = &s->t;
    struct number n;
    size_t end;
    if ((i > 0 && token_is(t, i - 1, S("£"))) ||
        !numbers_date_at(t, i, &n, &end) || percent_end(t, end) > end) {
        return i;
    }
    n.class = context_is_act(t, i) ? NUMBER_NAME : n.class;
    n.about = context_is_about(t, i);
    return keep(s, n, i, end);
}

static size_t fraction(struct scan *s, size_t i)
{
    struct number n;
    size_t end;
    return context_fraction(&s->t, i, &n, &end) ? keep(s, n, i, end) : i;
}

/* Whether `gap`, between two numbers, makes them a range or a list. */
static bool is_range(Str gap)
{
    return str_eq(gap, S("to")) || str_eq(gap, S("-")) || str_eq(gap, S("–")) ||
           str_eq(gap, S("/"));
}

static bool is_pair(Str gap)
{
    return is_range(gap) || str_eq(gap, S("and")) || str_eq(gap, S("or"));
}

/* What one number of a range is, the other is too: aged 10 to 15. */
static void share_class(Str text, struct number *a, struct number *b)
{
    Str gap =
        str_trim(str_to(str_from(text, a->at + a->n), b->at - a->at - a->n));
    bool ages = a->value < b->value && b->value <= 30 * DECIMAL_ONE;
    if (!is_pair(gap)) {
        return;
    }
    if (a->class == NUMBER_PLAIN && a->unit.n == 0 &&
        (b->class == NUMBER_PERCENT || (b->class == NUMBER_AGE && ages))) {
        a->class = b->class;
    } else if (b->class == NUMBER_PLAIN &&
               ((a->class == NUMBER_AGE && ages &&
                 (is_range(gap) || b->unit.n == 0)) ||
                (a->class == NUMBER_MONEY && is_range(gap)))) {
        b->class = a->class;
    }
}

struct numbers numbers_of(struct arena *a, Str text)
{
    struct scan s = {.arena = a, .t = tokens_of(a, text)};
    for (size_t i = 0; i < s.t.n;) {
        size_t next = phone(&s, i);
        next = next > i ? next : date(&s, i);
        next = next > i ? next : fraction(&s, i);
        next = next > i ? next : amount(&s, i);
        i = next > i ? next : i + 1;
    }
    numbers_date_share(text, &s.out);
    for (size_t i = 1; i < s.out.n; i++) {
        share_class(text, &s.out.items[i - 1], &s.out.items[i]);
    }
    for (size_t i = s.out.n; i-- > 1;) {
        share_class(text, &s.out.items[i - 1], &s.out.items[i]);
    }
    return s.out;
}

Str number_words(const struct number *n, Str text)
{
    return str_to(str_from(text, n->at), n->n);
}

bool number_states(const struct number *n)
{
    return n->class != NUMBER_PHONE && n->class != NUMBER_NAME;
}
