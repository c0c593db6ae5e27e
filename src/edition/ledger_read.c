#include "edition/ledger.h"

#include "base/file.h"
#include "edition/ledger_parts.h"

/* The state of reading one ledger. */
struct reading {
    struct ledger *to;
    struct diags *diags;
    const struct source *src;
    bool sound;
};

static void damaged(struct reading *r, Str where, const char *problem,
                    const char *help)
{
    diag_error(r->diags, r->src, str_to(where, str_find_byte(where, '\n')),
               "damaged-ledger", "%s", problem);
    diag_help(r->diags, "%s", help);
    r->sound = false;
}

static const char again[] =
    "take this entry away, and review it again with `duet review`";

/* Two versions that git could not merge. */
static bool check_conflicts(struct reading *r)
{
    Str rest = r->src->text, line;
    while (r->sound && str_cut_line(&rest, &line)) {
        if (str_starts(line, S("<<<<<<< ")) || str_eq(line, S("=======")) ||
            str_starts(line, S(">>>>>>> "))) {
            damaged(r, line, "two versions of the ledger meet here",
                    "keep the entries of both and take this line away; of an "
                    "entry that both have, keep one whole");
        }
    }
    return r->sound;
}

/* The text of `key`, which each entry must have. */
static bool read_word(struct reading *r, const struct yaml_pair *entry, Str key,
                      Str *out, Str *where)
{
    const struct yaml *y = yaml_get(entry->value, key);
    if (y == NULL || y->kind != YAML_SCALAR || str_trim(y->text).n == 0) {
        diag_error(r->diags, r->src, entry->where, "damaged-ledger",
                   "this entry has no '%.*s'", STR_ARG(key));
        diag_help(r->diags, "%s", again);
        r->sound = false;
        return false;
    }
    *out = str_trim(y->text);
    *where = y->where;
    return true;
}

static bool read_date(struct reading *r, Str word, Str where, Date *out)
{
    if (!date_parse(word, out) || out->day == 0) {
        damaged(r, where, "this is no day", "write it as in 2026-11-22");
        return false;
    }
    return true;
}

static bool read_hash(struct reading *r, Str word, Str where)
{
    bool hex = word.n == 32;
    for (size_t i = 0; i < word.n; i++) {
        char c = word.p[i];
        hex = hex && (ascii_digit(c) || (c >= 'a' && c <= 'f'));
    }
    if (!hex) {
        damaged(r, where, "this is no hash", again);
    }
    return hex;
}

static void refuse_other_keys(struct reading *r, const struct yaml *entry)
{
    static const Str keys[] = {STR_INIT("date"), STR_INIT("by"),
                               STR_INIT("source"), STR_INIT("text"),
                               STR_INIT("was")};
    for (size_t i = 0; i < entry->n; i++) {
        bool known = false;
        for (size_t k = 0; k < COUNT(keys); k++) {
            known = known || str_eq(entry->pairs[i].key, keys[k]);
        }
        if (!known) {
            damaged(r, entry->pairs[i].where, "an entry has no such key",
                    again);
        }
    }
}

static void read_entry(struct reading *r, const struct yaml_pair *pair)
{
    struct ledger_entry e = {.name = pair->key, .where = pair->where};
    Str date, was, date_at, where, source_at, text_at;
    if (pair->value->kind != YAML_MAP) {
        damaged(r, pair->where, "this entry has no date, no words and no role",
                again);
        return;
    }
    refuse_other_keys(r, pair->value);
    if (!read_word(r, pair, S("date"), &date, &date_at) ||
        !read_word(r, pair, S("by"), &e.by, &where) ||
        !read_word(r, pair, S("source"), &e.source, &source_at) ||
        !read_word(r, pair, S("text"), &e.text, &text_at) ||
        !read_word(r, pair, S("was"), &was, &where) ||
        !read_date(r, date, date_at, &e.date) ||
        !read_hash(r, e.source, source_at) || !read_hash(r, e.text, text_at)) {
        return;
    }
    /* the line breaks that are left in a folded text are those of blocks */
    e.was = pairs_words(r->to->arena, was);
    if (!ledger_hash_fits(r->to->arena, e.was, e.source)) {
        damaged(r, source_at,
                "this is not the hash of the words under `was`: one of them "
                "was changed by hand",
                again);
        return;
    }
    ledger_add(r->to, e);
}

/* What stood upstream, by parts; a part that was not there is empty. */
static bool read_was(struct reading *r, const struct yaml_pair *entry,
                     struct ledger_fork *out)
{
    static const char earlier[] = "take it from an earlier version of the file";
    struct arena *a = r->to->arena;
    const struct yaml *was = yaml_get(entry->value, S("was"));
    size_t known = out->date.year > 0 ? 3 : 1;
    if (was == NULL || was->kind != YAML_MAP || was->n == 0 ||
        entry->value->n != known) {
        damaged(r, entry->where,
                "this entry must say what was upstream, under `was`", earlier);
        return false;
    }
    for (size_t i = 0; i < was->n; i++) {
        const struct yaml_pair *pair = &was->pairs[i];
        if (pair->value->kind != YAML_SCALAR) {
            damaged(r, pair->where, "what was upstream is a text", earlier);
            return false;
        }
        *LIST_ADD(a, out->parts, out->nparts) =
            (struct ledger_was){pair->key, pairs_words(a, pair->value->text)};
    }
    return true;
}

static void read_fork(struct reading *r, const struct yaml_pair *pair)
{
    struct ledger_fork f = {.name = pair->key};
    Str date, date_at, by_at;
    bool reviewed = yaml_get(pair->value, S("date")) != NULL ||
                    yaml_get(pair->value, S("by")) != NULL;
    if (reviewed && (!read_word(r, pair, S("date"), &date, &date_at) ||
                     !read_word(r, pair, S("by"), &f.by, &by_at) ||
                     !read_date(r, date, date_at, &f.date))) {
        return;
    }
    if (read_was(r, pair, &f)) {
        *LIST_ADD(r->to->arena, r->to->forks, r->to->nforks) = f;
    }
}

static void read_age(struct reading *r, const struct yaml_pair *pair)
{
    Decimal years = 0;
    if (pair->value->kind != YAML_SCALAR ||
        !decimal_parse(str_trim(pair->value->text), &years) || years <= 0) {
        damaged(r, pair->where, "a reading age is a number of years",
                "take this line away, and accept the text again");
        return;
    }
    ledger_set_age(r->to, pair->key, years);
}

static void read_part(struct reading *r, const struct yaml_pair *part)
{
    static const struct {
        Str key;
        void (*read)(struct reading *r, const struct yaml_pair *pair);
    } keys[] = {
        {STR_INIT("reviewed"), read_entry},
        {STR_INIT("upstream"), read_fork},
        {STR_INIT("reading-ages"), read_age},
    };
    size_t k = 0;
    while (k < COUNT(keys) && !str_eq(part->key, keys[k].key)) {
        k++;
    }
    if (k == COUNT(keys)) {
        damaged(r, part->where, "a ledger has no such key",
                "its keys are: reviewed, upstream, reading-ages");
        return;
    }
    if (part->value->kind != YAML_MAP) {
        if (!yaml_is_empty(part->value)) {
            damaged(r, part->where, "what comes below this is not as it was",
                    "take it from an earlier version, or delete the file and "
                    "review again");
        }
        return;
    }
    for (size_t i = 0; i < part->value->n; i++) {
        keys[k].read(r, &part->value->pairs[i]);
    }
}

bool ledger_load(struct arena *a, struct diags *d, Str path, struct ledger *out)
{
    *out = (struct ledger){.arena = a, .path = path, .by_name = map_in(a)};
    if (file_kind(path) == FILE_NONE) {
        return true;
    }
    struct reading r = {.to = out, .diags = d, .sound = true};
    r.src = source_load(a, d, path, path);
    if (r.src == NULL || !check_conflicts(&r)) {
        return false;
    }
    out->bytes = r.src->text;
    size_t errors = diags_errors(d);
    const struct yaml *root = yaml_parse(a, d, r.src, r.src->text);
    if (root == NULL || diags_errors(d) > errors) {
        return false;
    }
    if (root->kind != YAML_MAP) {
        damaged(&r, root->where, "this is no ledger",
                "take it from an earlier version, or delete the file and "
                "review again");
    }
    for (size_t i = 0; root->kind == YAML_MAP && i < root->n; i++) {
        read_part(&r, &root->pairs[i]);
    }
    return r.sound;
}
