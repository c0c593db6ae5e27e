#include "base/alphabet.h"

#include <stdint.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/utf8.h"

struct letter {
    Str text;
    Str key; /* of its first difference from other letters */
};

struct alphabet {
    const struct locale *locale;
    UCollator *words;   /* all differences count */
    UCollator *primary; /* those of letters alone: not of accents or capitals */
    struct letter *letters;
    size_t nletters;
};

/* A letter of an alphabet has no more code units than this. */
enum { LETTER_MAX = 16 };

static UChar *to_icu(struct arena *a, Str text, int32_t *n)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t max = (int32_t)text.n + 1; /* never more units than bytes */
    UChar *out = ARENA_NEW(a, UChar, (size_t)max);
    u_strFromUTF8(out, max, n, text.p, (int32_t)text.n, &error);
    return out;
}

static Str key_of(struct arena *a, const UCollator *c, Str text)
{
    int32_t n = 0;
    const UChar *units = to_icu(a, text, &n);
    int32_t size = c == NULL ? 0 : ucol_getSortKey(c, units, n, NULL, 0);
    uint8_t *key = ARENA_NEW(a, uint8_t, (size_t)size + 1);
    if (size > 0) {
        ucol_getSortKey(c, units, n, key, size);
    }
    return (Str){(const char *)key, (size_t)size};
}

/* `text` from what it is sorted by on. */
static Str sorted_by(const struct locale *l, Str text)
{
    static const Str article = STR_INIT("ال");
    enum { WITH_ARTICLE_MIN = 5 }; /* a shorter word may begin so itself */
    for (Str rest = text; rest.n > 0; text = rest) {
        if (u_isalnum((UChar32)utf8_next(&rest))) {
            break;
        }
    }
    Str word = str_to(text, str_find_byte(text, ' '));
    bool skip = str_eq(l->code, S("ar")) && str_starts(word, article) &&
                utf8_count(word) >= WITH_ARTICLE_MIN;
    return str_from(text, skip ? article.n : 0);
}

/* Adds the letters that a list of the language's words has. */
static void add_letters(struct arena *a, struct alphabet *x, const char *icu)
{
    UErrorCode error = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(icu, &error);
    USet *set =
        U_FAILURE(error)
            ? NULL
            : ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, &error);
    int32_t n = set == NULL || U_FAILURE(error) ? 0 : uset_getItemCount(set);
    for (int32_t i = 0; i < n; i++) {
        UChar32 first, last;
        UChar units[LETTER_MAX];
        int32_t length =
            uset_getItem(set, i, &first, &last, units, LETTER_MAX, &error);
        for (UChar32 c = first; length == 0 && c <= last; c++) {
            struct buf b = buf_in(a);
            buf_utf8(&b, (unsigned)c);
            LIST_ADD(a, x->letters, x->nletters)->text = buf_str(&b);
        }
        if (length > 0 && U_SUCCESS(error)) {
            char bytes[4 * LETTER_MAX];
            int32_t size;
            u_strToUTF8(bytes, sizeof bytes, &size, units, length, &error);
            LIST_ADD(a, x->letters, x->nletters)->text =
                str_copy(a, (Str){bytes, (size_t)size});
        }
    }
    uset_close(set);
    ulocdata_close(data);
}

struct alphabet *alphabet_open(struct arena *a, const struct locale *l)
{
    UErrorCode error = U_ZERO_ERROR;
    struct alphabet *x = ARENA_NEW(a, struct alphabet, 1);
    const char *icu = str_c(a, l->icu);
    x->locale = l;
    x->words = ucol_open(icu, &error);
    x->primary = ucol_open(icu, &error);
    if (U_SUCCESS(error)) {
        ucol_setStrength(x->primary, UCOL_PRIMARY);
    }
    add_letters(a, x, icu);
    for (size_t i = 0; i < x->nletters; i++) {
        x->letters[i].key = key_of(a, x->primary, x->letters[i].text);
    }
    return x;
}

void alphabet_close(struct alphabet *x)
{
    if (x != NULL) {
        ucol_close(x->words);
        ucol_close(x->primary);
    }
}

Str alphabet_key(struct arena *a, const struct alphabet *x, Str text)
{
    return key_of(a, x->words, sorted_by(x->locale, text));
}

static bool in_script(const struct locale *l, UChar32 c)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &error);
    return U_SUCCESS(error) && u_isalpha(c) &&
           str_eq(str_from_c(uscript_getShortName(script)), l->script);
}

Str alphabet_letter(struct arena *a, const struct alphabet *x, Str text)
{
    text = sorted_by(x->locale, text);
    Str rest = text;
    if (text.n == 0 || !in_script(x->locale, (UChar32)utf8_next(&rest))) {
        return S("");
    }
    if (x->nletters == 0) {
        return str_to(text, text.n - rest.n); /* the CLDR does not know them */
    }
    Str key = key_of(a, x->primary, text);
    const struct letter *found = NULL, *first = &x->letters[0];
    for (size_t i = 0; i < x->nletters; i++) {
        const struct letter *letter = &x->letters[i];
        first = str_cmp(letter->key, first->key) < 0 ? letter : first;
        if (str_cmp(letter->key, key) <= 0 &&
            (found == NULL || str_cmp(found->key, letter->key) < 0)) {
            found = letter;
        }
    }
    return found == NULL ? first->text : found->text;
}
