#include "render/chart_data.h"

/* What the names have in common. */
static enum time_kind common_time(const Str *names, size_t n)
{
    enum time_kind kind = spoken_time(names[0]);
    for (size_t i = 1; i < n; i++) {
        if (spoken_time(names[i]) != kind) {
            return TIME_NONE;
        }
    }
    return kind;
}

static void add_series(struct chart *c, struct arena *a, Str name,
                       const struct series *from)
{
    struct chart_series *s = LIST_ADD(a, c->series, c->nseries);
    s->name = spoken_capital(a, name);
    s->values = ARENA_NEW(a, Decimal, c->n);
    s->shown = ARENA_NEW(a, Str, c->n);
    for (size_t i = 0; i < c->n; i++) {
        Str written = from->points[i].value;
        s->values[i] = figure_decimal(written);
        s->shown[i] = spoken_value(a, c->locale, c->unit, written);
        bool first = c->nseries == 1 && i == 0;
        c->min = first || s->values[i] < c->min ? s->values[i] : c->min;
        c->max = first || s->values[i] > c->max ? s->values[i] : c->max;
        c->whole = c->whole && decimal_places(s->values[i]) == 0;
    }
}

/* The names as written. */
static Str *written_names(const struct chart *c, struct arena *a)
{
    const struct slot *points = record_slot(c->figure, S("points"));
    const struct slot *x = record_slot(c->figure, S("x"));
    Str *names = ARENA_NEW(a, Str, c->n);
    for (size_t i = 0; i < c->n; i++) {
        names[i] =
            c->bars ? points->series[0].points[i].name : x->words[i].text;
    }
    return names;
}

struct chart chart_read(const struct edition *ed, struct arena *a,
                        struct diags *d, const struct record *figure)
{
    const struct slot *points = record_slot(figure, S("points"));
    const struct slot *series = record_slot(figure, S("series"));
    struct chart c = {
        .figure = figure,
        .title = edition_text(ed, a, d, record_text(figure, S("title"))),
        .foreign = edition_foreign(
            ed, edition_phrase(ed, record_text(figure, S("title")))->lang),
        .locale = ed->locale,
        .unit = figure_unit(figure),
        .simple = ed->voice != 0,
        .bars = points->set,
        .whole = true,
    };
    c.n = c.bars ? points->series[0].npoints
                 : record_slot(figure, S("x"))->nwords;
    for (size_t i = 0; i < series->nseries; i++) {
        /* a list that is too short was reported */
        c.n = series->series[i].npoints < c.n ? series->series[i].npoints : c.n;
    }
    Str *written = written_names(&c, a);
    c.time = c.n > 0 ? common_time(written, c.n) : TIME_NONE;
    c.said = ARENA_NEW(a, Str, c.n);
    c.names = ARENA_NEW(a, Str, c.n);
    c.labels = ARENA_NEW(a, Str, c.n);
    for (size_t i = 0; i < c.n; i++) {
        c.said[i] = figure_name(ed, a, d, figure, written[i], false);
        c.names[i] = spoken_capital(a, c.said[i]);
        c.labels[i] =
            spoken_capital(a, figure_name(ed, a, d, figure, written[i], true));
    }
    if (c.bars) {
        add_series(&c, a, S(""), &points->series[0]);
    }
    Str *names = ARENA_NEW(a, Str, series->nseries);
    for (size_t i = 0; i < series->nseries; i++) {
        names[i] = series->series[i].name;
        add_series(&c, a, figure_name(ed, a, d, figure, names[i], false),
                   &series->series[i]);
    }
    c.newest_last = !c.bars && common_time(names, series->nseries) != TIME_NONE;
    return c;
}
