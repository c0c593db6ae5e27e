#include "check/leftovers.h"

#include "base/buf.h"
#include "check/debris.h"
#include "check/foreign.h"
#include "check/lost.h"
#include "check/match.h"
#include "check/mojibake.h"
#include "check/wordlist.h"

/* The list of what stands for something to be filled in, by first bytes. */
struct blanks {
    struct blank {
        Str words; /* in small letters, or as they are when `exact` */
        bool exact;
    } * items;
    size_t n;
    bool starts[256];
};

static struct blanks read_blanks(struct arena *a)
{
    struct blanks out = {0};
    Str rest = wordlist_open(S("placeholders.txt")), words, value;
    while (wordlist_next(&rest, &words, &value)) {
        bool exact = str_eq(value, S("exact"));
        char *small = arena_bytes(a, words.n);
        for (size_t i = 0; i < words.n; i++) {
            small[i] = exact ? words.p[i] : ascii_lower(words.p[i]);
        }
        *LIST_ADD(a, out.items, out.n) =
            (struct blank){{small, words.n}, exact};
        out.starts[(unsigned char)ascii_lower(small[0])] = true;
    }
    return out;
}

/* `[council name]` from its bracket to the other one, or 0. */
static size_t bracketed(Str text, size_t at, Str start)
{
    enum { LONGEST = 60 };
    Str rest = str_to(str_from(text, at), LONGEST);
    size_t close = str_find_byte(rest, start.p[0] == '(' ? ')' : ']');
    bool whole = !match_letter(rest, start.n) && close < rest.n;
    return whole ? close + 1 : 0;
}

static size_t blank_at(const struct blanks *blanks, Str text, size_t at)
{
    for (size_t i = 0; i < blanks->n; i++) {
        Str words = blanks->items[i].words;
        bool here = blanks->items[i].exact
                        ? str_starts(str_from(text, at), words)
                        : match_at(text, at, words);
        if (here && (words.p[0] == '[' || words.p[0] == '(')) {
            size_t n = bracketed(text, at, words);
            if (n > 0) {
                return n;
            }
        } else if (here && !match_letter(text, at + words.n) &&
                   !match_letter_before(text, at)) {
            return words.n;
        }
    }
    return 0;
}

/* `insert the name here`: its length, or 0 */
static size_t insert_here(Str text, size_t at)
{
    enum { LONGEST = 60 };
    Str rest = str_to(str_from(text, at), LONGEST);
    rest = str_to(rest, str_find_byte(rest, '.'));
    size_t here = match_find(rest, 0, S("here"));
    bool starts =
        match_at(text, at, S("insert ")) && !match_letter_before(text, at);
    return starts && here < rest.n ? here + S("here").n : 0;
}

static void check_placeholders(const struct check *c,
                               const struct blanks *blanks,
                               const struct passage *p)
{
    for (size_t at = 0; at < p->text.n; at++) {
        char first = ascii_lower(p->text.p[at]);
        size_t n = first == 'i' ? insert_here(p->text, at) : 0;
        if (n == 0 && blanks->starts[(unsigned char)first]) {
            n = blank_at(blanks, p->text, at);
        }
        if (n == 0 || !texts_typed(p, at, n)) {
            continue;
        }
        diag_warning(c->diags, p->src, passage_place(p, at, n), "placeholder",
                     "'%.*s' was to be filled in",
                     STR_ARG(str_to(str_from(p->text, at), n)));
        if (match_at(p->text, at, S("[council"))) {
            diag_help(c->diags, "write {{ council.name }}, and Duet fills it "
                                "in everywhere");
        } else {
            diag_help(c->diags, "write what belongs there; a note to yourself "
                                "can stand between <!-- and -->");
        }
        at += n - 1;
    }
}

/* The word around `at`, up to the spaces. */
static Str word_around(Str text, size_t at, size_t *start)
{
    size_t end = at;
    *start = at;
    while (*start > 0 && !ascii_space(text.p[*start - 1])) {
        --*start;
    }
    while (end < text.n && !ascii_space(text.p[end])) {
        end++;
    }
    return str_from(str_to(text, end), *start);
}

/* `word` as it was meant; empty when a letter of it is lost. */
static Str mended(struct arena *a, Str word, bool english)
{
    struct buf out = buf_in(a);
    struct mojibake m;
    size_t at = 0;
    while (mojibake_find(a, word, at, english, &m)) {
        if (m.meant.n == 0 && str_starts(str_from(word, m.at), S("\uFFFD"))) {
            return S("");
        }
        buf_add(&out, str_from(str_to(word, m.at), at));
        buf_add(&out, m.meant);
        at = m.at + m.n;
    }
    buf_add(&out, str_from(word, at));
    return buf_str(&out);
}

static void check_mojibake(const struct check *c, const struct passage *p,
                           bool english)
{
    struct mojibake m;
    size_t at = 0, start;
    while (mojibake_find(c->arena, p->text, at, english, &m)) {
        Str word = word_around(p->text, m.at, &start);
        at = m.at + m.n > start + word.n ? m.at + m.n : start + word.n;
        if (!texts_typed(p, m.at, m.n)) {
            continue;
        }
        Str meant = mended(c->arena, word, english);
        diag_warning(c->diags, p->src, passage_place(p, start, word.n),
                     "mojibake", "'%.*s' was saved in the wrong encoding",
                     STR_ARG(word));
        if (meant.n > 0) {
            diag_help(c->diags, "write %.*s", STR_ARG(meant));
        } else {
            diag_help(c->diags, "a letter is lost; look in the original what "
                                "it was");
        }
    }
}

static bool is_english(const struct publication *p)
{
    const struct slot *languages = record_slot(p->record, S("languages"));
    return languages->nwords == 0 ||
           str_starts(languages->words[0].text, S("en"));
}

void check_leftovers(const struct check *c)
{
    const struct passages all = texts_of(c);
    const struct blanks blanks = read_blanks(c->arena);
    bool english = is_english(c->pub);
    for (size_t i = 0; i < all.n; i++) {
        check_placeholders(c, &blanks, &all.items[i]);
        check_mojibake(c, &all.items[i], english);
    }
    for (size_t i = c->pub->voices.n; i < c->neditions; i++) {
        for (size_t k = 0; k < c->passages[i].n; k++) {
            check_placeholders(c, &blanks, &c->passages[i].items[k]);
            check_mojibake(c, &c->passages[i].items[k], false);
        }
    }
    check_debris(c, &all);
    check_foreign(c, &all);
    check_lost(c);
}
