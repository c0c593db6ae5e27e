#include "render/search.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"
#include "render/markup_text.h"

struct entry {
    const struct ed_chapter *chapter; /* NULL for a word */
    Str address;                      /* `#id`, or that of a word */
    Str title;
    Str key; /* the title as it is sorted */
};

struct search {
    struct arena *arena;
    struct buf json;
    struct json_writer writer;
    const struct ed_chapter **chapters;
    size_t nchapters;
    struct entry *entries;
    size_t nentries;
};

struct search *search_create(struct arena *a)
{
    struct search *s = ARENA_NEW(a, struct search, 1);
    s->arena = a;
    s->json = buf_in(a);
    buf_add(&s->json, S("window.duetSearch = "));
    s->writer = json_to(&s->json);
    json_begin_object(&s->writer);
    json_key(&s->writer, S("entries"));
    json_begin_list(&s->writer);
    return s;
}

/* U+00C0 to U+017F without their accents. */
static const char plain_letters[] =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* A title as it is sorted: small letters without accents, nothing before. */
static Str sort_key(struct arena *a, Str title)
{
    struct buf b = buf_in(a);
    while (title.n > 0) {
        unsigned cp = utf8_next(&title);
        if (cp >= 0xC0 && cp <= 0x17F) {
            buf_byte(&b, plain_letters[cp - 0xC0]);
        } else if (cp >= 0x80 && (cp < 0x2000 || cp > 0x206F)) {
            buf_utf8(&b, cp); /* not a dash, a quotation mark or the like */
        } else if (cp < 0x80 && (ascii_alpha((char)cp) ||
                                 ascii_digit((char)cp) || b.n > 0)) {
            buf_byte(&b, ascii_lower((char)cp));
        }
    }
    return buf_str(&b);
}

static void add_entry(struct search *s, const struct ed_chapter *c,
                      enum search_kind kind, Str address, Str title, Str text)
{
    struct json_writer *j = &s->writer;
    json_begin_list(j);
    json_integer(j, c == NULL ? -1 : (long long)s->nchapters - 1);
    json_text(j, address);
    json_integer(j, kind);
    json_text(j, title);
    json_text(j, text);
    json_end(j);
    title = str_copy(s->arena, title);
    *LIST_ADD(s->arena, s->entries, s->nentries) = (struct entry){
        c, str_copy(s->arena, address), title, sort_key(s->arena, title)};
}

void search_add_chapter(struct search *s, const struct ed_chapter *c, Str body)
{
    struct arena *scratch = arena_create();
    struct markup_text text = markup_text_in(scratch, body);
    *LIST_ADD(s->arena, s->chapters, s->nchapters) = c;
    enum search_kind kind = SEARCH_CHAPTER;
    while (markup_text_next(&text)) {
        Str address = text.id.n == 0
                          ? S("")
                          : str_printf(scratch, "#%.*s", STR_ARG(text.id));
        if (kind != SEARCH_CHAPTER) {
            kind = text.in_section ? SEARCH_SECTION : SEARCH_RECORD;
        }
        add_entry(s, c, kind, address,
                  kind == SEARCH_CHAPTER ? c->title : text.title, text.text);
        kind = SEARCH_SECTION;
    }
    arena_free(scratch);
}

void search_add_term(struct search *s, Str href, Str term, Str means)
{
    struct arena *scratch = arena_create();
    struct markup_text text = markup_text_in(scratch, means);
    bool any = markup_text_next(&text);
    add_entry(s, NULL, SEARCH_TERM, href, term, any ? text.text : S(""));
    arena_free(scratch);
}

Str search_script(struct search *s)
{
    struct json_writer *j = &s->writer;
    json_end(j);
    json_key(j, S("chapters"));
    json_begin_list(j);
    for (size_t i = 0; i < s->nchapters; i++) {
        json_begin_list(j);
        json_text(j, s->chapters[i]->file);
        json_text(j, s->chapters[i]->title);
        json_end(j);
    }
    json_end(j);
    json_end(j);
    return buf_str(&s->json);
}

/* Digits, then letters, then other scripts; what is equal as it was written. */
static int by_key(const void *x, const void *y)
{
    const struct entry *a = *(const struct entry *const *)x;
    const struct entry *b = *(const struct entry *const *)y;
    int order = str_cmp(a->key, b->key);
    return order != 0 ? order : (a > b) - (a < b);
}

/* The letter that an entry stands under, for readers. */
static Str letter_of(struct arena *a, const struct entry *e)
{
    char first = e->key.n == 0 ? '\0' : e->key.p[0];
    if (ascii_digit(first)) {
        return S("0–9");
    }
    return ascii_alpha(first) ? str_printf(a, "%c", first - 'a' + 'A') : S("…");
}

static struct value *item_of(struct arena *a, const struct entry *e)
{
    const struct ed_chapter *c = e->chapter;
    struct value *item = value_map(a);
    Str file = c == NULL ? S("") : c->file;
    Str where = c == NULL || e->address.n == 0 ? S("") : c->title;
    value_set(item, S("title"), value_text(a, e->title));
    value_set(item, S("href"),
              value_text(a, str_printf(a, "%.*s%.*s", STR_ARG(file),
                                       STR_ARG(e->address))));
    value_set(item, S("where"), value_text(a, where));
    value_set(item, S("is_term"), value_bool(a, c == NULL));
    return item;
}

struct value *search_letters(const struct search *s, struct arena *a)
{
    const struct entry **sorted =
        ARENA_NEW(a, const struct entry *, s->nentries + 1);
    for (size_t i = 0; i < s->nentries; i++) {
        sorted[i] = &s->entries[i];
    }
    if (s->nentries > 0) {
        qsort(sorted, s->nentries, sizeof *sorted, by_key);
    }
    struct value *list = value_list(a), *items = NULL;
    Str letter = S("");
    for (size_t i = 0; i < s->nentries; i++) {
        Str own = letter_of(a, sorted[i]);
        if (items == NULL || !str_eq(own, letter)) {
            struct value *group = value_map(a);
            letter = own;
            items = value_list(a);
            Str id = str_printf(a, "letter_%zu", list->nitems + 1);
            value_set(group, S("letter"), value_text(a, letter));
            value_set(group, S("id"), value_text(a, id));
            value_set(group, S("items"), items);
            value_add(a, list, group);
        }
        value_add(a, items, item_of(a, sorted[i]));
    }
    return list;
}
