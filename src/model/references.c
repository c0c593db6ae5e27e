#include "model/references.h"

#include "base/slug.h"
#include "base/suggest.h"

/* A term may leave its id out: it has the one made from its words. */
static Str id_of(struct arena *a, const struct record *r)
{
    if (r->id.n > 0 || kind_field(r->kind, S("term")) == r->kind->nfields) {
        return r->id;
    }
    return slug_of(a, record_word(r, S("term")), S("term"));
}

static void add_id(struct loading *l, struct publication *p, struct record *r)
{
    /* nothing refers to a term by its id, so one that was made from its words
     * has to differ from other terms' alone */
    Str key = r->id.n > 0 ? r->id : S("");
    r->id = id_of(l->arena, r);
    if (r->id.n == 0) {
        return;
    }
    if (key.n == 0) {
        key = str_printf(l->arena, "term:%.*s", STR_ARG(r->id));
    }
    const struct record *first = map_get(&p->ids, key);
    if (first == NULL) {
        map_put(&p->ids, key, r);
        return;
    }
    size_t f = kind_field(r->kind, S("id"));
    Str where = r->slots[f].set ? r->slots[f].where : r->where;
    diag_error(l->diags, r->src, where, "duplicate-id",
               "the id '%.*s' is taken already", STR_ARG(r->id));
    diag_help(l->diags,
              "the %.*s at %.*s:%zu has it; give one of them another "
              "id",
              STR_ARG(first->kind->name), STR_ARG(first->src->path),
              source_place(first->src, first->where).line);
}

static void add_ids(struct loading *l, struct publication *p,
                    struct record **records, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct record *r = records[i];
        if (kind_field(r->kind, S("id")) < r->kind->nfields) {
            add_id(l, p, r);
        }
        for (size_t f = 0; f < r->kind->nfields; f++) {
            add_ids(l, p, r->slots[f].records, r->slots[f].nrecords);
        }
    }
}

const struct record *reference_find(const struct publication *p, Str kind,
                                    Str id)
{
    const struct record *r = map_get(&p->ids, id);
    return r != NULL && str_eq(r->kind->name, kind) ? r : NULL;
}

void reference_unknown(struct diags *d, const struct publication *p,
                       const struct source *src, Str where, const char *code,
                       Str kind_name, Str id)
{
    struct suggest s = suggest_for(id);
    for (size_t i = 0; i < p->ids.n; i++) {
        const struct record *known = p->ids.entries[i].value;
        if (str_eq(known->kind->name, kind_name)) {
            suggest_try(&s, known->id);
        }
    }
    diag_error(d, src, where, code, "there is no %.*s with the id '%.*s'",
               STR_ARG(kind_name), STR_ARG(id));
    const struct kind *kind = kind_find(kind_name);
    const struct drop *drop = map_get(&p->dropped, id);
    if (drop != NULL) {
        diag_help(
            d,
            "%.*s:%zu drops it; in your own file, write an entry for what "
            "names it here, with another %.*s",
            STR_ARG(drop->src->path), source_place(drop->src, drop->where).line,
            STR_ARG(kind_name));
    } else if (s.best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
    } else if (kind->file.n > 0) {
        diag_help(d, "declare it in %.*s", STR_ARG(kind->file));
    } else {
        diag_help(d,
                  "declare it under `%.*s` in a chapter's front "
                  "matter",
                  STR_ARG(kind->plural));
    }
}

static void check_reference(struct loading *l, const struct publication *p,
                            const struct record *r, const struct field *f,
                            Str id, Str where)
{
    if (reference_find(p, f->refers, id) != NULL) {
        return;
    }
    reference_unknown(l->diags, p, r->src, where, "unknown-reference",
                      f->refers, id);
}

static bool declares(const struct publication *p, Str kind)
{
    return p->lists[kind_index(kind_find(kind))].n > 0;
}

static void check_records(struct loading *l, const struct publication *p,
                          struct record **records, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct record *r = records[i];
        for (size_t k = 0; k < r->kind->nfields; k++) {
            const struct field *f = &r->kind->fields[k];
            const struct slot *slot = &r->slots[k];
            bool tagged = f->type == FIELD_TAG && declares(p, f->refers);
            if (slot->set && (f->type == FIELD_REF || tagged)) {
                check_reference(l, p, r, f, slot->word, slot->where);
            }
            for (size_t w = 0; f->type == FIELD_REFS && w < slot->nwords; w++) {
                check_reference(l, p, r, f, slot->words[w].text,
                                slot->words[w].where);
            }
            check_records(l, p, slot->records, slot->nrecords);
        }
    }
}

void references_resolve(struct loading *l, struct publication *p)
{
    for (size_t k = 0; k < KIND_COUNT; k++) {
        add_ids(l, p, p->lists[k].items, p->lists[k].n);
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        check_records(l, p, p->lists[k].items, p->lists[k].n);
    }
}
