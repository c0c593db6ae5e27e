#include "render/chart_axis.h"

enum { GAP = 60 };

int axis_size(const struct chart *c)
{
    return c->simple ? 170 : 150;
}

static Str tick_text(const struct chart *c, struct arena *a, Decimal n)
{
    return spoken_value(a, c->unit, decimal_text(a, n, 4));
}

int axis_scale_width(const struct chart *c, struct arena *a, Scale s)
{
    int widest = 0;
    for (Decimal n = s.min; n <= s.max; n += s.step) {
        int width = draw_width(tick_text(c, a, n), axis_size(c));
        widest = width > widest ? width : widest;
    }
    return widest + GAP;
}

void axis_write_scale(const struct chart *c, struct buf *out, Scale s, int top,
                      int height, int right)
{
    int left = axis_scale_width(c, out->arena, s);
    for (Decimal n = s.min; n <= s.max; n += s.step) {
        int y = top + height - scale_at(s, n, height);
        draw_rule(out, n == 0, (DrawPoint){left, y}, (DrawPoint){right, y});
        draw_text(out, &(struct draw_text){
                           .class = "chart-label",
                           .text = tick_text(c, out->arena, n),
                           .at = {left - GAP, y + axis_size(c) * 36 / 100},
                           .anchor = ANCHOR_END,
                           .size = axis_size(c),
                       });
    }
}

void axis_write_names(const struct chart *c, struct buf *out, int first,
                      int step, int y)
{
    int *widths = ARENA_NEW(out->arena, int, c->n);
    bool *shown = ARENA_NEW(out->arena, bool, c->n);
    for (size_t i = 0; i < c->n; i++) {
        widths[i] = draw_width(c->labels[i], axis_size(c));
    }
    draw_choose_labels(widths, c->n, step, GAP, shown);
    for (size_t i = 0; i < c->n; i++) {
        int x = first + (int)i * step, half = widths[i] / 2;
        /* what would stand out is moved in, away from its neighbour's place
         * only where that has room */
        x = x + half > DRAW_WIDTH ? DRAW_WIDTH - half : x;
        x = x < half ? half : x;
        if (shown[i]) {
            draw_text(out, &(struct draw_text){
                               .class = "chart-label",
                               .text = c->labels[i],
                               .at = {x, y},
                               .anchor = ANCHOR_MIDDLE,
                               .size = axis_size(c),
                           });
        }
    }
}
