#include "check/capitals.h"

static bool upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The ASCII letters at the start of `s`: a name without its 's. */
static Str letters(Str s)
{
    size_t n = 0;
    while (n < s.n && ascii_alpha(s.p[n])) {
        n++;
    }
    return str_to(s, n);
}

static bool is_i(Str word)
{
    return word.p[0] == 'I' && letters(word).n == 1;
}

static void gather_from(struct capitals *names, Str text)
{
    for (size_t i = 2; i < text.n; i++) {
        bool within = text.p[i - 1] == ' ' &&
                      (lower(text.p[i - 2]) || text.p[i - 2] == ',');
        if (!within || !upper(text.p[i])) {
            continue;
        }
        Str word = letters(str_from(text, i));
        if (!is_i(word)) {
            map_put(&names->words, word, names);
        }
        i += word.n;
    }
}

/* A field that is one word with a capital: Samaritans, as somebody's name. */
static void gather_title(struct capitals *names, const struct passage *p)
{
    Str text = str_trim(p->text);
    bool title = str_eq(p->field, S("name")) || str_eq(p->field, S("title"));
    if (title && text.n > 0 && upper(text.p[0]) && letters(text).n == text.n) {
        map_put(&names->words, text, names);
    }
}

/* The roles, bodies and organisations that a record is about. */
static void gather_record(struct capitals *names, const struct record *r)
{
    for (size_t f = 0; f < r->kind->nfields; f++) {
        Str rest = r->slots[f].word, word;
        while (r->kind->fields[f].type == FIELD_WORD &&
               str_cut_word(&rest, &word)) {
            if (upper(word.p[0]) && !is_i(word)) {
                map_put(&names->words, letters(word), names);
            }
        }
    }
}

struct capitals capitals_gather(struct arena *a, const struct passages *all)
{
    struct capitals names = {map_in(a)};
    const struct record *last = NULL;
    for (size_t i = 0; i < all->n; i++) {
        enum passage_kind kind = all->items[i].kind;
        /* in headings and tables capitals mean less */
        if (kind == PASSAGE_PARAGRAPH || kind == PASSAGE_ITEM ||
            kind == PASSAGE_FIELD) {
            gather_from(&names, all->items[i].text);
            gather_title(&names, &all->items[i]);
        }
        if (all->items[i].record != last && all->items[i].record != NULL) {
            last = all->items[i].record;
            gather_record(&names, last);
        }
    }
    return names;
}

static bool all_capitals(Str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.n; i++) {
        n += upper(word.p[i]);
        if (lower(word.p[i]) && !str_eq(str_from(word, i), S("s"))) {
            return false;
        }
    }
    return n >= 2;
}

/* Whether a sentence, or what somebody says in one, starts at the word. A full
 * stop within a sentence is an abbreviation's: Cllr. Smith. */
static bool starts(const struct sentence *s, const struct word *w)
{
    size_t at = (size_t)(w->text.p - s->text.p);
    while (at > 0 && s->text.p[at - 1] == ' ') {
        at--;
    }
    if (w == s->words || at == 0) {
        return true;
    }
    char before = s->text.p[at - 1];
    Str to_it = str_to(s->text, at);
    return str_find_byte(S(":?!\"'(*"), before) < 7 ||
           str_ends(to_it, S("\xE2\x80\x9C")) ||
           str_ends(to_it, S("\xE2\x80\x98"));
}

/* Whether only a space, or the full stop of a title, stands between. */
static bool adjoins(const struct word *w, const struct word *next)
{
    Str gap = {w->text.p + w->text.n,
               (size_t)(next->text.p - w->text.p) - w->text.n};
    return str_eq(gap, S(" ")) || str_eq(gap, S(". "));
}

void capitals_mark(const struct capitals *names, struct sentence *s)
{
    for (size_t i = s->nwords; i-- > 0;) { /* the next word comes first */
        struct word *w = &s->words[i];
        if (w->kind != WORD_PLAIN || !upper(w->text.p[0]) || is_i(w->text)) {
            continue;
        }
        const struct word *next = w + 1;
        bool goes_on = i + 1 < s->nwords && next->kind == WORD_NAME &&
                       !all_capitals(next->text) && adjoins(w, next);
        if (!starts(s, w) || goes_on || all_capitals(w->text) ||
            map_get(&names->words, letters(w->text)) != NULL) {
            w->kind = WORD_NAME;
        }
    }
}

/* Whether the word joins two parts of a name: the Bank *of* England. */
static bool joins(const struct word *w)
{
    static const Str words[] = {STR_INIT("of"), STR_INIT("in"), STR_INIT("and"),
                                STR_INIT("for"), STR_INIT("the")};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_eq(w->text, words[i])) {
            return true;
        }
    }
    return false;
}

/* The last word of the name that starts at `i`. */
static size_t name_end(const struct sentence *s, size_t i)
{
    size_t end = i;
    while (end + 1 < s->nwords) {
        size_t next = end + 1;
        while (next < s->nwords && next < end + 3 && joins(&s->words[next])) {
            next++;
        }
        if (next >= s->nwords || s->words[next].kind != WORD_NAME) {
            break;
        }
        end = next;
    }
    return end;
}

size_t capitals_length(const struct sentence *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->nwords; i++) {
        if (s->words[i].kind == WORD_NAME) {
            i = name_end(s, i);
        }
        n += s->words[i].kind != WORD_ADDRESS;
    }
    return n;
}
