#include "render/inline.h"

#include "edition/insert.h"
#include "edition/terms.h"
#include "render/bidi.h"
#include "render/image.h"
#include "render/target.h"
#include "render/tel.h"

/* A button is a box, and on a narrow page as wide as the text: a full stop
 * behind it would stand far from its word, or begin a line. So it goes inside.
 */
static void write_with_end(struct buf *out, Str markup, Str end)
{
    Str last = S("</button>");
    bool button = str_ends(markup, last);
    html_raw(out, button ? str_to(markup, markup.n - last.n) : markup);
    html_text(out, end);
    html_raw(out, button ? last : S(""));
}

/* The theme says how a word is opened: by a link, or by a button. */
static void write_term(struct body *b, struct buf *out,
                       const struct term_hit *hit, Str found, Str end)
{
    struct arena *a = b->arena;
    struct value *inner = value_map(a);
    struct buf markup = buf_in(a);
    Str text = hit->abbreviation
                   ? str_printf(a, "%.*s (%.*s)",
                                STR_ARG(record_word(hit->term, S("term"))),
                                STR_ARG(found))
                   : found;
    map_put(&b->explained, hit->term->id, (void *)hit->term);
    value_set(inner, S("id"), value_text(a, hit->term->id));
    value_set(inner, S("text"), value_text(a, text));
    if (templates_render_with(b->scene->theme->templates, b->diags, S("term"),
                              b->context, inner, &markup)) {
        write_with_end(out, str_trim(buf_str(&markup)), end);
    }
}

static bool rtl(const struct body *b)
{
    return b->scene->ed->locale->rtl;
}

static void write_plain(const struct body *b, struct buf *out, Str text)
{
    if (rtl(b)) {
        bidi_text(out, text);
    } else {
        html_text(out, text);
    }
}

/* What an insert says: a name or a number, in whatever language. */
static void write_inserted(const struct body *b, struct buf *out, Str text)
{
    if (rtl(b)) {
        bidi_isolate(out, text, false);
    } else {
        html_text(out, text);
    }
}

/* The sign that `text` begins with and that ends a part of a sentence. */
static Str sign_after(Str text)
{
    static const Str signs[] = {STR_INIT("."),      STR_INIT(","),
                                STR_INIT(";"),      STR_INIT(":"),
                                STR_INIT("?"),      STR_INIT("!"),
                                STR_INIT(")"),      STR_INIT("\u060C"),
                                STR_INIT("\u061B"), STR_INIT("\u061F")};
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (str_starts(text, signs[i])) {
            return signs[i];
        }
    }
    return S("");
}

void inline_text(struct body *b, struct buf *out, Str text)
{
    struct term_hit hit;
    size_t from = 0, done = 0;
    while (b->explain && !b->linked &&
           terms_find(b->scene->ed->terms, text, from, &hit)) {
        from = hit.at + hit.n;
        if (map_get(&b->explained, hit.term->id) == NULL) {
            write_plain(b, out, str_from(str_to(text, hit.at), done));
            Str found = str_from(str_to(text, from), hit.at);
            Str end = sign_after(str_from(text, from));
            write_term(b, out, &hit, found, end);
            done = from + end.n;
        }
    }
    write_plain(b, out, str_from(text, done));
}

static void write_contact(struct body *b, struct buf *out,
                          const struct insert_value *value)
{
    Str tel = record_word(value->contact, S("tel"));
    write_inserted(b, out, value->text);
    if (tel.n > 0 && b->linked) {
        write_plain(b, out, str_printf(b->arena, " (%.*s)", STR_ARG(tel)));
    } else if (tel.n > 0) {
        html_raw(out, S(" (<a"));
        html_attr(out, S("href"), tel_call(b->arena, tel));
        html_raw(out, S(">"));
        write_plain(b, out, tel);
        html_raw(out, S("</a>)"));
    }
}

void inline_insert(struct body *b, struct buf *out, const struct insert *in)
{
    struct insert_value value;
    if (!insert_value(b->scene->ed, b->arena, b->diags, b->src, in, &value)) {
        return; /* reported */
    }
    if (value.contact != NULL) {
        write_contact(b, out, &value);
    } else {
        write_inserted(b, out, value.text);
    }
}

Str inline_note_id(const struct body *b, const char *prefix, Str id)
{
    return body_id(b, b->chapter,
                   str_printf(b->arena, "%s%.*s", prefix, STR_ARG(id)));
}

static void write_note_ref(struct body *b, struct buf *out,
                           const struct node *n)
{
    if (b->linked) {
        return; /* a heading's words inside a link */
    }
    const struct document *doc = &b->chapter->source->doc;
    size_t i = 0;
    while (i < b->nnotes && !str_eq(b->notes[i].note->label, n->text)) {
        i++;
    }
    if (i == b->nnotes) {
        const struct footnote *note = NULL;
        for (size_t f = 0; f < doc->nfootnotes; f++) {
            if (str_eq(doc->footnotes[f].label, n->text)) {
                note = &doc->footnotes[f];
            }
        }
        if (note == NULL) {
            return; /* reported when the chapter was read */
        }
        Str id = str_is_id(note->label)
                     ? note->label
                     : str_printf(b->arena, "%zu", b->nnotes + 1);
        *LIST_ADD(b->arena, b->notes, b->nnotes) =
            (struct body_note){note, id, 0, b->written};
    }
    struct body_note *note = &b->notes[i];
    note->calls++;
    Str ref = inline_note_id(b, "fnref_", note->id);
    html_raw(out, S("<sup class=\"footnote-ref\"><a"));
    html_attr(out, S("href"),
              str_printf(b->arena, "#%.*s",
                         STR_ARG(inline_note_id(b, "fn_", note->id))));
    html_attr(out, S("id"), names_take(&b->ids, ref));
    if (b->scene->flavour == FLAVOUR_XHTML) {
        html_raw(out, S(" epub:type=\"noteref\""));
    }
    html_raw(out, S(" role=\"doc-noteref\">"));
    html_text(out, str_printf(b->arena, "%zu", i + 1));
    html_raw(out, S("</a></sup>"));
}

static void write_link(struct body *b, struct buf *out, const struct node *n)
{
    Str href;
    /* reported, or not in this edition, or a heading inside another link */
    if (!target_resolve(b, n, &href) || b->linked) {
        body_inlines(b, out, n);
        return;
    }
    html_raw(out, S("<a"));
    html_attr(out, S("href"), href);
    html_raw(out, S(">"));
    b->linked = true;
    if (n->first == NULL) {
        target_name(b, out, n);
    } else {
        body_inlines(b, out, n);
    }
    b->linked = false;
    html_raw(out, S("</a>"));
}

static void write_wrapped(struct body *b, struct buf *out, const struct node *n,
                          Str open, Str close)
{
    html_raw(out, open);
    body_inlines(b, out, n);
    html_raw(out, close);
}

static void write_inline(struct body *b, struct buf *out, const struct node *n)
{
    switch ((int)n->kind) {
    case NODE_TEXT:
        inline_text(b, out, n->text);
        return;
    case NODE_SOFT_BREAK:
        html_raw(out, S("\n"));
        return;
    case NODE_HARD_BREAK:
        html_raw(out, S("<br"));
        html_end_void(out, b->scene->flavour);
        html_raw(out, S("\n"));
        return;
    case NODE_EMPHASIS:
        write_wrapped(b, out, n, S("<em>"), S("</em>"));
        return;
    case NODE_STRONG:
        write_wrapped(b, out, n, S("<strong>"), S("</strong>"));
        return;
    case NODE_CODE:
        html_raw(out, S("<code>"));
        html_text(out, n->text);
        html_raw(out, S("</code>"));
        return;
    case NODE_LINK:
        write_link(b, out, n);
        return;
    case NODE_IMAGE:
        image_write(b, out, n);
        return;
    case NODE_INSERT:
        inline_insert(b, out, n->insert);
        return;
    case NODE_FOOTNOTE_REF:
        write_note_ref(b, out, n);
        return;
    default:
        return;
    }
}

void body_inlines(struct body *b, struct buf *out, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        write_inline(b, out, c);
    }
}

/* Blank lines in a record's text part its paragraphs. */
static void write_lines(struct body *b, struct buf *out, Str text)
{
    size_t gap;
    while ((gap = str_find(text, S("\n\n"))) < text.n) {
        inline_text(b, out, str_to(text, gap));
        for (int i = 0; i < 2; i++) {
            html_raw(out, S("<br"));
            html_end_void(out, b->scene->flavour);
        }
        text = str_from(text, gap);
        while (text.n > 0 && ascii_space(text.p[0])) {
            text = str_from(text, 1); /* not at the end: an insert may follow */
        }
    }
    inline_text(b, out, text);
}

Str body_phrase(struct body *b, const struct source *src,
                const struct phrase *phrase, bool explain)
{
    struct buf out = buf_in(b->arena);
    const struct locale *foreign = edition_foreign(b->scene->ed, phrase->lang);
    const struct source *outer_src = b->src;
    bool outer_explain = b->explain, outer_linked = b->linked;
    b->src = src;
    b->explain = explain;
    b->linked = !explain; /* a title may stand in a link */
    Str rest = phrase->text;
    size_t at = 0, end = 0;
    struct insert in;
    enum insert_found found;
    body_open_foreign(&out, S("span"), foreign);
    while ((found = insert_find(rest, &at, &end, &in)) == INSERT_FOUND) {
        write_lines(b, &out, str_to(rest, at));
        in.where = insert_place(phrase, in.where);
        inline_insert(b, &out, &in);
        rest = str_from(rest, end);
    }
    if (found != INSERT_NONE) {
        insert_refuse(b->diags, src, phrase, str_from(rest, at), found);
    }
    write_lines(b, &out, rest);
    body_close_foreign(&out, S("span"), foreign);
    b->src = outer_src;
    b->explain = outer_explain;
    b->linked = outer_linked;
    return buf_str(&out);
}

Str body_text(struct body *b, const struct voiced *v, bool explain)
{
    const struct phrase *phrase = edition_phrase(b->scene->ed, v);
    return phrase == NULL ? S("") : body_phrase(b, v->src, phrase, explain);
}
