#include "render/markup_text.h"

struct tag {
    Str name;
    Str attributes;
    bool closes; /* `</p>` */
    bool empty;  /* it has no content */
};

struct markup_text markup_text_in(struct arena *a, Str markup)
{
    return (struct markup_text){.arena = a, .rest = markup};
}

static bool one_of(Str name, const char *names)
{
    Str rest = str_from_c(names), word;
    while (str_cut_word(&rest, &word)) {
        if (str_eq(name, word)) {
            return true;
        }
    }
    return false;
}

/* Cuts the tag that `rest` begins with. */
static struct tag cut_tag(Str *rest)
{
    size_t end = 1;
    for (bool quoted = false; end < rest->n; end++) {
        quoted = quoted != (rest->p[end] == '"');
        if (!quoted && rest->p[end] == '>') {
            break;
        }
    }
    Str inside = str_from(str_to(*rest, end), 1);
    *rest = str_from(*rest, end + 1);
    struct tag t = {.closes = str_starts(inside, S("/"))};
    inside = str_from(inside, t.closes ? 1 : 0);
    size_t n = str_find_byte(inside, ' ');
    t.name = str_to(inside, n);
    t.attributes = str_from(inside, n);
    if (str_ends(t.name, S("/"))) {
        t.name = str_to(t.name, t.name.n - 1);
        t.empty = true;
    }
    t.empty = t.empty || str_ends(t.attributes, S("/")) ||
              one_of(t.name, "br hr img input wbr source");
    return t;
}

/* The value of an attribute; `opening` is ` name="`. */
static Str attribute(const struct tag *t, Str opening)
{
    size_t at = str_find(t->attributes, opening);
    Str value = str_from(t->attributes, at + opening.n);
    return at == t->attributes.n ? S("")
                                 : str_to(value, str_find_byte(value, '"'));
}

/* Whether the tag has the attribute ` name`, with or without a value. */
static bool has_attribute(const struct tag *t, Str name)
{
    Str rest = str_from(t->attributes, str_find(t->attributes, name));
    char after = rest.n > name.n ? rest.p[name.n] : ' ';
    return rest.n > 0 && (after == ' ' || after == '=' || after == '/');
}

static bool is_silent(const struct tag *t)
{
    if (one_of(t->name, "svg script style template select")) {
        return true;
    }
    bool button = str_eq(t->name, S("button"));
    Str classes = attribute(t, S(" class=\"")), word;
    while (str_cut_word(&classes, &word)) {
        button = button && !str_eq(word, S("term")); /* a word of the text */
        if (one_of(word, "number twin fallback footnote-ref chart-data")) {
            return true;
        }
    }
    return button || has_attribute(t, S(" hidden")) ||
           has_attribute(t, S(" popover")) ||
           has_attribute(t, S(" data-scripted"));
}

/* Skips what is in the element that was just opened, and its end. */
static void skip_element(Str *rest)
{
    for (size_t depth = 1; depth > 0 && rest->n > 0;) {
        *rest = str_from(*rest, str_find_byte(*rest, '<'));
        if (rest->n == 0) {
            return;
        }
        struct tag t = cut_tag(rest);
        if (t.closes) {
            depth--;
        } else if (!t.empty) {
            depth++;
        }
    }
}

static void add_space(struct buf *b)
{
    if (b->n > 0 && buf_str(b).p[b->n - 1] != ' ') {
        buf_byte(b, ' ');
    }
}

/* Adds text with its entities resolved and its white space as one space. */
static void add_words(struct buf *b, Str text)
{
    static const struct {
        Str name;
        char means;
    } entities[] = {{STR_INIT("&amp;"), '&'},
                    {STR_INIT("&lt;"), '<'},
                    {STR_INIT("&gt;"), '>'},
                    {STR_INIT("&quot;"), '"'},
                    {STR_INIT("&#39;"), '\''}};
    while (text.n > 0) {
        char c = text.p[0];
        size_t n = 1;
        for (size_t i = 0; c == '&' && n == 1 && i < COUNT(entities); i++) {
            if (str_starts(text, entities[i].name)) {
                c = entities[i].means;
                n = entities[i].name.n;
            }
        }
        text = str_from(text, n);
        if (c == ' ' || c == '\n' || c == '\t') {
            add_space(b);
        } else {
            buf_byte(b, c);
        }
    }
}

static bool is_heading(const struct tag *t)
{
    return t->name.n == 2 && t->name.p[0] == 'h' && t->name.p[1] >= '2' &&
           t->name.p[1] <= '6';
}

/* Keeps count of the element whose language is said. */
static void note_lang(struct markup_text *t, const struct tag *tag)
{
    if (tag->empty) {
        return;
    }
    if (tag->closes) {
        t->depth -= t->depth > 0;
        t->inside = t->depth > 0 ? t->inside : S("");
    } else if (t->depth > 0) {
        t->depth++;
    } else {
        t->inside = attribute(tag, S(" lang=\""));
        t->depth = t->inside.n > 0;
    }
}

/* Notes what an opening tag says about the heading that may follow it. */
static void note_id(struct markup_text *t, const struct tag *tag)
{
    Str id = attribute(tag, S(" id=\""));
    if (id.n > 0) {
        t->pending = id;
        t->pending_section =
            str_eq(tag->name, S("section")) &&
            str_eq(attribute(tag, S(" class=\"")), S("section"));
    }
}

/* The words of the heading that was just opened. */
static Str read_title(struct markup_text *t)
{
    struct buf b = buf_in(t->arena);
    while (t->rest.n > 0) {
        size_t at = str_find_byte(t->rest, '<');
        if (str_trim(str_to(t->rest, at)).n > 0 &&
            str_trim(buf_str(&b)).n == 0) {
            t->title_lang = t->inside;
        }
        add_words(&b, str_to(t->rest, at));
        t->rest = str_from(t->rest, at);
        if (t->rest.n == 0) {
            break;
        }
        struct tag tag = cut_tag(&t->rest);
        if (tag.closes && is_heading(&tag)) {
            note_lang(t, &tag);
            break;
        }
        if (!tag.closes && !tag.empty && is_silent(&tag)) {
            skip_element(&t->rest);
        } else {
            note_lang(t, &tag);
        }
    }
    return str_trim(buf_str(&b));
}

/* Reads to the next heading with an id. Returns: whether there is one. */
static bool read_text(struct markup_text *t, struct buf *b)
{
    while (t->rest.n > 0) {
        size_t at = str_find_byte(t->rest, '<');
        Str words = str_to(t->rest, at);
        if (str_trim(words).n > 0) {
            t->pending = S("");
            t->text_lang =
                str_trim(buf_str(b)).n > 0 ? t->text_lang : t->inside;
        }
        add_words(b, words);
        t->rest = str_from(t->rest, at);
        if (t->rest.n == 0) {
            break;
        }
        struct tag tag = cut_tag(&t->rest);
        if (!tag.closes && !tag.empty && is_silent(&tag)) {
            skip_element(&t->rest);
            continue;
        }
        note_lang(t, &tag);
        if (!one_of(tag.name,
                    "a button span em strong b i sup sub abbr code time")) {
            add_space(b);
        }
        if (!tag.closes) {
            note_id(t, &tag);
        }
        if (!tag.closes && is_heading(&tag) && t->pending.n > 0) {
            return true;
        }
    }
    return false;
}

bool markup_text_next(struct markup_text *t)
{
    struct buf b = buf_in(t->arena);
    if (t->started && t->next_id.n == 0) {
        return false;
    }
    t->id = t->next_id;
    t->in_section = t->next_section;
    t->title_lang = t->text_lang = S("");
    t->title = t->started ? read_title(t) : S("");
    t->started = true;
    t->pending = S("");
    bool more = read_text(t, &b);
    t->next_id = more ? t->pending : S("");
    t->next_section = more && t->pending_section;
    t->text = str_trim(buf_str(&b));
    return true;
}
