#include "base/locale.h"

#include <stdio.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include "base/buf.h"

/* What speakers call their language is as the CLDR has it, with a capital
 * where it stands alone. ICU knows Dari as the Persian of Afghanistan. */
static const struct locale languages[] = {
    {.code = STR_INIT("en"),
     .name = STR_INIT("English"),
     .english = STR_INIT("English"),
     .script = STR_INIT("Latn"),
     .icu = STR_INIT("en_GB")},
    {.code = STR_INIT("cy"),
     .name = STR_INIT("Cymraeg"),
     .english = STR_INIT("Welsh"),
     .script = STR_INIT("Latn"),
     .icu = STR_INIT("cy_GB")},
    {.code = STR_INIT("ar"),
     .name = STR_INIT("العربية"),
     .english = STR_INIT("Arabic"),
     .script = STR_INIT("Arab"),
     .rtl = true,
     .icu = STR_INIT("ar")},
    {.code = STR_INIT("ps"),
     .name = STR_INIT("پښتو"),
     .english = STR_INIT("Pashto"),
     .script = STR_INIT("Arab"),
     .rtl = true,
     .icu = STR_INIT("ps_AF")},
    {.code = STR_INIT("prs"),
     .name = STR_INIT("دری"),
     .english = STR_INIT("Dari"),
     .script = STR_INIT("Arab"),
     .rtl = true,
     .icu = STR_INIT("fa_AF")},
    {.code = STR_INIT("ti"),
     .name = STR_INIT("ትግርኛ"),
     .english = STR_INIT("Tigrinya"),
     .script = STR_INIT("Ethi"),
     .icu = STR_INIT("ti")},
    {.code = STR_INIT("vi"),
     .name = STR_INIT("Tiếng Việt"),
     .english = STR_INIT("Vietnamese"),
     .script = STR_INIT("Latn"),
     .icu = STR_INIT("vi")},
    {.code = STR_INIT("sq"),
     .name = STR_INIT("Shqip"),
     .english = STR_INIT("Albanian"),
     .script = STR_INIT("Latn"),
     .icu = STR_INIT("sq")},
};

/* The year and day of the dates that show how a language writes them. */
enum { SAMPLE_YEAR = 2001, SAMPLE_DAY = 28, TEXT_MAX = 128 };

static const struct locale *find(Str code)
{
    for (size_t i = 0; i < COUNT(languages); i++) {
        if (str_eq(languages[i].code, code)) {
            return &languages[i];
        }
    }
    return NULL;
}

bool locale_knows(Str code)
{
    return find(code) != NULL;
}

Str locale_code(size_t i)
{
    return i < COUNT(languages) ? languages[i].code : S("");
}

static Str from_icu(struct arena *a, const UChar *text, int32_t n)
{
    UErrorCode error = U_ZERO_ERROR;
    char bytes[4 * TEXT_MAX];
    int32_t length;
    u_strToUTF8(bytes, sizeof bytes, &length, text, n, &error);
    return U_FAILURE(error) ? S("") : str_copy(a, (Str){bytes, (size_t)length});
}

/* Milliseconds from 1970 to noon in UTC of a day in SAMPLE_YEAR. */
static UDate sample(size_t month)
{
    static const int before[MONTHS] = {0,   31,  59,  90,  120, 151,
                                       181, 212, 243, 273, 304, 334};
    const double years = 11323; /* the days from 1970 to 2001 */
    return (years + before[month] + SAMPLE_DAY - 1 + 0.5) * 86400000.0;
}

static Str replaced(struct arena *a, Str text, Str what, Str with)
{
    size_t at = str_find(text, what);
    return at == text.n ? text
                        : str_printf(a, "%.*s%.*s%.*s",
                                     STR_ARG(str_to(text, at)), STR_ARG(with),
                                     STR_ARG(str_from(text, at + what.n)));
}

/* Fills `out` with how the language writes the fields of `skeleton` (Unicode
 * TR 35, part 4) in each month. */
static void read_dates(struct arena *a, const char *icu, const char *skeleton,
                       Str out[MONTHS])
{
    UErrorCode error = U_ZERO_ERROR;
    UChar wanted[TEXT_MAX], pattern[TEXT_MAX], text[TEXT_MAX];
    static const UChar utc[] = {'U', 'T', 'C', 0};
    u_uastrcpy(wanted, skeleton);
    UDateTimePatternGenerator *g = udatpg_open(icu, &error);
    int32_t n = U_FAILURE(error) ? 0
                                 : udatpg_getBestPattern(g, wanted, -1, pattern,
                                                         TEXT_MAX, &error);
    UDateFormat *f = U_FAILURE(error)
                         ? NULL
                         : udat_open(UDAT_PATTERN, UDAT_PATTERN, icu, utc, 3,
                                     pattern, n, &error);
    for (size_t m = 0; m < MONTHS && U_SUCCESS(error); m++) {
        n = udat_format(f, sample(m), text, TEXT_MAX, NULL, &error);
        Str date = from_icu(a, text, U_FAILURE(error) ? 0 : n);
        date = replaced(a, date, S("28"), S("{d}"));
        out[m] = replaced(a, date, S("2001"), S("{y}"));
    }
    udat_close(f);
    udatpg_close(g);
}

static Str symbol(struct arena *a, const UNumberFormat *f,
                  UNumberFormatSymbol which, Str otherwise)
{
    UErrorCode error = U_ZERO_ERROR;
    UChar text[TEXT_MAX];
    int32_t n = unum_getSymbol(f, which, text, TEXT_MAX, &error);
    return U_FAILURE(error) ? otherwise : from_icu(a, text, n);
}

static void read_numbers(struct arena *a, const char *icu, struct locale *l)
{
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *f = unum_open(UNUM_DECIMAL, NULL, 0, icu, NULL, &error);
    l->group = S(",");
    l->decimal = S(".");
    if (U_SUCCESS(error)) {
        l->group = symbol(a, f, UNUM_GROUPING_SEPARATOR_SYMBOL, l->group);
        l->decimal = symbol(a, f, UNUM_DECIMAL_SEPARATOR_SYMBOL, l->decimal);
    }
    unum_close(f);
}

const struct locale *locale_of(struct arena *a, Str code)
{
    struct locale *l = ARENA_NEW(a, struct locale, 1);
    *l = *find(code);
    /* the calendar of the plan's own dates, and digits as they are typed */
    const char *icu =
        str_c(a, str_printf(a, "%.*s@calendar=gregorian;numbers=latn",
                            STR_ARG(l->icu)));
    read_dates(a, icu, "yMMMMd", l->days);
    read_dates(a, icu, "yMMMM", l->months);
    read_dates(a, icu, "LLLL", l->names);
    read_dates(a, icu, "LLL", l->brief);
    read_numbers(a, icu, l);
    return l;
}

static Str with_number(struct arena *a, Str text, Str name, int n)
{
    return replaced(a, text, name, str_printf(a, "%d", n));
}

Str locale_date(struct arena *a, const struct locale *l, int year, int month,
                int day)
{
    if (month == 0) {
        return str_printf(a, "%d", year);
    }
    Str text = day == 0 ? l->months[month - 1]
                        : with_number(a, l->days[month - 1], S("{d}"), day);
    return with_number(a, text, S("{y}"), year);
}

Str locale_number(struct arena *a, const struct locale *l, Str written)
{
    size_t sign = str_starts(written, S("-"));
    size_t digits = 0;
    while (sign + digits < written.n && ascii_digit(written.p[sign + digits])) {
        digits++;
    }
    struct buf b = buf_in(a);
    buf_add(&b, sign > 0 ? S("\xE2\x88\x92") : S("")); /* a true minus */
    for (size_t i = 0; i < digits; i++) {
        if (i > 0 && (digits - i) % 3 == 0) {
            buf_add(&b, l->group);
        }
        buf_byte(&b, written.p[sign + i]);
    }
    Str rest = str_from(written, sign + digits);
    if (str_starts(rest, S("."))) {
        buf_add(&b, l->decimal);
        rest = str_from(rest, 1);
    }
    buf_add(&b, rest);
    return buf_str(&b);
}

Str locale_plural(const struct locale *l, double n)
{
    static const Str forms[] = {STR_INIT("zero"), STR_INIT("one"),
                                STR_INIT("two"),  STR_INIT("few"),
                                STR_INIT("many"), STR_INIT("other")};
    UErrorCode error = U_ZERO_ERROR;
    char icu[TEXT_MAX];
    UChar text[TEXT_MAX];
    char form[TEXT_MAX] = "";
    snprintf(icu, sizeof icu, "%.*s", STR_ARG(l->icu));
    UPluralRules *rules = uplrules_open(icu, &error);
    int32_t length = U_FAILURE(error) ? 0
                                      : uplrules_select(rules, n, text,
                                                        TEXT_MAX - 1, &error);
    if (U_SUCCESS(error)) {
        u_UCharsToChars(text, form, length);
    }
    uplrules_close(rules);
    for (size_t i = 0; i < COUNT(forms); i++) {
        if (str_eq(forms[i], str_from_c(form))) {
            return forms[i];
        }
    }
    return S("other");
}
