#include "model/date.h"

static bool read_digits(Str *rest, size_t n, int *out)
{
    int value = 0;
    if (rest->n < n) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (!ascii_digit(rest->p[i])) {
            return false;
        }
        value = value * 10 + (rest->p[i] - '0');
    }
    *rest = str_from(*rest, n);
    *out = value;
    return true;
}

static bool read_hyphen(Str *rest)
{
    if (!str_starts(*rest, S("-"))) {
        return false;
    }
    *rest = str_from(*rest, 1);
    return true;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

bool date_parse(Str text, Date *out)
{
    Date date = {0};
    if (!read_digits(&text, 4, &date.year) || date.year == 0) {
        return false;
    }
    if (text.n > 0 &&
        (!read_hyphen(&text) || !read_digits(&text, 2, &date.month) ||
         date.month < 1 || date.month > 12)) {
        return false;
    }
    if (text.n > 0 &&
        (!read_hyphen(&text) || !read_digits(&text, 2, &date.day) ||
         date.day < 1 || date.day > days_in(date.year, date.month))) {
        return false;
    }
    if (text.n > 0) {
        return false;
    }
    *out = date;
    return true;
}

Date date_of_seconds(long long seconds)
{
    Date date = {1970, 1, 1};
    long long left = seconds / (24 * 60 * 60);
    while (left >= days_in(date.year, date.month)) {
        left -= days_in(date.year, date.month);
        date.year += date.month == 12;
        date.month = date.month % 12 + 1;
    }
    date.day += (int)left;
    return date;
}

int date_cmp(Date a, Date b)
{
    int x = (a.year * 16 + a.month) * 32 + a.day;
    int y = (b.year * 16 + b.month) * 32 + b.day;
    return (x > y) - (x < y);
}

Str date_iso(struct arena *a, Date date)
{
    return date.month == 0 ? str_printf(a, "%04d", date.year)
           : date.day == 0 ? str_printf(a, "%04d-%02d", date.year, date.month)
                           : str_printf(a, "%04d-%02d-%02d", date.year,
                                        date.month, date.day);
}

Str date_said(struct arena *a, const struct locale *l, Date date)
{
    return locale_date(a, l, date.year, date.month, date.day);
}

Str date_english(struct arena *a, Date date)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const char *month = date.month == 0 ? "" : months[date.month - 1];
    return date.month == 0 ? str_printf(a, "%d", date.year)
           : date.day == 0
               ? str_printf(a, "%s %d", month, date.year)
               : str_printf(a, "%d %s %d", date.day, month, date.year);
}
