#include "render/markup.h"

/* Writes `text` with the characters escaped that mean something to HTML. */
static void escape(struct buf *b, Str text, bool in_attribute)
{
    size_t done = 0;
    for (size_t i = 0; i < text.n; i++) {
        Str entity = S("");
        switch (text.p[i]) {
        case '&':
            entity = S("&amp;");
            break;
        case '<':
            entity = S("&lt;");
            break;
        case '>':
            entity = S("&gt;");
            break;
        case '"':
            entity = in_attribute ? S("&quot;") : entity;
            break;
        default:
            break;
        }
        if (entity.n > 0) {
            buf_add(b, str_from(str_to(text, i), done));
            buf_add(b, entity);
            done = i + 1;
        }
    }
    buf_add(b, str_from(text, done));
}

void html_text(struct buf *b, Str text)
{
    escape(b, text, false);
}

void html_attr(struct buf *b, Str name, Str value)
{
    buf_byte(b, ' ');
    buf_add(b, name);
    buf_add(b, S("=\""));
    escape(b, value, true);
    buf_byte(b, '"');
}

void html_raw(struct buf *b, Str markup)
{
    buf_add(b, markup);
}

void html_end_void(struct buf *b, enum flavour flavour)
{
    buf_add(b, flavour == FLAVOUR_HTML ? S(">") : S("/>"));
}
