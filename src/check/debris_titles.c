#include "check/debris_titles.h"

#include "base/map.h"
#include "check/match.h"

/* A short text without any sign, as the title of one thing is. */
static bool is_plain_title(const struct passage *p)
{
    enum { LONGEST = 90 };
    bool kind = p->kind == PASSAGE_FIELD || p->kind == PASSAGE_CELL ||
                p->kind == PASSAGE_ITEM || p->kind == PASSAGE_HEADING;
    for (size_t i = 0; kind && i < p->text.n; i++) {
        char c = p->text.p[i];
        kind = match_letter(p->text, i) || c == ' ';
    }
    return kind && p->text.n <= LONGEST;
}

static bool is_joiner(Str word)
{
    static const Str words[] = {STR_INIT("and"), STR_INIT("the"),
                                STR_INIT("or"),  STR_INIT("is"),
                                STR_INIT("are"), STR_INIT("who")};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_eq(word, words[i])) {
            return true;
        }
    }
    /* of, to, for, in, with, by …: short and small */
    return word.n <= 3 && !match_capital(word);
}

/* "Adoption Service Report Adoption Statement of Purpose": two titles in one
 * line of a list start with the same word. */
static void check_double_title(const struct check *c, const struct passage *p)
{
    enum { SHORTEST = 6 };
    Str text = p->text, first = match_word(text, 0);
    if (first.n < SHORTEST || !match_capital(first) || !is_plain_title(p)) {
        return;
    }
    Str before = first;
    for (size_t at = match_skip(text, first.n); at < text.n;) {
        Str word = match_word(text, at);
        bool more = match_skip(text, at + word.n) < text.n;
        if (str_eq(word, first) && !is_joiner(before) && more &&
            !str_eq(before, first) && texts_typed(p, 0, text.n)) {
            diag_warning(c->diags, p->src, passage_place(p, 0, text.n),
                         "debris", "two items may have run together here");
            diag_help(c->diags, "if so, make '%.*s' an item of its own",
                      STR_ARG(str_from(text, at)));
            return;
        }
        before = word;
        at = match_skip(text, at + word.n);
    }
}

/* At least three words, and every letter a capital. */
static bool is_shouted(Str text)
{
    size_t spaces = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] >= 'a' && text.p[i] <= 'z') {
            return false;
        }
        spaces += text.p[i] == ' ';
    }
    return spaces >= 2 && match_capital(text);
}

/* The same words in capitals again and again: the head of each page. */
static void check_running_heads(const struct check *c,
                                const struct passages *all)
{
    struct map seen = map_in(c->arena);
    for (size_t i = 0; i < all->n; i++) {
        const struct passage *p = &all->items[i];
        if ((p->kind != PASSAGE_PARAGRAPH && p->kind != PASSAGE_HEADING) ||
            !is_shouted(p->text)) {
            continue;
        }
        Str where = passage_place(p, 0, p->text.n);
        const struct passage *first = map_get(&seen, p->text);
        if (first == NULL) {
            map_put(&seen, p->text, (void *)p);
        } else if (passage_place(first, 0, 1).p != where.p) {
            diag_warning(c->diags, p->src, where, "debris",
                         "'%.*s' was the head of every page", STR_ARG(p->text));
            diag_help(c->diags, "keep it once, where it is a heading");
        }
    }
}

void check_debris_titles(const struct check *c, const struct passages *all)
{
    for (size_t i = 0; i < all->n; i++) {
        check_double_title(c, &all->items[i]);
    }
    check_running_heads(c, all);
}
