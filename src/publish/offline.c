#include "publish/offline.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/json.h"
#include "render/context.h"
#include "render/head.h"

static void add_icon(struct json_writer *j, struct arena *a,
                     const struct theme_asset *icon, Str purpose)
{
    json_begin_object(j);
    json_pair(j, S("src"),
              str_printf(a, "../assets/%.*s", STR_ARG(icon->file)));
    json_pair(j, S("sizes"), S("any"));
    json_pair(j, S("type"), S("image/svg+xml"));
    json_pair(j, S("purpose"), purpose);
    json_end(j);
}

static Str manifest(const struct scene *scene, struct arena *a, struct diags *d)
{
    const struct theme *t = scene->theme;
    Str title = edition_text(scene->ed, a, d, scene->pub->title);
    Str about = edition_text(scene->ed, a, d,
                             record_text(scene->pub->record, S("summary")));
    Str paper = theme_token(t, S("paper"), S("#ffffff"));
    struct buf b = buf_in(a);
    struct json_writer j = json_to(&b);
    json_begin_object(&j);
    json_pair(&j, S("name"), title);
    json_pair(&j, S("short_name"), title);
    if (about.n > 0) {
        json_pair(&j, S("description"), about);
    }
    json_pair(&j, S("lang"), scene->ed->locale->code);
    json_pair(&j, S("dir"), context_direction(scene->ed->locale));
    json_pair(&j, S("start_url"), S("index.html"));
    json_pair(&j, S("scope"), S("./"));
    /* with a way back, and with the address to see where one is */
    json_pair(&j, S("display"), S("minimal-ui"));
    json_pair(&j, S("background_color"), paper);
    json_pair(&j, S("theme_color"), paper);
    json_key(&j, S("icons"));
    json_begin_list(&j);
    add_icon(&j, a, &t->icon, S("any"));
    add_icon(&j, a, &t->mask_icon, S("maskable"));
    json_end(&j);
    json_end(&j);
    return buf_str(&b);
}

/* The edition's pages, as seen from its folder. */
static void add_pages(struct buf *b, const struct map *pages)
{
    struct json_writer j = json_to(b);
    buf_add(b, S("const PAGES = "));
    json_begin_list(&j);
    for (size_t i = 0; i < pages->n; i++) {
        Str name = path_base(pages->entries[i].key);
        if (str_ends(name, S(".html")) && !str_eq(name, S("print.html"))) {
            json_text(&j, name);
        }
    }
    json_end(&j);
}

static void add_asset(struct json_writer *j, struct arena *a, Str file)
{
    json_text(j, str_printf(a, "../assets/%.*s", STR_ARG(file)));
}

/* What the pages show. Fonts are kept when they are first used: the words can
 * be read without them. */
static void add_assets(struct buf *b, const struct scene *scene, Str index)
{
    struct arena *a = b->arena;
    const struct theme *t = scene->theme;
    const struct gallery *g = &scene->ed->gallery;
    struct json_writer j = json_to(b);
    buf_add(b, S("const ASSETS = "));
    json_begin_list(&j);
    add_asset(&j, a, t->css_file);
    add_asset(&j, a, t->icon.file);
    add_asset(&j, a, t->offline.file);
    add_asset(&j, a, index);
    for (size_t i = 0; i < t->nscripts; i++) {
        add_asset(&j, a, t->scripts[i].file);
    }
    for (size_t i = 0; i < g->npictures; i++) {
        add_asset(&j, a, g->pictures[i]->file);
    }
    json_end(&j);
}

static Str worker(const struct scene *scene, struct arena *a,
                  const struct map *pages, Str index)
{
    struct buf files = buf_in(a), hashes = buf_in(a), out = buf_in(a);
    add_pages(&files, pages);
    add_assets(&files, scene, index);
    buf_add(&hashes, scene->theme->worker);
    buf_add(&hashes, buf_str(&files));
    for (size_t i = 0; i < pages->n; i++) {
        buf_add(&hashes, *(const Str *)pages->entries[i].value);
    }
    buf_printf(&out, "'use strict';\nconst VERSION = \"%.*s\";\n",
               STR_ARG(hash_hex(a, buf_str(&hashes))));
    buf_add(&out, buf_str(&files));
    buf_add(&out, scene->theme->worker);
    return buf_str(&out);
}

bool offline_write(const struct scene *scene, struct diags *d,
                   const struct sink *sink, const struct map *pages, Str index)
{
    struct arena *a = arena_create();
    Str id = scene->ed->folder;
    Str program = head_is_offline(scene) ? worker(scene, a, pages, index)
                                         : scene->theme->removal;
    bool done =
        sink_write(sink,
                   str_printf(a, "%.*s/manifest.webmanifest", STR_ARG(id)),
                   manifest(scene, a, d)) &&
        sink_write(sink, str_printf(a, "%.*s/sw.js", STR_ARG(id)), program);
    arena_free(a);
    return done;
}
