#include "check/stale.h"

#include "base/buf.h"
#include "base/worddiff.h"

/* So much of a text is shown: words beside a change, and of the young one. */
enum { CONTEXT = 12, SHOWN = 80 };

Str stale_shell_word(struct arena *a, Str word)
{
    bool plain = word.n > 0 && word.p[0] != '#' && word.p[0] != '-';
    struct buf b = buf_in(a);
    buf_byte(&b, '\'');
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        plain = plain && (ascii_alpha(c) || ascii_digit(c) ||
                          str_find_byte(S("-_./#@"), c) < 6);
        if (c == '\'') {
            buf_add(&b, S("'\\'"));
        }
        buf_byte(&b, c);
    }
    buf_byte(&b, '\'');
    return plain ? word : buf_str(&b);
}

Str stale_command(struct arena *a, const struct publication *p, Str names)
{
    Str path = stale_shell_word(a, p->path);
    return str_printf(a, "duet review %.*s %.*s --by ROLE", STR_ARG(path),
                      STR_ARG(names));
}

Str stale_beginning(struct arena *a, Str text, size_t words)
{
    struct buf b = buf_in(a);
    Str word;
    for (size_t i = 0; str_cut_word(&text, &word); i++) {
        buf_add(&b, i > 0 ? S(" ") : S(""));
        if (i == words) {
            buf_add(&b, S("…"));
            break;
        }
        buf_add(&b, word);
    }
    return buf_str(&b);
}

static void report(const struct check *c, const struct pair *pair)
{
    struct arena *a = c->arena;
    const struct ledger_entry *e = ledger_find(c->ledger, pair->name);
    Str on = date_english(a, e->date);
    bool both = ledger_reworded(a, e, pair);
    bool translated = edition_is_translation(pair->to);
    Str source =
        translated ? pair->from->locale->english : pair->from->plan->id;
    Str derived = translated ? pair->to->locale->english : pair->to->plan->id;
    diag_warning(c->diags, pair->src, pair->where,
                 translated ? "stale-translation" : "stale-voice",
                 "the %.*s text has changed since this %.*s text was reviewed "
                 "on %.*s%s",
                 STR_ARG(source), STR_ARG(derived), STR_ARG(on),
                 both ? "; so has this one" : "");
    struct word_diff diff = word_diff(a, e->was, pair->source);
    struct buf changed = buf_in(a);
    word_diff_show(&changed, &diff, CONTEXT);
    Str text = stale_beginning(a, pair->text, SHOWN);
    Str accept = str_printf(a, "--accept %.*s",
                            STR_ARG(stale_shell_word(a, pair->name)));
    Str command = stale_command(a, c->pub, accept);
    diag_help(c->diags,
              "%.*s: %.*s\n%.*s: %.*s\n"
              "when the %.*s text says the same again: %.*s",
              STR_ARG(source), STR_ARG(buf_str(&changed)), STR_ARG(derived),
              STR_ARG(text), STR_ARG(derived), STR_ARG(command));
}

void check_stale(const struct check *c)
{
    if (c->ledger == NULL || c->ledger->n == 0) {
        return;
    }
    struct pairs pairs = pairs_of(c->arena, c->editions, c->neditions);
    for (size_t i = 0; i < pairs.n; i++) {
        if (ledger_review(c->ledger, &pairs.items[i]) == REVIEW_STALE) {
            report(c, &pairs.items[i]);
        }
    }
}
