#include "render/chart_draw.h"

#include "base/utf8.h"
#include "render/markup.h"

static Str length_text(struct arena *a, int tenths)
{
    const char *sign = tenths < 0 ? "-" : "";
    int size = tenths < 0 ? -tenths : tenths;
    return size % 10 == 0
               ? str_printf(a, "%s%d", sign, size / 10)
               : str_printf(a, "%s%d.%d", sign, size / 10, size % 10);
}

void draw_length(struct buf *out, const char *name, int tenths)
{
    html_attr(out, str_from_c(name), length_text(out->arena, tenths));
}

static void add_box(struct buf *out, int x, int y, int width, int height)
{
    draw_length(out, "x", x);
    draw_length(out, "y", y);
    draw_length(out, "width", width);
    draw_length(out, "height", height);
}

void draw_bar(struct buf *out, int x, int y, int width, int height, bool quiet)
{
    html_raw(out, quiet ? S("<rect class=\"chart-bar-2\"")
                        : S("<rect class=\"chart-bar\""));
    add_box(out, x, y, width, height);
    html_raw(out, quiet ? S(" fill=\"currentColor\" fill-opacity=\"0.25\" "
                            "stroke=\"currentColor\" stroke-width=\"1.5\"/>\n")
                        : S(" fill=\"currentColor\"/>\n"));
}

void draw_track(struct buf *out, int x, int y, int width, int height)
{
    html_raw(out, S("<rect class=\"chart-grid\""));
    add_box(out, x, y, width, height);
    html_raw(out, S(" fill=\"none\" stroke=\"currentColor\"/>\n"));
}

void draw_rule(struct buf *out, bool axis, DrawPoint from, DrawPoint to)
{
    html_raw(out, axis ? S("<line class=\"chart-axis\"")
                       : S("<line class=\"chart-grid\""));
    draw_length(out, "x1", from.x);
    draw_length(out, "y1", from.y);
    draw_length(out, "x2", to.x);
    draw_length(out, "y2", to.y);
    html_raw(out, axis ? S(" stroke=\"currentColor\" stroke-width=\"1.5\"/>\n")
                       : S(" stroke=\"currentColor\" "
                           "stroke-opacity=\"0.3\"/>\n"));
}

void draw_curve(struct buf *out, size_t rank, bool strong,
                const DrawPoint *points, size_t n)
{
    static const char *const dashes[] = {
        "", "7 4", "1.5 4", "12 4 2 4", "12 3", "4 2", "12 4 2 4 2 4",
    };
    const char *dash = dashes[rank < COUNT(dashes) ? rank : COUNT(dashes) - 1];
    Str class = rank == 0 ? S("chart-line")
                          : str_printf(out->arena, "chart-line-%zu", rank + 1);
    html_raw(out, S("<polyline"));
    html_attr(out, S("class"), class);
    html_raw(out, S(" points=\""));
    for (size_t i = 0; i < n; i++) {
        html_raw(out, i > 0 ? S(" ") : S(""));
        html_text(out, length_text(out->arena, points[i].x));
        html_raw(out, S(","));
        html_text(out, length_text(out->arena, points[i].y));
    }
    html_raw(out, S("\" fill=\"none\" stroke=\"currentColor\""));
    html_attr(out, S("stroke-width"), strong ? S("3.5") : S("2.25"));
    if (dash[0] != '\0') {
        html_attr(out, S("stroke-dasharray"), str_from_c(dash));
    }
    html_raw(out, S(" stroke-linejoin=\"round\"/>\n"));
}

void draw_dot(struct buf *out, DrawPoint at, int radius)
{
    html_raw(out, S("<circle class=\"chart-point\""));
    draw_length(out, "cx", at.x);
    draw_length(out, "cy", at.y);
    draw_length(out, "r", radius);
    html_raw(out, S(" fill=\"currentColor\"/>\n"));
}

void draw_text(struct buf *out, const struct draw_text *t)
{
    html_raw(out, S("<text"));
    html_attr(out, S("class"), str_from_c(t->class));
    draw_length(out, "x", t->at.x);
    draw_length(out, "y", t->at.y);
    draw_length(out, "font-size", t->size);
    if (t->anchor != ANCHOR_START) {
        html_attr(out, S("text-anchor"),
                  t->anchor == ANCHOR_END ? S("end") : S("middle"));
    }
    html_raw(out, t->bold ? S(" font-weight=\"700\"") : S(""));
    html_raw(out, S(" fill=\"currentColor\">"));
    html_text(out, t->text);
    html_raw(out, S("</text>\n"));
}

/* In thousandths of the size. Verdana and DejaVu Sans, the widest of the usual
 * typefaces, are hardly wider, and all others are narrower. */
static int character_width(unsigned c)
{
    if (c >= 0x80) {
        return c >= 0x2E80 ? 1000 : 650;
    }
    if (str_find_byte(S("iljtfrI.,:;'|!()[]-/ "), (char)c) < 21) {
        return 400;
    }
    if (str_find_byte(S("mwMW@%"), (char)c) < 6) {
        return 960;
    }
    return (c >= 'A' && c <= 'Z') ? 720 : 645;
}

int draw_width(Str text, int size)
{
    long thousandths = 0;
    while (text.n > 0) {
        thousandths += character_width(utf8_next(&text));
    }
    return (int)(thousandths * size / 1000);
}

int draw_width_bold(Str text, int size)
{
    return draw_width(text, size) * 112 / 100;
}

/* The beginning of `text` that is at most `width` wide. */
static size_t fitting(Str text, int size, int width)
{
    Str rest = text;
    size_t fits = 0;
    long thousandths = 0;
    while (rest.n > 0) {
        thousandths += character_width(utf8_next(&rest));
        if (thousandths * size / 1000 > width) {
            break;
        }
        fits = text.n - rest.n;
    }
    return fits;
}

size_t draw_wrap(struct arena *a, Str text, int size, int width, Str *lines,
                 size_t max)
{
    size_t n = 0;
    for (text = str_trim(text); text.n > 0 && n < max;) {
        size_t fits = fitting(text, size, width);
        if (fits == text.n) {
            lines[n++] = text;
            return n;
        }
        if (n + 1 == max) {
            fits = fitting(text, size, width - draw_width(S("…"), size));
            lines[n++] =
                str_printf(a, "%.*s…", STR_ARG(str_trim(str_to(text, fits))));
            return n;
        }
        size_t space = fits;
        while (space > 0 && text.p[space] != ' ') {
            space--;
        }
        Str rest = text;
        if (fits == 0) {
            utf8_next(&rest); /* not even one character: it stands out */
            fits = text.n - rest.n;
        }
        fits = space > 0 ? space : fits;
        lines[n++] = str_to(text, fits);
        text = str_trim(str_from(text, fits));
    }
    return n;
}

static bool fit(const struct draw_label *a, const struct draw_label *b, int gap)
{
    return (a->width + b->width) / 2 + gap <= b->middle - a->middle;
}

static bool fit_every(const struct draw_label *labels, size_t n, size_t every,
                      int gap)
{
    for (size_t i = 0; i + every < n; i += every) {
        if (!fit(&labels[i], &labels[i + every], gap)) {
            return false;
        }
    }
    return true;
}

void draw_choose_labels(struct draw_label *labels, size_t n, int gap)
{
    size_t every = 1;
    while (every < n && !fit_every(labels, n, every, gap)) {
        every++;
    }
    for (size_t i = 0; i < n; i++) {
        labels[i].shown = i % every == 0;
    }
    size_t last = n - 1, before = last - last % every;
    if (before < last) {
        labels[last].shown = true;
        labels[before].shown = fit(&labels[before], &labels[last], gap);
    }
}

/* The nearest multiple of `step` that is not above `n`. */
static Decimal floor_to(Decimal n, Decimal step)
{
    Decimal left = n % step;
    return left < 0 ? n - left - step : n - left;
}

static Decimal ceiling_to(Decimal n, Decimal step)
{
    return -floor_to(-n, step);
}

Scale scale_for(Decimal min, Decimal max, int steps, bool whole)
{
    static const int times[] = {1, 2, 5};
    Decimal power = whole ? DECIMAL_ONE : 1;
    Decimal step = power;
    for (size_t i = 0;; i++) {
        step = power * times[i % COUNT(times)];
        if ((ceiling_to(max, step) - floor_to(min, step)) / step <= steps) {
            break;
        }
        power = i % COUNT(times) == COUNT(times) - 1 ? power * 10 : power;
    }
    Scale s = {floor_to(min, step), ceiling_to(max, step), step};
    if (s.min == s.max) {
        s.step = whole || step > DECIMAL_ONE ? step : DECIMAL_ONE;
        s.max = s.min + s.step;
    }
    return s;
}

int scale_at(Scale s, Decimal n, int length)
{
    return (int)decimal_divide((n - s.min) * length, s.max - s.min);
}
