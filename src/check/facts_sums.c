#include "check/facts_sums.h"

#include "edition/figure.h"

#define WHOLE (100 * DECIMAL_ONE)

void sum_add(struct arena *a, struct sum *s, Decimal part, int places)
{
    Decimal room = DECIMAL_ONE / 2;
    for (int i = 0; i < places; i++) {
        room /= 10;
    }
    *LIST_ADD(a, s->parts, s->n) = (struct sum_part){part, room};
    s->total += part;
    s->room += room;
}

/* Whether parts in a row make a whole: in a table of shares by sex and by
 * age. */
static bool has_whole(const struct sum *s)
{
    for (size_t from = 0; from < s->n; from++) {
        Decimal total = 0, room = 0;
        for (size_t i = from; i < s->n; i++) {
            total += s->parts[i].value;
            room += s->parts[i].room;
            if (i > from && decimal_size(total - WHOLE) <= room) {
                return true;
            }
        }
    }
    return false;
}

bool sum_is_off(const struct sum *s)
{
    return s->n >= 3 && decimal_size(s->total - WHOLE) <= WHOLE / 10 &&
           !has_whole(s);
}

void sum_report(const struct check *c, const struct source *src, Str where,
                const struct sum *s)
{
    diag_warning(c->diags, src, where, "sum-mismatch",
                 "these %zu percentages add up to %.*s, and not to 100", s->n,
                 STR_ARG(decimal_text(c->arena, s->total, 4)));
    diag_help(c->diags,
              "rounding explains %.*s to %.*s, and no more: look them up "
              "again, or say what is left out",
              STR_ARG(decimal_text(c->arena, WHOLE - s->room, 4)),
              STR_ARG(decimal_text(c->arena, WHOLE + s->room, 4)));
}

void sum_check_figures(const struct check *c)
{
    const struct record_list *all =
        &c->pub->lists[kind_index(kind_find(S("figure")))];
    for (size_t i = 0; i < all->n; i++) {
        const struct slot *points = record_slot(all->items[i], S("points"));
        struct sum sum = {0};
        if (!points->set || figure_unit(all->items[i]).kind != UNIT_PERCENT) {
            continue;
        }
        const struct series *s = &points->series[0];
        bool times = false;
        for (size_t k = 0; k < s->npoints; k++) {
            Decimal value = figure_decimal(s->points[k].value);
            times = times || spoken_time(s->points[k].name) != TIME_NONE;
            sum_add(c->arena, &sum, value, decimal_places(value));
        }
        if (!times && sum_is_off(&sum)) {
            sum_report(c, all->items[i]->src, s->points[0].where, &sum);
        }
    }
}
