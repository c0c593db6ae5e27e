#include "render/chart_bars.h"

#include "render/chart_axis.h"

enum { GAP = 60, LINES_MAX = 3, BARS_MIN = 800, SIZE_MIN = 90 };

/* Rows of bars that run to the right. */
struct rows {
    const struct chart *chart;
    struct buf *out;
    int size; /* of the text */
    int thickness;
    int between;
    bool beside; /* the names stand beside their bars, else above */
    int left;    /* where the least of the scale is */
    int length;  /* of the scale */
    Scale scale;
};

static int widest(const Str *texts, size_t n, int size, bool bold)
{
    int width = 0;
    for (size_t i = 0; i < n; i++) {
        int w =
            bold ? draw_width_bold(texts[i], size) : draw_width(texts[i], size);
        width = w > width ? w : width;
    }
    return width;
}

/* A percentage that has a whole is drawn as a part of it. */
static bool has_track(const struct chart *c)
{
    return c->unit.kind == UNIT_PERCENT && c->min >= 0 &&
           c->max <= 100 * DECIMAL_ONE;
}

/* Divides the width between names, bars and values. */
static void divide_rows(struct rows *r)
{
    const struct chart *c = r->chart;
    int names = widest(c->names, c->n, r->size, false);
    int values = widest(c->series[0].shown, c->n, r->size, true) + GAP;
    int left = c->min < 0 ? values : 0;
    r->beside = names <= DRAW_WIDTH * 38 / 100 &&
                names + GAP + left + values + BARS_MIN <= DRAW_WIDTH;
    r->left = left + (r->beside ? names + GAP : 10);
    r->length = DRAW_WIDTH - r->left - values;
}

static struct rows plan_rows(const struct chart *c, struct buf *out)
{
    struct rows r = {.chart = c, .out = out};
    r.size = c->simple ? 200 : 160;
    r.thickness = c->simple ? 280 : 190;
    r.between = c->simple ? 130 : 110;
    divide_rows(&r);
    while (r.length < BARS_MIN && r.size > SIZE_MIN) {
        r.size -= 10; /* for numbers of very many digits */
        divide_rows(&r);
    }
    r.length = r.length < BARS_MIN ? BARS_MIN : r.length;
    r.scale.min = c->min < 0 ? c->min : 0;
    r.scale.max = has_track(c) ? 100 * DECIMAL_ONE : c->max > 0 ? c->max : 0;
    if (r.scale.max == r.scale.min) {
        r.scale.max = DECIMAL_ONE; /* all are 0 */
    }
    return r;
}

/* The bar of the row `i`, whose top is at `y`, and its value. */
static void row_bar(const struct rows *r, size_t i, int y)
{
    const struct chart *c = r->chart;
    Decimal value = c->series[0].values[i];
    int zero = r->left + scale_at(r->scale, 0, r->length);
    int end = r->left + scale_at(r->scale, value, r->length);
    int from = end < zero ? end : zero, to = end < zero ? zero : end;
    bool quiet = c->time != TIME_NONE && i + 1 < c->n;
    if (has_track(c)) {
        draw_track(r->out, r->left, y, r->length, r->thickness);
    }
    if (value != 0) {
        /* the least that can be seen */
        draw_bar(r->out, from, y, to - from < 10 ? 10 : to - from, r->thickness,
                 quiet);
    }
    int full = has_track(c) ? r->left + r->length : to;
    draw_text(r->out, &(struct draw_text){
                          .class = "chart-value",
                          .text = c->series[0].shown[i],
                          .at = {value < 0 ? from - GAP : full + GAP,
                                 y + r->thickness / 2 + r->size * 36 / 100},
                          .anchor = value < 0 ? ANCHOR_END : ANCHOR_START,
                          .size = r->size,
                          .bold = true,
                      });
}

/* Returns: the height that the name took above its bar. */
static int row_name(const struct rows *r, size_t i, int y)
{
    struct draw_text t = {
        .class = "chart-label",
        .text = r->chart->names[i],
        .at = {0, y + r->thickness / 2 + r->size * 36 / 100},
        .size = r->size,
    };
    if (r->beside) {
        draw_text(r->out, &t);
        return 0;
    }
    Str lines[LINES_MAX];
    size_t n =
        draw_wrap(r->out->arena, t.text, r->size, DRAW_WIDTH, lines, LINES_MAX);
    int height = r->size * 125 / 100;
    for (size_t k = 0; k < n; k++) {
        t.text = lines[k];
        t.at.y = y + (int)k * height + r->size;
        draw_text(r->out, &t);
    }
    return (int)n * height + r->size / 4;
}

static int draw_rows(const struct chart *c, struct buf *out)
{
    struct rows r = plan_rows(c, out);
    int zero = r.left + scale_at(r.scale, 0, r.length);
    int y = 20;
    for (size_t i = 0; i < c->n; i++) {
        y += row_name(&r, i, y);
        row_bar(&r, i, y);
        if (!r.beside) {
            draw_rule(out, true, (DrawPoint){zero, y - 20},
                      (DrawPoint){zero, y + r.thickness + 20});
        }
        y += r.thickness + r.between;
    }
    y -= r.between;
    if (r.beside) {
        draw_rule(out, true, (DrawPoint){zero, 0}, (DrawPoint){zero, y + 20});
    }
    return y + 20;
}

/* Columns that stand on a line, from left to right as time goes. */
struct columns {
    const struct chart *chart;
    struct buf *out;
    int left;
    int top;
    int height; /* of the scale */
    int step;   /* from one column to the next */
    bool say;   /* the values fit above their columns */
    Scale scale;
};

enum { SIZE = 160, HEIGHT = 1700, ROWS_MAX = 6 };

static void column(const struct columns *k, size_t i)
{
    const struct chart *c = k->chart;
    Decimal value = c->series[0].values[i];
    int bottom = k->top + k->height;
    int zero = bottom - scale_at(k->scale, 0, k->height);
    int end = bottom - scale_at(k->scale, value, k->height);
    int from = end < zero ? end : zero, to = end < zero ? zero : end;
    int width = k->step * 68 / 100;
    width = width > 480 ? 480 : width;
    int middle = k->left + (int)i * k->step + k->step / 2;
    if (value != 0) {
        draw_bar(k->out, middle - width / 2, from, width,
                 to - from < 10 ? 10 : to - from, i + 1 < c->n);
    }
    if (k->say) {
        draw_text(k->out, &(struct draw_text){
                              .class = "chart-value",
                              .text = c->series[0].shown[i],
                              .at = {middle, value < 0 ? to + SIZE : from - 50},
                              .anchor = ANCHOR_MIDDLE,
                              .size = SIZE,
                              .bold = i + 1 == c->n,
                          });
    }
}

static struct columns plan_columns(const struct chart *c, struct buf *out)
{
    struct columns k = {.chart = c, .out = out, .top = 80, .height = HEIGHT};
    k.scale = scale_for(c->min < 0 ? c->min : 0, c->max > 0 ? c->max : 0, 5,
                        c->whole);
    k.left = axis_scale_width(c, out->arena, k.scale);
    k.step = (DRAW_WIDTH - k.left) / (int)c->n;
    k.say = widest(c->series[0].shown, c->n, SIZE, true) + 30 <= k.step;
    return k;
}

static int draw_columns(const struct columns *k)
{
    const struct chart *c = k->chart;
    axis_write_scale(c, k->out, k->scale, k->top, k->height, DRAW_WIDTH);
    for (size_t i = 0; i < c->n; i++) {
        column(k, i);
    }
    int bottom = k->top + k->height + (c->min < 0 && k->say ? SIZE : 0);
    axis_write_names(c, k->out, k->left + k->step / 2, k->step,
                     bottom + axis_size(c) + 50);
    return bottom + axis_size(c) + 110;
}

int chart_draw_bars(const struct chart *c, struct buf *out)
{
    if (c->time != TIME_NONE && !c->simple && c->n > 1) {
        struct columns k = plan_columns(c, out);
        /* where rows have room for the values, columns without are worse */
        if (k.say || c->n > ROWS_MAX) {
            return draw_columns(&k);
        }
    }
    return draw_rows(c, out);
}
