#include "render/line.h"

#include "render/bidi.h"
#include "render/said.h"

static bool is_number(Str field)
{
    return str_eq(field, S("tel")) || str_eq(field, S("text"));
}

struct value *line_shown(struct body *b, const struct field *f, Str word,
                         Str lang)
{
    const struct edition *ed = b->scene->ed;
    struct buf out = buf_in(b->arena);
    bool line = f->type == FIELD_WORD || f->type == FIELD_WORDS;
    if (word.n == 0 || !line) {
        return value_text(b->arena, word);
    }
    if (!is_number(f->name)) {
        return said_text(b->arena, b->scene, word, edition_locale(ed, lang));
    }
    if (!ed->locale->rtl) {
        return value_text(b->arena, word);
    }
    bidi_isolate(&out, word, true);
    return value_markup(b->arena, buf_str(&out));
}

Str line_term(const struct record *r)
{
    Str own = record_word(r, S("word"));
    return own.n > 0 ? own : record_word(r, S("term"));
}

struct value *line_of_record(struct body *b, const struct record *r,
                             const struct field *f)
{
    const struct slot *slot = record_slot(r, f->name);
    bool term = str_eq(f->name, S("term")) && str_eq(r->kind->name, f->name);
    if (term && record_slot(r, S("word"))->set) {
        return value_text(b->arena, line_term(r));
    }
    return line_shown(b, f, slot->set ? slot->word : S(""),
                      diags_source(b->diags, r->src, slot->where)->lang);
}
