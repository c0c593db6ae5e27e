#include "base/json.h"

#include <assert.h>

enum { DEPTH_MAX = 64 }; /* the bits of `objects` */

struct json_writer json_to(struct buf *out)
{
    return (struct json_writer){.out = out};
}

static bool in_object(const struct json_writer *j)
{
    return j->depth > 0 && (j->objects >> (j->depth - 1) & 1) != 0;
}

static void new_line(struct json_writer *j)
{
    buf_byte(j->out, '\n');
    for (size_t i = 0; i < j->depth; i++) {
        buf_add(j->out, S("  "));
    }
}

/* Goes to where the next key, or the next value of a list, is written. */
static void next_item(struct json_writer *j)
{
    if (j->filled) {
        buf_byte(j->out, ',');
    }
    new_line(j);
    j->filled = true;
}

static void before_value(struct json_writer *j)
{
    assert(in_object(j) ? j->keyed : !j->keyed);
    assert(j->depth > 0 || !j->filled); /* one document, one value */
    if (j->depth > 0 && !j->keyed) {
        next_item(j);
    }
    j->keyed = false;
}

static void after_value(struct json_writer *j)
{
    j->filled = true;
    if (j->depth == 0) {
        buf_byte(j->out, '\n');
    }
}

static void begin(struct json_writer *j, bool object)
{
    before_value(j);
    assert(j->depth < DEPTH_MAX);
    uint64_t bit = (uint64_t)1 << j->depth++;
    j->objects = object ? j->objects | bit : j->objects & ~bit;
    j->filled = false;
    buf_byte(j->out, object ? '{' : '[');
}

void json_begin_object(struct json_writer *j)
{
    begin(j, true);
}

void json_begin_list(struct json_writer *j)
{
    begin(j, false);
}

void json_end(struct json_writer *j)
{
    assert(j->depth > 0 && !j->keyed);
    char closer = in_object(j) ? '}' : ']';
    j->depth--;
    if (j->filled) {
        new_line(j);
    }
    buf_byte(j->out, closer);
    after_value(j);
}

static void write_text(struct buf *out, Str text)
{
    static const char escaped[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const Str all = {escaped, sizeof escaped - 1};
    buf_byte(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        size_t at = str_find_byte(all, (char)c);
        if (at < all.n) {
            buf_byte(out, '\\');
            buf_byte(out, letters[at]);
        } else if (c < ' ') {
            buf_printf(out, "\\u%04x", c);
        } else {
            buf_byte(out, (char)c);
        }
    }
    buf_byte(out, '"');
}

void json_key(struct json_writer *j, Str key)
{
    assert(in_object(j) && !j->keyed);
    next_item(j);
    write_text(j->out, key);
    buf_add(j->out, S(": "));
    j->keyed = true;
}

void json_text(struct json_writer *j, Str text)
{
    before_value(j);
    write_text(j->out, text);
    after_value(j);
}

/* A value that is written as it stands. */
static void write_bare(struct json_writer *j, Str value)
{
    before_value(j);
    buf_add(j->out, value);
    after_value(j);
}

void json_bool(struct json_writer *j, bool yes)
{
    write_bare(j, yes ? S("true") : S("false"));
}

void json_null(struct json_writer *j)
{
    write_bare(j, S("null"));
}

void json_integer(struct json_writer *j, long long n)
{
    before_value(j);
    buf_printf(j->out, "%lld", n);
    after_value(j);
}

void json_number(struct json_writer *j, Str decimal)
{
    before_value(j);
    if (str_starts(decimal, S("-"))) {
        buf_byte(j->out, '-');
        decimal = str_from(decimal, 1);
    }
    while (decimal.n > 1 && decimal.p[0] == '0' && ascii_digit(decimal.p[1])) {
        decimal = str_from(decimal, 1);
    }
    if (str_starts(decimal, S("."))) {
        buf_byte(j->out, '0');
    }
    buf_add(j->out, decimal);
    after_value(j);
}

void json_pair(struct json_writer *j, Str key, Str text)
{
    json_key(j, key);
    json_text(j, text);
}

void json_pair_words(struct json_writer *j, Str key, Str words)
{
    Str word;
    json_key(j, key);
    json_begin_list(j);
    while (str_cut_word(&words, &word)) {
        json_text(j, word);
    }
    json_end(j);
}
