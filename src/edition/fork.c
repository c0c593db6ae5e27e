#include "edition/fork.h"

#include "base/buf.h"
#include "edition/pairs.h"

/* The layers from the one number `from` down, laid over one another. */
static bool read_layers(const struct loading *l, const struct layers *layers,
                        size_t from, struct units *out)
{
    bool done = true;
    *out = (struct units){.arena = l->arena,
                          .by_name = map_in(l->arena),
                          .replaced = map_in(l->arena)};
    for (size_t i = layers->n; i > from; i--) {
        struct units own;
        if (!units_read(l, &layers->items[i - 1], &own)) {
            done = false;
            continue;
        }
        *out = units_over(l->arena, out, &own);
    }
    return done;
}

/* The editions of all layers: their containers are voices. */
static void find_voices(const struct layers *layers, struct voices *out)
{
    static const Str defaults[] = {STR_INIT("formal"), STR_INIT("young")};
    for (size_t i = 0; i < layers->n; i++) {
        const struct yaml *root = layers->items[i].root;
        const struct yaml *editions =
            root == NULL ? NULL : yaml_get(root, S("editions"));
        bool map = editions != NULL && editions->kind == YAML_MAP;
        for (size_t k = 0; map && k < editions->n; k++) {
            Str id = editions->pairs[k].key;
            if (out->n < VOICES_MAX && voices_find(out, id) == out->n) {
                out->ids[out->n++] = id;
            }
        }
    }
    for (size_t i = 0; out->n == 0 || (i > 0 && i < COUNT(defaults)); i++) {
        out->ids[out->n++] = defaults[i];
    }
}

static bool start(struct arena *a, struct diags *d, Str folder,
                  struct layers *layers, struct loading *out)
{
    struct voices *voices = ARENA_NEW(a, struct voices, 1);
    size_t errors = diags_errors(d);
    *out = (struct loading){.arena = a, .diags = d, .voices = voices};
    if (!layers_read(out, folder, S(""), layers) || diags_errors(d) > errors) {
        return false;
    }
    find_voices(layers, voices);
    return true;
}

bool fork_read(struct arena *a, struct diags *d, Str folder, struct fork *out)
{
    struct loading l;
    if (!start(a, d, folder, &out->layers, &l)) {
        return false;
    }
    size_t errors = diags_errors(d);
    bool done = units_read(&l, &out->layers.items[0], &out->own);
    done = read_layers(&l, &out->layers, 1, &out->below) && done;
    return done && diags_errors(d) == errors;
}

bool fork_read_units(struct arena *a, struct diags *d, Str folder,
                     struct units *out)
{
    struct layers layers;
    struct loading l;
    size_t errors = diags_errors(d);
    return start(a, d, folder, &layers, &l) &&
           read_layers(&l, &layers, 0, out) && diags_errors(d) == errors;
}

bool fork_same_words(Str x, Str y)
{
    if (str_eq(x, y)) {
        return true;
    }
    struct arena *scratch = arena_create();
    Str p = pairs_words(scratch, x), q = pairs_words(scratch, y), v, w;
    bool same = true, more = true;
    while (same && more) {
        more = str_cut_word(&p, &v);
        same = more == str_cut_word(&q, &w) && (!more || str_eq(v, w));
    }
    arena_free(scratch);
    return same;
}

/* The unit of `f` itself that drops `below`, or a section around it. */
static const struct unit *find_drop(const struct fork *f,
                                    const struct unit *below)
{
    enum { HEADINGS = 6 };
    for (size_t i = 0; i <= HEADINGS && below != NULL; i++) {
        const struct unit *own = units_find(&f->own, below->name);
        if (own != NULL && own->dropped) {
            return own;
        }
        below = units_find(&f->below, below->parent);
    }
    return NULL;
}

Str fork_because(const struct fork *f, const struct unit *below)
{
    const struct unit *drop = find_drop(f, below);
    return drop == NULL ? S("") : drop->because;
}

static bool is_changed(const struct unit *own, const struct unit *below)
{
    for (size_t i = 0; i < own->nparts; i++) {
        const struct unit_part *was = unit_part(below, own->parts[i].name);
        if (was == NULL || !fork_same_words(was->text, own->parts[i].text)) {
            return true;
        }
    }
    return false;
}

enum here fork_here(const struct fork *f, const struct unit *below)
{
    const struct unit *own = units_find(&f->own, below->name);
    bool hidden = units_hide(&f->own, &f->below, below);
    if (find_drop(f, below) != NULL) {
        return HERE_DROPPED;
    }
    if (own == NULL) {
        return hidden ? HERE_LEFT_OUT : HERE_INHERITED;
    }
    if (own->nparts == 0 && !hidden) {
        return HERE_INHERITED;
    }
    bool shorter = hidden && own->nparts < below->nparts;
    return shorter || is_changed(own, below) ? HERE_CHANGED : HERE_COPIED;
}

Str fork_part_words(struct arena *a, Str part)
{
    size_t dot = str_find_byte(part, '.');
    if (dot == part.n) {
        return part;
    }
    struct buf b = buf_in(a);
    buf_printf(&b, "%.*s (", STR_ARG(str_to(part, dot)));
    for (size_t i = dot + 1; i < part.n; i++) {
        buf_byte(&b, part.p[i] == '.' ? ' ' : part.p[i]);
    }
    buf_byte(&b, ')');
    return buf_str(&b);
}

Str fork_says(struct arena *a, const struct fork *f, Str name, Str part)
{
    const struct unit *own = units_find(&f->own, name);
    struct buf b = buf_in(a);
    for (size_t i = 0; own != NULL && i < own->nparts; i++) {
        const struct unit_part *p = &own->parts[i];
        if (unit_part_covers(p->name, part)) {
            buf_add(&b, b.n > 0 ? S("\n") : S(""));
            buf_add(&b, p->text);
        }
    }
    return buf_str(&b);
}

/* `measures.m-moves` of `measures.m-moves.target`, when `u` holds such records;
 * else an empty text. */
static Str inner_record(const struct unit *u, Str part)
{
    size_t dot = str_find_byte(part, '.');
    size_t f = u->of == NULL ? 0 : kind_field(u->of, str_to(part, dot));
    bool inner = u->of != NULL && dot < part.n && f < u->of->nfields &&
                 u->of->fields[f].type == FIELD_RECORDS;
    size_t id = inner ? dot + 1 : 0;
    size_t end = id + str_find_byte(str_from(part, id), '.');
    return inner ? str_to(part, end) : S("");
}

static bool has_inner(const struct unit *u, Str record)
{
    for (size_t i = 0; u != NULL && i < u->nparts; i++) {
        if (str_eq(inner_record(u, u->parts[i].name), record)) {
            return true;
        }
    }
    return false;
}

/* The name of a part that has changed. One that `own` adds or drops together
 * with others has the name of all of them. */
static Str changed_part(struct arena *a, const struct unit *own,
                        const struct unit *below, Str part)
{
    Str inner = inner_record(own, part);
    const char *what = inner.n == part.n          ? " dropped"
                       : !has_inner(below, inner) ? " added"
                                                  : NULL;
    bool alone = inner.n == 0 || what == NULL;
    return fork_part_words(
        a, alone ? part : str_printf(a, "%.*s%s", STR_ARG(inner), what));
}

Str fork_changed_parts(struct arena *a, const struct fork *f, Str name)
{
    const struct unit *own = units_find(&f->own, name);
    const struct unit *below = units_find(&f->below, name);
    struct buf b = buf_in(a);
    Str last = S("");
    for (size_t i = 0; own != NULL && i < own->nparts; i++) {
        const struct unit_part *part = &own->parts[i];
        const struct unit_part *was =
            below == NULL ? NULL : unit_part(below, part->name);
        if (was != NULL && fork_same_words(was->text, part->text)) {
            continue;
        }
        Str words = changed_part(a, own, below, part->name);
        if (!str_eq(words, last)) {
            buf_add(&b, b.n > 0 ? S(", ") : S(""));
            buf_add(&b, words);
        }
        last = words;
    }
    return buf_str(&b);
}
