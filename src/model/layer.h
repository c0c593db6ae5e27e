/**
 * layer: a publication over another, whose texts and records it inherits.
 *
 * `extends: ../model` in publication.yaml names the folder of the layer below,
 * which may have one below itself. What a layer leaves out comes from below;
 * what it has stands in the place of that. A translation is a layer of texts
 * over a publication: its folder `ar/`, with files of the same names.
 */
#ifndef DUET_MODEL_LAYER_H
#define DUET_MODEL_LAYER_H

#include "model/voiced.h"
#include "read/yaml.h"

enum { LAYERS_MAX = 8 };

struct layer {
    Str folder;
    Str lang; /* of a translation; else empty */
    const struct source
        *src;          /* publication.yaml; NULL: a translation has none */
    struct yaml *root; /* what it says; NULL: nothing */
};

/** The layers of a publication: its own first, the lowest last. In a language,
 * each has its translation above itself. */
struct layers {
    struct layer items[2 * LAYERS_MAX];
    size_t n; /* 0: a single file, or a folder without publication.yaml */
};

/**
 * Reads the publication.yaml in `folder` and in the layers below it; with
 * `lang`, also those of their translations into that language.
 *
 * Reports missing-layer, layer-cycle, layer-outside and what yaml_parse()
 * does. Returns: false when the publication cannot be read.
 */
MUST_USE bool layers_read(const struct loading *l, Str folder, Str lang,
                          struct layers *out);

/** Whether some layer has a folder with a translation into `lang`. */
bool layers_translate(const struct layers *layers, struct arena *a, Str lang);

/** Returns: the publication's own layer, which is no translation. */
const struct layer *layers_own(const struct layers *layers);

/**
 * Finds the file `name`, such as `contacts.yaml`, in the layers from `from` on.
 * Returns: the layer's number, and the file's path; `layers->n` for none.
 */
size_t layers_find(const struct layers *layers, struct arena *a, size_t from,
                   Str name, Str *path);

/**
 * The same for a chapter's file, `offers.md`: in a layer's folder chapters/, or
 * else beside its publication.yaml.
 */
size_t layers_find_chapter(const struct layers *layers, struct arena *a,
                           size_t from, Str name, Str *path);

/** Returns: the folder in which the chapters of the layer in `folder` lie. */
Str layer_chapters(struct arena *a, Str folder);

/**
 * Reads a file of the author in the language `lang`, or in the original for an
 * empty text, and lets the messages know it.
 */
const struct source *layer_source(const struct loading *l, Str path, Str lang);

#endif
