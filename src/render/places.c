#include "render/places.h"

static void add_place(struct body *b, Str id, Str number, struct value *title)
{
    struct arena *a = b->arena;
    struct value *item = value_map(a);
    value_set(item, S("id"), value_text(a, id));
    value_set(item, S("number"), value_text(a, number));
    value_set(item, S("title"), title);
    value_set(item, S("href"),
              value_text(a, str_printf(a, "#%.*s", STR_ARG(id))));
    value_add(a, b->places, item);
}

void places_add_section(struct body *b, const struct ed_section *s, Str id)
{
    add_place(b, id, s->number, value_markup(b->arena, body_heading(b, s)));
}

/* What the records of a kind are called in their headings; empty for kinds
 * that are tables and lists. */
static Str heading_field(const struct kind *kind)
{
    static const struct {
        Str kind;
        Str field;
    } headed[] = {
        {STR_INIT("priority"), STR_INIT("title")},
        {STR_INIT("promise"), STR_INIT("title")},
        {STR_INIT("offer"), STR_INIT("title")},
        {STR_INIT("meeting"), STR_INIT("date")},
        {STR_INIT("right"), STR_INIT("title")},
        {STR_INIT("level"), STR_INIT("title")},
        {STR_INIT("body"), STR_INIT("name")},
        {STR_INIT("implication"), STR_INIT("kind")},
        {STR_INIT("consultation"), STR_INIT("title")},
        {STR_INIT("case"), STR_INIT("title")},
        {STR_INIT("idea"), STR_INIT("title")},
        {STR_INIT("event"), STR_INIT("title")},
    };
    for (size_t i = 0; i < COUNT(headed); i++) {
        if (str_eq(headed[i].kind, kind->name)) {
            return headed[i].field;
        }
    }
    return S("");
}

void places_add_records(struct body *b, const struct kind *kind,
                        const struct value *records, const struct value *groups)
{
    Str field = heading_field(kind);
    if (field.n == 0) {
        return;
    }
    bool grouped = groups->nitems > 1;
    const struct value *list = grouped ? groups : records;
    for (size_t i = 0; i < list->nitems; i++) {
        Str id = value_get(list->items[i], S("id"))->text;
        struct value *title =
            value_get(list->items[i], grouped ? S("title") : field);
        if (id.n > 0 && value_true(title)) {
            Str anchor =
                grouped ? str_printf(b->arena, "head-%.*s", STR_ARG(id)) : id;
            add_place(b, anchor, S(""), title);
        }
    }
}
