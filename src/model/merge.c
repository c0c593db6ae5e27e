#include "model/merge.h"

static struct yaml *new_like(const struct loading *l, const struct yaml *like)
{
    struct yaml *y = ARENA_NEW(l->arena, struct yaml, 1);
    y->kind = like->kind;
    y->where = like->where;
    return y;
}

static void add_pair(const struct loading *l, struct yaml *map,
                     struct yaml_pair pair)
{
    *LIST_ADD(l->arena, map->pairs, map->n) = pair;
}

static bool both_are(enum yaml_kind kind, const struct yaml *a,
                     const struct yaml *b)
{
    return a->kind == kind && b->kind == kind;
}

/* The keys of `below` in their order, with what `over` has, then its others. */
static struct yaml *merge_keys(const struct loading *l, struct yaml *below,
                               struct yaml *over)
{
    struct yaml *out = new_like(l, over);
    for (size_t i = 0; i < below->n; i++) {
        struct yaml_pair pair = below->pairs[i];
        for (size_t k = 0; k < over->n; k++) {
            if (str_eq(over->pairs[k].key, pair.key)) {
                pair = over->pairs[k];
            }
        }
        add_pair(l, out, pair);
    }
    for (size_t i = 0; i < over->n; i++) {
        if (yaml_get(below, over->pairs[i].key) == NULL) {
            add_pair(l, out, over->pairs[i]);
        }
    }
    return out;
}

/* What `text` says in the voice `id`, or NULL. */
static struct yaml *in_voice(struct yaml *text, Str id)
{
    return text->kind == YAML_MAP ? yaml_get(text, id) : text;
}

/* A list whose items have voices, as the list of one of them. */
static struct yaml *list_in_voice(const struct loading *l, struct yaml *list,
                                  Str id)
{
    struct yaml *out = new_like(l, list);
    for (size_t i = 0; i < list->n; i++) {
        struct yaml *item = in_voice(list->items[i], id);
        if (item != NULL) {
            *LIST_ADD(l->arena, out->items, out->n) = item;
        }
    }
    return out;
}

/* `below` for each voice of its own. */
static struct yaml *by_voices(const struct loading *l, struct yaml *below)
{
    struct yaml *out = new_like(l, below);
    out->kind = YAML_MAP;
    for (size_t v = 0; v < l->voices->n; v++) {
        Str id = l->voices->ids[v];
        struct yaml *own =
            below->kind == YAML_LIST ? list_in_voice(l, below, id) : below;
        add_pair(l, out, (struct yaml_pair){id, below->where, own});
    }
    return out;
}

/* A translation of the fields of records inside a record: those of a list are
 * told by their order. */
static struct yaml *translate_inside(const struct loading *l,
                                     struct yaml *below, struct yaml *over,
                                     const struct field *f)
{
    if (!both_are(YAML_LIST, below, over)) {
        return merge_fields(l, below, over, f->of, false);
    }
    struct yaml *out = new_like(l, below);
    for (size_t i = 0; i < below->n; i++) {
        *LIST_ADD(l->arena, out->items, out->n) =
            i < over->n
                ? merge_fields(l, below->items[i], over->items[i], f->of, false)
                : below->items[i];
    }
    if (over->n > below->n) {
        diag_error(l->diags, l->src, over->items[below->n]->where,
                   "not-a-translation",
                   "the original has no more than %zu of these", below->n);
        diag_help(l->diags, "take this one away");
    }
    return out;
}

/* A list of words, of which each knows the one that it translates: pages are
 * called by that in every language. */
static struct yaml *translate_words(const struct loading *l,
                                    const struct yaml *below, struct yaml *over)
{
    struct yaml *out = new_like(l, over);
    for (size_t i = 0; i < over->n; i++) {
        struct yaml *word = ARENA_NEW(l->arena, struct yaml, 1);
        *word = *over->items[i];
        word->original = i < below->n ? below->items[i]->text : S("");
        *LIST_ADD(l->arena, out->items, out->n) = word;
    }
    return out;
}

static bool is_inside(const struct field *f)
{
    return f->type == FIELD_GROUP || f->type == FIELD_RECORDS;
}

bool merge_by_id(const struct field *f, const struct yaml *value)
{
    bool known = f->type == FIELD_RECORDS && value->kind == YAML_LIST &&
                 kind_field(f->of, S("id")) < f->of->nfields;
    for (size_t i = 0; known && i < value->n; i++) {
        known = merge_key(value->items[i], f->of).n > 0;
    }
    return known;
}

static struct yaml *merge_value(const struct loading *l, struct yaml *below,
                                struct yaml *over, const struct field *f)
{
    bool by_voice = f->type == FIELD_TEXT || f->type == FIELD_TEXTS;
    bool by_key = by_voice || str_eq(f->name, S("allow"));
    if (l->src->lang.n > 0 && is_inside(f)) {
        return translate_inside(l, below, over, f);
    }
    if (l->src->lang.n > 0 && f->type == FIELD_WORDS &&
        both_are(YAML_LIST, below, over)) {
        return translate_words(l, below, over);
    }
    if (merge_by_id(f, below) && merge_by_id(f, over)) {
        return merge_records(l, below, over, f->of);
    }
    if (by_voice && below->kind != YAML_MAP && over->kind == YAML_MAP) {
        below = by_voices(l, below);
    }
    if (f->own || !by_key || !both_are(YAML_MAP, below, over)) {
        return over;
    }
    return merge_keys(l, below, over);
}

/* What a translation may say: texts, and where they stand. */
static bool is_text(const struct field *f)
{
    switch ((int)f->type) {
    case FIELD_TEXT:
    case FIELD_TEXTS:
    case FIELD_WORD:
    case FIELD_WORDS:
    case FIELD_DUE:
    case FIELD_ID:
    case FIELD_GROUP:
    case FIELD_RECORDS:
        return true;
    default:
        return false;
    }
}

static void check_texts_only(const struct loading *l, const struct yaml *over,
                             const struct kind *kind)
{
    for (size_t i = 0; l->src->lang.n > 0 && i < over->n; i++) {
        size_t f = kind_field(kind, over->pairs[i].key);
        bool editions = str_eq(over->pairs[i].key, S("editions")) &&
                        kind == &kind_publication;
        if (f < kind->nfields && !editions && !is_text(&kind->fields[f])) {
            diag_error(l->diags, l->src, over->pairs[i].where,
                       "not-a-translation",
                       "'%.*s' is the same in every language",
                       STR_ARG(over->pairs[i].key));
            diag_help(l->diags, "take it away; a translation has only texts");
        }
    }
}

/* What the pair of `below` says when `over` lies above it; false: nothing. */
static bool merge_pair(const struct loading *l, struct yaml_pair *pair,
                       struct yaml *over, const struct kind *kind,
                       bool kinds_too)
{
    const struct kind *records = kinds_too ? kind_find_plural(pair->key) : NULL;
    size_t f = kind_field(kind, pair->key);
    bool own = f < kind->nfields && kind->fields[f].own;
    struct yaml *above = yaml_get(over, pair->key);
    bool inherited = !own || l->src->lang.n > 0;
    if (above == NULL || yaml_is_empty(above)) {
        return inherited;
    }
    struct yaml *below = pair->value;
    for (size_t i = 0; i < over->n; i++) {
        if (str_eq(over->pairs[i].key, pair->key)) {
            *pair = over->pairs[i];
        }
    }
    if (str_eq(kind->name, S("publication")) &&
        str_eq(pair->key, S("editions"))) {
        pair->value = merge_editions(l, below, above);
    } else if (f < kind->nfields) {
        pair->value = merge_value(l, below, above, &kind->fields[f]);
    } else if (records != NULL) {
        pair->value = merge_records(l, below, above, records);
    }
    return true;
}

struct yaml *merge_fields(const struct loading *l, struct yaml *below,
                          struct yaml *over, const struct kind *kind,
                          bool kinds_too)
{
    if (below == NULL || !both_are(YAML_MAP, below, over)) {
        return over;
    }
    check_texts_only(l, over, kind);
    struct yaml *out = new_like(l, over);
    for (size_t i = 0; i < below->n; i++) {
        struct yaml_pair pair = below->pairs[i];
        if (merge_pair(l, &pair, over, kind, kinds_too)) {
            add_pair(l, out, pair);
        }
    }
    for (size_t i = 0; i < over->n; i++) {
        const struct kind *records =
            kinds_too ? kind_find_plural(over->pairs[i].key) : NULL;
        if (yaml_get(out, over->pairs[i].key) != NULL) {
            continue;
        }
        struct yaml_pair pair = over->pairs[i];
        if (records != NULL && pair.value->kind == YAML_LIST) {
            /* nothing below: what is dropped here is a mistake */
            struct yaml *none = new_like(l, pair.value);
            pair.value = merge_records(l, none, pair.value, records);
        }
        add_pair(l, out, pair);
    }
    return out;
}

struct yaml *merge_editions(const struct loading *l, struct yaml *below,
                            struct yaml *over)
{
    if (!both_are(YAML_MAP, below, over)) {
        return over;
    }
    struct yaml *out = merge_keys(l, below, over);
    for (size_t i = 0; i < out->n; i++) {
        struct yaml *under = yaml_get(below, out->pairs[i].key);
        struct yaml *above = yaml_get(over, out->pairs[i].key);
        out->pairs[i].value =
            above == NULL || yaml_is_empty(above)
                ? under
                : merge_fields(l, under, above, &kind_edition, false);
    }
    return out;
}

Str merge_key(const struct yaml *record, const struct kind *kind)
{
    const struct yaml *id = yaml_get(record, S("id"));
    for (size_t f = 0; id == NULL && f < kind->nfields; f++) {
        if (kind->fields[f].required && kind->fields[f].type == FIELD_WORD) {
            id = yaml_get(record, kind->fields[f].name);
        }
    }
    return id != NULL && id->kind == YAML_SCALAR ? id->text : S("");
}

static struct yaml *find_record(const struct yaml *list,
                                const struct kind *kind, Str key)
{
    for (size_t i = 0; key.n > 0 && i < list->n; i++) {
        if (str_eq(merge_key(list->items[i], kind), key)) {
            return list->items[i];
        }
    }
    return NULL;
}

bool merge_is_drop(const struct yaml *record)
{
    const struct yaml *drop = yaml_get(record, S("drop"));
    return drop != NULL && drop->kind == YAML_SCALAR &&
           str_eq(drop->text, S("true"));
}

static void check_drop(const struct loading *l, const struct yaml *record,
                       const struct kind *kind, bool known)
{
    Str where = str_to(record->where, str_find_byte(record->where, '\n'));
    const struct yaml *because = yaml_get(record, S("because"));
    if (because == NULL || yaml_is_empty(because)) {
        diag_error(l->diags, l->src, where, "drop-without-reason",
                   "this %.*s is dropped without a reason",
                   STR_ARG(kind->name));
        diag_help(l->diags, "add a line `because: …` that says why");
    }
    if (!known) {
        diag_error(l->diags, l->src, where, "unknown-reference",
                   "there is no %.*s with the id '%.*s' to drop",
                   STR_ARG(kind->name), STR_ARG(merge_key(record, kind)));
        diag_help(l->diags, "take this entry away");
    }
}

/* For those who still refer to it. */
static void keep_drop(const struct loading *l, const struct yaml *record,
                      const struct kind *kind)
{
    struct drop *drop = ARENA_NEW(l->arena, struct drop, 1);
    *drop = (struct drop){l->src, record->where};
    if (l->dropped != NULL) {
        map_put(l->dropped, merge_key(record, kind), drop);
    }
}

/* A translation adds nothing but words to explain. */
static bool is_unknown(const struct loading *l, const struct yaml *record,
                       const struct kind *kind)
{
    if (l->src->lang.n == 0 || str_eq(kind->name, S("term"))) {
        return false;
    }
    diag_error(l->diags, l->src,
               str_to(record->where, str_find_byte(record->where, '\n')),
               "not-a-translation",
               "there is no %.*s with the id '%.*s' to translate",
               STR_ARG(kind->name), STR_ARG(merge_key(record, kind)));
    diag_help(l->diags, "give it the id that the original has");
    return true;
}

struct yaml *merge_records(const struct loading *l, struct yaml *below,
                           struct yaml *over, const struct kind *kind)
{
    if (below == NULL || !both_are(YAML_LIST, below, over)) {
        return over;
    }
    struct yaml *out = new_like(l, over);
    for (size_t i = 0; i < below->n; i++) {
        struct yaml *under = below->items[i];
        struct yaml *above = find_record(over, kind, merge_key(under, kind));
        if (above != NULL && merge_is_drop(above)) {
            continue;
        }
        *LIST_ADD(l->arena, out->items, out->n) =
            above == NULL ? under : merge_fields(l, under, above, kind, false);
    }
    for (size_t i = 0; i < over->n; i++) {
        struct yaml *above = over->items[i];
        bool known = find_record(below, kind, merge_key(above, kind)) != NULL;
        if (merge_is_drop(above)) {
            check_drop(l, above, kind, known);
            keep_drop(l, above, kind);
        } else if (!known && is_unknown(l, above, kind)) {
            continue;
        } else if (!known) {
            *LIST_ADD(l->arena, out->items, out->n) = above;
        }
    }
    return out;
}

struct yaml *merge_lists(const struct loading *l, struct yaml *below,
                         struct yaml *over)
{
    static const struct kind no_fields = {.name = STR_INIT("file")};
    return merge_fields(l, below, over, &no_fields, true);
}
