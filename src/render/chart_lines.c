#include "render/chart_lines.h"

#include "render/chart_axis.h"

/* The widest that names at the ends of lines may be, and other lengths. */
enum { NAMES_MAX = 1000, GAP = 60, HEIGHT = 1800, SAMPLE = 400, KEY_LINES = 3 };

struct lines {
    const struct chart *chart;
    struct buf *out;
    int size; /* of the names */
    bool key; /* the names stand above, not at the ends */
    int left;
    int right;
    int top;
    int height;
    int step;
    Scale scale;
};

Scale chart_line_scale(const struct chart *c)
{
    int steps = c->simple ? 4 : 5;
    bool far =
        !c->simple && c->min > 0 && c->min > c->max / 2 && c->min < c->max;
    Decimal min = c->min < 0 || far ? c->min : 0;
    return scale_for(min, c->max > 0 ? c->max : 0, steps, c->whole);
}

/* 0 for the line without gaps: the newest, or else the first. */
static size_t rank(const struct chart *c, size_t series)
{
    return c->newest_last ? c->nseries - 1 - series : series;
}

static bool is_strong(const struct chart *c, size_t series)
{
    return c->nseries == 1 || (c->newest_last && rank(c, series) == 0);
}

static DrawPoint place(const struct lines *l, size_t series, size_t i)
{
    int up = scale_at(l->scale, l->chart->series[series].values[i], l->height);
    return (DrawPoint){l->left + (int)i * l->step, l->top + l->height - up};
}

static void line(const struct lines *l, size_t series)
{
    const struct chart *c = l->chart;
    bool strong = is_strong(c, series);
    DrawPoint *points = ARENA_NEW(l->out->arena, DrawPoint, c->n);
    for (size_t i = 0; i < c->n; i++) {
        points[i] = place(l, series, i);
    }
    draw_curve(l->out, rank(c, series), strong, points, c->n);
    /* few numbers are shown each, of many the newest */
    for (size_t i = 0; i < c->n; i++) {
        if (c->n <= 6 || i + 1 == c->n) {
            draw_dot(l->out, points[i], strong ? 40 : 30);
        }
    }
}

/* A line's name and where its end is. */
struct end {
    size_t series;
    int wanted;
    int y;
};

/* Sorts by place, and moves apart what would overlap: down, and then up where
 * that went too far. */
static void spread(struct end *ends, size_t n, int apart, int bottom)
{
    for (size_t i = 1; i < n; i++) {
        struct end e = ends[i];
        size_t at = i;
        while (at > 0 && ends[at - 1].wanted > e.wanted) {
            ends[at] = ends[at - 1];
            at--;
        }
        ends[at] = e;
    }
    for (size_t i = 0; i < n; i++) {
        ends[i].y = ends[i].wanted;
        if (i > 0 && ends[i].y < ends[i - 1].y + apart) {
            ends[i].y = ends[i - 1].y + apart;
        }
    }
    for (size_t i = n; i > 0; i--) {
        int most = i == n ? bottom : ends[i].y - apart;
        ends[i - 1].y = ends[i - 1].y > most ? most : ends[i - 1].y;
    }
}

static void names_at_ends(const struct lines *l)
{
    const struct chart *c = l->chart;
    struct end *ends = ARENA_NEW(l->out->arena, struct end, c->nseries);
    for (size_t i = 0; i < c->nseries; i++) {
        ends[i] = (struct end){i, place(l, i, c->n - 1).y, 0};
    }
    spread(ends, c->nseries, l->size * 115 / 100, l->top + l->height);
    for (size_t i = 0; i < c->nseries; i++) {
        const struct end *e = &ends[i];
        DrawPoint from = place(l, e->series, c->n - 1);
        int away = e->y > from.y ? e->y - from.y : from.y - e->y;
        if (away > l->size / 3) {
            draw_rule(l->out, false, (DrawPoint){from.x + 50, from.y},
                      (DrawPoint){l->right + 110, e->y});
        }
        draw_text(l->out, &(struct draw_text){
                              .class = "chart-label",
                              .text = c->series[e->series].name,
                              .at = {l->right + 130, e->y + l->size * 36 / 100},
                              .size = l->size,
                              .bold = is_strong(c, e->series),
                          });
    }
}

/* Returns: the height of the key above the drawing. */
static int names_in_key(const struct lines *l)
{
    const struct chart *c = l->chart;
    int y = l->size, height = l->size * 125 / 100;
    for (size_t i = 0; i < c->nseries; i++) {
        Str texts[KEY_LINES];
        size_t n = draw_wrap(l->out->arena, c->series[i].name, l->size,
                             DRAW_WIDTH - SAMPLE - GAP, texts, KEY_LINES);
        int middle = y - l->size * 36 / 100;
        DrawPoint sample[] = {{0, middle}, {SAMPLE, middle}};
        draw_curve(l->out, rank(c, i), is_strong(c, i), sample, COUNT(sample));
        for (size_t k = 0; k < n; k++, y += height) {
            draw_text(l->out, &(struct draw_text){
                                  .class = "chart-label",
                                  .text = texts[k],
                                  .at = {SAMPLE + GAP, y},
                                  .size = l->size,
                                  .bold = is_strong(c, i),
                              });
        }
        y += l->size / 4;
    }
    return y;
}

static struct lines plan(const struct chart *c, struct buf *out)
{
    struct lines l = {.chart = c, .out = out, .top = 100, .height = HEIGHT};
    l.size = c->simple ? 180 : 160;
    l.scale = chart_line_scale(c);
    int names = 0;
    for (size_t i = 0; i < c->nseries; i++) {
        int width = is_strong(c, i) ? draw_width_bold(c->series[i].name, l.size)
                                    : draw_width(c->series[i].name, l.size);
        names = width > names ? width : names;
    }
    l.key = names > NAMES_MAX;
    l.right = l.key ? DRAW_WIDTH - 60 : DRAW_WIDTH - names - 130;
    int needed = (int)c->nseries * l.size * 115 / 100;
    l.height = !l.key && needed > l.height ? needed : l.height;
    return l;
}

int chart_draw_lines(const struct chart *c, struct buf *out)
{
    struct lines l = plan(c, out);
    l.top += l.key ? names_in_key(&l) : 0;
    axis_write_scale(c, out, l.scale, l.top, l.height, l.right);
    l.left = axis_scale_width(c, out->arena, l.scale) + GAP;
    l.step = c->n > 1 ? (l.right - l.left) / (int)(c->n - 1) : 0;
    int bottom = l.top + l.height;
    axis_write_names(c, out, l.left, l.step, bottom + axis_size(c) + 60);
    for (size_t i = 0; i < c->nseries; i++) {
        line(&l, i);
    }
    if (!l.key) {
        names_at_ends(&l);
    }
    return bottom + axis_size(c) + 120;
}
