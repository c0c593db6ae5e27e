#include "render/chart_axis.h"

enum { GAP = 60, LABEL_MAX = 1000 };

int axis_size(const struct chart *c)
{
    return c->simple ? 170 : 150;
}

static Str tick_text(const struct chart *c, struct arena *a, Decimal n)
{
    return spoken_value(a, c->locale, c->unit, decimal_text(a, n, 4));
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

/* The name `i`, cut where it is far too long to stand beside others. */
static Str short_label(const struct chart *c, struct arena *a, size_t i,
                       int step)
{
    Str line = c->labels[i];
    int most = step - GAP > LABEL_MAX ? step - GAP : LABEL_MAX;
    draw_wrap(a, c->labels[i], axis_size(c), most, &line, 1);
    return line;
}

void axis_write_names(const struct chart *c, struct buf *out, int first,
                      int step, int y)
{
    struct draw_label *labels = ARENA_NEW(out->arena, struct draw_label, c->n);
    Str *texts = ARENA_NEW(out->arena, Str, c->n);
    for (size_t i = 0; i < c->n; i++) {
        texts[i] = short_label(c, out->arena, i, step);
        int width = draw_width(texts[i], axis_size(c)), half = width / 2;
        int middle = first + (int)i * step;
        /* what would stand out is moved in */
        middle = middle + half > DRAW_WIDTH ? DRAW_WIDTH - half : middle;
        middle = middle < half ? half : middle;
        labels[i] = (struct draw_label){middle, width, false};
    }
    draw_choose_labels(labels, c->n, GAP);
    for (size_t i = 0; i < c->n; i++) {
        if (labels[i].shown) {
            draw_text(out, &(struct draw_text){
                               .class = "chart-label",
                               .text = texts[i],
                               .at = {labels[i].middle, y},
                               .anchor = ANCHOR_MIDDLE,
                               .size = axis_size(c),
                           });
        }
    }
}
