#include "check/codes.h"

#include "check/codes_table.h"

static const struct code_part *const parts[] = {
    &codes_of_files, &codes_of_markup, &codes_of_voices, &codes_of_facts,
    &codes_of_shape, &codes_of_care,   &codes_of_themes,
};

static const struct {
    Str name;
    Str about;
} areas[] = {
    [AREA_CONTENT] = {STR_INIT("content"),
                      STR_INIT("what cannot be read as it is written")},
    [AREA_PARITY] = {STR_INIT("parity"),
                     STR_INIT("each edition has its voice, and moves with the "
                              "other")},
    [AREA_READING] = {STR_INIT("reading"),
                      STR_INIT("whether its readers can read it")},
    [AREA_FACTS] = {STR_INIT("facts"),
                    STR_INIT("numbers that agree with one another")},
    [AREA_OFFERS] = {STR_INIT("offers"),
                     STR_INIT("what one can get, and how to ask for it")},
    [AREA_STRUCTURE] = {STR_INIT("structure"),
                        STR_INIT("headings, tables, pictures and links that "
                                 "everybody can follow")},
    [AREA_LEFTOVERS] = {STR_INIT("leftovers"),
                        STR_INIT("what was left from a draft, a copy or "
                                 "somebody else's text")},
    [AREA_SAFEGUARDING] = {STR_INIT("safeguarding"),
                           STR_INIT("what could point to a child")},
    [AREA_DATES] = {STR_INIT("dates"), STR_INIT("what time has overtaken")},
    [AREA_THEME] = {STR_INIT("theme"),
                    STR_INIT("colours, templates and the theme's words")},
    [AREA_OUTPUT] = {STR_INIT("output"),
                     STR_INIT("where the result is written, and the machine")},
};

_Static_assert(COUNT(areas) == AREA_COUNT, "each area has a name");

Str area_name(enum area area)
{
    return areas[area].name;
}

Str area_about(enum area area)
{
    return areas[area].about;
}

const struct code *code_find(Str name)
{
    for (size_t p = 0; p < COUNT(parts); p++) {
        for (size_t i = 0; i < parts[p]->n; i++) {
            if (str_eq(parts[p]->items[i].name, name)) {
                return &parts[p]->items[i];
            }
        }
    }
    return NULL;
}

const struct code *code_next(const struct code *c)
{
    if (c == NULL) {
        return parts[0]->items;
    }
    for (size_t p = 0; p < COUNT(parts); p++) {
        const struct code *last = &parts[p]->items[parts[p]->n - 1];
        if (c == last) {
            return p + 1 < COUNT(parts) ? parts[p + 1]->items : NULL;
        }
    }
    return c + 1;
}
