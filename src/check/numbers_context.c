#include "check/numbers_context.h"

static bool is_word(const struct tokens *t, size_t i)
{
    return i < t->n && t->items[i].kind == TOKEN_WORD;
}

static bool is_capital(const struct tokens *t, size_t i)
{
    char first = t->items[i].text.p[0];
    return ascii_lower(first) != first;
}

/* The token behind which an amount starts: `a` is part of `a million`. */
static size_t amount_start(const struct tokens *t, size_t i)
{
    return i > 0 && token_is(t, i - 1, S("a")) ? i - 1 : i;
}

bool context_is_over(const struct tokens *t, size_t i)
{
    i = amount_start(t, i);
    return i > 0 && (token_among(t, i - 1, S("over above")) ||
                     (i > 1 && token_is(t, i - 1, S("than")) &&
                      token_is(t, i - 2, S("more"))));
}

bool context_is_about(const struct tokens *t, size_t i)
{
    i = amount_start(t, i);
    return i > 0 &&
           (token_among(t, i - 1,
                        S("about around nearly almost roughly "
                          "approximately over under below above some")) ||
            (i > 1 && token_is(t, i - 1, S("than")) &&
             token_among(t, i - 2, S("more less fewer"))));
}

bool context_is_act(const struct tokens *t, size_t i)
{
    size_t name = i > 1 && token_is(t, i - 1, S("(")) ? i - 2 : i - 1;
    return i > 0 && is_capital(t, name) &&
           token_among(t, name, S("act regulations order rules code"));
}

static bool is_time_unit(const struct tokens *t, size_t i)
{
    return token_among(t, i,
                       S("day days week weeks month months year years hour "
                         "hours minute minutes term terms"));
}

/* A whole that something is counted in: per 10,000, think of 100. */
static bool is_base(const struct tokens *t, size_t i, const Quantity *q)
{
    Decimal whole = q->value / DECIMAL_ONE;
    bool round = whole == 10 || whole == 100 || whole == 1000 ||
                 whole == 10000 || whole == 100000;
    return round && !is_time_unit(t, q->end) &&
           (token_among(t, i - 1, S("every per")) ||
            (i > 1 && token_is(t, i - 1, S("of")) &&
             token_among(t, i - 2, S("think imagine out"))));
}

/* 24/7 */
static bool is_slashed(const struct tokens *t, size_t i, size_t end)
{
    return (token_is(t, i, S("24")) && token_is(t, end, S("/")) &&
            token_is(t, end + 1, S("7"))) ||
           (i > 1 && token_is(t, i, S("7")) && token_is(t, i - 1, S("/")) &&
            token_is(t, i - 2, S("24")));
}

bool context_is_name(const struct tokens *t, size_t i, const Quantity *q)
{
    if (i == 0) { /* 1. Ask for a mentor; 1.2 The Committee */
        size_t next = q->end;
        bool dot = token_glued(t, next, TOKEN_SIGN) &&
                   token_among(t, next, S(". )")) && next + 1 < t->n;
        return !q->word && (dot || (is_word(t, next) && is_capital(t, next)));
    }
    bool hyphen = i > 1 && !t->items[i].spaced && token_is(t, i - 1, S("-")) &&
                  !t->items[i - 1].spaced && is_word(t, i - 2) &&
                  !token_among(t, i - 2, S("mid post pre under over"));
    bool law = token_glued(t, q->end, TOKEN_SIGN) &&
               token_is(t, q->end, S("(")); /* 22(3A) */
    bool year_group = token_among(t, i - 1, S("year years")) &&
                      is_capital(t, i - 1) && q->value <= 13 * DECIMAL_ONE;
    return hyphen || law || year_group || q->ordinal || is_base(t, i, q) ||
           is_slashed(t, i, q->end) ||
           (token_glued(t, q->end, TOKEN_WORD) && !q->word) ||
           token_among(
               t, i - 1,
               S("past section sections part parts chapter chapters appendix "
                 "article articles regulation regulations schedule paragraph "
                 "paragraphs clause head stage stages level levels grade "
                 "grades attainment progress table figure volume page pages "
                 "issue no phase step band form wave priority principle item "
                 "option zone chart question number type unit version"));
}

bool context_stands_alone(const struct tokens *t, size_t end)
{
    return end >= t->n || t->items[end].kind == TOKEN_SIGN ||
           token_among(t, end,
                       S("and or if when in on to up so but with you we who "
                         "that can may must should is are as for at without "
                         "because they then it until unless where by from"));
}

/* 16 years old, 16-year-olds, 16yrs, 18th birthday, 16 and over */
static bool is_old(const struct tokens *t, size_t end)
{
    size_t next = end + (size_t)token_is(t, end, S("-"));
    if (token_among(t, next, S("year years yr yrs"))) {
        size_t old = next + 1 + (size_t)token_is(t, next + 1, S("-"));
        return token_among(t, old, S("old olds")) ||
               (token_is(t, old, S("of")) && token_is(t, old + 1, S("age"))) ||
               token_glued(t, end, TOKEN_WORD);
    }
    return token_among(t, end, S("birthday birthdays")) ||
           (token_among(t, end, S("and or")) &&
            token_among(t, end + 1, S("over older under younger above below")));
}

/* Words before a number with no noun behind it that make it an age. */
static bool is_until(const struct tokens *t, size_t i, Decimal years)
{
    bool person = i > 1 && token_among(t, i - 2, S("you they he she child"));
    bool up_to = i > 1 && token_is(t, i - 2, S("up"));
    bool grown = years >= 14 && years <= 26;
    return token_among(t, i - 1, S("under over")) ||
           (years >= 10 &&
            (token_among(t, i - 1,
                         S("until till before after reach reaches you’re "
                           "they’re")) ||
             (person && token_among(t, i - 1, S("are is were was"))) ||
             (token_is(t, i - 1, S("to")) && (up_to || grown)) ||
             (token_among(t, i - 1, S("at from")) && grown)));
}

bool context_is_age(const struct tokens *t, size_t i, const Quantity *q)
{
    Decimal years = q->value / DECIMAL_ONE;
    bool law = token_glued(t, q->end, TOKEN_SIGN) &&
               token_is(t, q->end, S("(")); /* under 22(3A) */
    if (q->places > 0 || years > 30 || years == 0 || law) {
        return false;
    }
    if (is_old(t, q->end)) {
        return true;
    }
    if (i == 0) {
        return false;
    }
    return token_among(t, i - 1, S("aged age ages turn turned turning")) ||
           (i > 1 && token_among(t, i - 1, S("of between")) &&
            token_among(t, i - 2, S("age ages aged"))) ||
           (context_stands_alone(t, q->end) && is_until(t, i, years));
}

/*
 * The whole that a part is counted in, behind `in`, `out of`, `for every`, at
 * the tokens from `i` on. Returns: the token of its amount, or `i`.
 */
static size_t find_whole(const struct tokens *t, size_t i, bool *every)
{
    size_t at = i;
    bool out = token_is(t, at, S("out")) && token_is(t, at + 1, S("of"));
    bool in = token_is(t, at, S("in"));
    *every = token_is(t, at, S("per"));
    if (out) {
        at += 2;
    } else if (in || *every || token_among(t, at, S("for of"))) {
        at++;
    }
    if (at > i && token_is(t, at, S("every"))) {
        *every = true;
        at++;
    }
    return out || in || *every ? at : i;
}

bool context_share(const struct tokens *t, struct number *n, Quantity *q)
{
    bool every;
    Quantity whole;
    size_t from = q->end;
    /* 65 children in every 10,000 */
    if (is_word(t, from) && find_whole(t, from, &every) == from &&
        find_whole(t, from + 1, &every) > from + 1 && every) {
        from++;
    }
    size_t at = find_whole(t, from, &every);
    if (at == from || !quantity_at(t, at, &whole) || whole.places > 0 ||
        whole.value <= DECIMAL_ONE) {
        return false;
    }
    Decimal of = whole.value / DECIMAL_ONE;
    if (of == 1000 || of == 10000 || of == 100000) {
        n->class = NUMBER_RATE;
    } else if (n->value < whole.value && !is_time_unit(t, whole.end) &&
               (of <= 100 || every)) {
        n->class = NUMBER_SHARE;
    } else {
        return false;
    }
    n->of = whole.value;
    q->end = whole.end;
    return true;
}

static int parts_at(const struct tokens *t, size_t i)
{
    if (i >= t->n ||
        str_find_byte(S("hqtf"), ascii_lower(t->items[i].text.p[0])) == 4) {
        return 0;
    }
    return token_among(t, i, S("half halves"))        ? 2
           : token_among(t, i, S("third thirds"))     ? 3
           : token_among(t, i, S("quarter quarters")) ? 4
           : token_among(t, i, S("fifth fifths"))     ? 5
           : token_among(t, i, S("tenth tenths"))     ? 10
                                                      : 0;
}

bool context_fraction(const struct tokens *t, size_t i, struct number *n,
                      size_t *end)
{
    Quantity q;
    bool article = token_is(t, i, S("a"));
    bool amount = quantity_at(t, i, &q) && q.word && !q.ordinal;
    size_t at = article ? i + 1 : amount ? q.end : i;
    at += amount && token_is(t, at, S("-"));
    int parts = parts_at(t, at);
    if (parts == 0) {
        return false;
    }
    bool of = token_among(t, at + 1, S("of the our"));
    bool last = at + 1 >= t->n || t->items[at + 1].kind == TOKEN_SIGN;
    bool several = amount && q.value > DECIMAL_ONE;
    bool clear = several || of || ((article || amount) && last) ||
                 (parts == 2 && at == i && context_is_about(t, i));
    /* half an hour; the third of May; two and a half */
    if (!clear || (parts > 2 && at == i) ||
        (several && q.value >= parts * DECIMAL_ONE) ||
        (i > 0 && token_is(t, i - 1, S("and")) && article)) {
        return false;
    }
    *n = (struct number){.class = NUMBER_SHARE,
                         .value = several ? q.value : DECIMAL_ONE,
                         .of = parts * DECIMAL_ONE,
                         .about = context_is_about(t, i),
                         .word = true};
    *end = at + 1;
    return true;
}
