#include "read/link.h"

#include "base/buf.h"

/* The length of a scheme without its colon (RFC 3986, section 3.1), or 0. */
static size_t scheme_length(Str target)
{
    for (size_t i = 0; i < target.n; i++) {
        char c = target.p[i];
        if (c == ':') {
            return i;
        }
        bool allowed =
            ascii_alpha(c) ||
            (i > 0 && (ascii_digit(c) || c == '+' || c == '-' || c == '.'));
        if (!allowed) {
            return 0;
        }
    }
    return 0;
}

static bool scheme_is(Str scheme, Str wanted)
{
    if (scheme.n != wanted.n) {
        return false;
    }
    for (size_t i = 0; i < scheme.n; i++) {
        if (ascii_lower(scheme.p[i]) != wanted.p[i]) {
            return false;
        }
    }
    return true;
}

/* `://` and the start of a host */
static bool names_host(Str rest)
{
    Str host = str_from(rest, 3);
    return str_starts(rest, S("://")) && host.n > 0 &&
           str_find_byte(S("/?#:"), host.p[0]) == 4;
}

enum link_kind link_judge(Str target)
{
    if (target.n == 0) {
        return LINK_BAD;
    }
    for (size_t i = 0; i < target.n; i++) {
        unsigned char c = (unsigned char)target.p[i];
        if (c <= ' ' || c == 0x7F || c == '\\') {
            return LINK_BAD;
        }
    }
    size_t colon = scheme_length(target);
    if (colon > 0) {
        static const Str allowed[] = {
            STR_INIT("https"),
            STR_INIT("http"),
            STR_INIT("mailto"),
            STR_INIT("tel"),
        };
        Str scheme = str_to(target, colon);
        bool web =
            scheme_is(scheme, S("https")) || scheme_is(scheme, S("http"));
        if (web && !names_host(str_from(target, colon))) {
            return LINK_BAD;
        }
        for (size_t i = 0; i < COUNT(allowed); i++) {
            if (scheme_is(scheme, allowed[i])) {
                return target.n > colon + 1 ? LINK_OUTWARD : LINK_BAD;
            }
        }
        return LINK_BAD;
    }
    if (target.p[0] == '/' || target.p[0] == '?' ||
        str_find_byte(target, ':') < target.n) {
        return LINK_BAD;
    }
    return target.p[0] == '#' ? LINK_FRAGMENT : LINK_RELATIVE;
}

static bool is_hex(char c)
{
    return ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

/* Whether the sign at `i` must be escaped; `in_fragment`: a # stands before. */
static bool is_illegal(Str target, size_t i, bool in_fragment)
{
    static const Str never = STR_INIT("\"<>^`{|}[]");
    char c = target.p[i];
    bool percent = c == '%' && !(i + 2 < target.n && is_hex(target.p[i + 1]) &&
                                 is_hex(target.p[i + 2]));
    return percent || (c == '#' && in_fragment) ||
           str_find_byte(never, c) < never.n;
}

Str link_escape(struct arena *a, Str target)
{
    struct buf b = buf_in(a);
    bool in_fragment = false, changed = false;
    for (size_t i = 0; i < target.n; i++) {
        char c = target.p[i];
        if (is_illegal(target, i, in_fragment)) {
            buf_printf(&b, "%%%02X", (unsigned)(unsigned char)c);
            changed = true;
        } else {
            buf_byte(&b, c);
        }
        in_fragment = in_fragment || c == '#';
    }
    return changed ? buf_str(&b) : target;
}
