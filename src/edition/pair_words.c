#include "edition/pair_words.h"

#include "base/utf8.h"

/* The white space of Unicode 15, by its property White_Space. */
static bool is_space(unsigned cp)
{
    return (cp >= 0x09 && cp <= 0x0D) || cp == ' ' || cp == 0x85 ||
           cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
           cp == 0x3000;
}

/* Whether YAML may hold it (1.1, section 5.1, and libyaml). */
static bool is_kept(unsigned cp)
{
    return utf8_is_shown(cp) && cp != 0xFEFF;
}

static bool ends_in_space(const struct buf *b)
{
    return b->n == 0 || b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '\n';
}

void pair_words_add(struct buf *b, Str text)
{
    while (text.n > 0) {
        size_t plain = 0; /* most words are ASCII */
        while (plain < text.n && text.p[plain] > ' ' && text.p[plain] < 0x7F) {
            plain++;
        }
        buf_add(b, str_to(text, plain));
        text = str_from(text, plain);
        if (text.n == 0) {
            return;
        }
        unsigned cp = utf8_next(&text);
        if (is_space(cp)) {
            buf_add(b, ends_in_space(b) ? S("") : S(" "));
        } else if (is_kept(cp)) {
            buf_utf8(b, cp);
        }
    }
}

static void drop_space(struct buf *b)
{
    while (b->n > 0 && ends_in_space(b)) {
        b->n--;
    }
}

void pair_words_break(struct buf *b)
{
    drop_space(b);
    buf_add(b, b->n > 0 ? S("\n") : S(""));
}

static void add_image(struct buf *b, const struct node *n)
{
    buf_byte(b, ' ');
    pair_words_add(b, n->image->caption);
}

static void add_inlines(struct buf *b, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind == NODE_TEXT || c->kind == NODE_CODE) {
            pair_words_add(b, c->text);
        } else if (c->kind == NODE_SOFT_BREAK || c->kind == NODE_HARD_BREAK) {
            pair_words_add(b, S(" "));
        } else if (c->kind == NODE_INSERT) {
            pair_words_add(b, c->insert->where);
        } else {
            add_inlines(b, c);
        }
        if (c->kind == NODE_IMAGE && c->image->caption.n > 0) {
            add_image(b, c);
        }
    }
}

void pair_words_line(struct buf *b, const struct node *n)
{
    pair_words_break(b);
    add_inlines(b, n);
    pair_words_break(b);
}

/* The footnotes that `n` calls are part of what it says. */
static void add_footnotes(struct buf *b, const struct document *doc,
                          const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        for (size_t i = 0; c->kind == NODE_FOOTNOTE_REF && i < doc->nfootnotes;
             i++) {
            if (str_eq(doc->footnotes[i].label, c->text)) {
                pair_words_line(b, doc->footnotes[i].text);
            }
        }
        add_footnotes(b, doc, c);
    }
}

static void add_row(struct buf *b, const struct node *row)
{
    pair_words_break(b);
    for (const struct node *c = row->first; c != NULL; c = c->next) {
        add_inlines(b, c);
        pair_words_add(b, c->next != NULL ? S(" | ") : S(""));
    }
    pair_words_break(b);
}

static void add_block(struct buf *b, const struct node *n)
{
    if (n->title != NULL) {
        pair_words_line(b, n->title);
    }
    switch ((int)n->kind) {
    case NODE_PARAGRAPH:
    case NODE_HEADING:
        pair_words_line(b, n);
        return;
    case NODE_ROW:
        add_row(b, n);
        return;
    case NODE_CODE_BLOCK:
        pair_words_break(b);
        pair_words_add(b, n->text);
        pair_words_break(b);
        return;
    default:
        break;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        add_block(b, c);
    }
}

void pair_words_block(struct buf *b, const struct document *doc,
                      const struct node *n)
{
    add_block(b, n);
    add_footnotes(b, doc, n);
}

Str pair_words_end(struct buf *b)
{
    drop_space(b);
    return buf_str(b);
}
