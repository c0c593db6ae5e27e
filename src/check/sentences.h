/**
 * sentences: where a text's sentences and words begin and end.
 *
 * ICU finds the sentences by the rules of Unicode (UAX #29) for the text's
 * language, never by the locale of the process. In English a full stop of an
 * abbreviation (words/abbreviations.txt) ends none, and words are cut by rules
 * of our own: with their hyphens and apostrophes, a telephone number as one
 * number, a web or e-mail address as a whole. ICU cuts the words of other
 * languages, some of which have no spaces.
 *
 * To open a splitter reads ICU's rules: some milliseconds the first time on a
 * machine, a quarter of one after that. Open one for a language and a thread.
 */
#ifndef DUET_CHECK_SENTENCES_H
#define DUET_CHECK_SENTENCES_H

#include "base/diag.h"

enum word_kind {
    WORD_PLAIN,
    WORD_NUMBER,  /* has a digit: 24, 2022-23, 0800 1111, 7th */
    WORD_ADDRESS, /* of the web or of e-mail */
    WORD_NAME     /* of somebody or something; capitals.h finds these */
};

struct word {
    Str text; /* a view into the text */
    enum word_kind kind;
};

struct sentence {
    Str text; /* a view into the text, trimmed */
    struct word *words;
    size_t nwords;
};

struct sentences {
    struct sentence *items;
    size_t n;
};

struct splitter;

/**
 * Opens a splitter for `language`, a language tag: `en`, `cy`. End it with
 * splitter_close(). Failure: reported, NULL.
 */
struct splitter *splitter_open(struct diags *d, Str language);

/** Does nothing for NULL. */
void splitter_close(struct splitter *s);

/** Whether it is for English, whose words our lists know. */
bool splitter_is_english(const struct splitter *s);

/**
 * The sentences of `text`, well-formed UTF-8, that have words. Lifetime: `a`,
 * and `text`.
 */
struct sentences splitter_split(struct splitter *s, struct arena *a, Str text);

#endif
