#include "model/publication.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/slug.h"
#include "base/suggest.h"
#include "model/figures.h"
#include "model/languages.h"
#include "model/load.h"
#include "model/merge.h"
#include "model/order.h"
#include "model/pictures.h"
#include "model/references.h"

/* An empty record for what the author did not write. */
static struct record *empty_record(struct arena *a, const struct source *src,
                                   const struct kind *kind)
{
    struct record *r = ARENA_NEW(a, struct record, 1);
    r->kind = kind;
    r->src = src;
    r->slots = ARENA_NEW(a, struct slot, kind->nfields);
    return r;
}

/* The default edition is made to be cited; the others are made to be read. */
static enum numbering numbering_of(Str word, size_t voice)
{
    return str_eq(word, S("sections"))     ? NUMBERING_SECTIONS
           : str_eq(word, S("continuous")) ? NUMBERING_CONTINUOUS
           : str_eq(word, S("headings"))   ? NUMBERING_HEADINGS
           : word.n == 0 && voice == 0     ? NUMBERING_SECTIONS
                                           : NUMBERING_NONE;
}

static void plan_edition(struct publication *p, struct record *r, Str id)
{
    size_t voice = p->voices.n++;
    p->voices.ids[voice] = id;
    const struct slot *theme = record_slot(r, S("theme"));
    p->plans[voice] = (struct edition_plan){
        .id = id,
        .record = r,
        .theme = theme->set   ? theme->word
                 : voice == 0 ? S("civic")
                              : S("bright"),
        .theme_where = theme->set ? theme->where : S(""),
        .numbering = numbering_of(record_word(r, S("numbering")), voice),
        .parity_required = str_eq(record_word(r, S("parity")), S("required")),
    };
}

static void check_edition_id(const struct loading *l,
                             const struct yaml_pair *pair)
{
    static const Str taken[] = {STR_INIT("assets"), STR_INIT("downloads"),
                                STR_INIT("data")};
    bool free_name = true;
    for (size_t i = 0; i < COUNT(taken); i++) {
        free_name = free_name && !str_eq(pair->key, taken[i]);
    }
    if (!free_name || !str_is_id(pair->key)) {
        diag_error(l->diags, l->src, pair->where, "bad-id",
                   "'%.*s' cannot be the id of an edition", STR_ARG(pair->key));
        diag_help(l->diags, free_name
                                ? "write small letters, digits and hyphens, "
                                  "such as young or easy-read"
                                : "Duet makes a folder of this name itself; "
                                  "choose another, such as easy-read");
    }
}

static void load_editions(struct loading *l, struct publication *p,
                          const struct yaml *editions)
{
    /* an edition's own texts are voiced, so all names must be known first */
    struct voices *names = ARENA_NEW(l->arena, struct voices, 1);
    l->voices = names;
    if (editions->kind != YAML_MAP || editions->n == 0 ||
        editions->n > VOICES_MAX) {
        diag_error(l->diags, l->src, editions->where, "wrong-type",
                   "'editions' must name one to %d editions", VOICES_MAX);
        diag_help(l->diags, "write `formal: {audience: …}`, one to a line");
        return;
    }
    for (size_t i = 0; i < editions->n; i++) {
        check_edition_id(l, &editions->pairs[i]);
        names->ids[names->n++] = editions->pairs[i].key;
    }
    for (size_t i = 0; i < editions->n; i++) {
        const struct yaml *y = editions->pairs[i].value;
        struct record *r =
            yaml_is_empty(y) ? NULL : record_load(l, y, &kind_edition, false);
        if (r == NULL) {
            r = empty_record(l->arena, l->src, &kind_edition);
        }
        plan_edition(p, r, editions->pairs[i].key);
    }
}

static void load_settings(struct loading *l, struct publication *p)
{
    struct yaml *root = NULL;
    for (size_t i = p->layers.n; i > 0; i--) {
        const struct layer *layer = &p->layers.items[i - 1];
        if (layer->root != NULL) {
            l->src = layer->src;
            root = merge_fields(l, root, layer->root, &kind_publication, false);
        }
    }
    const struct yaml *editions =
        root == NULL ? NULL : yaml_get(root, S("editions"));
    if (editions != NULL && !yaml_is_empty(editions)) {
        load_editions(l, p, editions);
    }
    if (p->voices.n == 0) {
        static const Str defaults[] = {STR_INIT("formal"), STR_INIT("young")};
        for (size_t i = 0; i < COUNT(defaults); i++) {
            plan_edition(p, empty_record(l->arena, p->src, &kind_edition),
                         defaults[i]);
        }
    }
    l->voices = &p->voices;
    if (root != NULL) {
        p->record = record_load(l, root, &kind_publication, false);
    }
    if (p->record == NULL) {
        p->record = empty_record(l->arena, p->src, &kind_publication);
    }
}

/* The lists of a file that holds several kinds, each under its plural. */
static void load_keyed(struct loading *l, struct publication *p,
                       const struct yaml *root, Str file)
{
    for (size_t i = 0; i < root->n && root->kind == YAML_MAP; i++) {
        const struct yaml_pair *pair = &root->pairs[i];
        const struct kind *kind = kind_find_plural(pair->key);
        if (kind != NULL && str_eq(kind->file, file)) {
            p->lists[kind_index(kind)] = records_load(l, pair->value, kind);
            continue;
        }
        struct suggest s = suggest_for(pair->key);
        struct buf names = buf_in(l->arena);
        for (size_t k = 0; k < KIND_COUNT; k++) {
            if (str_eq(kinds[k].file, file)) {
                suggest_try(&s, kinds[k].plural);
                buf_printf(&names, "%s%.*s", names.n > 0 ? ", " : "",
                           STR_ARG(kinds[k].plural));
            }
        }
        report_unknown_key(l, pair, "this file", s.best, buf_str(&names));
    }
}

/* What the file of `kind` in `folder` says over what `below` says. */
static struct yaml *load_file(struct loading *l, const struct layer *layer,
                              const struct kind *kind, struct yaml *below)
{
    Str path = path_join(l->arena, layer->folder, kind->file);
    if (file_kind(path) == FILE_NONE) {
        return below;
    }
    const struct source *src = layer_source(l, path, layer->lang);
    if (src == NULL) {
        return below;
    }
    l->src = src;
    struct yaml *root = yaml_parse(l->arena, l->diags, src, src->text);
    return root == NULL    ? below
           : below == NULL ? root
           : kind->keyed   ? merge_lists(l, below, root)
                           : merge_records(l, below, root, kind);
}

/* contacts.yaml, terms.yaml, figures.yaml and law.yaml, where they are. */
static void load_files(struct loading *l, struct publication *p)
{
    Str done = S("");
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (kinds[i].file.n == 0 || str_eq(kinds[i].file, done)) {
            continue;
        }
        done = kinds[i].file; /* kinds of one file stand together */
        struct yaml *root = NULL;
        for (size_t k = p->layers.n; k > 0; k--) {
            root = load_file(l, &p->layers.items[k - 1], &kinds[i], root);
        }
        if (p->layers.n == 0) {
            struct layer alone = {.folder = p->folder};
            root = load_file(l, &alone, &kinds[i], NULL);
        }
        if (root != NULL && kinds[i].keyed) {
            load_keyed(l, p, root, kinds[i].file);
        } else if (root != NULL) {
            p->lists[i] = records_load(l, root, &kinds[i]);
        }
    }
}

static void gather_records(struct arena *a, struct publication *p)
{
    for (size_t c = 0; c < p->nchapters; c++) {
        for (size_t k = 0; k < KIND_COUNT; k++) {
            struct record_list *from = &p->chapters[c]->lists[k];
            for (size_t i = 0; i < from->n; i++) {
                *LIST_ADD(a, p->lists[k].items, p->lists[k].n) = from->items[i];
            }
        }
    }
}

bool publication_at(struct arena *a, Str path)
{
    return file_kind(path_join(a, path, S("publication.yaml"))) == FILE_REGULAR;
}

/* The folder's own name, even when the path is `.`. */
static Str name_of_folder(struct arena *a, Str path)
{
    while (path.n > 1 && path.p[path.n - 1] == '/') {
        path.n--;
    }
    Str base = path_base(path);
    bool named = base.n > 0 && !str_eq(base, S(".")) && !str_eq(base, S(".."));
    return named ? base : path_base(path_real(a, path));
}

/* Every edition needs a chapter. */
static void check_editions(struct loading *l, const struct publication *p)
{
    for (size_t v = 0; v < p->voices.n && p->nchapters > 0; v++) {
        if (p->order[v].n > 0) {
            continue;
        }
        const struct source *src =
            p->src == NULL ? p->chapters[0]->src : p->src;
        diag_error(l->diags, src, S(""), "no-chapters",
                   "the %.*s edition has no chapter",
                   STR_ARG(p->voices.ids[v]));
        diag_help(l->diags, "let it have one, or leave it out of `editions` in "
                            "publication.yaml");
    }
}

struct publication *publication_load(struct arena *a, struct diags *d, Str path)
{
    return publication_load_in(a, d, path, S(""));
}

struct publication *publication_load_in(struct arena *a, struct diags *d,
                                        Str path, Str lang)
{
    struct publication *p = ARENA_NEW(a, struct publication, 1);
    struct loading l = {
        .arena = a, .diags = d, .voices = &p->voices, .dropped = &p->dropped};
    bool single = file_kind(path) == FILE_REGULAR;
    p->path = path;
    p->lang = lang;
    p->folder = single ? path_dir(path) : path;
    p->id = slug_of(a, single ? path_stem(path) : name_of_folder(a, path),
                    S("publication"));
    /* the folder of a single file may hold others, each with its own */
    p->lock = path_join(
        a, p->folder,
        single ? str_printf(a, "%.*s.duet.lock", STR_ARG(path_stem(path)))
               : S("duet.lock"));
    p->dropped = map_in(a);
    p->ids = map_in(a);
    p->by_name = map_in(a);
    if (!single && publication_at(a, path)) {
        if (!layers_read(&l, path, lang, &p->layers)) {
            return NULL;
        }
        p->src = layers_own(&p->layers)->src;
    }
    load_settings(&l, p);
    languages_check(&l, p);
    if (!(single ? order_single(&l, p, path) : order_folder(&l, p))) {
        return NULL;
    }
    if (diags_errors(d) == 0) {
        check_editions(&l, p);
    }
    load_files(&l, p);
    languages_check_files(&l, p);
    gather_records(a, p);
    references_resolve(&l, p);
    pictures_find(a, d, p);
    figures_check(d, p);
    p->appendices_numbered =
        str_eq(record_word(p->record, S("appendix-style")), S("numbers"));
    p->title = record_text(p->record, S("title"));
    if (p->title == NULL) {
        p->title = p->chapters[0]->title;
    }
    return p;
}
