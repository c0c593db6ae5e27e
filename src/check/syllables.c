#include "check/syllables.h"

#include "check/wordlist.h"

struct syllables syllables_create(struct arena *a)
{
    struct syllables s = {map_in(a)};
    Str rest = wordlist_open(S("syllables.txt")), word, count;
    while (wordlist_next(&rest, &word, &count)) {
        size_t *n = ARENA_NEW(a, size_t, 1);
        *n = (size_t)(count.p[0] - '0');
        map_put(&s.exceptions, word, n);
    }
    return s;
}

static bool one_of(char c, Str set)
{
    return str_find_byte(set, c) < set.n;
}

/* Whether `s` starts, or ends, with one of the words in `list`. */
static bool starts_with(Str s, Str list)
{
    Str word;
    while (str_cut_word(&list, &word)) {
        if (str_starts(s, word)) {
            return true;
        }
    }
    return false;
}

static bool ends_with(Str s, Str list)
{
    Str word;
    while (str_cut_word(&list, &word)) {
        if (str_ends(s, word)) {
            return true;
        }
    }
    return false;
}

static bool is_one_of(Str s, Str list)
{
    Str word;
    while (str_cut_word(&list, &word)) {
        if (str_eq(s, word)) {
            return true;
        }
    }
    return false;
}

static bool is_vowel(Str w, size_t i)
{
    bool before_vowel = i + 1 < w.n && one_of(w.p[i + 1], S("aeiou"));
    if (w.p[i] == 'u' && i > 0 && w.p[i - 1] == 'q') {
        return false; /* quick */
    }
    if (w.p[i] == 'y' && before_vowel) { /* you, but not beyond */
        return i > 0 && !one_of(w.p[i - 1], S("aeiou"));
    }
    return one_of(w.p[i], S("aeiouy"));
}

/* `from` starts with an i and another vowel, and `before` is what precedes;
 * `is_science` when the word starts with sci. */
static bool apart_after_i(Str from, char before, bool is_science)
{
    switch (from.p[1]) {
    case 'a': /* material, initiate; but social, special, marriage */
        if (starts_with(from, S("iati iate"))) {
            return true;
        }
        return before == ' ' ||
               (!one_of(before, S("cst")) &&
                !(before == 'r' && str_starts(from, S("iage"))));
    case 'o': /* period, biology; but action, precious */
        return before == ' ' || !one_of(before, S("cgstx")) ||
               str_starts(from, S("iolo"));
    case 'e': /* quiet, easier, client; but friend, patient */
        if (starts_with(from, S("ience ient"))) {
            return is_science || !one_of(before, S("ct"));
        }
        return str_starts(from, S("iet")) ||
               (before != ' ' &&
                (str_eq(from, S("ier")) || str_starts(from, S("iest"))));
    default:
        return one_of(from.p[1], S("uiy"));
    }
}

static bool apart_after_e(Str from, char before)
{
    switch (from.p[1]) {
    case 'o': /* video; but people, pigeon */
        return !one_of(before, S("pg")) && !str_eq(from, S("eous"));
    case 'i':
        return is_one_of(from, S("eing eings"));
    case 'a': /* create, reality; but teach */
        return starts_with(from, S("eate eati eality ealis")) ||
               (str_eq(from, S("ea")) && !one_of(before, S(" tspl")));
    default:
        return false;
    }
}

/* Whether the vowels at `i` and `i + 1` belong to two syllables. */
static bool spoken_apart(Str w, size_t i)
{
    char before = i > 0 ? w.p[i - 1] : ' ';
    Str from = str_from(w, i);
    switch (w.p[i]) {
    case 'i': /* a first letter before it does not count: dial, lion */
        return apart_after_i(from, i == 1 ? ' ' : before,
                             i == 2 && str_starts(w, S("sci")));
    case 'e':
        return apart_after_e(from, before);
    case 'u':
        return (from.p[1] == 'a' && before != 'g') ||
               (from.p[1] == 'o' && before != 'b') ||
               starts_with(from, S("uity uent uenc")) ||
               is_one_of(from, S("uing uel"));
    case 'o':
        return starts_with(from, S("oem oet")) ||
               is_one_of(from, S("oing oings"));
    case 'y':
        return one_of(from.p[1], S("ioa"));
    case 'a':
        return from.p[1] == 'o' || str_starts(from, S("aic"));
    default:
        return false;
    }
}

static bool consonant_at(Str w, size_t back)
{
    return w.n >= back && !one_of(w.p[w.n - back], S("aeiouy"));
}

/* Whether a last e, -es or -ed makes no syllable of its own. */
static bool silent_ending(Str w)
{
    bool les = ends_with(w, S("le les led")); /* table; but rule, called */
    size_t tail = str_ends(w, S("e")) ? 1 : 2;
    if (les) {
        return w.n > tail + 1 && (one_of(w.p[w.n - tail - 2], S("aeiouylr")));
    }
    if (str_ends(w, S("e"))) { /* centre, acre */
        return consonant_at(w, 2) && !ends_with(w, S("tre bre cre gre"));
    }
    if (str_ends(w, S("es"))) {
        return consonant_at(w, 3) && !ends_with(w, S("ses xes zes ces ges "
                                                     "ches shes tres bres"));
    }
    if (str_ends(w, S("ed"))) {
        return (consonant_at(w, 3) && !ends_with(w, S("ted ded"))) ||
               ends_with(w, S("ayed eyed oyed"));
    }
    return false;
}

/* Whether an e within the word is silent: statement, homework. */
static bool silent_inside(Str w)
{
    static const Str tails =
        STR_INIT("ment ments ly ful fully less ness some thing things where "
                 "body work time line lines land man men guard guards guarded "
                 "guarding port field care fore");
    Str rest = tails, tail;
    while (str_cut_word(&rest, &tail)) {
        if (!str_ends(w, tail) || w.n < tail.n + 3) {
            continue;
        }
        Str stem = str_to(w, w.n - tail.n);
        bool vowel = one_of(stem.p[stem.n - 3], S("aeiouy")) ||
                     (stem.n > 3 && consonant_at(stem, 3) &&
                      one_of(stem.p[stem.n - 4], S("aeiouy")));
        bool le = str_ends(stem, S("le")) &&
                  !one_of(stem.p[stem.n - 3], S("aeiouylr"));
        if (str_ends(stem, S("e")) && consonant_at(stem, 2) && vowel && !le &&
            stem.p[stem.n - 2] != 'x') {
            return true;
        }
    }
    return false;
}

/* What the table says of `w`, or of the word that it is the plural of; or 0. */
static size_t find_exception(const struct syllables *s, Str w)
{
    const size_t *n = map_get(&s->exceptions, w);
    if (n != NULL || !str_ends(w, S("s"))) {
        return n == NULL ? 0 : *n;
    }
    n = map_get(&s->exceptions, str_to(w, w.n - 1));
    if (n != NULL) { /* experiences has one more than experience */
        return *n + ends_with(w, S("ces ges ses zes"));
    }
    n = str_ends(w, S("es")) ? map_get(&s->exceptions, str_to(w, w.n - 2))
                             : NULL;
    return n == NULL ? 0 : *n + ends_with(w, S("ses xes zes ches shes"));
}

/* A word without apostrophes and hyphens. */
static size_t count_plain(const struct syllables *s, Str w)
{
    size_t exception = find_exception(s, w);
    if (exception > 0) {
        return exception;
    }
    size_t n = 0;
    for (size_t i = 0; i < w.n; i++) {
        n += is_vowel(w, i) &&
             (i == 0 || !is_vowel(w, i - 1) || spoken_apart(w, i - 1));
    }
    n -= n > 1 && silent_ending(w);
    n -= n > 1 && silent_inside(w);
    n -= n > 2 && str_ends(w, S("ically"));
    n += ends_with(w, S("asm ism osm thm asms isms"));
    return n > 0 ? n : 1;
}

/* What an apostrophe and the letters after it add: didn't, that'll, Rose's. */
static size_t count_tail(Str *w, Str tail)
{
    bool consonant = w->n > 0 && consonant_at(*w, 1);
    if (str_eq(tail, S("t"))) {
        *w = str_ends(*w, S("n")) ? str_to(*w, w->n - 1) : *w;
        return w->n > 0 && !one_of(w->p[w->n - 1], S("aeiour"));
    }
    if (str_eq(tail, S("s"))) {
        return ends_with(*w, S("s x z ch sh ce ge se"));
    }
    return consonant && is_one_of(tail, S("ll ve d"));
}

size_t syllables_count(const struct syllables *s, Str word)
{
    size_t n = 0;
    Str part;
    while (str_cut(&word, '-', &part)) {
        size_t at = str_find_byte(part, '\'');
        Str base = str_to(part, at);
        if (at < part.n) {
            n += count_tail(&base, str_from(part, at + 1));
        }
        n += base.n > 0 ? count_plain(s, base) : 0;
    }
    return n > 0 ? n : 1;
}
