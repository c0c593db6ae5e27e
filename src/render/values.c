#include "render/values.h"

#include <string.h>

#include "base/suggest.h"
#include "model/references.h"
#include "render/chart_data.h"
#include "render/inline.h"
#include "render/line.h"
#include "render/target.h"
#include "render/tel.h"

/* What is being made of one record. */
struct making {
    struct body *body;
    const struct record *record;
    struct value *map;
    bool explain;
    /* The one that refers to it, or NULL. What is referred to has names and
     * texts, but of other records only those of its own kind, one after the
     * other: the level that a level includes, and what that one includes. */
    const struct making *above;
};

/* `if-refused` gives `if_refused`: a hyphen is not part of a template's name */
static Str value_name(struct arena *a, Str field, const char *suffix)
{
    Str tail = str_from_c(suffix);
    char *p = arena_bytes(a, field.n + tail.n);
    for (size_t i = 0; i < field.n; i++) {
        p[i] = field.p[i] == '-' ? '_' : field.p[i];
    }
    memcpy(p + field.n, tail.p, tail.n);
    return (Str){p, field.n + tail.n};
}

static void set(struct making *m, Str field, const char *suffix,
                struct value *value)
{
    value_set(m->map, value_name(m->body->arena, field, suffix), value);
}

/* What a choice is called: the theme's words for it. */
static struct value *label(struct making *m, Str field, Str choice)
{
    struct body *b = m->body;
    Str key =
        str_printf(b->arena, "%.*s-%.*s-%.*s", STR_ARG(m->record->kind->name),
                   STR_ARG(field), STR_ARG(choice));
    return value_text(b->arena, theme_string(b->scene->theme, b->diags, key));
}

static void set_date(struct making *m, Str field, const struct slot *slot)
{
    struct arena *a = m->body->arena;
    bool dated = slot->set && slot->text == NULL && !slot->yes;
    set(m, field, "",
        dated ? value_text(a,
                           date_said(a, m->body->scene->ed->locale, slot->date))
              : value_null(a));
    set(m, field, "_iso",
        dated ? value_text(a, date_iso(a, slot->date)) : value_null(a));
    if (slot->set && slot->text != NULL) {
        set(m, field, "",
            value_markup(a, body_text(m->body, slot->text, m->explain)));
    }
}

static void set_texts(struct making *m, Str field,
                      const struct voiced_list *list)
{
    struct body *b = m->body;
    struct value *out = value_list(b->arena);
    size_t voice = b->scene->ed->voice;
    if (list != NULL && list->whole) {
        if (list->voice[voice].n == 0) {
            voice = 0;
        }
        for (size_t i = 0; i < list->voice[voice].n; i++) {
            Str text = body_phrase(b, list->src, &list->voice[voice].items[i],
                                   m->explain);
            value_add(b->arena, out, value_markup(b->arena, text));
        }
    }
    for (size_t i = 0; list != NULL && i < list->nitems; i++) {
        Str text = body_text(b, list->items[i], m->explain);
        value_add(b->arena, out, value_markup(b->arena, text));
    }
    set(m, field, "", out);
}

static struct value *of_record(struct body *b, const struct record *r,
                               bool explain, const struct making *above);

/* Whether the field leads on from what is made, and not back in a ring. */
static bool leads_on(const struct making *m, const struct field *f,
                     const struct record *r)
{
    for (const struct making *at = m; at != NULL; at = at->above) {
        if (at->record == r) {
            return false;
        }
    }
    return m->above == NULL || str_eq(f->refers, m->record->kind->name);
}

static void set_reference(struct making *m, const struct field *f,
                          const struct slot *slot)
{
    struct body *b = m->body;
    const struct record *r =
        slot->set ? reference_find(b->scene->pub, f->refers, slot->word) : NULL;
    set(m, f->name, "",
        r == NULL || !leads_on(m, f, r) ? value_null(b->arena)
                                        : of_record(b, r, false, m));
}

static void set_words(struct making *m, const struct field *f,
                      const struct slot *slot)
{
    struct body *b = m->body;
    struct value *out = value_list(b->arena);
    for (size_t i = 0; i < slot->nwords; i++) {
        Str word = slot->words[i].text;
        if (f->type == FIELD_REFS) {
            const struct record *r =
                m->above != NULL
                    ? NULL
                    : reference_find(b->scene->pub, f->refers, word);
            if (r != NULL) {
                value_add(b->arena, out, of_record(b, r, false, m));
            }
        } else if (f->type == FIELD_CHOICES) {
            struct value *item = value_map(b->arena);
            value_set(item, S("id"), value_text(b->arena, word));
            value_set(item, S("label"), label(m, f->name, word));
            value_add(b->arena, out, item);
        } else {
            value_add(b->arena, out,
                      line_shown(b, f, word, slot->words[i].lang));
        }
    }
    set(m, f->name, "", out);
}

/* Newest first; records without a date keep their order. */
static void sort_by_date(struct record **records, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct record *r = records[i];
        Date date = record_slot(r, S("date"))->date;
        size_t at = i;
        while (at > 0 && date_cmp(record_slot(records[at - 1], S("date"))->date,
                                  date) < 0) {
            records[at] = records[at - 1];
            at--;
        }
        records[at] = r;
    }
}

void values_have(struct arena *a, struct value *map, Str list,
                 const struct kind *kind, struct record *const *records,
                 size_t n)
{
    for (size_t f = 0; f < kind->nfields; f++) {
        bool have = false;
        for (size_t i = 0; i < n; i++) {
            have = have || records[i]->slots[f].set;
        }
        Str name = str_printf(a, "%.*s_have_%.*s", STR_ARG(list),
                              STR_ARG(kind->fields[f].name));
        value_set(map, value_name(a, name, ""), value_bool(a, have));
    }
}

static void set_records(struct making *m, const struct field *f,
                        const struct slot *slot)
{
    struct body *b = m->body;
    struct value *out = value_list(b->arena);
    size_t n = m->above != NULL ? 0 : slot->nrecords;
    struct record **sorted = ARENA_NEW(b->arena, struct record *, n + 1);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = slot->records[i];
    }
    if (str_eq(f->name, S("updates"))) {
        sort_by_date(sorted, n);
    }
    for (size_t i = 0; i < n; i++) {
        struct value *item = of_record(b, sorted[i], m->explain, NULL);
        value_set(item, S("is_first"), value_bool(b->arena, i == 0));
        value_add(b->arena, out, item);
    }
    set(m, f->name, "", out);
    values_have(b->arena, m->map, f->name, f->of, sorted, n);
    Str count = str_printf(b->arena, "n%.*s", STR_ARG(f->name));
    set(m, count, "",
        value_text(b->arena,
                   str_printf(b->arena, "%zu", n == 0 ? (size_t)1 : n)));
}

static struct value *of_points(struct arena *a, const struct chart *c,
                               const struct chart_series *series)
{
    struct value *out = value_list(a);
    for (size_t i = 0; i < c->n; i++) {
        struct value *item = value_map(a);
        value_set(item, S("x"), value_text(a, c->names[i]));
        value_set(item, S("value"), value_text(a, series->shown[i]));
        value_add(a, out, item);
    }
    return out;
}

/* The numbers of a figure, as they are said: `points`, or `series` of them
 * with the newest of each. */
static void set_numbers(struct making *m, const struct field *f)
{
    struct body *b = m->body;
    struct arena *a = b->arena;
    struct value *out = value_list(a);
    set(m, f->name, "", out);
    if (!record_slot(m->record, f->name)->set || !figure_is_whole(m->record)) {
        return;
    }
    struct chart c = chart_read(b->scene->ed, a, b->diags, m->record);
    if (f->type == FIELD_POINTS) {
        set(m, f->name, "", of_points(a, &c, &c.series[0]));
        return;
    }
    for (size_t i = 0; i < c.nseries; i++) {
        struct value *item = value_map(a);
        struct value *points = of_points(a, &c, &c.series[i]);
        value_set(item, S("name"), value_text(a, c.series[i].name));
        value_set(item, S("points"), points);
        value_set(item, S("last"),
                  c.n > 0 ? points->items[c.n - 1] : value_null(a));
        value_add(a, out, item);
    }
}

struct value *values_icon(struct body *b, const struct record *r)
{
    const struct slot *slot = record_slot(r, S("icon"));
    struct value *icons = b->scene->theme->icons;
    struct value *icon = slot->set ? value_get(icons, slot->word) : NULL;
    if (slot->set && icon == NULL) {
        struct suggest s = suggest_for(slot->word);
        for (size_t i = 0; i < icons->fields.n; i++) {
            suggest_try(&s, icons->fields.entries[i].key);
        }
        diag_error(b->diags, r->src, slot->where, "unknown-icon",
                   "the theme '%.*s' has no picture '%.*s'",
                   STR_ARG(b->scene->theme->name), STR_ARG(slot->word));
        if (s.best.n > 0) {
            diag_help(b->diags, "did you mean '%.*s'?", STR_ARG(s.best));
        } else {
            diag_help(b->diags, "its pictures are the files in icons/");
        }
    }
    return icon == NULL ? value_null(b->arena) : icon;
}

/* Whether the contact's hours say already that a call is free. */
static bool says_free(struct making *m)
{
    struct body *b = m->body;
    Str hours = body_text(b, record_text(m->record, S("hours")), false);
    Str free = theme_string(b->scene->theme, b->diags, S("call-free-word"));
    for (size_t i = 0; i + free.n <= hours.n; i++) {
        size_t k = 0;
        while (k < free.n && ascii_lower(hours.p[i + k]) == free.p[k]) {
            k++;
        }
        if (k == free.n) {
            return true;
        }
    }
    return false;
}

static void set_word(struct making *m, const struct field *f,
                     const struct slot *slot)
{
    struct arena *a = m->body->arena;
    Str word = slot->set ? slot->word : S("");
    if (str_eq(f->name, S("icon"))) {
        set(m, f->name, "", values_icon(m->body, m->record));
        return;
    }
    set(m, f->name, "", line_of_record(m->body, m->record, f));
    if (f->type == FIELD_CHOICE) {
        set(m, f->name, "_label",
            slot->set ? label(m, f->name, word) : value_null(a));
        Str meaning =
            str_printf(a, "%.*s-%.*s", STR_ARG(f->name), STR_ARG(word));
        struct value *icon = value_get(m->body->scene->theme->icons, meaning);
        set(m, f->name, "_icon", icon == NULL ? value_null(a) : icon);
    }
    if (str_eq(f->name, S("tel"))) {
        set(m, f->name, "_href", value_text(a, tel_call(a, word)));
        set(m, f->name, "_free",
            value_bool(a, tel_is_free(word) && !says_free(m)));
        set(m, f->name, "_urgent", value_bool(a, tel_is_urgent(word)));
    } else if (str_eq(f->name, S("text"))) {
        set(m, f->name, "_href", value_text(a, tel_message(a, word)));
    }
}

/* What the theme calls a tag that no record explains. */
static struct value *tag_label(struct making *m, const struct field *f,
                               const struct slot *slot)
{
    struct body *b = m->body;
    const struct map *strings = &b->scene->theme->strings;
    Str prefix = str_printf(b->arena, "%.*s-%.*s-",
                            STR_ARG(m->record->kind->name), STR_ARG(f->name));
    Str key =
        str_printf(b->arena, "%.*s%.*s", STR_ARG(prefix), STR_ARG(slot->word));
    if (map_get(strings, key) != NULL) {
        return label(m, f->name, slot->word);
    }
    struct suggest s = suggest_for(slot->word);
    for (size_t i = 0; i < strings->n; i++) {
        if (str_starts(strings->entries[i].key, prefix)) {
            suggest_try(&s, str_from(strings->entries[i].key, prefix.n));
        }
    }
    diag_error(b->diags, m->record->src, slot->where, "unknown-choice",
               "'%.*s' cannot be '%.*s'", STR_ARG(f->name),
               STR_ARG(slot->word));
    if (s.best.n > 0) {
        diag_help(b->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(b->diags, "declare it under `%.*s` in %.*s",
                  STR_ARG(kind_find(f->refers)->plural),
                  STR_ARG(kind_find(f->refers)->file));
    }
    return value_null(b->arena);
}

/* A tag is called what the record says that explains it, or else what the
 * theme says. */
static void set_tag(struct making *m, const struct field *f,
                    const struct slot *slot)
{
    struct body *b = m->body;
    Str word = slot->set ? slot->word : S("");
    const struct record *r =
        slot->set ? reference_find(b->scene->pub, f->refers, word) : NULL;
    set(m, f->name, "", value_text(b->arena, word));
    set(m, f->name, "_label",
        r != NULL
            ? value_markup(b->arena,
                           body_text(b, record_text(r, S("title")), false))
        : slot->set ? tag_label(m, f, slot)
                    : value_null(b->arena));
}

/* Titles and names stand in headings and links, which hold no other link. */
static bool may_explain(Str field)
{
    static const Str names[] = {STR_INIT("title"), STR_INIT("name"),
                                STR_INIT("objective")};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_eq(field, names[i])) {
            return false;
        }
    }
    return true;
}

static void set_group(struct making *m, const struct field *f,
                      const struct slot *slot)
{
    struct body *b = m->body;
    set(m, f->name, "",
        slot->nrecords == 0
            ? value_null(b->arena)
            : of_record(b, slot->records[0], m->explain, m->above));
}

static void set_field(struct making *m, const struct field *f,
                      const struct slot *slot)
{
    struct body *b = m->body;
    switch (f->type) {
    case FIELD_TEXT:
        set(m, f->name, "",
            value_markup(
                b->arena,
                body_text(b, slot->text, m->explain && may_explain(f->name))));
        return;
    case FIELD_TEXTS:
        set_texts(m, f->name, slot->texts);
        return;
    case FIELD_ID:
        set(m, f->name, "", value_text(b->arena, m->record->id));
        return;
    case FIELD_WORD:
    case FIELD_NUMBER:
    case FIELD_RATCHET:
    case FIELD_LINK:
    case FIELD_CHOICE:
        set_word(m, f, slot);
        return;
    case FIELD_YES:
        set(m, f->name, "", value_bool(b->arena, slot->yes));
        return;
    case FIELD_START:
        set(m, f->name, "_prospective", value_bool(b->arena, slot->yes));
        set_date(m, f->name, slot);
        return;
    case FIELD_TAG:
        set_tag(m, f, slot);
        return;
    case FIELD_DATE:
    case FIELD_DUE:
        set_date(m, f->name, slot);
        return;
    case FIELD_REF:
        set_reference(m, f, slot);
        return;
    case FIELD_WORDS:
    case FIELD_CHOICES:
    case FIELD_REFS:
        set_words(m, f, slot);
        return;
    case FIELD_GROUP:
        set_group(m, f, slot);
        return;
    case FIELD_RECORDS:
        set_records(m, f, slot);
        return;
    case FIELD_POINTS:
    case FIELD_SERIES:
        set_numbers(m, f);
        return;
    case FIELD_TREE:
        return;
    }
}

/* For every list a boolean, so that a template writes a heading once. */
static void set_has(struct making *m, const struct field *f)
{
    struct arena *a = m->body->arena;
    struct value *v = value_get(m->map, value_name(a, f->name, ""));
    if (v != NULL && v->kind == VALUE_LIST) {
        Str name = str_printf(a, "has_%.*s", STR_ARG(f->name));
        set(m, name, "", value_bool(a, v->nitems > 0));
    }
}

static struct value *of_record(struct body *b, const struct record *r,
                               bool explain, const struct making *above)
{
    struct making m = {b, r, value_map(b->arena), explain, above};
    for (size_t i = 0; i < r->kind->nfields; i++) {
        set_field(&m, &r->kind->fields[i], &r->slots[i]);
        set_has(&m, &r->kind->fields[i]);
    }
    value_set(m.map, S("href"),
              value_text(b->arena, target_record(b->scene, b->arena, r)));
    return m.map;
}

struct value *values_of_record(struct body *b, const struct record *r,
                               bool explain)
{
    return of_record(b, r, explain, NULL);
}

struct value *values_of_records(struct body *b,
                                const struct record_list *records)
{
    struct value *list = value_list(b->arena);
    for (size_t i = 0; i < records->n; i++) {
        const struct record *r = records->items[i];
        struct value *item = of_record(b, r, true, NULL);
        if (r->id.n > 0) {
            Str id = target_record_id(b->arena, b->chapter, r);
            value_set(item, S("id"),
                      value_text(b->arena, names_take(&b->ids, id)));
        }
        value_set(item, S("is_first"), value_bool(b->arena, i == 0));
        value_add(b->arena, list, item);
    }
    return list;
}

/* A group's own values: those of the record that explains the tag. */
static struct value *new_group(struct body *b, const struct field *tag,
                               Str word, const struct value *label)
{
    static const Str texts[] = {STR_INIT("text")};
    static const Str words[] = {STR_INIT("act"), STR_INIT("section"),
                                STR_INIT("url")};
    const struct record *r = reference_find(b->scene->pub, tag->refers, word);
    struct value *g = value_map(b->arena);
    value_set(g, S("id"), value_text(b->arena, word));
    value_set(g, S("title"), (struct value *)label);
    for (size_t i = 0; i < COUNT(texts); i++) {
        Str text =
            r == NULL ? S("") : body_text(b, record_text(r, texts[i]), true);
        value_set(g, texts[i], value_markup(b->arena, text));
    }
    for (size_t i = 0; i < COUNT(words); i++) {
        Str text = r == NULL ? S("") : record_word(r, words[i]);
        value_set(g, words[i], value_text(b->arena, text));
    }
    bool prospective = r != NULL && record_slot(r, S("from"))->yes;
    value_set(g, S("prospective"), value_bool(b->arena, prospective));
    value_set(g, S("records"), value_list(b->arena));
    return g;
}

static struct value *find_group(const struct value *groups, Str word)
{
    for (size_t i = 0; i < groups->nitems; i++) {
        if (str_eq(value_get(groups->items[i], S("id"))->text, word)) {
            return groups->items[i];
        }
    }
    return NULL;
}

/* Takes the empty groups out, and says at which level headings stand. */
static struct value *finish_groups(struct body *b, const struct value *groups,
                                   int level)
{
    struct arena *a = b->arena;
    struct value *out = value_list(a);
    for (size_t i = 0; i < groups->nitems; i++) {
        if (value_true(value_get(groups->items[i], S("records")))) {
            value_add(a, out, groups->items[i]);
        }
    }
    bool many = out->nitems > 1;
    for (size_t i = 0; i < out->nitems; i++) {
        struct value *g = out->items[i];
        value_set(g, S("show_heading"), value_bool(a, many));
        value_set(g, S("heading_level"),
                  value_text(a, str_printf(a, "%d", level)));
        value_set(g, S("level"),
                  value_text(a, str_printf(a, "%d", level + many)));
        value_set(g, S("has_records"), value_bool(a, true));
    }
    return out;
}

struct value *values_groups(struct body *b, const struct kind *kind,
                            const struct record_list *records,
                            const struct value *list, int level)
{
    struct arena *a = b->arena;
    struct value *groups = value_list(a);
    size_t tag = 0;
    while (tag < kind->nfields && kind->fields[tag].type != FIELD_TAG) {
        tag++;
    }
    if (tag == kind->nfields) {
        return groups;
    }
    const struct field *f = &kind->fields[tag];
    Str label = value_name(a, f->name, "_label");
    const struct record_list *heads =
        &b->scene->pub->lists[kind_index(kind_find(f->refers))];
    for (size_t i = 0; i < heads->n; i++) {
        struct value *title = value_markup(
            a, body_text(b, record_text(heads->items[i], S("title")), false));
        value_add(a, groups, new_group(b, f, heads->items[i]->id, title));
    }
    for (size_t i = 0; i < records->n; i++) {
        Str word = records->items[i]->slots[tag].word;
        struct value *g = find_group(groups, word);
        if (g == NULL) {
            g = new_group(b, f, word, value_get(list->items[i], label));
            value_add(a, groups, g);
        }
        value_add(a, value_get(g, S("records")), list->items[i]);
    }
    return finish_groups(b, groups, level);
}
