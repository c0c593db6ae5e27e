/**
 * chart_data: a figure as a chart shows it, in one edition.
 */
#ifndef DUET_RENDER_CHART_DATA_H
#define DUET_RENDER_CHART_DATA_H

#include "edition/figure.h"

struct chart_series {
    Str name; /* empty for a figure's points */
    Decimal *values;
    Str *shown; /* the values with their sign: 82% */
};

struct chart {
    const struct record *figure;
    const struct locale *locale;  /* of the edition */
    Str title;                    /* plain text */
    const struct locale *foreign; /* of a title not translated, or NULL */
    Unit unit;
    bool simple; /* an edition that speaks plainly gets a simple picture */
    bool bars;   /* points, which are bars; else series, which are lines */
    size_t n;
    Str *said;   /* the names of the points, or in x, inside a sentence */
    Str *names;  /* the same standing alone */
    Str *labels; /* and where there is little room */
    enum time_kind time;         /* what all names are; else TIME_NONE */
    bool whole;                  /* no value has digits behind its point */
    struct chart_series *series; /* one for points */
    size_t nseries;
    bool newest_last; /* the series are of years: the last one is the newest */
    Decimal min;      /* of all values */
    Decimal max;
};

/** Reads `figure`, which is whole, as `ed` shows it. */
struct chart chart_read(const struct edition *ed, struct arena *a,
                        struct diags *d, const struct record *figure);

#endif
