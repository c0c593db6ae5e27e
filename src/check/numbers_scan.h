/**
 * numbers_scan: a text as words, numerals and signs, and the amounts among
 * them: `1,200`, `10k`, `twenty-five`, `1.5 million`.
 */
#ifndef DUET_CHECK_NUMBERS_SCAN_H
#define DUET_CHECK_NUMBERS_SCAN_H

#include "base/decimal.h"

enum token_kind {
    TOKEN_WORD,    /* letters, with digits behind them: `you’re`, `A4` */
    TOKEN_NUMERAL, /* `12`, `1,200`, `64.8` */
    TOKEN_SIGN,    /* one character */
    TOKEN_ADDRESS  /* a web or e-mail address, `1.8.2` */
};

struct token {
    enum token_kind kind;
    size_t at; /* in the text */
    Str text;
    bool spaced; /* white space stands before it */
};

struct tokens {
    struct token *items;
    size_t n;
};

/** An amount, digits or words, as far as it can be read on its own. */
typedef struct {
    Decimal value;
    int places;   /* digits behind the point, as written */
    bool word;    /* spelled out */
    bool ordinal; /* 18th, eighteenth */
    size_t end;   /* the token behind it */
} Quantity;

/** Cuts `text`. Lifetime: `a`, and `text`. */
struct tokens tokens_of(struct arena *a, Str text);

/** Whether the token `i` is there and says `word`, in any case. */
bool token_is(const struct tokens *t, size_t i, Str word);

/** The same for any of `words`, which stand between spaces. */
bool token_among(const struct tokens *t, size_t i, Str words);

/** Whether the token `i` is there, of this kind, and not behind a space. */
bool token_glued(const struct tokens *t, size_t i, enum token_kind kind);

/** Reads the amount that starts at the token `i`. */
bool quantity_at(const struct tokens *t, size_t i, Quantity *out);

#endif
