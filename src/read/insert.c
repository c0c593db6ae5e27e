#include "read/insert.h"

/* Sorts the words of an insert into name, arguments and options. */
static bool read_words(Str inside, struct insert *out)
{
    Str word;
    if (!str_cut_word(&inside, &out->name)) {
        return false;
    }
    while (str_cut_word(&inside, &word)) {
        size_t equals = str_find_byte(word, '=');
        if (equals < word.n) {
            if (out->noptions == INSERT_WORDS) {
                return false;
            }
            out->options[out->noptions].key = str_to(word, equals);
            out->options[out->noptions++].value = str_from(word, equals + 1);
        } else {
            if (out->nargs == INSERT_WORDS) {
                return false;
            }
            out->args[out->nargs++] = word;
        }
    }
    return true;
}

enum insert_found insert_find(Str text, size_t *at, size_t *end,
                              struct insert *out)
{
    size_t start = str_find(text, S("{{"));
    if (start == text.n) {
        return INSERT_NONE;
    }
    *at = start;
    size_t length = str_find(str_from(text, start), S("}}"));
    if (length == text.n - start) {
        return INSERT_UNCLOSED;
    }
    *end = start + length + 2;
    struct insert found = {
        .where = str_from(str_to(text, *end), start),
    };
    Str inside = str_from(str_to(text, start + length), start + 2);
    if (!read_words(inside, &found)) {
        return INSERT_EMPTY;
    }
    *out = found;
    return INSERT_FOUND;
}

Str insert_option(const struct insert *in, Str key)
{
    for (size_t i = 0; i < in->noptions; i++) {
        if (str_eq(in->options[i].key, key)) {
            return in->options[i].value;
        }
    }
    return S("");
}
