#include "json.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { DEPTH_MAX = 64 };

struct reader {
    struct arena *a;
    Str text;
    size_t pos;
    size_t depth;
};

static struct json *read_value(struct reader *r);

static char peek(const struct reader *r)
{
    return r->pos < r->text.n ? r->text.p[r->pos] : '\0';
}

static bool take(struct reader *r, Str token)
{
    bool there = str_starts(str_from(r->text, r->pos), token);
    r->pos += there ? token.n : 0;
    return there;
}

static void skip_space(struct reader *r)
{
    while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\n' ||
           peek(r) == '\r') {
        r->pos++;
    }
}

static bool take_digits(struct reader *r)
{
    size_t start = r->pos;
    while (ascii_digit(peek(r))) {
        r->pos++;
    }
    return r->pos > start;
}

static struct json *new_json(struct reader *r, enum json_kind kind)
{
    struct json *j = ARENA_NEW(r->a, struct json, 1);
    j->kind = kind;
    return j;
}

static struct json *read_number(struct reader *r)
{
    size_t start = r->pos;
    take(r, S("-"));
    bool ok = take(r, S("0")) || take_digits(r);
    if (ok && take(r, S("."))) {
        ok = take_digits(r);
    }
    if (ok && (take(r, S("e")) || take(r, S("E")))) {
        (void)(take(r, S("+")) || take(r, S("-")));
        ok = take_digits(r);
    }
    if (!ok) {
        return NULL;
    }
    struct json *j = new_json(r, JSON_NUMBER);
    j->text = str_from(str_to(r->text, r->pos), start);
    return j;
}

static bool read_hex4(struct reader *r, unsigned *out)
{
    unsigned value = 0;
    for (int i = 0; i < 4; i++) {
        char c = ascii_lower(peek(r));
        if (!ascii_digit(c) && !(c >= 'a' && c <= 'f')) {
            return false;
        }
        value = value * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
        r->pos++;
    }
    *out = value;
    return true;
}

/* The part of `\uXXXX` after the u, and its second half where it has one. */
static bool read_unicode(struct reader *r, struct buf *out)
{
    unsigned cp, low;
    if (!read_hex4(r, &cp) || (cp >= 0xDC00 && cp < 0xE000)) {
        return false;
    }
    if (cp >= 0xD800 && cp < 0xDC00) {
        if (!take(r, S("\\u")) || !read_hex4(r, &low) || low < 0xDC00 ||
            low >= 0xE000) {
            return false;
        }
        cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
    }
    buf_utf8(out, cp);
    return true;
}

static bool read_escape(struct reader *r, struct buf *out)
{
    static const Str letters = STR_INIT("\"\\/bfnrt");
    static const Str meanings = STR_INIT("\"\\/\b\f\n\r\t");
    if (take(r, S("u"))) {
        return read_unicode(r, out);
    }
    size_t i = str_find_byte(letters, peek(r));
    if (i == letters.n) {
        return false;
    }
    buf_byte(out, meanings.p[i]);
    r->pos++;
    return true;
}

static bool read_text(struct reader *r, Str *out)
{
    struct buf b = buf_in(r->a);
    if (!take(r, S("\""))) {
        return false;
    }
    while (!take(r, S("\""))) {
        if (take(r, S("\\"))) {
            if (!read_escape(r, &b)) {
                return false;
            }
        } else if ((unsigned char)peek(r) < ' ') { /* the end of all too */
            return false;
        } else {
            buf_byte(&b, r->text.p[r->pos++]);
        }
    }
    *out = buf_str(&b);
    return true;
}

static struct json *read_string(struct reader *r)
{
    struct json *j = new_json(r, JSON_STRING);
    return read_text(r, &j->text) ? j : NULL;
}

/* Reads the next item of `j`, with its key if it is an object. */
static bool read_item(struct reader *r, struct json *j)
{
    skip_space(r);
    if (j->kind == JSON_OBJECT) {
        Str key;
        size_t n = j->nitems;
        if (!read_text(r, &key) || json_get(j, key) != NULL) {
            return false;
        }
        skip_space(r);
        if (!take(r, S(":"))) {
            return false;
        }
        *LIST_ADD(r->a, j->keys, n) = key;
    }
    struct json *item = read_value(r);
    if (item != NULL) {
        *LIST_ADD(r->a, j->items, j->nitems) = item;
    }
    return item != NULL;
}

static struct json *read_items(struct reader *r, enum json_kind kind, Str end)
{
    struct json *j = new_json(r, kind);
    r->pos++;
    skip_space(r);
    if (take(r, end)) {
        return j;
    }
    do {
        if (!read_item(r, j)) {
            return NULL;
        }
        skip_space(r);
    } while (take(r, S(",")));
    return take(r, end) ? j : NULL;
}

static struct json *read_word(struct reader *r)
{
    if (take(r, S("null"))) {
        return new_json(r, JSON_NULL);
    }
    bool truth = take(r, S("true"));
    if (!truth && !take(r, S("false"))) {
        return NULL;
    }
    struct json *j = new_json(r, JSON_BOOL);
    j->truth = truth;
    return j;
}

static struct json *read_value(struct reader *r)
{
    skip_space(r);
    if (r->depth == DEPTH_MAX) {
        return NULL;
    }
    r->depth++;
    struct json *j;
    if (peek(r) == '{') {
        j = read_items(r, JSON_OBJECT, S("}"));
    } else if (peek(r) == '[') {
        j = read_items(r, JSON_LIST, S("]"));
    } else if (peek(r) == '"') {
        j = read_string(r);
    } else if (peek(r) == '-' || ascii_digit(peek(r))) {
        j = read_number(r);
    } else {
        j = read_word(r);
    }
    r->depth--;
    return j;
}

struct json *json_parse(struct arena *a, Str text, size_t *at)
{
    struct reader r = {.a = a, .text = text, .pos = utf8_check(text)};
    struct json *j = NULL;
    if (r.pos == text.n) {
        r.pos = 0;
        j = read_value(&r);
        skip_space(&r);
    }
    *at = r.pos;
    return r.pos == text.n ? j : NULL;
}

struct json *json_get(const struct json *j, Str key)
{
    for (size_t i = 0; j->kind == JSON_OBJECT && i < j->nitems; i++) {
        if (str_eq(j->keys[i], key)) {
            return j->items[i];
        }
    }
    return NULL;
}
