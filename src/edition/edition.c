#include "edition/edition.h"

#include "base/buf.h"
#include "edition/choose.h"
#include "edition/gallery.h"
#include "edition/insert.h"
#include "edition/outline.h"
#include "edition/place.h"
#include "edition/terms.h"
#include "model/languages.h"

static void check_records(struct diags *d, const struct edition *ed)
{
    for (size_t c = 0; c < ed->nchapters; c++) {
        for (size_t k = 0; k < KIND_COUNT; k++) {
            const struct record_list *list = &ed->chapters[c]->source->lists[k];
            for (size_t i = 0; i < list->n; i++) {
                choose_check_record(d, ed, list->items[i]);
            }
        }
    }
    for (size_t k = 0; k < KIND_COUNT; k++) {
        const struct record_list *list = &ed->pub->lists[k];
        for (size_t i = 0; kinds[k].file.n > 0 && i < list->n; i++) {
            choose_check_record(d, ed, list->items[i]);
        }
    }
    choose_check_record(d, ed, ed->pub->record);
}

static void add_chapter(struct arena *a, struct diags *d, struct edition *ed,
                        const struct place *place)
{
    const struct chapter *source = place->chapter;
    struct ed_chapter *c = ARENA_NEW(a, struct ed_chapter, 1);
    c->source = source;
    c->anchors = map_in(a);
    c->index = ed->nchapters;
    c->file = str_printf(a, "%.*s.html", STR_ARG(source->id));
    *LIST_ADD(a, ed->chapters, ed->nchapters) = c;
    map_put(&ed->by_name, source->id, c);
    choose_sections(a, d, ed, c);
    const struct node *own = source->opening->titles[ed->voice];
    if (own == NULL) {
        choose_check_text(d, ed, source->title, S("title"));
    }
    if (source->front != NULL) {
        choose_check_text(d, ed, record_text(source->front, S("summary")),
                          S("summary"));
        const struct record *by = record_group(source->front, S("by"));
        if (by != NULL) {
            choose_check_record(d, ed, by);
        }
    }
}

/* What the chapter is called: `::: young Title` in its opening goes first. */
static const struct voiced *title_of(struct arena *a, const struct chapter *c,
                                     size_t voice)
{
    const struct node *own = c->opening->titles[voice];
    if (own == NULL) {
        return c->title;
    }
    Str words = node_words_and_inserts(a, own);
    return voiced_plain(a, c->src, words, own->where);
}

static const struct locale *title_lang(const struct edition *ed,
                                       const struct chapter *c)
{
    bool own = c->opening->titles[ed->voice] != NULL;
    const struct phrase *phrase = edition_phrase(ed, c->title);
    return edition_locale(ed, own ? c->opening->title_lang[ed->voice]
                              : phrase == NULL ? S("")
                                               : phrase->lang);
}

bool edition_is_translation(const struct edition *ed)
{
    return ed->pub->lang.n > 0;
}

const struct locale *edition_locale(const struct edition *ed, Str lang)
{
    return lang.n > 0 ? ed->locale : ed->original;
}

const struct locale *edition_foreign(const struct edition *ed, Str lang)
{
    return edition_is_translation(ed) && lang.n == 0 ? ed->original : NULL;
}

struct edition *edition_build(struct arena *a, struct diags *d,
                              const struct publication *p, size_t voice)
{
    struct edition *ed = ARENA_NEW(a, struct edition, 1);
    ed->pub = p;
    ed->plan = &p->plans[voice];
    ed->voice = voice;
    ed->original = locale_of(a, languages_original(p));
    ed->locale = ed->original;
    ed->folder = ed->plan->id;
    if (edition_is_translation(ed)) {
        ed->locale = locale_of(a, p->lang);
        ed->folder =
            str_printf(a, "%.*s-%.*s", STR_ARG(ed->plan->id), STR_ARG(p->lang));
    }
    ed->by_name = map_in(a);
    ed->pages = map_in(a);
    for (size_t i = 0; i < p->order[voice].n; i++) {
        const struct place *place = &p->order[voice].places[i];
        bool starts =
            place->part != NULL && (i == 0 || place[-1].part != place->part);
        add_chapter(a, d, ed, place);
        ed->chapters[i]->after_part =
            i > 0 && place->part == NULL && place[-1].part != NULL;
        if (starts) {
            choose_check_text(d, ed, place->part, S("part"));
            const struct phrase *part = edition_phrase(ed, place->part);
            ed->chapters[i]->part = edition_text(ed, a, d, place->part);
            ed->chapters[i]->part_lang =
                edition_locale(ed, part == NULL ? S("") : part->lang);
        }
    }
    outline_number(a, ed);
    place_records(a, d, ed);
    check_records(d, ed);
    gallery_fill(a, ed);
    ed->terms = terms_compile(a, ed);
    for (size_t i = 0; i < ed->nchapters; i++) {
        struct ed_chapter *c = ed->chapters[i];
        c->title = edition_text(ed, a, d, title_of(a, c->source, voice));
        c->title_lang = title_lang(ed, c->source);
    }
    return ed;
}

const struct phrase *edition_phrase(const struct edition *ed,
                                    const struct voiced *v)
{
    const struct phrase *phrase = v == NULL ? NULL : voiced_get(v, ed->voice);
    if (phrase == NULL && v != NULL) {
        phrase = voiced_get(v, 0);
    }
    return phrase;
}

Str edition_text(const struct edition *ed, struct arena *a, struct diags *d,
                 const struct voiced *v)
{
    const struct phrase *phrase = edition_phrase(ed, v);
    if (phrase == NULL || str_find(phrase->text, S("{{")) == phrase->text.n) {
        return phrase == NULL ? S("") : phrase->text;
    }
    struct buf b = buf_in(a);
    Str rest = phrase->text;
    size_t at = 0, end = 0;
    struct insert in;
    struct insert_value value;
    enum insert_found found;
    while ((found = insert_find(rest, &at, &end, &in)) == INSERT_FOUND) {
        buf_add(&b, str_to(rest, at));
        in.where = insert_place(phrase, in.where);
        if (insert_value(ed, a, d, v->src, &in, &value)) {
            buf_add(&b, value.text);
        }
        rest = str_from(rest, end);
    }
    if (found != INSERT_NONE) {
        insert_refuse(d, v->src, phrase, str_from(rest, at), found);
    }
    buf_add(&b, rest);
    return buf_str(&b);
}

const struct ed_chapter *edition_chapter(const struct edition *ed, Str id)
{
    return map_get(&ed->by_name, id);
}
