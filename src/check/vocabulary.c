#include "check/vocabulary.h"

#include "base/buf.h"
#include "check/wordlist.h"

enum { IN_DALE_CHALL = 1, IN_SPACHE = 2, IN_BOTH = 3 };

struct vocabulary {
    struct arena *arena;
    struct syllables syllables;
    struct map lists;    /* word to unsigned: the lists that have it */
    struct map plain;    /* word to Str: what to say */
    struct map phrases;  /* first word to struct plain_phrase */
    struct map initials; /* capitals to themselves */
    struct map facts;    /* word as written to struct word_facts */
};

static void read_words(struct vocabulary *v, Str name, unsigned list)
{
    Str rest = wordlist_open(name), word, value;
    while (wordlist_next(&rest, &word, &value)) {
        unsigned *lists = map_get(&v->lists, word);
        if (lists == NULL) {
            lists = ARENA_NEW(v->arena, unsigned, 1);
            map_put(&v->lists, word, lists);
        }
        *lists |= list;
    }
}

static void read_plain(struct vocabulary *v)
{
    Str rest = wordlist_open(S("plain.txt")), words, say;
    while (wordlist_next(&rest, &words, &say)) {
        size_t space = str_find_byte(words, ' ');
        if (space == words.n) {
            Str *value = ARENA_NEW(v->arena, Str, 1);
            *value = say;
            map_put(&v->plain, words, value);
            continue;
        }
        struct plain_phrase *p = ARENA_NEW(v->arena, struct plain_phrase, 1);
        Str first = str_to(words, space);
        *p = (struct plain_phrase){words, say, map_get(&v->phrases, first)};
        map_put(&v->phrases, first, p);
    }
}

struct vocabulary *vocabulary_create(struct arena *a)
{
    struct vocabulary *v = ARENA_NEW(a, struct vocabulary, 1);
    v->arena = a;
    v->syllables = syllables_create(a);
    v->lists = map_in(a);
    v->plain = map_in(a);
    v->phrases = map_in(a);
    v->initials = map_in(a);
    v->facts = map_in(a);
    read_words(v, S("dale-chall.txt"), IN_DALE_CHALL);
    read_words(v, S("spache.txt"), IN_SPACHE);
    read_words(v, S("british.txt"), IN_BOTH);
    read_plain(v);
    Str rest = wordlist_open(S("initials.txt")), word, value;
    while (wordlist_next(&rest, &word, &value)) {
        map_put(&v->initials, word, v);
    }
    return v;
}

/* ASCII letters in lower case, and the typographic apostrophe as ASCII's. */
static Str lower(struct arena *a, Str word)
{
    const Str apostrophe = S("\xE2\x80\x99");
    struct buf b = buf_in(a);
    while (word.n > 0) {
        if (str_starts(word, apostrophe)) {
            buf_byte(&b, '\'');
            word = str_from(word, apostrophe.n);
            continue;
        }
        buf_byte(&b, ascii_lower(word.p[0]));
        word = str_from(word, 1);
    }
    return buf_str(&b);
}

/* The word that a regular form may come from, and the others. */
struct bases {
    struct arena *arena;
    Str items[12];
    size_t n;
};

static void add_base(struct bases *b, Str word)
{
    if (word.n > 0 && b->n < COUNT(b->items)) {
        b->items[b->n++] = word;
    }
}

/* `word` without its last `n` bytes, and with `ending` instead. */
static void add_ending(struct bases *b, Str word, size_t n, const char *ending)
{
    Str stem = str_to(word, word.n - n);
    add_base(b, ending[0] == '\0'
                    ? stem
                    : str_printf(b->arena, "%.*s%s", STR_ARG(stem), ending));
}

/* An ending that starts with a vowel: hoped, planned, tried, asked. */
static void add_vowel_ending(struct bases *b, Str word, Str ending)
{
    if (!str_ends(word, ending) || word.n < ending.n + 2) {
        return;
    }
    Str stem = str_to(word, word.n - ending.n);
    char last = stem.p[stem.n - 1];
    add_base(b, stem);
    add_ending(b, word, ending.n, "e");
    if (last == stem.p[stem.n - 2]) {
        add_base(b, str_to(stem, stem.n - 1));
    }
    if (last == 'i') {
        add_ending(b, word, ending.n + 1, "y");
    }
    if (str_eq(ending, S("ing")) && last == 'y') {
        add_ending(b, word, ending.n + 1, "ie"); /* lying */
    }
}

static Str without_apostrophe(Str word)
{
    static const Str tails[] = {
        STR_INIT("n't"), STR_INIT("'s"), STR_INIT("'ll"), STR_INIT("'ve"),
        STR_INIT("'re"), STR_INIT("'d"), STR_INIT("'m"),  STR_INIT("'")};
    for (size_t i = 0; i < COUNT(tails); i++) {
        if (str_ends(word, tails[i])) {
            return str_to(word, word.n - tails[i].n);
        }
    }
    return word;
}

static struct bases bases_of(struct arena *a, Str word)
{
    struct bases b = {.arena = a};
    add_base(&b, word);
    word = without_apostrophe(word);
    add_base(&b, word);
    if (str_ends(word, S("ies")) && word.n > 4) {
        add_ending(&b, word, 3, "y");
    } else if (str_ends(word, S("s")) && !str_ends(word, S("ss")) &&
               word.n > 2) {
        add_ending(&b, word, 1, "");
        if (str_ends(word, S("es"))) {
            add_ending(&b, word, 2, "");
        }
    }
    add_vowel_ending(&b, word, S("ed"));
    add_vowel_ending(&b, word, S("ing"));
    add_vowel_ending(&b, word, S("er"));
    add_vowel_ending(&b, word, S("est"));
    if (str_ends(word, S("ly")) && word.n > 4) {
        add_ending(&b, word, 2, "");
    }
    return b;
}

/* The lists that have `word`, lower-case and without hyphens. */
static unsigned lists_with(const struct vocabulary *v, Str word)
{
    struct bases b = bases_of(v->arena, word);
    unsigned found = 0;
    for (size_t i = 0; i < b.n; i++) {
        const unsigned *lists = map_get(&v->lists, b.items[i]);
        found |= lists == NULL ? 0 : *lists;
    }
    return found;
}

static unsigned familiar(const struct vocabulary *v, Str word)
{
    unsigned whole = lists_with(v, word), parts = IN_BOTH;
    Str rest = word, part;
    if (str_find_byte(word, '-') == word.n) {
        return whole;
    }
    while (str_cut(&rest, '-', &part)) {
        parts &= part.n == 0 ? IN_BOTH : lists_with(v, part);
    }
    return whole | parts;
}

static bool is_one_of(Str word, Str list)
{
    Str other;
    while (str_cut_word(&list, &other)) {
        if (str_eq(word, other)) {
            return true;
        }
    }
    return false;
}

/* Two familiar words in one, of which one often is: alongside, whoever. */
static bool is_compound(const struct vocabulary *v, Str word)
{
    static const Str common = STR_INIT(
        "over under out up down in on off back side ever all time work home "
        "house body thing where line day night land book paper room way man "
        "woman men women people light board ball mate friend care child "
        "grand step head school class play birth half self long some any "
        "every no");
    for (size_t i = 2; i + 2 <= word.n; i++) {
        Str one = str_to(word, i), two = str_from(word, i);
        if ((is_one_of(one, common) || is_one_of(two, common)) &&
            map_get(&v->lists, one) != NULL && lists_with(v, two) != 0) {
            return true;
        }
    }
    return false;
}

/* Whether `word` without this beginning, or this ending, is familiar. */
static bool is_derived(const struct vocabulary *v, Str word)
{
    static const Str prefixes[] = {STR_INIT("un"), STR_INIT("re")};
    static const Str suffixes[] = {STR_INIT("ness"), STR_INIT("ful"),
                                   STR_INIT("less"), STR_INIT("ment")};
    for (size_t i = 0; i < COUNT(prefixes); i++) {
        if (str_starts(word, prefixes[i]) && word.n > prefixes[i].n + 2 &&
            lists_with(v, str_from(word, prefixes[i].n)) != 0) {
            return true;
        }
    }
    for (size_t i = 0; i < COUNT(suffixes); i++) {
        if (str_ends(word, suffixes[i]) && word.n > suffixes[i].n + 2 &&
            lists_with(v, str_to(word, word.n - suffixes[i].n)) != 0) {
            return true;
        }
    }
    return false;
}

static Str say_instead(const struct vocabulary *v, Str word)
{
    struct bases b = bases_of(v->arena, word);
    for (size_t i = 0; i < b.n; i++) {
        const Str *say = map_get(&v->plain, b.items[i]);
        if (say != NULL) {
            return *say;
        }
    }
    return S("");
}

/* `word` without a possessive's or plural's ending. */
static Str base_of(struct arena *a, Str word)
{
    word = without_apostrophe(word);
    if (str_ends(word, S("ies")) && word.n > 4) {
        return str_printf(a, "%.*sy", STR_ARG(str_to(word, word.n - 3)));
    }
    bool plural = word.n > 3 && str_ends(word, S("s")) &&
                  !str_ends(word, S("ss")) && !str_ends(word, S("us")) &&
                  !str_ends(word, S("is"));
    return plural ? str_to(word, word.n - 1) : word;
}

const struct word_facts *vocabulary_find(struct vocabulary *v, Str word)
{
    struct word_facts *f = map_get(&v->facts, word);
    if (f != NULL) {
        return f;
    }
    f = ARENA_NEW(v->arena, struct word_facts, 1);
    f->lower = lower(v->arena, word);
    f->base = base_of(v->arena, f->lower);
    f->syllables = syllables_count(&v->syllables, f->lower);
    unsigned lists = familiar(v, f->lower);
    f->dale_chall = (lists & IN_DALE_CHALL) != 0;
    f->spache = (lists & IN_SPACHE) != 0;
    f->say = say_instead(v, f->lower);
    f->phrases = map_get(&v->phrases, f->lower);
    map_put(&v->facts, word, f);
    return f;
}

bool vocabulary_is_clear(const struct vocabulary *v,
                         const struct word_facts *facts)
{
    struct bases b = bases_of(v->arena, facts->lower);
    for (size_t i = 0; i < b.n; i++) { /* a second ending, too: illnesses */
        if (lists_with(v, b.items[i]) != 0 || is_derived(v, b.items[i]) ||
            is_compound(v, b.items[i])) {
            return true;
        }
    }
    return false;
}

bool vocabulary_knows_initials(const struct vocabulary *v, Str capitals)
{
    return map_get(&v->initials, capitals) != NULL;
}
