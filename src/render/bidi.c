#include "render/bidi.h"

/* What may stand between two parts of a number: a space, a no-break space, a
 * hyphen, a slash, a point, a comma, a colon, an en dash. Returns: how many
 * bytes; 0: nothing of these. */
static size_t between(Str text)
{
    static const Str signs[] = {STR_INIT(" "),        STR_INIT("-"),
                                STR_INIT("/"),        STR_INIT("."),
                                STR_INIT(","),        STR_INIT(":"),
                                STR_INIT("\xC2\xA0"), STR_INIT("\xE2\x80\x93")};
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (str_starts(text, signs[i])) {
            return signs[i].n;
        }
    }
    return 0;
}

/* The length of the number that `text` begins with, and whether it has several
 * parts. */
static size_t number(Str text, bool *parts)
{
    size_t n = str_starts(text, S("+"));
    *parts = n > 0;
    while (n < text.n && ascii_digit(text.p[n])) {
        n++;
        size_t gap = between(str_from(text, n));
        if (gap > 0 && n + gap < text.n && ascii_digit(text.p[n + gap])) {
            n += gap;
            *parts = true;
        }
    }
    return n;
}

void bidi_isolate(struct buf *out, Str text, bool ltr)
{
    html_raw(out, ltr ? S("<bdi dir=\"ltr\">") : S("<bdi>"));
    html_text(out, text);
    html_raw(out, S("</bdi>"));
}

void bidi_text(struct buf *out, Str text)
{
    size_t done = 0;
    for (size_t i = 0; i < text.n;) {
        bool starts =
            ascii_digit(text.p[i]) ||
            (text.p[i] == '+' && i + 1 < text.n && ascii_digit(text.p[i + 1]));
        bool parts = false;
        size_t n = starts ? number(str_from(text, i), &parts) : 1;
        if (parts) {
            html_text(out, str_from(str_to(text, i), done));
            bidi_isolate(out, str_to(str_from(text, i), n), true);
            done = i + n;
        }
        i += n;
    }
    html_text(out, str_from(text, done));
}

void bidi_foreign(struct buf *out, Str text, const struct locale *l)
{
    html_raw(out, S("<span"));
    html_attr(out, S("lang"), l->code);
    html_attr(out, S("dir"), l->rtl ? S("rtl") : S("ltr"));
    html_raw(out, S(">"));
    if (l->rtl) {
        bidi_text(out, text);
    } else {
        html_text(out, text);
    }
    html_raw(out, S("</span>"));
}
