#include "render/head.h"

#include "render/address.h"
#include "render/context.h"

static void set_text(struct arena *a, struct value *map, Str name, Str text)
{
    value_set(map, name, value_text(a, text));
}

/* https://ogp.me: language_TERRITORY. A language that says no territory gets
 * one only where there is no doubt of it. */
static Str locale(struct arena *a, Str lang)
{
    static const Str british[] = {STR_INIT("en"), STR_INIT("cy"),
                                  STR_INIT("gd")};
    for (size_t i = 0; i < COUNT(british); i++) {
        if (str_eq(lang, british[i])) {
            return str_printf(a, "%.*s_GB", STR_ARG(lang));
        }
    }
    size_t dash = str_find_byte(lang, '-');
    bool territory = lang.n == dash + 3;
    return territory ? str_printf(a, "%.*s_%.*s", STR_ARG(str_to(lang, dash)),
                                  STR_ARG(str_from(lang, dash + 1)))
                     : S("");
}

static struct value *card(const struct scene *scene, struct arena *a,
                          struct diags *d)
{
    const struct picture *p = scene->pub->card;
    if (p == NULL) {
        return value_null(a);
    }
    const struct record *r = record_group(scene->pub->record, S("card"));
    struct value *map = value_map(a);
    Str path = str_printf(a, "assets/%.*s", STR_ARG(p->file));
    set_text(a, map, S("href"), address_of(a, scene->pub, path));
    set_text(a, map, S("alt"),
             edition_text(scene->ed, a, d, record_text(r, S("alt"))));
    set_text(a, map, S("width"), str_printf(a, "%u", p->width));
    set_text(a, map, S("height"), str_printf(a, "%u", p->height));
    return map;
}

bool head_has_manifest(const struct scene *scene)
{
    return scene->ed->voice != 0;
}

bool head_is_offline(const struct scene *scene)
{
    const struct slot *slot = record_slot(scene->pub->record, S("offline"));
    return head_has_manifest(scene) && (!slot->set || slot->yes);
}

/* The feed of this edition; on a page of all editions, those of all. */
static struct value *feeds(const struct pages *p, struct arena *a,
                           struct diags *d, bool at_root)
{
    const struct scene *scene = p->scene;
    struct value *list = value_list(a);
    for (size_t v = 0; v < scene->neditions; v++) {
        if (!p->feeds[v] || (!at_root && scene->editions[v] != scene->ed)) {
            continue;
        }
        struct value *map = value_map(a);
        Str title = edition_text(scene->editions[v], a, d,
                                 scene->editions[v]->pub->title);
        Str words = theme_string(scene->theme, d, S("feed-title"));
        set_text(a, map, S("href"),
                 at_root ? str_printf(a, "%.*s/feed.atom",
                                      STR_ARG(scene->editions[v]->folder))
                         : S("feed.atom"));
        set_text(a, map, S("title"),
                 str_printf(a, "%.*s: %.*s", STR_ARG(title), STR_ARG(words)));
        value_add(a, list, map);
    }
    return list;
}

/* What makes an edition into something to keep. A script adds the manifest:
 * from a disk, where a browser may not read one, it leaves it out. */
static struct value *keeping(const struct scene *scene, struct arena *a,
                             bool at_root)
{
    if (at_root || !head_has_manifest(scene)) {
        return value_null(a);
    }
    struct value *map = value_map(a);
    set_text(
        a, map, S("script"),
        str_printf(a, "../assets/%.*s", STR_ARG(scene->theme->offline.file)));
    set_text(a, map, S("manifest"), S("manifest.webmanifest"));
    set_text(a, map, S("worker"), head_is_offline(scene) ? S("sw.js") : S(""));
    return map;
}

/* The fonts that a page begins with, between spaces. They have Latin letters:
 * a page in another script begins with none of them. */
static Str fonts(struct arena *a, const struct theme *theme, Str root)
{
    struct buf b = buf_in(a);
    bool latin = str_eq(theme->locale->script, S("Latn"));
    for (size_t i = 0; latin && i < theme->npreload; i++) {
        buf_printf(&b, "%s%.*sassets/%.*s", i > 0 ? " " : "", STR_ARG(root),
                   STR_ARG(theme->preload[i]));
    }
    return buf_str(&b);
}

/* What is known of any page from its theme and from its own values. */
static struct value *start(struct arena *a, const struct theme *theme,
                           const struct value *page)
{
    struct value *map = value_map(a);
    value_set(map, S("title"), value_get(page, S("title")));
    value_set(map, S("description"), value_get(page, S("description")));
    set_text(a, map, S("light"), theme_token(theme, S("paper"), S("")));
    set_text(a, map, S("dark"), theme_token_dark(theme, S("paper"), S("")));
    return map;
}

struct value *head_values(const struct pages *p, struct arena *a,
                          struct diags *d, const struct value *page,
                          bool at_root)
{
    const struct scene *scene = p->scene;
    const struct publication *pub = scene->pub;
    Str kind = value_get(page, S("kind"))->text;
    Str path = value_get(page, S("path"))->text;
    Str root = value_get(page, S("root"))->text;
    Str id = scene->ed->folder;
    /* nobody should be sent to the page that says what is not there */
    bool lasting = !str_eq(kind, S("missing"));
    if (!at_root) {
        path = str_printf(a, "%.*s/%.*s", STR_ARG(id), STR_ARG(path));
    }
    struct value *map = start(a, scene->theme, page);
    set_text(a, map, S("canonical"),
             lasting ? address_of(a, pub, path) : S(""));
    set_text(a, map, S("type"),
             str_eq(kind, S("chapter")) ? S("article") : S("website"));
    set_text(a, map, S("site"), edition_text(scene->ed, a, d, pub->title));
    set_text(a, map, S("locale"), locale(a, scene->ed->locale->code));
    value_set(map, S("image"), card(scene, a, d));
    set_text(a, map, S("icon"),
             str_printf(a, "%.*sassets/%.*s", STR_ARG(root),
                        STR_ARG(scene->theme->icon.file)));
    value_set(map, S("feeds"),
              lasting ? feeds(p, a, d, at_root) : value_list(a));
    value_set(map, S("keeping"), keeping(scene, a, at_root));
    set_text(a, map, S("fonts"), fonts(a, scene->theme, root));
    return map;
}

struct value *head_of_index(struct arena *a, const struct theme *theme,
                            const struct value *page)
{
    static const Str unknown[] = {STR_INIT("canonical"), STR_INIT("site"),
                                  STR_INIT("image"), STR_INIT("keeping"),
                                  STR_INIT("locale")};
    struct value *map = start(a, theme, page);
    for (size_t i = 0; i < COUNT(unknown); i++) {
        value_set(map, unknown[i], value_null(a));
    }
    set_text(a, map, S("type"), S("website"));
    set_text(a, map, S("icon"),
             str_printf(a, "assets/%.*s", STR_ARG(theme->icon.file)));
    value_set(map, S("feeds"), value_list(a));
    set_text(a, map, S("fonts"), fonts(a, theme, S("")));
    return map;
}
