#include "edition/terms.h"

/* One form of a term. Those that share a first letter are in one list, those
 * that begin with none of A to Z in the last. */
struct form {
    Str text;
    const struct record *term;
    bool abbreviation;
    struct form *next;
};

struct terms {
    struct form *by_letter[26 + 1];
};

static size_t letter_of(char first)
{
    return ascii_alpha(first) ? (size_t)(ascii_lower(first) - 'a') : 26;
}

static void add_form(struct arena *a, struct terms *t, Str text,
                     const struct record *term, bool abbreviation)
{
    if (text.n == 0) {
        return;
    }
    struct form *f = ARENA_NEW(a, struct form, 1);
    *f = (struct form){text, term, abbreviation, NULL};
    /* longest first: the first that fits is the one that is meant */
    struct form **at = &t->by_letter[letter_of(text.p[0])];
    while (*at != NULL && (*at)->text.n >= text.n) {
        at = &(*at)->next;
    }
    f->next = *at;
    *at = f;
}

const struct terms *terms_compile(struct arena *a, const struct edition *ed)
{
    struct terms *t = ARENA_NEW(a, struct terms, 1);
    const struct record_list *list =
        &ed->pub->lists[kind_index(kind_find(S("term")))];
    for (size_t i = 0; i < list->n; i++) {
        const struct record *r = list->items[i];
        add_form(a, t, record_word(r, S("term")), r, false);
        add_form(a, t, record_word(r, S("word")), r, false);
        add_form(a, t, record_word(r, S("short")), r, true);
        const struct slot *also = record_slot(r, S("also"));
        for (size_t w = 0; w < also->nwords; w++) {
            add_form(a, t, also->words[w].text, r, false);
        }
    }
    return t;
}

/* Bytes of letters, digits and whatever is not ASCII belong to words. */
static bool in_word(char c)
{
    return ascii_alpha(c) || ascii_digit(c) || (unsigned char)c >= 0x80;
}

/* An apostrophe (U+2019) ends a word: "a carer's home"; and the Arabic comma,
 * semicolon and question mark do. */
static bool ends_word(Str rest)
{
    return rest.n == 0 || !in_word(rest.p[0]) ||
           str_starts(rest, S("\xE2\x80")) || str_starts(rest, S("\u060C")) ||
           str_starts(rest, S("\u061B")) || str_starts(rest, S("\u061F"));
}

static bool fits(const struct form *f, Str rest)
{
    if (rest.n < f->text.n) {
        return false;
    }
    for (size_t i = 0; i < f->text.n; i++) {
        char x = rest.p[i], y = f->text.p[i];
        bool same = f->abbreviation ? x == y : ascii_lower(x) == ascii_lower(y);
        if (!same) {
            return false;
        }
    }
    return ends_word(str_from(rest, f->text.n));
}

bool terms_find(const struct terms *t, Str text, size_t from,
                struct term_hit *out)
{
    for (size_t i = from; i < text.n; i++) {
        char c = text.p[i];
        bool starts =
            i == 0 || !in_word(text.p[i - 1]) ||
            (i >= 3 && str_starts(str_from(text, i - 3), S("\xE2\x80")));
        if (!in_word(c) || !starts) {
            continue;
        }
        for (const struct form *f = t->by_letter[letter_of(c)]; f != NULL;
             f = f->next) {
            if (fits(f, str_from(text, i))) {
                *out =
                    (struct term_hit){f->term, i, f->text.n, f->abbreviation};
                return true;
            }
        }
    }
    return false;
}
