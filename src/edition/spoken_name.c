#include "edition/spoken.h"

#include "model/date.h"

static const Str months[] = {
    STR_INIT("January"), STR_INIT("February"), STR_INIT("March"),
    STR_INIT("April"),   STR_INIT("May"),      STR_INIT("June"),
    STR_INIT("July"),    STR_INIT("August"),   STR_INIT("September"),
    STR_INIT("October"), STR_INIT("November"), STR_INIT("December"),
};

/* Returns: the month, from 1, that `name` or its beginning names; 0: none. */
static size_t find_month(Str name)
{
    for (size_t m = 0; m < COUNT(months) && name.n >= 3; m++) {
        size_t same = 0;
        while (same < name.n && same < months[m].n &&
               ascii_lower(name.p[same]) == ascii_lower(months[m].p[same])) {
            same++;
        }
        if (same == name.n) {
            return m + 1;
        }
    }
    return 0;
}

static bool read_digits(Str text, int *out)
{
    int n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!ascii_digit(text.p[i])) {
            return false;
        }
        n = n * 10 + (text.p[i] - '0');
    }
    *out = n;
    return text.n > 0;
}

/* 2019-20, 2019/20, 2019-2020. 2011-12 is a month, too; that it is a financial
 * year is far more likely, and it is shown as written. */
static bool is_financial_year(Str name)
{
    int first, second;
    if ((name.n != 7 && name.n != 9) ||
        (name.p[4] != '-' && name.p[4] != '/') ||
        !read_digits(str_to(name, 4), &first) ||
        !read_digits(str_from(name, 5), &second)) {
        return false;
    }
    return name.n == 9 ? second == first + 1 : second == (first + 1) % 100;
}

enum time_kind spoken_time(Str name)
{
    Date date;
    if (find_month(name) > 0) {
        return TIME_MONTH;
    }
    if (is_financial_year(name)) {
        return TIME_YEAR;
    }
    if (!date_parse(name, &date)) {
        return TIME_NONE;
    }
    return date.month == 0 ? TIME_YEAR : TIME_DATE;
}

/* Hyphens stand for spaces in a name that is written like an id; not those
 * between two digits. */
static Str without_hyphens(struct arena *a, Str name)
{
    bool letters = false, written = false;
    for (size_t i = 0; i < name.n; i++) {
        letters = letters || ascii_alpha(name.p[i]);
        written =
            written || name.p[i] == ' ' || name.p[i] != ascii_lower(name.p[i]);
    }
    if (!letters || written) {
        return name;
    }
    char *p = str_c(a, name);
    for (size_t i = 1; i + 1 < name.n; i++) {
        bool range = ascii_digit(p[i - 1]) && ascii_digit(p[i + 1]);
        p[i] = p[i] == '-' && !range ? ' ' : p[i];
    }
    return (Str){p, name.n};
}

Str spoken_name(struct arena *a, const struct locale *l, Str name)
{
    Date date;
    switch (spoken_time(name)) {
    case TIME_MONTH:
        return l->names[find_month(name) - 1];
    case TIME_DATE:
        return date_parse(name, &date) ? date_said(a, l, date) : name;
    case TIME_YEAR:
        return name;
    case TIME_NONE:
        break;
    }
    return without_hyphens(a, name);
}

Str spoken_short_name(struct arena *a, const struct locale *l, Str name)
{
    Date date;
    if (spoken_time(name) == TIME_MONTH) {
        return l->brief[find_month(name) - 1];
    }
    if (spoken_time(name) != TIME_DATE || !date_parse(name, &date)) {
        return spoken_name(a, l, name);
    }
    Str month = l->brief[date.month - 1];
    return date.day == 0 ? str_printf(a, "%.*s %d", STR_ARG(month), date.year)
                         : str_printf(a, "%d %.*s %d", date.day, STR_ARG(month),
                                      date.year);
}

Str spoken_capital(struct arena *a, Str text)
{
    if (text.n == 0 || text.p[0] < 'a' || text.p[0] > 'z') {
        return text;
    }
    char *p = str_c(a, text);
    p[0] = (char)(p[0] - 'a' + 'A');
    return (Str){p, text.n};
}
