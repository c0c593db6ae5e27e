#include "model/load.h"

#include <string.h>

#include "base/buf.h"
#include "base/decimal.h"
#include "base/suggest.h"
#include "read/link.h"

static bool wrong_type(const struct loading *l, const struct yaml *y,
                       const struct field *f, const char *expected,
                       const char *help)
{
    diag_error(l->diags, l->src, y->where, "wrong-type", "'%.*s' must be %s",
               STR_ARG(f->name), expected);
    diag_help(l->diags, "%s", help);
    return false;
}

static bool load_word(const struct loading *l, const struct yaml *y,
                      const struct field *f, struct phrase *out)
{
    if (y->kind != YAML_SCALAR || str_trim(y->text).n == 0) {
        return wrong_type(l, y, f, "one word or line of text",
                          "write `key: text` on one line");
    }
    if (str_find(y->text, S("{{")) < y->text.n) {
        diag_error(l->diags, l->src, y->where, "misplaced-insert",
                   "'%.*s' is the same in all editions and cannot hold an "
                   "insert",
                   STR_ARG(f->name));
        diag_help(l->diags, "write the words themselves");
        return false;
    }
    *out =
        (struct phrase){.text = str_trim(y->text),
                        .where = y->where,
                        .lang = diags_source(l->diags, l->src, y->where)->lang,
                        .original = y->original};
    return true;
}

static bool check_choice(const struct loading *l, const struct field *f,
                         const struct phrase *word)
{
    if (choices_have(f->choices, word->text)) {
        return true;
    }
    struct suggest s = suggest_for(word->text);
    Str rest = f->choices, choice;
    while (str_cut_word(&rest, &choice)) {
        suggest_try(&s, choice);
    }
    diag_error(l->diags, l->src, word->where, "unknown-choice",
               "'%.*s' cannot be '%.*s'", STR_ARG(f->name),
               STR_ARG(word->text));
    if (s.best.n > 0) {
        diag_help(l->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(l->diags, "write one of: %.*s", STR_ARG(f->choices));
    }
    return false;
}

static bool check_id(const struct loading *l, const struct phrase *word)
{
    if (str_is_id(word->text)) {
        return true;
    }
    diag_error(l->diags, l->src, word->where, "bad-id",
               "'%.*s' cannot be an id", STR_ARG(word->text));
    diag_help(l->diags, "write small letters, digits and hyphens, with a "
                        "letter first: safe-home");
    return false;
}

static bool check_link(const struct loading *l, const struct phrase *word)
{
    if (link_judge(word->text) == LINK_OUTWARD) {
        return true;
    }
    diag_error(l->diags, l->src, word->where, "bad-link",
               "'%.*s' is not a web address", STR_ARG(word->text));
    diag_help(l->diags, "write the whole address, with https:// at its start");
    return false;
}

static bool check_number(const struct loading *l, const struct field *f,
                         const struct phrase *word)
{
    Decimal number;
    if (decimal_parse(word->text, &number)) {
        return true;
    }
    bool digits = true;
    for (size_t i = 0; i < word->text.n; i++) {
        char c = word->text.p[i];
        digits = digits && (ascii_digit(c) || c == '.');
    }
    diag_error(l->diags, l->src, word->where, "wrong-type",
               "'%.*s' must be a number, not '%.*s'", STR_ARG(f->name),
               STR_ARG(word->text));
    diag_help(l->diags,
              digits ? "write at most 11 digits before a point and 1 to 4 "
                       "behind it"
                     : "write digits alone, without a unit or a comma: 1200");
    return false;
}

static bool load_date(const struct loading *l, const struct yaml *y,
                      const struct field *f, struct slot *slot)
{
    struct phrase word;
    if (!load_word(l, y, f, &word)) {
        return false;
    }
    slot->word = word.text;
    if (date_parse(word.text, &slot->date)) {
        return true;
    }
    diag_error(l->diags, l->src, word.where, "bad-date", "'%.*s' is not a date",
               STR_ARG(word.text));
    diag_help(l->diags, "write year-month-day (2022-07-19), or only "
                        "year-month (2022-07)");
    return false;
}

/* A law's beginning: a date, or `prospective` while that is not settled. */
static bool load_start(const struct loading *l, const struct yaml *y,
                       const struct field *f, struct slot *slot)
{
    if (y->kind == YAML_SCALAR && str_eq(y->text, S("prospective"))) {
        slot->word = y->text;
        slot->yes = true;
        return true;
    }
    return load_date(l, y, f, slot);
}

static bool load_due(const struct loading *l, const struct yaml *y,
                     struct slot *slot)
{
    if (y->kind == YAML_SCALAR && date_parse(str_trim(y->text), &slot->date)) {
        slot->word = str_trim(y->text);
        return true;
    }
    slot->text = voiced_load(l, y);
    return slot->text != NULL;
}

/* One word that a field's type holds to some form. */
static bool load_checked(const struct loading *l, const struct yaml *y,
                         const struct field *f, struct slot *slot)
{
    struct phrase word;
    if (!load_word(l, y, f, &word)) {
        return false;
    }
    slot->word = word.text;
    switch ((int)f->type) {
    case FIELD_ID:
    case FIELD_REF:
    case FIELD_TAG:
        return check_id(l, &word);
    case FIELD_CHOICE:
        return check_choice(l, f, &word);
    case FIELD_NUMBER:
    case FIELD_RATCHET:
        return check_number(l, f, &word);
    case FIELD_LINK:
        slot->word = link_escape(l->arena, word.text);
        return check_link(l, &word);
    case FIELD_YES:
        slot->yes = str_eq(word.text, S("true"));
        return slot->yes || str_eq(word.text, S("false")) ||
               wrong_type(l, y, f, "true or false", "write true or false");
    default:
        return true;
    }
}

static bool load_ratchet(const struct loading *l, const struct yaml *y,
                         const struct field *f, struct slot *slot)
{
    if (y->kind != YAML_MAP) {
        return load_checked(l, y, f, slot);
    }
    struct record *r = record_load(l, y, f->of, false);
    if (r != NULL) {
        *LIST_ADD(l->arena, slot->records, slot->nrecords) = r;
        slot->word = r->slots[0].word;
    }
    return slot->word.n > 0;
}

static bool load_words(const struct loading *l, const struct yaml *y,
                       const struct field *f, struct slot *slot)
{
    const struct yaml *const *items =
        y->kind == YAML_LIST ? (const struct yaml *const *)y->items : &y;
    size_t n = y->kind == YAML_LIST ? y->n : 1;
    for (size_t i = 0; i < n; i++) {
        struct phrase word;
        if (!load_word(l, items[i], f, &word) ||
            (f->type == FIELD_CHOICES && !check_choice(l, f, &word)) ||
            (f->type == FIELD_REFS && !check_id(l, &word))) {
            return false;
        }
        *LIST_ADD(l->arena, slot->words, slot->nwords) = word;
    }
    return true;
}

static bool load_points(const struct loading *l, const struct yaml *y,
                        const struct field *f, struct slot *slot)
{
    if (y->kind != YAML_MAP || y->n == 0) {
        return wrong_type(l, y, f, "numbers by name",
                          "write {2021: 298, 2022: 294}");
    }
    struct series *s = LIST_ADD(l->arena, slot->series, slot->nseries);
    *s = (struct series){.name = S("")};
    for (size_t i = 0; i < y->n; i++) {
        struct phrase number;
        if (!load_word(l, y->pairs[i].value, f, &number) ||
            !check_number(l, f, &number)) {
            return false;
        }
        *LIST_ADD(l->arena, s->points, s->npoints) =
            (struct point){y->pairs[i].key, number.text, number.where};
    }
    return true;
}

static bool load_series(const struct loading *l, const struct yaml *y,
                        const struct field *f, struct slot *slot)
{
    const char *help = "write {2018-19: [36, 30, 28], 2019-20: [22, 20, 21]}";
    if (y->kind != YAML_MAP || y->n == 0) {
        return wrong_type(l, y, f, "lists of numbers by name", help);
    }
    for (size_t i = 0; i < y->n; i++) {
        const struct yaml *list = y->pairs[i].value;
        if (list->kind != YAML_LIST) {
            return wrong_type(l, list, f, "lists of numbers by name", help);
        }
        struct series s = {.name = y->pairs[i].key};
        for (size_t k = 0; k < list->n; k++) {
            struct phrase number;
            if (!load_word(l, list->items[k], f, &number) ||
                !check_number(l, f, &number)) {
                return false;
            }
            *LIST_ADD(l->arena, s.points, s.npoints) =
                (struct point){S(""), number.text, number.where};
        }
        *LIST_ADD(l->arena, slot->series, slot->nseries) = s;
    }
    return true;
}

static bool load_slot(const struct loading *l, const struct yaml *y,
                      const struct field *f, struct slot *slot)
{
    slot->where = y->where;
    switch (f->type) {
    case FIELD_TEXT:
        slot->text = voiced_load(l, y);
        return slot->text != NULL;
    case FIELD_TEXTS:
        slot->texts = voiced_list_load(l, y);
        return slot->texts != NULL;
    case FIELD_DATE:
        return load_date(l, y, f, slot);
    case FIELD_DUE:
        return load_due(l, y, slot);
    case FIELD_START:
        return load_start(l, y, f, slot);
    case FIELD_ID:
    case FIELD_WORD:
    case FIELD_CHOICE:
    case FIELD_REF:
    case FIELD_TAG:
    case FIELD_NUMBER:
    case FIELD_YES:
    case FIELD_LINK:
        return load_checked(l, y, f, slot);
    case FIELD_RATCHET:
        return load_ratchet(l, y, f, slot);
    case FIELD_WORDS:
    case FIELD_CHOICES:
    case FIELD_REFS:
        return load_words(l, y, f, slot);
    case FIELD_GROUP: {
        struct record *r = record_load(l, y, f->of, false);
        if (r != NULL) {
            *LIST_ADD(l->arena, slot->records, slot->nrecords) = r;
        }
        return r != NULL;
    }
    case FIELD_RECORDS: {
        struct record_list list = records_load(l, y, f->of);
        slot->records = list.items;
        slot->nrecords = list.n;
        return true;
    }
    case FIELD_POINTS:
        return load_points(l, y, f, slot);
    case FIELD_SERIES:
        return load_series(l, y, f, slot);
    case FIELD_TREE:
        slot->tree = y;
        return true;
    }
    return false;
}

static void unknown_key(const struct loading *l, const struct yaml_pair *pair,
                        const struct kind *kind, bool kinds_too)
{
    struct suggest s = suggest_for(pair->key);
    struct buf names = buf_in(l->arena);
    for (size_t i = 0; i < kind->nfields; i++) {
        suggest_try(&s, kind->fields[i].name);
        buf_printf(&names, "%s%.*s", i > 0 ? ", " : "",
                   STR_ARG(kind->fields[i].name));
    }
    for (size_t i = 0; kinds_too && i < KIND_COUNT; i++) {
        if (kinds[i].file.n == 0) {
            suggest_try(&s, kinds[i].plural);
            buf_printf(&names, ", %.*s", STR_ARG(kinds[i].plural));
        }
    }
    const char *article =
        str_find_byte(S("aeiou"), kind->name.p[0]) < 5 ? "an" : "a";
    Str what = str_printf(l->arena, "%s %.*s", article, STR_ARG(kind->name));
    report_unknown_key(l, pair, str_c(l->arena, what), s.best, buf_str(&names));
}

/* Whether another field of `r` says that `f` is needed. */
static bool is_needed(const struct record *r, const struct field *f)
{
    return f->when.n > 0 && str_eq(record_word(r, f->when), f->says);
}

static void check_required(const struct loading *l, const struct record *r,
                           const struct yaml *y)
{
    for (size_t i = 0; i < r->kind->nfields; i++) {
        const struct field *f = &r->kind->fields[i];
        /* what was written but refused has been reported already */
        const struct yaml *written = yaml_get(y, f->name);
        if ((!f->required && !is_needed(r, f)) || r->slots[i].set ||
            (written != NULL && !yaml_is_empty(written))) {
            continue;
        }
        Str where = str_to(y->where, str_find_byte(y->where, '\n'));
        diag_error(l->diags, l->src, where, "missing-field",
                   "this %.*s has no '%.*s'", STR_ARG(r->kind->name),
                   STR_ARG(f->name));
        diag_help(l->diags, "add a line `%.*s: …` (%.*s)", STR_ARG(f->name),
                  STR_ARG(f->help));
    }
}

struct record *record_load(const struct loading *l, const struct yaml *y,
                           const struct kind *kind, bool kinds_too)
{
    if (y->kind != YAML_MAP) {
        diag_error(l->diags, l->src, y->where, "wrong-type",
                   "a %.*s is expected here, with its keys",
                   STR_ARG(kind->name));
        diag_help(l->diags, "write `%.*s: …`", STR_ARG(kind->fields[0].name));
        return NULL;
    }
    struct record *r = ARENA_NEW(l->arena, struct record, 1);
    r->kind = kind;
    r->src = diags_source(l->diags, l->src, y->where);
    r->where = y->where;
    r->slots = ARENA_NEW(l->arena, struct slot, kind->nfields);
    for (size_t i = 0; i < y->n; i++) {
        const struct yaml_pair *pair = &y->pairs[i];
        size_t f = kind_field(kind, pair->key);
        if (f < kind->nfields) {
            /* `key:` with nothing after it is a form not yet filled in */
            struct slot slot = {0};
            if (!yaml_is_empty(pair->value) &&
                load_slot(l, pair->value, &kind->fields[f], &slot)) {
                r->slots[f] = slot;
                r->slots[f].set = true;
            }
            r->slots[f].where = slot.where; /* of what was refused, too */
        } else if (!kinds_too || kind_find_plural(pair->key) == NULL) {
            unknown_key(l, pair, kind, kinds_too);
        }
    }
    check_required(l, r, y);
    size_t id = kind_field(kind, S("id"));
    if (id < kind->nfields && r->slots[id].set) {
        r->id = r->slots[id].word;
    }
    return r;
}

struct record_list records_load(const struct loading *l, const struct yaml *y,
                                const struct kind *kind)
{
    struct record_list list = {0};
    if (y->kind != YAML_LIST && !(y->kind == YAML_MAP && y->n == 0)) {
        diag_error(l->diags, l->src, y->where, "wrong-type",
                   "a list is expected here, one %.*s to an item",
                   STR_ARG(kind->name));
        diag_help(l->diags, "start each with a hyphen: `- %.*s: …`",
                  STR_ARG(kind->fields[0].name));
        return list;
    }
    for (size_t i = 0; y->kind == YAML_LIST && i < y->n; i++) {
        struct record *r = record_load(l, y->items[i], kind, false);
        if (r != NULL) {
            *LIST_ADD(l->arena, list.items, list.n) = r;
        }
    }
    return list;
}
