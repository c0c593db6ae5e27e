#include "render/print.h"

#include "render/chapter_values.h"
#include "render/context.h"
#include "render/said.h"
#include "render/target.h"

static struct value *section_entries(struct body *b, const struct ed_chapter *c)
{
    struct arena *a = b->arena;
    struct value *list = value_list(a);
    for (const struct ed_section *s = c->opening->first; s != NULL;
         s = s->next) {
        struct value *item = value_map(a);
        Str id = body_id(b, c, s->source->id);
        value_set(item, S("title"), value_markup(a, body_heading(b, s)));
        value_set(item, S("number"), value_text(a, s->number));
        value_set(item, S("href"),
                  value_text(a, str_printf(a, "#%.*s", STR_ARG(id))));
        value_add(a, list, item);
    }
    return list;
}

static struct value *contents_entry(struct body *b, const struct ed_chapter *c)
{
    struct arena *a = b->arena;
    struct value *item = value_map(a);
    value_set(item, S("title"),
              said_text(a, b->scene, c->title, c->title_lang));
    value_set(item, S("number"), value_text(a, c->number));
    value_set(item, S("part"), context_part(a, b->scene, c));
    value_set(item, S("after_part"),
              value_bool(a, context_after_part(b->scene, c->index)));
    value_set(item, S("href"), value_text(a, target_page(b->scene, a, c)));
    value_set(item, S("is_appendix"), value_bool(a, c->source->appendix));
    value_set(item, S("sections"), section_entries(b, c));
    context_add_has(a, item);
    return item;
}

struct value *print_values(struct body *b)
{
    struct arena *a = b->arena;
    const struct edition *ed = b->scene->ed;
    struct value *print = value_map(a);
    struct value *contents = value_list(a), *chapters = value_list(a);
    for (size_t i = 0; i < ed->nchapters; i++) {
        const struct ed_chapter *c = ed->chapters[i];
        b->chapter = c;
        b->src = c->source->src;
        b->notes = NULL; /* footnotes stand at the end of their chapter */
        b->nnotes = 0;
        value_add(a, contents, contents_entry(b, c));
        struct value *chapter = chapter_values(b);
        value_set(chapter, S("anchor"),
                  value_text(a, str_printf(a, "chapter_%.*s",
                                           STR_ARG(c->source->id))));
        value_add(a, chapters, chapter);
    }
    value_set(print, S("contents"), contents);
    value_set(print, S("chapters"), chapters);
    value_set(print, S("words"), chapter_words(b));
    context_add_has(a, print);
    return print;
}
