#include "render/chart_words.h"

#include <assert.h>

#include "base/utf8.h"

/* A title that is longer, or in several parts, begins no sentence. */
enum { SUBJECT_MAX = 60, FILLINGS_MAX = 16, NAMED_MAX = 3 };

struct speaker {
    const struct chart *chart;
    struct arena *arena;
    struct diags *diags;
    const struct theme *theme;
    struct filling fillings[FILLINGS_MAX];
    size_t n;
};

Str words_fill(struct arena *a, struct diags *d, const struct theme *t, Str key,
               const struct filling *fillings, size_t n)
{
    Str unknown;
    Str text = message_fill(a, t->locale, theme_string(t, d, key), fillings, n,
                            &unknown);
    if (unknown.n > 0) {
        diag_error(d, t->src, S(""), "unknown-variable",
                   "the words for '%.*s' name {%.*s}, which is not known",
                   STR_ARG(key), STR_ARG(unknown));
        diag_help(d, "see how strings/en.yaml of the theme core has it");
    }
    return text;
}

static void set(struct speaker *s, Str name, Str text)
{
    size_t i = 0;
    while (i < s->n && !str_eq(s->fillings[i].name, name)) {
        i++;
    }
    assert(i < FILLINGS_MAX); /* there are no more names than that */
    s->n += i == s->n;
    s->fillings[i] = (struct filling){name, text};
}

static Str say(struct speaker *s, Str key)
{
    return words_fill(s->arena, s->diags, s->theme, key, s->fillings, s->n);
}

/* `in 2022`, `on 31 March 2022`, `for foster carers`. */
static Str at(struct speaker *s, size_t i)
{
    const struct chart *c = s->chart;
    bool day = c->time == TIME_DATE && ascii_digit(c->said[i].p[0]);
    set(s, S("x"), c->said[i]);
    return say(s, c->time == TIME_NONE ? S("chart-for")
                  : day                ? S("chart-on")
                                       : S("chart-in"));
}

/* `for foster carers and supported homes`: all that have the value. */
static Str at_all(struct speaker *s, Decimal value)
{
    const struct chart *c = s->chart;
    size_t found = 0;
    Str names[NAMED_MAX];
    for (size_t i = 0; i < c->n; i++) {
        if (c->series[0].values[i] == value) {
            if (found < NAMED_MAX) {
                names[found] = c->said[i];
            }
            found++;
        }
    }
    if (found > NAMED_MAX) {
        set(s, S("n"), str_printf(s->arena, "%zu", found));
        set(s, S("all"), str_printf(s->arena, "%zu", c->n));
        return say(s, S("chart-several"));
    }
    Str and = theme_string(s->theme, s->diags, S("chart-and"));
    struct buf b = buf_in(s->arena);
    for (size_t i = 0; i < found; i++) {
        buf_add(&b, i == 0 ? S("") : i + 1 < found ? S(", ") : S(" "));
        if (i > 0 && i + 1 == found) {
            buf_add(&b, and);
            buf_add(&b, S(" "));
        }
        buf_add(&b, names[i]);
    }
    set(s, S("x"), buf_str(&b));
    return say(s, S("chart-for"));
}

/* The title where a sentence can begin with it, in its own language, else `the
 * number`. */
static Str subject(struct speaker *s)
{
    Str title = s->chart->title;
    static const Str breaks[] = {STR_INIT(","), STR_INIT(":"), STR_INIT(";"),
                                 STR_INIT("("), STR_INIT("–"), STR_INIT("?"),
                                 STR_INIT(". ")};
    bool plain = s->chart->foreign == NULL && title.n > 0 &&
                 utf8_count(title) <= SUBJECT_MAX;
    for (size_t i = 0; i < COUNT(breaks); i++) {
        plain = plain && str_find(title, breaks[i]) == title.n;
    }
    return plain ? title : say(s, S("chart-subject"));
}

/* The number, the percentage, the rate. */
static Str noun(const struct speaker *s)
{
    static const Str keys[] = {
        [UNIT_COUNT] = STR_INIT("chart-number"),
        [UNIT_PERCENT] = STR_INIT("chart-percentage"),
        [UNIT_RATE] = STR_INIT("chart-rate"),
        [UNIT_MONEY] = STR_INIT("chart-amount"),
    };
    return theme_string(s->theme, s->diags, keys[s->chart->unit.kind]);
}

enum course { COURSE_LEVEL, COURSE_SAME, COURSE_ROSE, COURSE_FELL };

static enum course course_of(const Decimal *values, size_t n)
{
    bool level = true;
    for (size_t i = 1; i < n; i++) {
        level = level && values[i] == values[0];
    }
    return level                        ? COURSE_LEVEL
           : values[n - 1] == values[0] ? COURSE_SAME
           : values[n - 1] > values[0]  ? COURSE_ROSE
                                        : COURSE_FELL;
}

static size_t find_extreme(const Decimal *values, size_t n, bool highest)
{
    size_t found = 0;
    for (size_t i = 1; i < n; i++) {
        found =
            (highest ? values[i] > values[found] : values[i] < values[found])
                ? i
                : found;
    }
    return found;
}

/* What is known of all sentences about one series. */
static void set_ends(struct speaker *s, const struct chart_series *series)
{
    const struct chart *c = s->chart;
    set(s, S("first"), series->shown[0]);
    set(s, S("last"), series->shown[c->n - 1]);
    set(s, S("from"), c->said[0]);
    set(s, S("to"), c->said[c->n - 1]);
    set(s, S("at-from"), at(s, 0));
    set(s, S("at-to"), at(s, c->n - 1));
}

/* `; the highest was 43 in August`, unless that is one of the ends. */
static void add_extreme(struct speaker *s, struct buf *b, bool highest)
{
    const struct chart *c = s->chart;
    const struct chart_series *series = &c->series[0];
    size_t i = find_extreme(series->values, c->n, highest);
    if (series->values[i] == series->values[0] ||
        series->values[i] == series->values[c->n - 1]) {
        return;
    }
    set(s, S("value"), series->shown[i]);
    set(s, S("at"), at(s, i));
    buf_add(b, say(s, highest ? S("chart-highest") : S("chart-lowest")));
}

static void say_times(struct speaker *s, struct buf *b)
{
    static const Str keys[] = {
        [COURSE_LEVEL] = STR_INIT("chart-level"),
        [COURSE_SAME] = STR_INIT("chart-same"),
        [COURSE_ROSE] = STR_INIT("chart-rose"),
        [COURSE_FELL] = STR_INIT("chart-fell"),
    };
    const struct chart_series *series = &s->chart->series[0];
    set_ends(s, series);
    buf_add(b, say(s, keys[course_of(series->values, s->chart->n)]));
    add_extreme(s, b, true);
    add_extreme(s, b, false);
}

static void say_names(struct speaker *s, struct buf *b)
{
    const struct chart *c = s->chart;
    const struct chart_series *series = &c->series[0];
    size_t high = find_extreme(series->values, c->n, true);
    size_t low = find_extreme(series->values, c->n, false);
    set_ends(s, series);
    set(s, S("n"), str_printf(s->arena, "%zu", c->n));
    if (high == low) {
        buf_add(b, say(s, S("chart-equal")));
        return;
    }
    set(s, S("value"), series->shown[high]);
    set(s, S("at"), at_all(s, series->values[high]));
    buf_add(b, say(s, S("chart-most")));
    set(s, S("value"), series->shown[low]);
    set(s, S("at"), at_all(s, series->values[low]));
    buf_add(b, say(s, S("chart-least")));
}

/* The newest series, and where the one before it and the first one ended. */
static void say_newest(struct speaker *s, struct buf *b)
{
    static const Str keys[] = {
        [COURSE_LEVEL] = STR_INIT("chart-newest-level"),
        [COURSE_SAME] = STR_INIT("chart-newest-same"),
        [COURSE_ROSE] = STR_INIT("chart-newest-rose"),
        [COURSE_FELL] = STR_INIT("chart-newest-fell"),
    };
    const struct chart *c = s->chart;
    size_t newest = c->nseries - 1;
    set_ends(s, &c->series[newest]);
    set(s, S("series"), c->series[newest].name);
    buf_add(b, say(s, keys[course_of(c->series[newest].values, c->n)]));
    for (size_t k = 0; k < newest && k < 2; k++) {
        const struct chart_series *series = &c->series[k == 0 ? newest - 1 : 0];
        set(s, S("series"), series->name);
        set(s, S("value"), series->shown[c->n - 1]);
        buf_add(b, say(s, k == 0 ? S("chart-before") : S("chart-and-before")));
    }
}

/* Each series, when they are few. */
static void say_each(struct speaker *s, struct buf *b)
{
    static const Str keys[] = {
        [COURSE_LEVEL] = STR_INIT("chart-series-level"),
        [COURSE_SAME] = STR_INIT("chart-series-same"),
        [COURSE_ROSE] = STR_INIT("chart-series-rose"),
        [COURSE_FELL] = STR_INIT("chart-series-fell"),
    };
    const struct chart *c = s->chart;
    Str and = theme_string(s->theme, s->diags, S("chart-and"));
    for (size_t i = 0; i < c->nseries; i++) {
        const struct chart_series *series = &c->series[i];
        set_ends(s, series);
        set(s, S("series"), series->name);
        if (i == 0) {
            buf_add(b, say(s, S("chart-between")));
        } else if (i + 1 < c->nseries) {
            buf_add(b, S(", "));
        } else {
            buf_byte(b, ' ');
            buf_add(b, and);
            buf_byte(b, ' ');
        }
        buf_add(b, say(s, keys[course_of(series->values, c->n)]));
    }
}

static void say_extremes(struct speaker *s, struct buf *b)
{
    const struct chart *c = s->chart;
    for (int highest = 1; highest >= 0; highest--) {
        size_t series = 0, best = 0;
        for (size_t i = 0; i < c->nseries; i++) {
            size_t x = find_extreme(c->series[i].values, c->n, highest);
            Decimal value = c->series[i].values[x];
            Decimal so_far = c->series[series].values[best];
            if (i == 0 || (highest ? value > so_far : value < so_far)) {
                series = i;
                best = x;
            }
        }
        set(s, S("value"), c->series[series].shown[best]);
        set(s, S("series"), c->series[series].name);
        set(s, S("x"), c->said[best]);
        buf_add(b, say(s, highest ? S("chart-series-most")
                                  : S("chart-series-least")));
    }
}

Str chart_summary(const struct chart *c, struct arena *a, struct diags *d,
                  const struct theme *t)
{
    struct speaker s = {.chart = c, .arena = a, .diags = d, .theme = t};
    struct buf b = buf_in(a);
    set(&s, S("noun"), noun(&s));
    set(&s, S("subject"), subject(&s));
    if (c->bars && c->n == 1) {
        set_ends(&s, &c->series[0]);
        buf_add(&b, say(&s, S("chart-one")));
    } else if (c->bars && c->time != TIME_NONE) {
        say_times(&s, &b);
    } else if (c->bars) {
        say_names(&s, &b);
    } else if (c->newest_last && c->n > 1) {
        say_newest(&s, &b);
    } else if (c->time != TIME_NONE && c->n > 1 && c->nseries <= NAMED_MAX) {
        say_each(&s, &b);
    } else {
        say_extremes(&s, &b);
    }
    buf_byte(&b, '.');
    return spoken_capital(a, buf_str(&b));
}
