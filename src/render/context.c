#include "render/context.h"

#include "render/banner.h"
#include "render/document_values.h"
#include "render/said.h"
#include "render/target.h"
#include "render/tel.h"
#include "render/values.h"

Str context_csp(void)
{
    return S("default-src 'none'; style-src 'self'; font-src 'self'; "
             "img-src 'self'; script-src 'self'; manifest-src 'self'; "
             "base-uri 'none'; form-action 'none'");
}

Str context_direction(const struct locale *l)
{
    return l->rtl ? S("rtl") : S("ltr");
}

Str context_book(struct arena *a, const struct edition *ed)
{
    return str_printf(a, "downloads/%.*s-%.*s.epub", STR_ARG(ed->pub->id),
                      STR_ARG(ed->folder));
}

const struct edition *context_edition(const struct scene *scene, size_t voice)
{
    for (size_t i = 0; i < scene->neditions; i++) {
        const struct edition *ed = scene->editions[i];
        if (ed->voice == voice && str_eq(ed->pub->lang, scene->pub->lang)) {
            return ed;
        }
    }
    return scene->editions[voice];
}

void context_add_has(struct arena *a, struct value *v)
{
    size_t n = v->fields.n;
    for (size_t i = 0; i < n; i++) {
        struct map_entry entry = v->fields.entries[i];
        const struct value *field = entry.value;
        if (field->kind == VALUE_LIST) {
            value_set(v, str_printf(a, "has_%.*s", STR_ARG(entry.key)),
                      value_bool(a, field->nitems > 0));
        }
    }
}

static void set_text(struct arena *a, struct value *map, Str name, Str text)
{
    value_set(map, name, value_text(a, text));
}

static void set_voiced(struct arena *a, struct diags *d,
                       const struct scene *scene, const struct edition *ed,
                       struct value *map, Str name, const struct voiced *v)
{
    value_set(map, name, said_voiced(a, d, scene, ed, v));
}

static Str period_text(const struct scene *scene, struct arena *a,
                       struct diags *d)
{
    const struct record *period = record_group(scene->pub->record, S("period"));
    if (period == NULL) {
        return S("");
    }
    const struct locale *l = scene->ed->locale;
    Str from = date_said(a, l, record_slot(period, S("from"))->date);
    const struct slot *to = record_slot(period, S("to"));
    if (!to->set) {
        return from;
    }
    return str_printf(a, "%.*s %.*s %.*s", STR_ARG(from),
                      STR_ARG(theme_string(scene->theme, d, S("period-to"))),
                      STR_ARG(date_said(a, l, to->date)));
}

static void set_council(struct arena *a, struct diags *d,
                        const struct scene *scene, struct value *map,
                        const struct record *council)
{
    static const Str fields[] = {STR_INIT("name"), STR_INIT("area"),
                                 STR_INIT("website")};
    struct value *out = value_map(a);
    for (size_t i = 0; i < COUNT(fields); i++) {
        value_set(out, fields[i],
                  council == NULL ? value_null(a)
                                  : said_word(a, d, scene, council, fields[i]));
    }
    value_set(map, S("council"), out);
}

static void set_approved(struct arena *a, struct diags *d,
                         const struct scene *scene, struct value *map,
                         const struct record *approved)
{
    bool known = approved != NULL;
    Date on = known ? record_slot(approved, S("on"))->date : (Date){0};
    value_set(map, S("approved_by"),
              known ? said_word(a, d, scene, approved, S("by"))
                    : value_null(a));
    set_text(a, map, S("approved_on"),
             known ? date_said(a, scene->ed->locale, on) : S(""));
    set_text(a, map, S("approved_on_iso"), known ? date_iso(a, on) : S(""));
}

static void set_accessibility(struct arena *a, struct value *map,
                              const struct locale *l,
                              const struct record *statement)
{
    bool known = statement != NULL;
    Date on =
        known ? record_slot(statement, S("statement-on"))->date : (Date){0};
    set_text(a, map, S("accessibility_on"),
             known ? date_said(a, l, on) : S(""));
    set_text(a, map, S("accessibility_on_iso"),
             known ? date_iso(a, on) : S(""));
    set_text(a, map, S("accessibility_url"),
             known ? record_word(statement, S("url")) : S(""));
}

struct value *context_publication(struct arena *a, struct diags *d,
                                  const struct scene *scene)
{
    const struct publication *p = scene->pub;
    const struct record *r = p->record;
    struct value *map = value_map(a);
    Str status = record_word(r, S("status"));
    const struct slot *review = record_slot(r, S("review"));
    set_text(a, map, S("id"), p->id);
    set_voiced(a, d, scene, scene->ed, map, S("title"), p->title);
    set_voiced(a, d, scene, scene->ed, map, S("summary"),
               record_text(r, S("summary")));
    set_voiced(a, d, scene, scene->ed, map, S("notice"),
               record_text(r, S("notice")));
    set_council(a, d, scene, map, record_group(r, S("council")));
    set_text(a, map, S("period"), period_text(scene, a, d));
    set_text(a, map, S("status"), status);
    Str key = str_printf(a, "publication-status-%.*s", STR_ARG(status));
    set_text(a, map, S("status_label"),
             status.n == 0 ? S("") : theme_string(scene->theme, d, key));
    set_approved(a, d, scene, map, record_group(r, S("approved")));
    set_accessibility(a, map, scene->ed->locale,
                      record_group(r, S("accessibility")));
    set_text(a, map, S("version"), record_word(r, S("version")));
    value_set(map, S("owner"), said_word(a, d, scene, r, S("owner")));
    const struct record *checked = record_group(r, S("translation"));
    set_text(a, map, S("translation_checked_by"),
             checked == NULL ? S("") : record_word(checked, S("checked-by")));
    set_text(a, map, S("review"),
             review->set ? date_said(a, scene->ed->locale, review->date)
                         : S(""));
    set_text(a, map, S("review_iso"),
             review->set ? date_iso(a, review->date) : S(""));
    document_values(a, scene, map);
    return map;
}

static void add_language(struct arena *a, struct value *list,
                         const struct locale *l, Str href, bool current)
{
    struct value *item = value_map(a);
    set_text(a, item, S("code"), l->code);
    set_text(a, item, S("dir"), context_direction(l));
    set_text(a, item, S("name"), l->name);
    set_text(a, item, S("href"), href);
    value_set(item, S("current"), value_bool(a, current));
    value_add(a, list, item);
}

/* Whether an edition before the one numbered `n` has its language. */
static bool is_listed(const struct scene *scene, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(scene->editions[i]->locale->code,
                   scene->editions[n]->locale->code)) {
            return true;
        }
    }
    return false;
}

/* The edition in the language of `ed` that the page leads to: that of the same
 * voice. Where there is none, and on the publication's first page, it is the
 * last one, which is the young one where there are two. */
static const struct edition *in_language(const struct scene *scene,
                                         const struct edition *ed, bool front)
{
    const struct edition *found = ed;
    for (size_t i = 0; i < scene->neditions; i++) {
        const struct edition *other = scene->editions[i];
        if (!str_eq(other->locale->code, ed->locale->code)) {
            continue;
        }
        if (!front && other->voice == scene->ed->voice) {
            return other;
        }
        found = other->voice > found->voice ? other : found;
    }
    return found;
}

/* The page `path` in `ed`, or its first page. */
static Str page_in(const struct scene *scene, const struct edition *ed,
                   Str path, bool front)
{
    Str id = str_to(path, str_find(path, S(".html")));
    bool known =
        ed->voice == scene->ed->voice || edition_chapter(ed, id) != NULL;
    return known && !front ? path : S("index.html");
}

struct value *context_languages(struct arena *a, const struct scene *scene,
                                Str root, Str path, bool front)
{
    struct value *list = value_list(a);
    for (size_t i = 0; i < scene->neditions; i++) {
        if (is_listed(scene, i)) {
            continue;
        }
        const struct edition *ed =
            in_language(scene, scene->editions[i], front);
        Str page = page_in(scene, ed, path, front);
        Str href = str_printf(a, "%.*s%.*s/%.*s", STR_ARG(root),
                              STR_ARG(ed->folder), STR_ARG(page));
        add_language(a, list, ed->locale, href, !front && ed == scene->ed);
    }
    return list;
}

static struct value *edition_name(struct arena *a, struct diags *d,
                                  const struct scene *scene,
                                  const struct edition *ed)
{
    const struct theme *theme = scene->theme;
    const struct voiced *title = record_text(ed->plan->record, S("title"));
    if (title != NULL) {
        return said_voiced(a, d, scene, ed, title);
    }
    Str key = str_printf(a, "edition-%.*s", STR_ARG(ed->plan->id));
    return value_text(a, map_get(&theme->strings, key) == NULL
                             ? ed->plan->id
                             : theme_string(theme, d, key));
}

Str context_twin(struct arena *a, struct diags *d, const struct scene *scene,
                 const struct edition *other)
{
    const struct theme *theme = scene->theme;
    Str key = str_printf(a, "twin-to-%.*s", STR_ARG(other->plan->id));
    if (map_get(&theme->strings, key) != NULL) {
        return theme_string(theme, d, key);
    }
    return str_printf(a, "%.*s: %.*s",
                      STR_ARG(theme_string(theme, d, S("read"))),
                      STR_ARG(edition_name(a, d, scene, other)->text));
}

void context_set_language(struct arena *a, const struct scene *scene,
                          struct value *map, const struct locale *l)
{
    bool other = !str_eq(l->code, scene->theme->locale->code);
    set_text(a, map, S("lang"), other ? l->code : S(""));
    set_text(a, map, S("dir"), other ? context_direction(l) : S(""));
    set_text(a, map, S("language"), other ? l->name : S(""));
}

static struct value *edition_values(struct arena *a, struct diags *d,
                                    const struct scene *scene,
                                    const struct edition *ed, Str root)
{
    const struct record *r = ed->pub->record;
    struct value *map = value_map(a);
    set_text(a, map, S("id"), ed->plan->id);
    context_set_language(a, scene, map, ed->locale);
    value_set(map, S("name"), edition_name(a, d, scene, ed));
    struct value *title = said_voiced(a, d, scene, ed, ed->pub->title);
    const struct phrase *first = voiced_get(ed->pub->title, 0);
    bool own = first == NULL || !str_eq(first->text, title->text);
    value_set(map, S("title"), title);
    /* where the publication's title stands already, only another is news */
    value_set(map, S("own_title"), own ? title : value_null(a));
    set_voiced(a, d, scene, ed, map, S("summary"),
               record_text(r, S("summary")));
    set_voiced(a, d, scene, ed, map, S("audience"),
               record_text(ed->plan->record, S("audience")));
    set_text(a, map, S("home"),
             str_printf(a, "%.*s%.*s/index.html", STR_ARG(root),
                        STR_ARG(ed->folder)));
    set_text(
        a, map, S("epub"),
        str_printf(a, "%.*s%.*s", STR_ARG(root), STR_ARG(context_book(a, ed))));
    value_set(map, S("is_formal"), value_bool(a, ed->voice == 0));
    value_set(map, S("is_young"), value_bool(a, ed->voice != 0));
    return map;
}

struct value *context_editions(struct arena *a, struct diags *d,
                               const struct scene *scene, Str root)
{
    struct value *list = value_list(a);
    for (size_t v = 0; v < scene->pub->voices.n; v++) {
        const struct edition *ed = context_edition(scene, v);
        struct value *map = edition_values(a, d, scene, ed, root);
        value_set(map, S("current"), value_bool(a, ed == scene->ed));
        value_add(a, list, map);
    }
    return list;
}

struct value *context_palettes(struct arena *a, struct diags *d,
                               const struct theme *theme)
{
    struct value *list = value_list(a);
    for (size_t i = 0; i < theme->palettes.n; i++) {
        Str id = theme->palettes.entries[i].key;
        Str key = str_printf(a, "palette-%.*s", STR_ARG(id));
        struct value *map = value_map(a);
        set_text(a, map, S("id"), id);
        set_text(a, map, S("label"), theme_string(theme, d, key));
        value_add(a, list, map);
    }
    return list;
}

/* The chapter that holds the first record of a kind, or null. */
static struct value *first_page(struct arena *a, const struct scene *scene,
                                Str kind)
{
    const struct record_list *all =
        &scene->pub->lists[kind_index(kind_find(kind))];
    for (size_t i = 0; i < all->n; i++) {
        const struct ed_chapter *c =
            map_get(&scene->ed->pages, all->items[i]->id);
        if (c != NULL) {
            struct value *map = value_map(a);
            value_set(map, S("title"),
                      said_text(a, scene, c->title, c->title_lang));
            set_text(a, map, S("href"), target_page(scene, a, c));
            return map;
        }
    }
    return value_null(a);
}

static struct value *own_edition(struct arena *a, struct diags *d,
                                 const struct scene *scene)
{
    bool site = scene->flavour == FLAVOUR_HTML;
    struct value *map = edition_values(a, d, scene, scene->ed, S("../"));
    set_text(a, map, S("home"), site ? S("index.html") : S("nav.xhtml"));
    bool terms = scene->pub->lists[kind_index(kind_find(S("term")))].n > 0;
    set_text(a, map, S("words"),
             !terms ? S("")
             : site ? S("words.html")
                    : S("words.xhtml"));
    value_set(map, S("promises"), first_page(a, scene, S("promise")));
    value_set(map, S("offers"), first_page(a, scene, S("offer")));
    static const Str styles[] = {
        [NUMBERING_NONE] = STR_INIT("none"),
        [NUMBERING_SECTIONS] = STR_INIT("sections"),
        [NUMBERING_CONTINUOUS] = STR_INIT("continuous"),
        [NUMBERING_HEADINGS] = STR_INIT("headings"),
    };
    set_text(a, map, S("number_style"), styles[scene->ed->plan->numbering]);
    value_set(
        map, S("numbered"),
        value_bool(a, scene->ed->plan->numbering == NUMBERING_SECTIONS ||
                          scene->ed->plan->numbering == NUMBERING_CONTINUOUS));
    set_text(a, map, S("print"), site ? S("print.html") : S(""));
    set_text(a, map, S("search"), site ? S("search.html") : S(""));
    if (!site) {
        value_set(map, S("epub"), value_null(a));
    }
    return map;
}

bool context_after_part(const struct scene *scene, size_t i)
{
    const struct place *place = &scene->pub->order[scene->ed->voice].places[i];
    return i > 0 && place->part == NULL && place[-1].part != NULL;
}

struct value *context_part(struct arena *a, const struct scene *scene,
                           const struct ed_chapter *c)
{
    return c->part.n == 0 ? value_null(a)
                          : said_text(a, scene, c->part, c->part_lang);
}

struct value *context_chapter_icon(struct body *b, const struct ed_chapter *c)
{
    const struct record *front = c->source->front;
    struct value *icons = b->scene->theme->icons;
    struct value *icon =
        front == NULL ? value_null(b->arena) : values_icon(b, front);
    if (icon->kind == VALUE_NULL) {
        Str meaning =
            str_printf(b->arena, "chapter-%.*s", STR_ARG(c->source->id));
        icon = value_get(icons, meaning);
        icon = icon == NULL ? value_get(icons, S("chapter")) : icon;
    }
    return icon == NULL ? value_null(b->arena) : icon;
}

struct value *context_chapters(struct arena *a, struct diags *d,
                               const struct scene *scene, bool appendices)
{
    struct value *list = value_list(a);
    struct body b = body_start(scene, a, d, NULL);
    for (size_t i = 0; i < scene->ed->nchapters; i++) {
        const struct ed_chapter *c = scene->ed->chapters[i];
        if (c->source->appendix != appendices) {
            continue;
        }
        const struct voiced *summary =
            c->source->front == NULL
                ? NULL
                : record_text(c->source->front, S("summary"));
        struct value *map = value_map(a);
        set_text(a, map, S("id"), c->source->id);
        value_set(map, S("title"),
                  said_text(a, scene, c->title, c->title_lang));
        set_text(a, map, S("number"), c->number);
        value_set(map, S("part"), context_part(a, scene, c));
        value_set(map, S("after_part"),
                  value_bool(a, context_after_part(scene, i)));
        set_text(a, map, S("href"), target_page(scene, a, c));
        set_voiced(a, d, scene, scene->ed, map, S("summary"), summary);
        value_set(map, S("icon"), context_chapter_icon(&b, c));
        value_set(map, S("current"), value_bool(a, false));
        value_add(a, list, map);
    }
    return list;
}

/* Contacts, those that are always shown or all, emergencies first. */
static struct value *contact_values(struct arena *a, struct diags *d,
                                    const struct scene *scene, bool always)
{
    struct body b = body_start(scene, a, d, NULL);
    struct value *list = value_list(a);
    const struct record_list *all =
        &scene->pub->lists[kind_index(kind_find(S("contact")))];
    for (int urgent = 1; urgent >= 0; urgent--) {
        for (size_t i = 0; i < all->n; i++) {
            const struct record *r = all->items[i];
            if ((!always || record_slot(r, S("always"))->yes) &&
                tel_is_urgent(record_word(r, S("tel"))) == (urgent == 1)) {
                value_add(a, list, values_of_record(&b, r, false));
            }
        }
    }
    return list;
}

struct value *context_base(struct arena *a, struct diags *d,
                           const struct scene *scene)
{
    struct value *map = value_map(a);
    const struct locale *spoken = scene->theme->locale;
    const struct locale *written = scene->ed->locale;
    bool apart = !str_eq(spoken->code, written->code);
    /* a book says little of its own: it is in the language of its text */
    bool book = scene->flavour == FLAVOUR_XHTML;
    const struct locale *page = book ? written : spoken;
    set_text(a, map, S("lang"), page->code);
    set_text(a, map, S("dir"), context_direction(page));
    set_text(a, map, S("text_lang"), apart ? written->code : S(""));
    set_text(a, map, S("text_dir"), apart ? context_direction(written) : S(""));
    set_text(a, map, S("csp"), context_csp());
    value_set(map, S("languages"), value_list(a));
    value_set(map, S("many_languages"), value_bool(a, false));
    value_set(map, S("many_editions"), value_bool(a, scene->pub->voices.n > 1));
    value_set(map, S("strings"), scene->theme->words);
    value_set(map, S("icons"), scene->theme->icons);
    value_set(map, S("palettes"), context_palettes(a, d, scene->theme));
    value_set(map, S("in_book"),
              value_bool(a, scene->flavour == FLAVOUR_XHTML));
    value_set(map, S("publication"), context_publication(a, d, scene));
    value_set(map, S("banner"), banner_values(a, d, scene));
    value_set(map, S("edition"), own_edition(a, d, scene));
    value_set(map, S("help"), contact_values(a, d, scene, true));
    value_set(map, S("contacts"), contact_values(a, d, scene, false));
    return map;
}
