#include "render/chapter_values.h"

#include "render/address.h"
#include "render/chart_words.h"
#include "render/context.h"
#include "render/document_values.h"
#include "render/values.h"

/* The same chapter in the other editions. */
static struct value *twins(struct body *b, const struct ed_chapter *c)
{
    const struct scene *scene = b->scene;
    struct value *list = value_list(b->arena);
    for (size_t v = 0; v < scene->pub->voices.n; v++) {
        const struct edition *other = context_edition(scene, v);
        const struct ed_chapter *twin = edition_chapter(other, c->source->id);
        if (other == scene->ed || twin == NULL ||
            scene->flavour == FLAVOUR_XHTML) {
            continue;
        }
        struct value *map = value_map(b->arena);
        value_set(map, S("edition_id"), value_text(b->arena, other->plan->id));
        Str path = str_printf(b->arena, "%.*s/%.*s", STR_ARG(other->folder),
                              STR_ARG(twin->file));
        value_set(map, S("href"),
                  value_text(b->arena,
                             str_printf(b->arena, "../%.*s", STR_ARG(path))));
        context_set_language(b->arena, scene, map, other->locale);
        value_set(
            map, S("address"),
            value_text(b->arena, document_address(b->arena, scene, path)));
        value_set(map, S("label"),
                  value_text(b->arena,
                             context_twin(b->arena, b->diags, scene, other)));
        value_add(b->arena, list, map);
    }
    return list;
}

struct value *chapter_words(struct body *b)
{
    struct value *list = value_list(b->arena);
    for (size_t i = 0; i < b->explained.n; i++) {
        value_add(b->arena, list,
                  values_of_record(b, b->explained.entries[i].value, false));
    }
    return list;
}

/* `Part 2 of 9`: how far a reader has come; appendices are not counted. */
static Str step(struct body *b)
{
    struct arena *a = b->arena;
    const struct edition *ed = b->scene->ed;
    size_t n = 0, at = 0;
    for (size_t i = 0; i < ed->nchapters; i++) {
        n += !ed->chapters[i]->source->appendix;
        at = ed->chapters[i] == b->chapter ? n : at;
    }
    const struct filling fillings[] = {{S("n"), str_printf(a, "%zu", at)},
                                       {S("all"), str_printf(a, "%zu", n)}};
    return b->chapter->source->appendix
               ? S("")
               : words_fill(a, b->diags, b->scene->theme, S("step"), fillings,
                            COUNT(fillings));
}

struct value *chapter_values(struct body *b)
{
    struct arena *a = b->arena;
    const struct ed_chapter *c = b->chapter;
    const struct record *front = c->source->front;
    const struct node *own = c->source->opening->titles[b->scene->ed->voice];
    const struct record *by =
        front == NULL ? NULL : record_group(front, S("by"));
    const struct scene *scene = b->scene;
    Str path = str_printf(a, "%.*s/%.*s", STR_ARG(scene->ed->folder),
                          STR_ARG(c->file));
    struct value *map = value_map(a);
    struct buf title = buf_in(a), text = buf_in(a), notes = buf_in(a);
    if (own != NULL) {
        const struct locale *foreign = edition_foreign(
            scene->ed, c->source->opening->title_lang[scene->ed->voice]);
        b->explain = false;
        body_open_foreign(&title, S("span"), foreign);
        body_inlines(b, &title, own);
        body_close_foreign(&title, S("span"), foreign);
        b->explain = true;
    } else {
        buf_add(&title, body_text(b, c->source->title, false));
    }
    value_set(map, S("id"), value_text(a, c->source->id));
    value_set(map, S("title"), value_markup(a, buf_str(&title)));
    value_set(map, S("number"), value_text(a, c->number));
    value_set(map, S("icon"), context_chapter_icon(b, c));
    value_set(map, S("step"), value_text(a, step(b)));
    value_set(map, S("part"), context_part(a, scene, c));
    value_set(map, S("after_part"), value_bool(a, c->after_part));
    value_set(map, S("is_appendix"), value_bool(a, c->source->appendix));
    value_set(
        map, S("summary"),
        value_markup(
            a, front == NULL
                   ? S("")
                   : body_text(b, record_text(front, S("summary")), false)));
    value_set(
        map, S("by"),
        value_markup(a, by == NULL
                            ? S("")
                            : body_text(b, record_text(by, S("role")), false)));
    b->places = value_list(a);
    body_write(b, &text);
    body_write_notes(b, &notes);
    value_set(map, S("body"), value_markup(a, buf_str(&text)));
    value_set(map, S("footnotes"), value_markup(a, buf_str(&notes)));
    value_set(map, S("sections"), b->places);
    value_set(map, S("words"), chapter_words(b));
    value_set(map, S("twins"), twins(b, c));
    value_set(map, S("path"), value_text(a, path));
    value_set(map, S("address"),
              value_text(a, address_of(a, scene->pub, path)));
    context_add_has(a, map);
    return map;
}
