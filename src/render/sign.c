#include "render/sign.h"

#include "base/buf.h"
#include "render/markup.h"

Str sign_draw(struct arena *a, const struct theme *t, bool whole)
{
    const struct value *drawing = value_get(t->icons, S("app"));
    if (drawing == NULL) {
        drawing = value_get(t->icons, S("heart"));
    }
    Str ground =
        theme_token(t, S("band"), theme_token(t, S("link"), S("#000")));
    Str line =
        theme_token(t, S("on-band"), theme_token(t, S("paper"), S("#fff")));
    struct buf b = buf_in(a);
    html_raw(&b, S("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                   "viewBox=\"0 0 48 48\"><rect width=\"48\" height=\"48\""));
    html_raw(&b, whole ? S("") : S(" rx=\"10\""));
    html_attr(&b, S("fill"), ground);
    html_raw(&b, S("/><g transform=\"translate(12 12)\" "
                   "stroke-width=\"2\" stroke-linecap=\"round\" "
                   "stroke-linejoin=\"round\""));
    html_attr(&b, S("color"), line);
    html_raw(&b, S(">"));
    html_raw(&b, drawing == NULL ? S("") : drawing->text);
    html_raw(&b, S("</g></svg>\n"));
    return buf_str(&b);
}
