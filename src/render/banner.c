#include "render/banner.h"

struct value *banner_values(struct arena *a, struct diags *d,
                            const struct scene *scene)
{
    const struct record *r = scene->pub->record;
    Str status = record_word(r, S("status"));
    bool draft = str_eq(status, S("draft"));
    bool consultation = str_eq(status, S("consultation"));
    bool superseded = str_eq(status, S("superseded"));
    bool unchecked = edition_is_translation(scene->ed) &&
                     record_group(r, S("translation")) == NULL;
    if (!draft && !consultation && !superseded && !unchecked) {
        return value_null(a);
    }
    const struct record *open = record_group(r, S("consultation"));
    const struct slot *until =
        open == NULL ? NULL : record_slot(open, S("until"));
    bool ends = consultation && until != NULL && until->set;
    struct value *map = value_map(a);
    value_set(map, S("is_draft"), value_bool(a, draft));
    value_set(map, S("is_consultation"), value_bool(a, consultation));
    value_set(map, S("is_superseded"), value_bool(a, superseded));
    value_set(map, S("is_unchecked"), value_bool(a, unchecked));
    value_set(map, S("until"),
              value_text(a, ends ? date_said(a, scene->ed->locale, until->date)
                                 : S("")));
    value_set(map, S("until_iso"),
              value_text(a, ends ? date_iso(a, until->date) : S("")));
    value_set(map, S("how"),
              value_text(a, consultation && open != NULL
                                ? edition_text(scene->ed, a, d,
                                               record_text(open, S("how")))
                                : S("")));
    return map;
}
