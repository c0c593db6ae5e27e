#include "render/succession.h"

#include "render/said.h"

static struct value *document(const struct body *b, Str field,
                              const struct beside *beside, Str root)
{
    struct arena *a = b->arena;
    const struct record *r = record_group(b->scene->pub->record, field);
    if (r == NULL) {
        return value_null(a);
    }
    /* a book travels without the publications that it was built with */
    bool linked = beside->front.n > 0 && b->scene->flavour == FLAVOUR_HTML;
    bool in_edition = str_eq(root, S("../"));
    Str page = in_edition ? beside->home : beside->front;
    Str href = linked ? str_printf(a, "%.*s%.*s", STR_ARG(root), STR_ARG(page))
                      : record_word(r, S("url"));
    struct value *map = value_map(a);
    value_set(map, S("title"),
              said_voiced(a, b->diags, b->scene, b->scene->ed,
                          record_text(r, S("title"))));
    value_set(map, S("href"), value_text(a, href));
    return map;
}

struct value *succession_before(const struct body *b, Str root)
{
    return document(b, S("supersedes"), &b->scene->supersedes, root);
}

struct value *succession_after(const struct body *b, Str root)
{
    return document(b, S("superseded-by"), &b->scene->superseded_by, root);
}
