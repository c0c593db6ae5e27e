#include "check/hard.h"

struct hard_search hard_in(const struct reading_tools *t,
                           const struct edition *ed, struct arena *a,
                           const struct passage *p)
{
    return (struct hard_search){.tools = t, .ed = ed, .arena = a, .passage = p};
}

/* Whether a term of the edition covers the byte `at` of the passage. */
static bool is_term(struct hard_search *search, size_t at)
{
    struct term_hit hit;
    size_t from = 0;
    while (!search->looked && search->ed != NULL &&
           terms_find(search->ed->terms, search->passage->text, from, &hit)) {
        *LIST_ADD(search->arena, search->terms, search->nterms) = hit;
        from = hit.at + hit.n;
    }
    search->looked = true;
    for (size_t i = 0; i < search->nterms; i++) {
        const struct term_hit *t = &search->terms[i];
        if (at >= t->at && at < t->at + t->n) {
            return true;
        }
    }
    return false;
}

static const struct word_facts *facts_of(const struct hard_search *search,
                                         const struct word *w)
{
    return vocabulary_find(search->tools->vocabulary, w->text);
}

/* Whether the words of `phrase` stand at `i`. Returns: how many, or 0. */
static size_t phrase_at(const struct hard_search *search,
                        const struct sentence *s, size_t i, Str phrase)
{
    size_t n = 0;
    Str word;
    while (str_cut_word(&phrase, &word)) {
        if (i + n >= s->nwords ||
            !str_eq(facts_of(search, &s->words[i + n])->lower, word)) {
            return 0;
        }
        n++;
    }
    return n;
}

static bool find_phrase(const struct hard_search *search,
                        const struct sentence *s, size_t i, size_t *n,
                        struct hard_hit *out)
{
    const struct plain_phrase *p = facts_of(search, &s->words[i])->phrases;
    size_t best = 0;
    for (; p != NULL; p = p->next) {
        size_t length = phrase_at(search, s, i, p->words);
        if (length > best) {
            const struct word *last = &s->words[i + length - 1];
            best = length;
            out->text = s->words[i].text;
            out->text.n = (size_t)(last->text.p + last->text.n - out->text.p);
            out->key = p->words;
            out->say = p->say;
        }
    }
    *n = best;
    return best > 0;
}

static bool is_hard(struct hard_search *search, const struct word *w, size_t at,
                    struct hard_hit *out)
{
    const struct word_facts *f = facts_of(search, w);
    bool common = w->kind != WORD_PLAIN || f->dale_chall;
    bool counts = search->short_too || f->syllables >= 3;
    if (common || (!counts && f->say.n == 0) || is_term(search, at) ||
        (f->say.n == 0 && vocabulary_is_clear(search->tools->vocabulary, f))) {
        return false;
    }
    *out = (struct hard_hit){w->text, f->base, f->say};
    return true;
}

/* Whether the words are not the author's to choose: a document's title, or a
 * name in a table that stands beside what it means. */
static bool is_given(const struct passage *p)
{
    if (p->kind == PASSAGE_CELL) {
        Str rest = p->text, word;
        return !(str_cut_word(&rest, &word) && str_cut_word(&rest, &word) &&
                 str_cut_word(&rest, &word));
    }
    return reading_is_citation(p);
}

bool hard_next(struct hard_search *search, const struct sentence *s, size_t *i,
               struct hard_hit *out)
{
    const struct passage *p = search->passage;
    *i = is_given(p) ? s->nwords : *i;
    for (; *i < s->nwords; (*i)++) {
        const struct word *w = &s->words[*i];
        size_t at = (size_t)(w->text.p - p->text.p), n = 1;
        if (w->kind == WORD_ADDRESS || w->kind == WORD_NUMBER ||
            passage_inserted(p, at)) {
            continue;
        }
        if (find_phrase(search, s, *i, &n, out) ||
            is_hard(search, w, at, out)) {
            *i += n > 0 ? n : 1;
            return true;
        }
    }
    return false;
}

static bool is_article(Str word)
{
    return str_eq(word, S("a")) || str_eq(word, S("an")) ||
           str_eq(word, S("the"));
}

struct hard_words hard_words_in(struct arena *a)
{
    return (struct hard_words){.arena = a, .by_key = map_in(a)};
}

/* Whether `s` says what the word `key` means: "A priority is what …". */
static bool explains(const struct hard_search *search, const struct sentence *s,
                     Str key)
{
    size_t i =
        s->nwords > 0 && is_article(facts_of(search, &s->words[0])->lower);
    if (i + 1 >= s->nwords ||
        !str_eq(facts_of(search, &s->words[i])->base, key)) {
        return false;
    }
    Str verb = facts_of(search, &s->words[i + 1])->lower;
    return str_eq(verb, S("is")) || str_eq(verb, S("means")) ||
           str_eq(verb, S("are")) || str_eq(verb, S("mean"));
}

static bool is_explained(const struct hard_search *search,
                         const struct sentences *all, Str key)
{
    for (size_t i = 0; i < all->n; i++) {
        if (explains(search, &all->items[i], key)) {
            return true;
        }
    }
    return false;
}

void hard_words_add(struct hard_words *h, struct hard_search *search,
                    const struct sentences *sentences)
{
    struct hard_hit hit;
    for (size_t s = 0; s < sentences->n; s++) {
        size_t i = 0;
        while (hard_next(search, &sentences->items[s], &i, &hit)) {
            struct hard_word *word = map_get(&h->by_key, hit.key);
            if (word == NULL) {
                word = ARENA_NEW(h->arena, struct hard_word, 1);
                *word =
                    (struct hard_word){.hit = hit, .passage = search->passage};
                word->explained = is_explained(search, sentences, hit.key);
                map_put(&h->by_key, hit.key, word);
                *LIST_ADD(h->arena, h->items, h->n) = word;
            }
            word->n++;
        }
    }
}
