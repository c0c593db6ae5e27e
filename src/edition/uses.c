#include "edition/uses.h"

#include "base/file.h"

static bool is_id_byte(char c)
{
    return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_';
}

/* Where `id` stands in `text` as a word of its own, or the text's end. */
static size_t find_word(Str text, Str id)
{
    size_t at = 0;
    while (id.n > 0 && at < text.n) {
        at += str_find(str_from(text, at), id);
        size_t end = at + id.n;
        if (at < text.n && (at == 0 || !is_id_byte(text.p[at - 1])) &&
            (end == text.n || !is_id_byte(text.p[end]))) {
            return at;
        }
        at++;
    }
    return text.n;
}

/* Whether a part between `open` and `close` has the word `id`. */
static bool has_between(Str text, Str open, Str close, Str id)
{
    while (text.n > 0) {
        text = str_from(text, str_find(text, open));
        size_t end = str_find(text, close);
        Str inside = str_to(text, end);
        if (find_word(inside, id) < inside.n) {
            return true;
        }
        text = str_from(text, end + close.n);
    }
    return false;
}

/* What a link to `u` holds: `aims.md#homes`, `#homes` in the chapter itself,
 * `images/house.png`. */
static bool is_linked(struct arena *a, const struct unit *in,
                      const struct unit *u, Str text)
{
    Str file = path_base(u->file);
    if (u->kind == UNIT_FILE) {
        return str_find(text, u->file) < text.n;
    }
    if (u->kind == UNIT_CHAPTER) {
        return has_between(text, S("]("), S(")"), file);
    }
    Str link = u->kind == UNIT_SECTION && str_eq(in->file, u->file)
                   ? str_printf(a, "#%.*s", STR_ARG(u->id))
                   : str_printf(a, "%.*s#%.*s", STR_ARG(file), STR_ARG(u->id));
    return has_between(text, S("]("), S(")"), link);
}

static bool names(struct arena *a, const struct unit *in,
                  const struct unit_part *part, const struct unit *u)
{
    bool record = u->kind == UNIT_RECORD;
    return (record && part->refers &&
            find_word(part->text, u->id) < part->text.n) ||
           (record && has_between(part->text, S("{{"), S("}}"), u->id)) ||
           is_linked(a, in, u, part->text);
}

struct upstream_use *uses_find(struct arena *a, const struct units *own,
                               const struct unit *u, size_t *n)
{
    struct upstream_use *list = NULL;
    *n = 0;
    for (size_t i = 0; i < own->n; i++) {
        const struct unit *in = &own->items[i];
        for (size_t k = 0; k < in->nparts; k++) {
            bool itself = str_eq(in->name, u->name);
            if (!itself && names(a, in, &in->parts[k], u)) {
                *LIST_ADD(a, list, *n) =
                    (struct upstream_use){in->src, in->parts[k].where};
            }
        }
    }
    return list;
}
