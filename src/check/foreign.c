#include "check/foreign.h"

#include "base/map.h"
#include "check/match.h"
#include "check/wordset.h"

/* What a rule about names needs to know. */
struct own {
    struct map words;   /* of the council's name and area, in small letters */
    struct map generic; /* words that name no council */
    Str below[2 * LAYERS_MAX]; /* the names and areas of the layers below, in
                                  small letters */
    size_t nbelow;
};

static Str small(struct arena *a, Str word)
{
    char *p = arena_bytes(a, word.n);
    for (size_t i = 0; i < word.n; i++) {
        p[i] = ascii_lower(word.p[i]);
    }
    return (Str){p, word.n};
}

static void add_words(const struct check *c, struct map *to, Str text)
{
    for (size_t at = 0; at < text.n; at++) {
        Str word = match_letter_before(text, at) ? S("") : match_word(text, at);
        if (word.n > 0) {
            map_put(to, small(c->arena, word), to);
        }
    }
}

static bool about_others(const struct passage *p)
{
    static const Str kinds_of[] = {STR_INIT("case"), STR_INIT("resource"),
                                   STR_INIT("source"), STR_INIT("decision"),
                                   STR_INIT("figure")};
    for (size_t i = 0; p->record != NULL && i < COUNT(kinds_of); i++) {
        if (str_eq(p->record->kind->name, kinds_of[i])) {
            return true;
        }
    }
    return false;
}

/* The start of the word that ends at `end`, behind one space; `end` when none
 * does. */
static size_t word_before(Str text, size_t end)
{
    size_t at = end;
    if (at == 0 || text.p[at - 1] != ' ') {
        return end;
    }
    at--;
    while (at > 0 && !ascii_space(text.p[at - 1])) {
        at--;
    }
    return at;
}

/* "Telford and Wrekin", "London Borough of Barnet" */
static bool joins_names(Str text, size_t before, Str word)
{
    bool borough = str_ends(str_to(text, before), S("Borough ")) ||
                   str_ends(str_to(text, before), S("City "));
    return str_eq(word, S("and")) || str_eq(word, S("&")) ||
           (str_eq(word, S("of")) && borough);
}

/* Where the name starts that ends in "Council" at `at`: the words with a
 * capital before it, and what joins them. */
static size_t name_start(const struct check *c, const struct own *own, Str text,
                         size_t at, bool *foreign)
{
    size_t start = at, look = at;
    bool named = false;
    *foreign = false;
    for (size_t before; (before = word_before(text, look)) < look;) {
        Str word = str_trim(str_from(str_to(text, look), before));
        bool joins = joins_names(text, before, word);
        if (!joins &&
            (!match_capital(word) || match_word(word, 0).n < word.n)) {
            break; /* small, or with a sign behind it */
        }
        look = before;
        if (joins) {
            continue;
        }
        Str lower = small(c->arena, word);
        if (map_get(&own->words, lower) != NULL) {
            *foreign = false;
            return start;
        }
        bool generic = wordset_has(&own->generic, lower);
        named = named || !generic;
        start = named && generic ? start : before;
        if (named && generic) {
            break; /* "The Essex Council" */
        }
    }
    *foreign = named;
    return start;
}

/* The first name of a layer below at or after `from`, and of those that start
 * there the longest. Returns: where; text.n when there is none. */
static size_t find_below(const struct own *own, Str text, size_t from,
                         size_t *n)
{
    size_t best = text.n;
    *n = 0;
    for (size_t i = 0; i < own->nbelow; i++) {
        size_t at = match_find(text, from, own->below[i]);
        if (at < best || (at == best && at < text.n && own->below[i].n > *n)) {
            best = at;
            *n = own->below[i].n;
        }
    }
    return best;
}

static void check_passage(const struct check *c, const struct own *own,
                          Str name, const struct passage *p)
{
    static const Str council = STR_INIT("Council");
    Str text = p->text;
    for (size_t at = 0; (at += str_find(str_from(text, at), council)) < text.n;
         at += council.n) {
        bool foreign;
        size_t start = name_start(c, own, text, at, &foreign);
        if (match_letter(text, at + council.n) ||
            match_letter_before(text, at) || !foreign ||
            !texts_typed(p, start, 1)) {
            continue;
        }
        size_t n = at + council.n - start, known;
        if (find_below(own, str_to(text, start + n), start, &known) <
            start + n) {
            continue; /* check_below() says more */
        }
        diag_warning(c->diags, p->src, passage_place(p, start, n),
                     "foreign-council",
                     "'%.*s' is another council; this is the text of %.*s",
                     STR_ARG(str_to(str_from(text, start), n)), STR_ARG(name));
        diag_help(c->diags, "write {{ council.name }} if the text was copied; "
                            "if that council is meant, allow it and say why");
    }
}

/* The council of a layer below is foreign wherever its name or its area stands,
 * also without the word. */
static void check_below(const struct check *c, const struct own *own, Str name,
                        const struct passage *p)
{
    size_t n;
    for (size_t at = 0; (at = find_below(own, p->text, at, &n)) < p->text.n;
         at += n) {
        if (!texts_typed(p, at, n)) {
            continue;
        }
        diag_warning(c->diags, p->src, passage_place(p, at, n),
                     "foreign-council",
                     "'%.*s' is of the layer below; this is the text of %.*s",
                     STR_ARG(str_to(str_from(p->text, at), n)), STR_ARG(name));
        diag_help(c->diags, "write {{ council.name }} or {{ council.area }}, "
                            "which are always the right ones");
    }
}

static void add_below(const struct check *c, struct own *own,
                      const struct yaml *council, Str key)
{
    const struct yaml *y = council == NULL ? NULL : yaml_get(council, key);
    if (y == NULL || y->kind != YAML_SCALAR || str_trim(y->text).n == 0) {
        return;
    }
    Str lower = small(c->arena, str_trim(y->text));
    const struct record *mine = record_group(c->pub->record, S("council"));
    Str name = small(c->arena, record_word(mine, S("name")));
    Str area = small(c->arena, record_word(mine, S("area")));
    /* two councils of one county may both say where they are */
    if (match_find(name, 0, lower) == name.n &&
        match_find(area, 0, lower) == area.n) {
        own->below[own->nbelow++] = lower;
    }
}

static void add_layers(const struct check *c, struct own *own)
{
    for (size_t i = 1; i < c->pub->layers.n; i++) {
        const struct yaml *root = c->pub->layers.items[i].root;
        const struct yaml *council =
            root == NULL ? NULL : yaml_get(root, S("council"));
        add_below(c, own, council, S("name"));
        add_below(c, own, council, S("area"));
    }
}

void check_foreign(const struct check *c, const struct passages *all)
{
    const struct record *council = record_group(c->pub->record, S("council"));
    if (council == NULL) {
        return;
    }
    Str name = record_word(council, S("name"));
    bool says_council = match_find(name, 0, S("council")) < name.n;
    struct own own = {.words = map_in(c->arena),
                      .generic =
                          wordset_read(c->arena, S("generic-councils.txt"))};
    add_words(c, &own.words, name);
    add_words(c, &own.words, record_word(council, S("area")));
    add_layers(c, &own);
    for (size_t i = 0; i < all->n; i++) {
        if (about_others(&all->items[i])) {
            continue;
        }
        check_below(c, &own, name, &all->items[i]);
        if (says_council) {
            check_passage(c, &own, name, &all->items[i]);
        }
    }
}
