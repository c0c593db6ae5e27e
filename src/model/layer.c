#include "model/layer.h"

#include "base/file.h"

const struct source *layer_source(const struct loading *l, Str path, Str lang)
{
    struct source *src = source_load(l->arena, l->diags, path, path);
    if (src != NULL) {
        src->lang = lang;
        diags_know(l->diags, src);
    }
    return src;
}

/* The folder that `target` names, seen from `folder`: beside it or in it. A
 * fork must not depend on what lies elsewhere on one person's disk. */
static bool resolve(const struct loading *l, Str folder, Str target, Str *out)
{
    Str base = path_base(folder);
    bool named = base.n > 0 && !str_eq(base, S(".")) && !str_eq(base, S(".."));
    Str beneath;
    if (!path_resolve(l->arena, named ? base : S("here"), target, &beneath)) {
        return false;
    }
    *out = named ? path_join(l->arena, path_dir(folder), beneath)
                 : path_join(l->arena, folder, target);
    return true;
}

static bool is_above(const struct loading *l, const struct layers *layers,
                     Str folder)
{
    for (size_t i = 0; i < layers->n; i++) {
        if (str_eq(path_real(l->arena, layers->items[i].folder),
                   path_real(l->arena, folder))) {
            return true;
        }
    }
    return false;
}

/* The folder of the layer below, or an empty text; false after reporting. */
static bool find_below(const struct loading *l, const struct layers *layers,
                       const struct layer *top, Str *out)
{
    const struct yaml *extends = yaml_get(top->root, S("extends"));
    *out = S("");
    if (extends == NULL || yaml_is_empty(extends)) {
        return true;
    }
    if (extends->kind != YAML_SCALAR) {
        diag_error(l->diags, top->src, extends->where, "wrong-type",
                   "'extends' must be one folder");
        diag_help(l->diags, "write `extends: ../model`");
    } else if (!resolve(l, top->folder, extends->text, out)) {
        diag_error(l->diags, top->src, extends->where, "layer-outside",
                   "the layer below must lie beside this folder or in it");
        diag_help(l->diags, "copy it there and write `extends: upstream`");
    } else if (is_above(l, layers, *out)) {
        diag_error(l->diags, top->src, extends->where, "layer-cycle",
                   "this publication would extend itself");
        diag_help(l->diags, "name the folder of another publication");
    } else if (file_kind(path_join(l->arena, *out, S("publication.yaml"))) !=
               FILE_REGULAR) {
        diag_error(l->diags, top->src, extends->where, "missing-layer",
                   "there is no publication in %.*s", STR_ARG(*out));
        diag_help(l->diags, "name a folder that has a publication.yaml");
    } else if (layers->n >= LAYERS_MAX) {
        diag_error(l->diags, top->src, extends->where, "too-deep",
                   "there are more than %d layers", LAYERS_MAX);
        diag_help(l->diags, "extend a publication further down");
    } else {
        return true;
    }
    return false;
}

static bool read_layer(const struct loading *l, struct layer *layer)
{
    Str file = path_join(l->arena, layer->folder, S("publication.yaml"));
    if (layer->lang.n > 0 && file_kind(file) == FILE_NONE) {
        return true; /* the title may be the same in all languages */
    }
    layer->src = layer_source(l, file, layer->lang);
    layer->root = layer->src == NULL ? NULL
                                     : yaml_parse(l->arena, l->diags,
                                                  layer->src, layer->src->text);
    return layer->root != NULL;
}

/* The translation of what is in `folder`, where there is one. */
static bool read_translation(const struct loading *l, Str folder, Str lang,
                             struct layers *out)
{
    Str beneath = path_join(l->arena, folder, lang);
    if (lang.n == 0 || file_kind(beneath) != FILE_FOLDER) {
        return true;
    }
    struct layer *layer = &out->items[out->n++];
    *layer = (struct layer){.folder = beneath, .lang = lang};
    return read_layer(l, layer);
}

bool layers_read(const struct loading *l, Str folder, Str lang,
                 struct layers *out)
{
    out->n = 0;
    do {
        if (!read_translation(l, folder, lang, out)) {
            return false;
        }
        struct layer *layer = &out->items[out->n];
        *layer = (struct layer){.folder = folder};
        bool first = out->n == 0;
        if (!read_layer(l, layer)) {
            out->n++;
            return first && layer->src != NULL;
        }
        out->n++;
        if (!find_below(l, out, layer, &folder)) {
            return true; /* reported; what is here can be looked at */
        }
    } while (folder.n > 0);
    return true;
}

bool layers_translate(const struct layers *layers, struct arena *a, Str lang)
{
    for (size_t i = 0; i < layers->n; i++) {
        Str folder = path_join(a, layers->items[i].folder, lang);
        if (file_kind(folder) == FILE_FOLDER) {
            return true;
        }
    }
    return false;
}

const struct layer *layers_own(const struct layers *layers)
{
    return &layers->items[layers->n > 1 && layers->items[0].lang.n > 0];
}

size_t layers_find(const struct layers *layers, struct arena *a, size_t from,
                   Str name, Str *path)
{
    for (size_t i = from; i < layers->n; i++) {
        *path = path_join(a, layers->items[i].folder, name);
        if (file_kind(*path) != FILE_NONE) {
            return i;
        }
    }
    return layers->n;
}

Str layer_chapters(struct arena *a, Str folder)
{
    Str chapters = path_join(a, folder, S("chapters"));
    return file_kind(chapters) == FILE_FOLDER ? chapters : folder;
}

size_t layers_find_chapter(const struct layers *layers, struct arena *a,
                           size_t from, Str name, Str *path)
{
    for (size_t i = from; i < layers->n; i++) {
        Str folder = layer_chapters(a, layers->items[i].folder);
        *path = path_join(a, folder, name);
        if (file_kind(*path) != FILE_NONE) {
            return i;
        }
    }
    return layers->n;
}
