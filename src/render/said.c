#include "render/said.h"

struct value *said_text(struct arena *a, const struct scene *scene, Str text,
                        const struct locale *l)
{
    /* where the theme does not speak the edition's language, no text is sure
     * to stand among words of its own */
    bool own = str_eq(l->code, scene->theme->locale->code) &&
               str_eq(l->code, scene->ed->locale->code);
    struct value *v = value_text(a, text);
    v->lang = own ? NULL : l;
    return v;
}

struct value *said_voiced(struct arena *a, struct diags *d,
                          const struct scene *scene, const struct edition *ed,
                          const struct voiced *v)
{
    const struct phrase *phrase = edition_phrase(ed, v);
    return phrase == NULL ? value_null(a)
                          : said_text(a, scene, edition_text(ed, a, d, v),
                                      edition_locale(ed, phrase->lang));
}

struct value *said_word(struct arena *a, struct diags *d,
                        const struct scene *scene, const struct record *r,
                        Str name)
{
    const struct slot *slot = record_slot(r, name);
    if (!slot->set) {
        return value_null(a);
    }
    Str lang = diags_source(d, r->src, slot->where)->lang;
    return said_text(a, scene, slot->word, edition_locale(scene->ed, lang));
}
