#include "render/tel.h"

#include "base/buf.h"

/* The number as a link calls it: digits, and a plus at its start. */
static void add_digits(struct buf *b, Str number)
{
    for (size_t i = 0; i < number.n; i++) {
        if (ascii_digit(number.p[i]) || (number.p[i] == '+' && i == 0)) {
            buf_byte(b, number.p[i]);
        }
    }
}

static Str link_to(struct arena *a, Str scheme, Str number)
{
    struct buf b = buf_in(a);
    if (number.n > 0) {
        buf_add(&b, scheme);
        add_digits(&b, number);
    }
    return buf_str(&b);
}

Str tel_call(struct arena *a, Str number)
{
    return link_to(a, S("tel:"), number);
}

Str tel_message(struct arena *a, Str number)
{
    return link_to(a, S("sms:"), number);
}

/* The digits of the number that `digits` counts, or less. */
static size_t take_digits(Str number, char *digits, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < number.n; i++) {
        if (ascii_digit(number.p[i]) && n < room) {
            digits[n++] = number.p[i];
        } else if (ascii_digit(number.p[i])) {
            n = room + 1; /* longer than what is looked for */
            break;
        }
    }
    return n;
}

static bool is_one_of(Str number, const Str *list, size_t n)
{
    char digits[3];
    size_t taken = take_digits(number, digits, sizeof digits);
    for (size_t i = 0; i < n && taken == sizeof digits; i++) {
        if (str_eq((Str){digits, taken}, list[i])) {
            return true;
        }
    }
    return false;
}

bool tel_is_urgent(Str number)
{
    static const Str urgent[] = {STR_INIT("999"), STR_INIT("112")};
    return is_one_of(number, urgent, COUNT(urgent));
}

bool tel_is_free(Str number)
{
    static const Str services[] = {STR_INIT("111"), STR_INIT("101"),
                                   STR_INIT("105")};
    return tel_is_urgent(number) || str_starts(number, S("080")) ||
           str_starts(number, S("116")) ||
           is_one_of(number, services, COUNT(services));
}
