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

/* `n` divided by `by`, rounded up. */
static Decimal divide_up(Decimal n, Decimal by)
{
    return n <= 0 ? 0 : (n + by - 1) / by;
}

/* The fewest and the most of `whole` things that round to the part. */
static Decimal fewest(const struct sum_part *part, Decimal whole)
{
    return divide_up((part->value - part->room) * whole, WHOLE);
}

static Decimal most(const struct sum_part *part, Decimal whole)
{
    return (part->value + part->room) * whole / WHOLE;
}

bool sum_can_be_of(const struct sum *s, Decimal whole)
{
    Decimal least = 0, all = 0;
    for (size_t i = 0; i < s->n; i++) {
        Decimal low = fewest(&s->parts[i], whole);
        Decimal high = most(&s->parts[i], whole);
        if (low > high) {
            return false;
        }
        least += low;
        all += high;
    }
    return least <= whole && whole <= all;
}

void sum_report_whole(const struct check *c, const struct source *src,
                      Str where, const struct sum *s, Decimal whole)
{
    Str of = decimal_text(c->arena, whole * DECIMAL_ONE, 0);
    diag_warning(c->diags, src, where, "sum-mismatch",
                 "these %zu percentages add up to %.*s, and %.*s cannot be "
                 "parted like that",
                 s->n, STR_ARG(decimal_text(c->arena, s->total, 4)),
                 STR_ARG(of));
    for (size_t i = 0; i < s->n; i++) {
        const struct sum_part *part = &s->parts[i];
        Decimal above = fewest(part, whole), below = above - 1;
        if (above <= most(part, whole) || below < 0) {
            continue;
        }
        int places = decimal_places(part->room * 2);
        diag_help(
            c->diags,
            "%.*s of %.*s are %.*s%%, and %.*s are %.*s%%: look up which "
            "is meant by %.*s%%, or say what the percentages are of",
            STR_ARG(decimal_text(c->arena, below * DECIMAL_ONE, 0)),
            STR_ARG(of),
            STR_ARG(decimal_text(c->arena, below * WHOLE / whole, places)),
            STR_ARG(decimal_text(c->arena, above * DECIMAL_ONE, 0)),
            STR_ARG(decimal_text(c->arena, above * WHOLE / whole, places)),
            STR_ARG(decimal_text(c->arena, part->value, 4)));
        return;
    }
    diag_help(c->diags,
              "look them up again, or say what the percentages are of");
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
