#include "model/voiced.h"

#include "base/buf.h"
#include "base/suggest.h"

size_t voices_find(const struct voices *v, Str id)
{
    size_t i = 0;
    while (i < v->n && !str_eq(v->ids[i], id)) {
        i++;
    }
    return i;
}

void report_unknown_key(const struct loading *l, const struct yaml_pair *pair,
                        const char *what, Str nearest, Str names)
{
    diag_error(l->diags, l->src, pair->where, "unknown-key",
               "%s has no key '%.*s'", what, STR_ARG(pair->key));
    if (nearest.n > 0) {
        diag_help(l->diags, "did you mean '%.*s'?", STR_ARG(nearest));
    } else {
        diag_help(l->diags, "its keys are: %.*s", STR_ARG(names));
    }
}

void report_unknown_edition(const struct loading *l, const struct source *src,
                            Str where, Str name)
{
    struct suggest s = suggest_for(name);
    struct buf names = buf_in(l->arena);
    for (size_t i = 0; i < l->voices->n; i++) {
        suggest_try(&s, l->voices->ids[i]);
        buf_printf(&names, "%s%.*s", i > 0 ? ", " : "",
                   STR_ARG(l->voices->ids[i]));
    }
    diag_error(l->diags, src, where, "unknown-edition",
               "there is no edition called '%.*s'", STR_ARG(name));
    if (s.best.n > 0) {
        diag_help(l->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(l->diags,
                  "write one of: %.*s; publication.yaml names them "
                  "under `editions`",
                  STR_ARG(buf_str(&names)));
    }
}

/* Returns: the voice that the key of `pair` names, or -1 after reporting. */
static int voice_of(const struct loading *l, const struct yaml_pair *pair)
{
    size_t voice = voices_find(l->voices, pair->key);
    if (voice < l->voices->n) {
        return (int)voice;
    }
    struct suggest s = suggest_for(pair->key);
    struct buf names = buf_in(l->arena);
    for (size_t i = 0; i < l->voices->n; i++) {
        suggest_try(&s, l->voices->ids[i]);
        buf_printf(&names, "%s%.*s", i > 0 ? ", " : "",
                   STR_ARG(l->voices->ids[i]));
    }
    report_unknown_key(l, pair, "a text", s.best, buf_str(&names));
    return -1;
}

static bool load_phrase(const struct loading *l, const struct yaml *y,
                        struct phrase *out)
{
    if (y->kind != YAML_SCALAR) {
        diag_error(l->diags, l->src, y->where, "wrong-type",
                   "a text is expected here");
        diag_help(l->diags, "write one text, or {formal: …, young: …}; put a "
                            "text that starts with [ or { between double "
                            "quotes");
        return false;
    }
    *out =
        (struct phrase){.text = str_trim(y->text),
                        .where = y->where,
                        .lang = diags_source(l->diags, l->src, y->where)->lang};
    return true;
}

struct voiced *voiced_load(const struct loading *l, const struct yaml *y)
{
    struct voiced *v = ARENA_NEW(l->arena, struct voiced, 1);
    v->src = diags_source(l->diags, l->src, y->where);
    v->where = y->where;
    if (y->kind != YAML_MAP) {
        return load_phrase(l, y, &v->plain) ? v : NULL;
    }
    for (size_t i = 0; i < y->n; i++) {
        int voice = voice_of(l, &y->pairs[i]);
        if (voice < 0 || !load_phrase(l, y->pairs[i].value, &v->voice[voice])) {
            return NULL;
        }
    }
    return v;
}

static bool load_whole(const struct loading *l, const struct yaml *y,
                       struct voiced_list *list)
{
    list->whole = true;
    for (size_t i = 0; i < y->n; i++) {
        int voice = voice_of(l, &y->pairs[i]);
        const struct yaml *items = y->pairs[i].value;
        if (voice < 0) {
            return false;
        }
        if (items->kind != YAML_LIST) {
            diag_error(l->diags, l->src, items->where, "wrong-type",
                       "a list of texts is expected here");
            diag_help(l->diags, "write one text to a line, each after a "
                                "hyphen and a space");
            return false;
        }
        for (size_t k = 0; k < items->n; k++) {
            struct phrase phrase;
            if (!load_phrase(l, items->items[k], &phrase)) {
                return false;
            }
            *LIST_ADD(l->arena, list->voice[voice].items,
                      list->voice[voice].n) = phrase;
        }
    }
    return true;
}

struct voiced_list *voiced_list_load(const struct loading *l,
                                     const struct yaml *y)
{
    struct voiced_list *list = ARENA_NEW(l->arena, struct voiced_list, 1);
    list->src = diags_source(l->diags, l->src, y->where);
    list->where = y->where;
    if (y->kind == YAML_MAP) {
        return load_whole(l, y, list) ? list : NULL;
    }
    /* one text is a list of one */
    const struct yaml *const *items =
        y->kind == YAML_LIST ? (const struct yaml *const *)y->items : &y;
    size_t n = y->kind == YAML_LIST ? y->n : 1;
    for (size_t i = 0; i < n; i++) {
        struct voiced *item = voiced_load(l, items[i]);
        if (item == NULL) {
            return NULL;
        }
        *LIST_ADD(l->arena, list->items, list->nitems) = item;
    }
    return list;
}

struct voiced *voiced_plain(struct arena *a, const struct source *src, Str text,
                            Str where)
{
    struct voiced *v = ARENA_NEW(a, struct voiced, 1);
    v->src = src;
    v->where = where;
    v->plain = (struct phrase){
        .text = text, .where = where, .lang = src == NULL ? S("") : src->lang};
    return v;
}

const struct phrase *voiced_get(const struct voiced *v, size_t voice)
{
    return v->voice[voice].text.n > 0 ? &v->voice[voice]
           : v->plain.text.n > 0      ? &v->plain
                                      : NULL;
}
