#include "render/search.h"

#include <stdlib.h>

#include "base/alphabet.h"
#include "base/json.h"
#include "base/utf8.h"
#include "render/markup_text.h"

struct entry {
    const struct ed_chapter *chapter; /* NULL for a word */
    Str address;                      /* `#id`, or that of a word */
    Str title;
    const struct locale *lang;  /* of the title, where it is not translated */
    const struct locale *where; /* of the chapter's title, in the same way */
    int group;  /* digits, the language's letters, those of Latin, others */
    Str letter; /* that it stands under */
    Str key;    /* the title as it is sorted */
};

struct search {
    struct arena *arena;
    const struct locale *locale;
    const struct locale *original;
    struct buf json;
    struct json_writer writer;
    const struct ed_chapter **chapters;
    size_t nchapters;
    struct entry *entries;
    size_t nentries;
};

struct search *search_create(struct arena *a, const struct locale *l,
                             const struct locale *original)
{
    struct search *s = ARENA_NEW(a, struct search, 1);
    s->arena = a;
    s->locale = l;
    s->original = original;
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

/* The language of a text in `lang`; NULL for the edition's own. */
static const struct locale *foreign(const struct search *s, Str lang)
{
    return str_eq(lang, s->original->code) && !str_eq(lang, s->locale->code)
               ? s->original
               : NULL;
}

static Str code_of(const struct locale *l)
{
    return l == NULL ? S("") : l->code;
}

static const struct locale *chapter_lang(const struct search *s,
                                         const struct ed_chapter *c)
{
    return c == NULL ? NULL : foreign(s, c->title_lang->code);
}

static void add_entry(struct search *s, const struct ed_chapter *c,
                      enum search_kind kind, Str address, Str title,
                      const struct markup_text *text)
{
    struct json_writer *j = &s->writer;
    const struct locale *lang = kind == SEARCH_CHAPTER
                                    ? chapter_lang(s, c)
                                    : foreign(s, text->title_lang);
    const struct locale *text_lang = foreign(s, text->text_lang);
    json_begin_list(j);
    json_integer(j, c == NULL ? -1 : (long long)s->nchapters - 1);
    json_text(j, address);
    json_integer(j, kind);
    json_text(j, title);
    json_text(j, text->text);
    if (lang != NULL || text_lang != NULL) {
        json_text(j, code_of(lang));
        json_text(j, code_of(text_lang));
    }
    json_end(j);
    title = str_copy(s->arena, title);
    *LIST_ADD(s->arena, s->entries, s->nentries) =
        (struct entry){.chapter = c,
                       .address = str_copy(s->arena, address),
                       .title = title,
                       .lang = lang,
                       .where = chapter_lang(s, c),
                       .key = sort_key(s->arena, title)};
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
                  kind == SEARCH_CHAPTER ? c->title : text.title, &text);
        kind = SEARCH_SECTION;
    }
    arena_free(scratch);
}

void search_add_term(struct search *s, Str href, Str term, Str lang, Str means)
{
    struct arena *scratch = arena_create();
    struct markup_text text = markup_text_in(scratch, means);
    markup_text_next(&text);
    text.title_lang = lang;
    add_entry(s, NULL, SEARCH_TERM, href, term, &text);
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
        const struct locale *lang = chapter_lang(s, s->chapters[i]);
        if (lang != NULL) {
            json_text(j, lang->code);
        }
        json_end(j);
    }
    json_end(j);
    json_end(j);
    return buf_str(&s->json);
}

static int by_key(const void *x, const void *y)
{
    const struct entry *a = *(const struct entry *const *)x;
    const struct entry *b = *(const struct entry *const *)y;
    int order = a->group - b->group;
    order = order != 0 ? order : str_cmp(a->key, b->key);
    return order != 0 ? order : (a > b) - (a < b);
}

/* Sets what `e` stands under. `x` is NULL for a language that has the letters
 * from A to Z and no other order. */
static void set_letter(struct search *s, const struct alphabet *x,
                       struct entry *e)
{
    enum { DIGITS, OWN, LATIN, OTHERS };
    char first = e->key.n == 0 ? '\0' : e->key.p[0];
    Str own = x == NULL ? S("") : alphabet_letter(s->arena, x, e->title);
    if (ascii_digit(first)) {
        e->group = DIGITS;
        e->letter = S("0–9");
    } else if (own.n > 0) {
        e->group = OWN;
        e->letter = own;
        e->key = alphabet_key(s->arena, x, e->title);
    } else if (ascii_alpha(first)) {
        e->group = LATIN;
        e->letter = str_printf(s->arena, "%c", first - 'a' + 'A');
    } else {
        e->group = OTHERS;
        e->letter = S("…");
    }
}

static struct value *item_of(struct arena *a, const struct entry *e)
{
    const struct ed_chapter *c = e->chapter;
    struct value *item = value_map(a);
    Str file = c == NULL ? S("") : c->file;
    Str where = c == NULL || e->address.n == 0 ? S("") : c->title;
    struct value *title = value_text(a, e->title);
    struct value *chapter = value_text(a, where);
    title->lang = e->lang;
    chapter->lang = e->where;
    value_set(item, S("title"), title);
    value_set(item, S("href"),
              value_text(a, str_printf(a, "%.*s%.*s", STR_ARG(file),
                                       STR_ARG(e->address))));
    value_set(item, S("where"), chapter);
    value_set(item, S("is_term"), value_bool(a, c == NULL));
    return item;
}

struct value *search_letters(struct search *s, struct arena *a)
{
    bool english = str_eq(s->locale->code, S("en"));
    struct alphabet *x = english ? NULL : alphabet_open(s->arena, s->locale);
    const struct entry **sorted =
        ARENA_NEW(a, const struct entry *, s->nentries + 1);
    for (size_t i = 0; i < s->nentries; i++) {
        set_letter(s, x, &s->entries[i]);
        sorted[i] = &s->entries[i];
    }
    alphabet_close(x);
    if (s->nentries > 0) {
        qsort(sorted, s->nentries, sizeof *sorted, by_key);
    }
    struct value *list = value_list(a), *items = NULL;
    Str letter = S("");
    for (size_t i = 0; i < s->nentries; i++) {
        Str own = sorted[i]->letter;
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
