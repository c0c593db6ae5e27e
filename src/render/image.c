#include "render/image.h"

#include "edition/insert.h"

/* Adds what is read aloud: the words inside `n`, with inserts worked out. */
static void add_words(struct body *b, struct buf *words, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        struct insert_value value;
        if (c->kind == NODE_TEXT || c->kind == NODE_CODE) {
            buf_add(words, c->text);
        } else if (c->kind == NODE_SOFT_BREAK || c->kind == NODE_HARD_BREAK) {
            buf_byte(words, ' ');
        } else if (c->kind == NODE_INSERT &&
                   insert_value(b->scene->ed, b->arena, b->diags, b->src,
                                c->insert, &value)) {
            buf_add(words, value.text);
        }
        add_words(b, words, c);
    }
}

static void add_number(struct body *b, struct buf *out, Str name, unsigned n)
{
    html_attr(out, name, str_printf(b->arena, "%u", n));
}

void image_write(struct body *b, struct buf *out, const struct node *n)
{
    const struct picture *p = n->image->picture;
    bool book = b->scene->flavour == FLAVOUR_XHTML;
    struct buf words = buf_in(b->arena);
    if (p == NULL) {
        return; /* reported when the publication was read */
    }
    add_words(b, &words, n);
    html_raw(out, S("<img"));
    html_attr(out, S("src"),
              str_printf(b->arena, "%sassets/%.*s", book ? "" : "../",
                         STR_ARG(p->file)));
    html_attr(out, S("alt"), str_trim(buf_str(&words)));
    add_number(b, out, S("width"), p->width);
    add_number(b, out, S("height"), p->height);
    /* a page to print must be there at once */
    if (!book && !b->scene->whole) {
        html_raw(out, S(" loading=\"lazy\" decoding=\"async\""));
    }
    html_end_void(out, b->scene->flavour);
}

void image_write_figure(struct body *b, struct buf *out, const struct node *n)
{
    /* a decorative picture must not be announced as a figure */
    Str tag = n->image->decorative ? S("div") : S("figure");
    html_raw(out, S("<"));
    html_raw(out, tag);
    html_raw(out, S(" class=\"picture\">"));
    image_write(b, out, n);
    if (n->image->caption.n > 0) {
        const struct phrase caption = {.text = n->image->caption,
                                       .where = n->where};
        html_raw(out, S("\n<figcaption>"));
        html_raw(out, body_phrase(b, b->src, &caption, b->explain));
        html_raw(out, S("</figcaption>\n"));
    }
    html_raw(out, S("</"));
    html_raw(out, tag);
    html_raw(out, S(">\n"));
}
