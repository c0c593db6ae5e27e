#include "check/sentences.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/map.h"
#include "base/utf8.h"
#include "check/wordlist.h"

struct splitter {
    struct arena *arena;
    UBreakIterator *sentences;
    UBreakIterator *words; /* NULL for English */
    UText *text;
    struct map abbreviations; /* to Str: empty, or `number` */
};

static bool is_english(Str language)
{
    return language.n >= 2 && ascii_lower(language.p[0]) == 'e' &&
           ascii_lower(language.p[1]) == 'n' &&
           (language.n == 2 || !ascii_alpha(language.p[2]));
}

static void read_abbreviations(struct splitter *s)
{
    s->abbreviations = map_in(s->arena);
    Str rest = wordlist_open(S("abbreviations.txt")), word, when;
    while (wordlist_next(&rest, &word, &when)) {
        Str *value = ARENA_NEW(s->arena, Str, 1);
        *value = when;
        map_put(&s->abbreviations, word, value);
    }
}

struct splitter *splitter_open(struct diags *d, Str language)
{
    struct splitter *s = calloc(1, sizeof *s);
    if (s == NULL) {
        die_no_memory();
    }
    s->arena = arena_create();
    UErrorCode error = U_ZERO_ERROR;
    const char *locale = str_c(s->arena, language);
    s->sentences = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &error);
    if (is_english(language)) {
        read_abbreviations(s);
    } else {
        s->words = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
    }
    s->text = utext_openUTF8(NULL, "", 0, &error);
    if (U_FAILURE(error)) {
        diag_problem(d, S("ICU"), "cannot find sentences", u_errorName(error));
        splitter_close(s);
        return NULL;
    }
    return s;
}

void splitter_close(struct splitter *s)
{
    if (s == NULL) {
        return;
    }
    if (s->sentences != NULL) {
        ubrk_close(s->sentences);
    }
    if (s->words != NULL) {
        ubrk_close(s->words);
    }
    utext_close(s->text);
    arena_free(s->arena);
    free(s);
}

bool splitter_is_english(const struct splitter *s)
{
    return s->words == NULL;
}

/* Starts an iterator over `text`. ICU fails for want of memory alone. */
static void start(struct splitter *s, UBreakIterator *it, Str text)
{
    UErrorCode error = U_ZERO_ERROR;
    s->text = utext_openUTF8(s->text, text.p, (int64_t)text.n, &error);
    ubrk_setUText(it, s->text, &error);
    if (U_FAILURE(error)) {
        die_no_memory();
    }
}

static bool is_letter(unsigned cp)
{
    bool mark = (cp >= 0x2000 && cp < 0x2C00) || (cp >= 0x3000 && cp < 0x3040);
    return cp < 0x80 ? ascii_alpha((char)cp)
                     : cp >= 0xC0 && cp != 0xD7 && cp != 0xF7 && !mark;
}

/* How many bytes of `s` are a letter or a digit at its start; 0: none are. */
static size_t letter_or_digit(Str s)
{
    if (s.n == 0 || ascii_digit(s.p[0])) {
        return s.n > 0;
    }
    Str rest = s;
    return is_letter(utf8_next(&rest)) ? s.n - rest.n : 0;
}

/* How many bytes at the start of `s` join two parts of a word: ' ’ - . , & */
static size_t joint(Str s, bool number)
{
    static const Str joints[] = {STR_INIT("'"), STR_INIT("\xE2\x80\x99"),
                                 STR_INIT("-"), STR_INIT("\xE2\x80\x91"),
                                 STR_INIT("."), STR_INIT("&")};
    static const Str in_numbers[] = {STR_INIT(","), STR_INIT("/"),
                                     STR_INIT(":"), STR_INIT("\xE2\x80\x93")};
    for (size_t i = 0; i < COUNT(joints); i++) {
        if (str_starts(s, joints[i])) {
            return joints[i].n;
        }
    }
    for (size_t i = 0; number && i < COUNT(in_numbers); i++) {
        if (str_starts(s, in_numbers[i])) {
            return in_numbers[i].n;
        }
    }
    return 0;
}

/* Cuts the next word of a chunk without spaces. */
static bool cut_word(Str *chunk, struct word *out)
{
    size_t n = 0;
    while (chunk->n > 0 && letter_or_digit(*chunk) == 0) {
        utf8_next(chunk);
    }
    *out = (struct word){.kind = WORD_PLAIN};
    for (;;) {
        Str rest = str_from(*chunk, n);
        size_t step = letter_or_digit(rest);
        if (step == 0) {
            bool digits = n > 0 && ascii_digit(chunk->p[n - 1]);
            step = n == 0 ? 0 : joint(rest, digits);
            if (step == 0 || letter_or_digit(str_from(rest, step)) == 0) {
                break;
            }
        } else if (ascii_digit(rest.p[0])) {
            out->kind = WORD_NUMBER;
        }
        n += step;
    }
    out->text = str_to(*chunk, n);
    *chunk = str_from(*chunk, n);
    return n > 0;
}

/* Something like thurrock.gov.uk: letters, digits and hyphens between dots. */
static bool is_domain(Str chunk)
{
    static const Str ends[] = {STR_INIT(".uk"),   STR_INIT(".com"),
                               STR_INIT(".org"),  STR_INIT(".net"),
                               STR_INIT(".info"), STR_INIT(".eu")};
    chunk = str_to(chunk, str_find_byte(chunk, '/'));
    while (chunk.n > 0 &&
           str_find_byte(S(".,;:!?)"), chunk.p[chunk.n - 1]) < 7) {
        chunk.n--;
    }
    for (size_t i = 0; i < COUNT(ends); i++) {
        if (str_ends(chunk, ends[i]) && chunk.n > ends[i].n) {
            return true;
        }
    }
    return false;
}

static bool is_address(Str chunk)
{
    size_t at = str_find_byte(chunk, '@');
    return str_find(chunk, S("://")) < chunk.n ||
           str_starts(chunk, S("www.")) ||
           (at > 0 && at < chunk.n &&
            str_find_byte(str_from(chunk, at), '.') < chunk.n - at) ||
           is_domain(chunk);
}

static bool is_space(Str s, size_t *n)
{
    *n = str_starts(s, S("\xC2\xA0")) ? 2 : 1;
    return *n == 2 || ascii_space(s.p[0]);
}

/* Cuts the next piece between spaces, no-break spaces too. */
static bool cut_chunk(Str *rest, Str *chunk)
{
    size_t n = 0, at = 0;
    while (rest->n > 0 && is_space(*rest, &n)) {
        *rest = str_from(*rest, n);
    }
    while (at < rest->n && !is_space(str_from(*rest, at), &n)) {
        at++;
    }
    *chunk = str_to(*rest, at);
    *rest = str_from(*rest, at);
    return chunk->n > 0;
}

/* A number that goes on after a space: 0800 1111. */
static bool continues(const struct sentence *s, const struct word *w)
{
    if (s->nwords == 0 || w->kind != WORD_NUMBER) {
        return false;
    }
    const struct word *last = &s->words[s->nwords - 1];
    return last->kind == WORD_NUMBER &&
           last->text.p + last->text.n + 1 == w->text.p && w->text.p[-1] == ' ';
}

static void english_words(struct arena *a, struct sentence *s)
{
    Str rest = s->text, chunk;
    struct word word;
    while (cut_chunk(&rest, &chunk)) {
        if (is_address(chunk)) {
            *LIST_ADD(a, s->words, s->nwords) =
                (struct word){chunk, WORD_ADDRESS};
            continue;
        }
        while (cut_word(&chunk, &word)) {
            if (continues(s, &word)) {
                struct word *last = &s->words[s->nwords - 1];
                last->text.n =
                    (size_t)(word.text.p + word.text.n - last->text.p);
            } else {
                *LIST_ADD(a, s->words, s->nwords) = word;
            }
        }
    }
}

static void other_words(struct splitter *s, struct arena *a,
                        struct sentence *out)
{
    start(s, s->words, out->text);
    int32_t from = ubrk_first(s->words), to;
    while ((to = ubrk_next(s->words)) != UBRK_DONE) {
        int32_t kind = ubrk_getRuleStatus(s->words);
        if (kind >= UBRK_WORD_NONE_LIMIT) {
            Str text = str_from(str_to(out->text, (size_t)to), (size_t)from);
            *LIST_ADD(a, out->words, out->nwords) = (struct word){
                text, kind < UBRK_WORD_NUMBER_LIMIT ? WORD_NUMBER : WORD_PLAIN};
        }
        from = to;
    }
}

/* The last piece between spaces, and the one before it. */
static Str last_chunk(Str text, Str *before)
{
    text = str_trim(text);
    size_t at = text.n;
    while (at > 0 && !ascii_space(text.p[at - 1])) {
        at--;
    }
    *before = str_trim(str_to(text, at));
    return str_from(text, at);
}

/* Whether the full stop at the end of `text` is an abbreviation's. */
static bool abbreviated(const struct splitter *s, Str text, Str after)
{
    char key[16];
    Str before, word = last_chunk(text, &before);
    while (word.n > 0 && !ascii_alpha(word.p[0])) {
        word = str_from(word, 1); /* a bracket or quotation mark */
    }
    if (!str_ends(word, S(".")) || word.n > sizeof key) {
        return false;
    }
    word = str_to(word, word.n - 1);
    if (word.n == 1 && word.p[0] >= 'A' && word.p[0] <= 'Z') {
        return before.n == 0 || str_ends(before, S(".")); /* Cllr. J. Smith */
    }
    for (size_t i = 0; i < word.n; i++) {
        key[i] = ascii_lower(word.p[i]);
    }
    const Str *when = map_get(&s->abbreviations, (Str){key, word.n});
    return when != NULL &&
           (when->n == 0 || (after.n > 0 && ascii_digit(after.p[0])));
}

/* Whether `at` is within an address, at the ? of its question. */
static bool within_address(Str text, size_t at)
{
    size_t n, from = at, to = at;
    while (from > 0 && !ascii_space(text.p[from - 1])) {
        from--;
    }
    while (to < text.n && !is_space(str_from(text, to), &n)) {
        to++;
    }
    return from < at && to > at && is_address(str_from(str_to(text, to), from));
}

static void add_sentence(struct splitter *s, struct arena *a,
                         struct sentences *out, Str text)
{
    struct sentence sentence = {.text = str_trim(text)};
    if (splitter_is_english(s)) {
        english_words(a, &sentence);
    } else {
        other_words(s, a, &sentence);
    }
    if (sentence.nwords > 0) {
        *LIST_ADD(a, out->items, out->n) = sentence;
    }
}

struct sentences splitter_split(struct splitter *s, struct arena *a, Str text)
{
    struct sentences out = {0};
    size_t *ends = NULL, nends = 0, from = 0;
    int32_t to;
    /* all ends first: the words of other languages need the UText as well */
    start(s, s->sentences, text);
    ubrk_first(s->sentences);
    while ((to = ubrk_next(s->sentences)) != UBRK_DONE) {
        *LIST_ADD(a, ends, nends) = (size_t)to;
    }
    for (size_t i = 0; i < nends; i++) {
        Str piece = str_from(str_to(text, ends[i]), from);
        bool joined = splitter_is_english(s) && i + 1 < nends &&
                      (abbreviated(s, piece, str_from(text, ends[i])) ||
                       within_address(text, ends[i]));
        if (!joined) {
            add_sentence(s, a, &out, piece);
            from = ends[i];
        }
    }
    return out;
}
