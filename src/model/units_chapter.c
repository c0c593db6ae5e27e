#include "model/units_parts.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "model/chapter.h"
#include "model/section.h"
#include "read/front.h"
#include "read/markdown.h"

/* A chapter's body, cut where its sections begin. */
struct cutting {
    struct units_reading *r;
    struct chapter *c;
    Str body;
    Str chapter;               /* its id: `aims` */
    struct section **sections; /* in the order of the file */
    size_t n;
};

static void list_sections(struct cutting *cut, struct section *s)
{
    for (struct section *b = s->first; b != NULL; b = b->next) {
        *LIST_ADD(cut->r->l->arena, cut->sections, cut->n) = b;
        list_sections(cut, b);
    }
}

/* From `start` to where the section `next` begins. */
static Str text_until(const struct cutting *cut, const char *start, size_t next)
{
    const char *end = next < cut->n ? cut->sections[next]->where.p
                                    : cut->body.p + cut->body.n;
    return (Str){start, (size_t)(end - start)};
}

static bool opening_says(const struct section *opening)
{
    bool says = opening->npieces > 0;
    for (size_t v = 0; v < VOICES_MAX; v++) {
        says = says || opening->withheld[v] != NULL;
    }
    return says;
}

/* The title that is a heading, and the text before the first section. */
static void add_opening(const struct cutting *cut, struct unit *u, bool titled)
{
    Str text = text_until(cut, cut->body.p, 0);
    const struct voiced *title = titled ? NULL : cut->c->title;
    Str line = title == NULL ? S("") : title->plain.where;
    if (title != NULL && str_within(line, text)) {
        struct buf rest = buf_in(cut->r->l->arena);
        size_t before = (size_t)(line.p - text.p);
        units_add_part(cut->r, u, S("title"), title->plain.text, line);
        buf_add(&rest, str_to(text, before));
        buf_add(&rest, str_from(text, before + line.n));
        text = buf_str(&rest);
    }
    if (opening_says(cut->c->opening)) {
        units_add_part(cut->r, u, S("text"), text, u->where);
    }
}

static Str section_name(const struct cutting *cut, const struct section *s)
{
    return s == NULL || s->level == 1
               ? S("")
               : str_printf(cut->r->l->arena, "%.*s#%.*s",
                            STR_ARG(cut->chapter), STR_ARG(s->id));
}

static void add_sections(const struct cutting *cut)
{
    for (size_t i = 0; i < cut->n; i++) {
        const struct section *s = cut->sections[i];
        struct unit *u =
            units_add(cut->r, UNIT_SECTION, section_name(cut, s), s->where);
        u->id = s->id;
        u->parent = section_name(cut, s->parent);
        units_add_part(cut->r, u, S("text"), text_until(cut, s->where.p, i + 1),
                       s->where);
    }
}

/* What the body's Markdown gets wrong is for those who publish it. */
static bool cut_body(struct cutting *cut)
{
    struct diags *quiet = diags_create();
    struct loading l = *cut->r->l;
    l.diags = quiet;
    bool parsed =
        markdown_parse(l.arena, quiet, l.src, cut->body, &cut->c->doc);
    if (parsed) {
        sections_build(&l, cut->c);
        list_sections(cut, cut->c->opening);
    }
    diags_free(quiet);
    return parsed;
}

static void add_dropped(struct units_reading *r, const struct yaml *drop,
                        Str chapter)
{
    struct arena *a = r->l->arena;
    for (size_t i = 0; drop->kind == YAML_MAP && i < drop->n; i++) {
        const struct yaml_pair *pair = &drop->pairs[i];
        Str name =
            str_printf(a, "%.*s#%.*s", STR_ARG(chapter), STR_ARG(pair->key));
        if (map_get(&r->to->by_name, name) != NULL) {
            continue; /* it stands in the file, which counts more */
        }
        struct unit *u = units_add(r, UNIT_SECTION, name, pair->where);
        u->id = pair->key;
        u->dropped = true;
        u->because = units_yaml_text(a, pair->value);
    }
}

static void add_records(struct units_reading *r, const struct yaml *front)
{
    for (size_t i = 0; front->kind == YAML_MAP && i < front->n; i++) {
        const struct kind *kind = kind_find_plural(front->pairs[i].key);
        if (kind != NULL) {
            units_add_records(r, front->pairs[i].value, kind);
        }
    }
}

bool units_add_chapter(struct units_reading *r)
{
    const struct loading *l = r->l;
    struct arena *a = l->arena;
    Str front_text;
    struct cutting cut = {.r = r, .c = ARENA_NEW(a, struct chapter, 1)};
    if (!front_split(l->diags, l->src, &front_text, &cut.body)) {
        return false;
    }
    const struct yaml *front = yaml_parse(a, l->diags, l->src, front_text);
    if (front == NULL) {
        return false;
    }
    cut.c->src = l->src;
    cut.c->id = cut.chapter = slug_of(a, path_stem(r->file), S("chapter"));
    bool parsed = cut_body(&cut);
    struct unit *u =
        units_add(r, UNIT_CHAPTER, path_base(r->file), str_to(l->src->text, 0));
    units_add_fields(r, u, front, &kind_chapter, S(""));
    if (parsed) {
        add_opening(&cut, u,
                    unit_part(u, S("title")) != NULL ||
                        yaml_get(front, S("title")) != NULL);
        add_sections(&cut);
    } else {
        units_add_part(r, u, S("text"), cut.body, cut.body);
    }
    add_records(r, front);
    const struct yaml *inherit = yaml_get(front, S("inherit"));
    if (inherit == NULL || yaml_is_empty(inherit)) {
        map_put(&r->to->replaced, r->file, r->to);
    } else if (yaml_get(front, S("drop")) != NULL) {
        add_dropped(r, yaml_get(front, S("drop")), cut.chapter);
    }
    return true;
}
