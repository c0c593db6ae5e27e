/**
 * chart_draw: the strokes that charts are made of.
 *
 * Lengths are whole tenths of the drawing's own unit, so a chart is the same
 * on every machine. A drawing is 360 units wide and grows with its figure up
 * to a limit of the theme's; the narrowest screen shows it at four fifths. No
 * colour is set but the text's own, which the theme's classes may replace.
 */
#ifndef DUET_RENDER_CHART_DRAW_H
#define DUET_RENDER_CHART_DRAW_H

#include "base/buf.h"
#include "base/decimal.h"
#include "edition/spoken.h"

enum { DRAW_WIDTH = 3600 };

enum draw_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

typedef struct {
    int x;
    int y;
} DrawPoint;

/** Writes ` name="…"` with a length. */
void draw_length(struct buf *out, const char *name, int tenths);

/** A bar; `quiet` for one that is not the newest. */
void draw_bar(struct buf *out, int x, int y, int width, int height, bool quiet);

/** The outline of what a bar could be at most. */
void draw_track(struct buf *out, int x, int y, int width, int height);

/** A straight line of the class `chart-grid`, or `chart-axis` if `axis`. */
void draw_rule(struct buf *out, bool axis, DrawPoint from, DrawPoint to);

/**
 * The line of a series, thick if `strong`: that of `rank` 0 has no gaps, and
 * each other one of the first seven has dashes of its own.
 */
void draw_curve(struct buf *out, size_t rank, bool strong,
                const DrawPoint *points, size_t n);

/** A dot on a line. */
void draw_dot(struct buf *out, DrawPoint at, int radius);

struct draw_text {
    const char *class;
    Str text;
    DrawPoint at;
    enum draw_anchor anchor;
    int size;
    bool bold;
};

void draw_text(struct buf *out, const struct draw_text *t);

/** How wide `text` is in most typefaces, rather too much than too little. */
int draw_width(Str text, int size);

/** The same for bold text. */
int draw_width_bold(Str text, int size);

/**
 * Cuts `text` into lines that are at most `width` wide, at spaces where there
 * are some. Returns: how many, at most `max`; the last one ends in … when more
 * was left.
 */
size_t draw_wrap(struct arena *a, Str text, int size, int width, Str *lines,
                 size_t max);

/** A label on a line: its middle, its width, and whether it is shown. */
struct draw_label {
    int middle;
    int width;
    bool shown;
};

/**
 * Chooses which of `n` labels, from left to right, are shown so that between
 * two of them there is at least `gap`: the first and the last, and as many
 * between as fit at even distances. When not even two fit, the last one.
 */
void draw_choose_labels(struct draw_label *labels, size_t n, int gap);

/** Numbers to places on a line. */
typedef struct {
    Decimal min;
    Decimal max;
    Decimal step; /* between two ticks; 0: no ticks */
} Scale;

/**
 * A scale that holds `min` to `max` in at most `steps` steps of 1, 2 or 5 times
 * a power of ten. `whole`: the numbers count things, and so do the steps.
 */
Scale scale_for(Decimal min, Decimal max, int steps, bool whole);

/** The place of `n` on a line of `length` that starts at the scale's least. */
int scale_at(Scale s, Decimal n, int length);

#endif
