#include "base/decimal.h"

enum { PLACES = 4, WHOLE_DIGITS = 11 };

bool decimal_parse(Str text, Decimal *out)
{
    bool minus = str_starts(text, S("-"));
    Str rest = str_from(text, minus);
    size_t whole = str_find_byte(rest, '.');
    bool pointed = whole < rest.n;
    size_t behind = pointed ? rest.n - whole - 1 : 0;
    if (rest.n == 0 || (pointed && behind == 0) || behind > PLACES) {
        return false;
    }
    Decimal n = 0;
    size_t digits = 0;
    for (size_t i = 0; i < rest.n; i++) {
        if (pointed && i == whole) {
            continue;
        }
        if (!ascii_digit(rest.p[i])) {
            return false;
        }
        n = n * 10 + (rest.p[i] - '0');
        digits += n > 0 && i < whole;
        if (digits > WHOLE_DIGITS) {
            return false;
        }
    }
    for (; behind < PLACES; behind++) {
        n *= 10;
    }
    *out = minus ? -n : n;
    return true;
}

Decimal decimal_divide(Decimal n, Decimal by)
{
    Decimal size = decimal_size(n), divisor = decimal_size(by);
    Decimal whole = size / divisor, left = size % divisor;
    whole += left >= divisor - left;
    return (n < 0) != (by < 0) ? -whole : whole;
}

Decimal decimal_size(Decimal n)
{
    return n < 0 ? -n : n;
}

int decimal_places(Decimal n)
{
    int places = PLACES;
    while (places > 0 && n % 10 == 0) {
        n /= 10;
        places--;
    }
    return places;
}

Str decimal_text(struct arena *a, Decimal n, int places)
{
    Decimal unit = 1;
    for (int i = places; i < PLACES; i++) {
        unit *= 10;
    }
    n = decimal_divide(n, unit) * unit;
    Decimal size = decimal_size(n);
    const char *sign = n < 0 ? "-" : "";
    long long whole = size / DECIMAL_ONE, behind = size % DECIMAL_ONE;
    int shown = decimal_places(n);
    if (shown == 0) {
        return str_printf(a, "%s%lld", sign, whole);
    }
    for (int i = shown; i < PLACES; i++) {
        behind /= 10;
    }
    return str_printf(a, "%s%lld.%0*lld", sign, whole, shown, behind);
}
