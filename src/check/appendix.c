#include "check/appendix.h"

#include "check/match.h"

enum { APPENDIX_MAX = 27 }; /* letters, and numbers below this */

/* An appendix that a text names: `3`, `B` or `A2`. */
struct name {
    size_t at; /* in the passage: of the word appendix */
    size_t n;
    int index; /* from 1 */
    bool number;
};

/* The appendices that there are, by letter and by number. */
struct known {
    bool letters[APPENDIX_MAX];
    bool numbers[APPENDIX_MAX];
    size_t own; /* those of the publication itself */
    bool own_numbered;
};

static bool *known_as(struct known *k, const struct name *name)
{
    return name->number ? &k->numbers[name->index] : &k->letters[name->index];
}

/* `A`, `3`, `A3`; a letter is a capital, or "a" would be an article. */
static bool read_index(Str word, struct name *out)
{
    bool lettered = word.n > 1 && word.p[0] == 'A' && ascii_digit(word.p[1]);
    Str digits = lettered ? str_from(word, 1) : word;
    if (word.n == 1 && match_capital(word)) {
        out->index = word.p[0] - 'A' + 1;
        out->number = false;
        return true;
    }
    int value = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (!ascii_digit(digits.p[i]) || i == 2) {
            return false;
        }
        value = value * 10 + (digits.p[i] - '0');
    }
    out->index = value;
    out->number = true;
    return value > 0 && value < APPENDIX_MAX;
}

static bool find_name(Str text, size_t from, struct name *out)
{
    static const Str word = STR_INIT("appendix");
    size_t at = from;
    while ((at = match_find(text, at, word)) < text.n) {
        size_t next = match_skip(text, at + word.n);
        Str index = match_word(text, next);
        if (next > at + word.n && read_index(index, out)) {
            out->at = at;
            out->n = next + index.n - at;
            return true;
        }
        at += word.n;
    }
    return false;
}

/* A heading, a title, or the first words of a cell or item that lists them. */
static bool is_declared(const struct passage *p, const struct name *name)
{
    bool titles = p->kind == PASSAGE_HEADING || p->kind == PASSAGE_CELL ||
                  p->kind == PASSAGE_ITEM ||
                  (p->kind == PASSAGE_FIELD && str_eq(p->field, S("title")));
    return titles && name->at == 0;
}

/* `of the regulations` behind it; but `to this report` is our own. */
static bool is_of_another(Str behind)
{
    static const Str starts[] = {STR_INIT(" of the "), STR_INIT(" to the ")};
    static const Str own[] = {STR_INIT("strategy"), STR_INIT("plan"),
                              STR_INIT("report"), STR_INIT("document"),
                              STR_INIT("policy")};
    for (size_t i = 0; i < COUNT(starts); i++) {
        if (!match_at(behind, 0, starts[i])) {
            continue;
        }
        Str noun = match_word(behind, starts[i].n);
        for (size_t k = 0; k < COUNT(own); k++) {
            if (str_eq(noun, own[k])) {
                return false;
            }
        }
        return true;
    }
    return false;
}

/* Another document's: quoted, or said to be its. */
static bool is_anothers(Str text, const struct name *name)
{
    Str before = str_trim(str_to(text, name->at));
    return is_of_another(str_from(text, name->at + name->n)) ||
           str_ends(before, S("its")) || str_ends(before, S("their")) ||
           str_ends(before, S("\u2019s")) || str_ends(before, S("'s")) ||
           str_ends(before, S("\u201C")) || str_ends(before, S("\u2018")) ||
           str_ends(before, S("\""));
}

static void learn(const struct check *c, struct known *k)
{
    const struct edition *ed = c->editions[0];
    k->own_numbered = c->pub->appendices_numbered;
    for (size_t i = 0; i < ed->nchapters; i++) {
        if (ed->chapters[i]->source->appendix &&
            k->own + 1 < (size_t)APPENDIX_MAX) {
            k->own++;
            (k->own_numbered ? k->numbers : k->letters)[k->own] = true;
        }
    }
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        for (size_t i = 0; i < c->passages[v].n; i++) {
            const struct passage *p = &c->passages[v].items[i];
            struct name name;
            if (find_name(p->text, 0, &name) && is_declared(p, &name)) {
                *known_as(k, &name) = true;
            }
        }
    }
}

/* `2`, or `B`. */
static Str index_text(struct arena *a, const struct name *name, int index)
{
    return name->number ? str_printf(a, "%d", index)
                        : str_printf(a, "%c", 'A' + index - 1);
}

/* An appendix 3 where nothing is appendix 1 or 2. */
static void check_gap(const struct check *c, struct known *k,
                      const struct passage *p, const struct name *name)
{
    struct name first = *name;
    for (; first.index > 1; first.index--) {
        struct name before = first;
        before.index--;
        if (*known_as(k, &before)) {
            break;
        }
    }
    if (first.index == name->index) {
        return;
    }
    Str said = str_to(str_from(p->text, name->at), name->n);
    Str last = index_text(c->arena, name, name->index - 1);
    Str missing =
        first.index == name->index - 1
            ? last
            : str_printf(c->arena, "%.*s %s %.*s",
                         STR_ARG(index_text(c->arena, name, first.index)),
                         first.index == name->index - 2 ? "or" : "to",
                         STR_ARG(last));
    diag_warning(c->diags, p->src, passage_place(p, name->at, name->n),
                 "appendix-sequence",
                 "there is an %.*s here and no appendix %.*s", STR_ARG(said),
                 STR_ARG(missing));
    diag_help(c->diags, "list the files under `appendices` in publication.yaml "
                        "and leave this out; Duet counts them");
}

static void check_name(const struct check *c, struct known *k,
                       const struct passage *p, const struct name *name)
{
    if (is_declared(p, name)) {
        check_gap(c, k, p, name);
        return;
    }
    if (*known_as(k, name) || is_anothers(p->text, name)) {
        return;
    }
    Str said = str_to(str_from(p->text, name->at), name->n);
    diag_warning(c->diags, p->src, passage_place(p, name->at, name->n),
                 "appendix-sequence", "there is no %.*s here", STR_ARG(said));
    if (k->own == 0) {
        diag_help(c->diags, "this publication has no appendices; say which "
                            "document is meant, or take the words out");
    } else {
        Str last = k->own_numbered
                       ? str_printf(c->arena, "A%zu", k->own)
                       : str_printf(c->arena, "%c", (char)('A' + k->own - 1));
        diag_help(c->diags,
                  "the last one is %.*s; link to the one that is meant, [its "
                  "title](file.md), and Duet writes its letter",
                  STR_ARG(last));
    }
}

void check_appendices(const struct check *c)
{
    struct known k = {0};
    learn(c, &k);
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        for (size_t i = 0; i < c->passages[v].n; i++) {
            const struct passage *p = &c->passages[v].items[i];
            struct name name = {0};
            for (size_t at = 0; find_name(p->text, at, &name);
                 at = name.at + name.n) {
                if (!passage_inserted(p, name.at)) {
                    check_name(c, &k, p, &name);
                }
            }
        }
    }
}
