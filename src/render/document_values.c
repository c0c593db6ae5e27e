#include "render/document_values.h"

#include "render/address.h"

Str document_address(struct arena *a, const struct scene *scene, Str path)
{
    Str address = address_of(a, scene->pub, path);
    return address.n > 0 ? address : path;
}

/* Who, what, and when: of the approval, or else when the document holds. */
static Str citation(struct arena *a, const struct value *map)
{
    const struct value *council =
        value_get(value_get(map, S("council")), S("name"));
    const struct value *on = value_get(map, S("approved_on"));
    const struct value *when =
        value_true(on) ? on : value_get(map, S("period"));
    struct buf b = buf_in(a);
    buf_add(&b, council->text);
    buf_add(&b, value_true(council) ? S(", ") : S(""));
    buf_add(&b, value_get(map, S("title"))->text);
    if (value_true(when)) {
        buf_printf(&b, " (%.*s)", STR_ARG(when->text));
    }
    return buf_str(&b);
}

void document_values(struct arena *a, const struct scene *scene,
                     struct value *map)
{
    value_set(map, S("citation"), value_text(a, citation(a, map)));
    value_set(map, S("address"),
              value_text(a, address_of(a, scene->pub, S(""))));
}
