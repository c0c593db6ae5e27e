#include "render/offers.h"

#include "base/slug.h"
#include "model/references.h"
#include "render/chapter_values.h"
#include "render/chart_words.h"
#include "render/context.h"
#include "render/said.h"
#include "render/values.h"

/* What is being worked out for one edition. */
struct making {
    struct body body;
    struct arena *arena;
    const struct theme *theme;
    struct diags *diags;
    struct offers *offers;
};

static const Str list_names[OFFER_LISTS] = {
    [OFFERS_HEAD] = STR_INIT("head"),
    [OFFERS_NEED] = STR_INIT("need"),
    [OFFERS_AGE] = STR_INIT("age"),
    [OFFERS_WHO] = STR_INIT("who"),
};

static struct offer_page *add_page(struct making *m, enum offer_list list,
                                   Str id, struct value *title)
{
    struct arena *a = m->arena;
    struct offer_page *page = LIST_ADD(a, m->offers->pages, m->offers->npages);
    Str name = list_names[list];
    Str meaning = str_printf(a, "%.*s-%.*s", STR_ARG(name), STR_ARG(id));
    struct value *icon = value_get(m->theme->icons, meaning);
    if (icon == NULL) {
        icon = value_get(m->theme->icons, name);
    }
    *page = (struct offer_page){
        .list = list,
        .id = id,
        .answer = id,
        .file = list == OFFERS_HEAD
                    ? str_printf(a, "get_%.*s.html", STR_ARG(id))
                    : str_printf(a, "get_%.*s_%.*s.html", STR_ARG(name),
                                 STR_ARG(id)),
        .title = title,
        .answer_title = title,
        .icon = icon == NULL ? value_null(a) : icon,
    };
    return page;
}

static struct offer_page *find_page(const struct offers *o,
                                    enum offer_list list, Str id)
{
    for (size_t i = 0; i < o->npages; i++) {
        if (o->pages[i].list == list && str_eq(o->pages[i].id, id)) {
            return &o->pages[i];
        }
    }
    return NULL;
}

static void add_offer(struct making *m, struct offer_page *page,
                      struct record *offer)
{
    *LIST_ADD(m->arena, page->offers.items, page->offers.n) = offer;
}

/* `under 16` as a title. */
static Str with_capital(struct arena *a, Str words)
{
    char *title = str_c(a, words);
    bool small = title[0] >= 'a' && title[0] <= 'z';
    title[0] = small ? (char)(title[0] - 'a' + 'A') : title[0];
    return (Str){title, words.n};
}

/* The theme's string `prefix-id`, or what the author wrote. */
static struct value *title_of(struct making *m, const char *prefix, Str id,
                              Str written, const struct locale *l)
{
    Str key = str_printf(m->arena, "%s-%.*s", prefix, STR_ARG(id));
    return map_get(&m->theme->strings, key) != NULL
               ? value_text(m->arena, theme_string(m->theme, m->diags, key))
               : said_text(m->arena, m->body.scene,
                           with_capital(m->arena, written), l);
}

static struct value *head_title(struct making *m, Str id)
{
    const struct edition *ed = m->body.scene->ed;
    const struct record *r =
        reference_find(m->body.scene->pub, S("category"), id);
    return r != NULL ? said_voiced(m->arena, m->diags, m->body.scene, ed,
                                   record_text(r, S("title")))
                     : title_of(m, "offer-category", id, id, ed->original);
}

static void add_head(struct making *m, Str id)
{
    const struct record *r =
        reference_find(m->body.scene->pub, S("category"), id);
    struct offer_page *page = NULL;
    for (size_t i = 0; i < m->offers->all.n; i++) {
        struct record *offer = m->offers->all.items[i];
        if (!str_eq(record_word(offer, S("category")), id)) {
            continue;
        }
        if (page == NULL) {
            page = add_page(m, OFFERS_HEAD, id, head_title(m, id));
        }
        add_offer(m, page, offer);
    }
    struct value *own =
        r == NULL ? NULL
                  : value_get(m->theme->icons, record_word(r, S("icon")));
    if (page != NULL && own != NULL) {
        page->icon = own;
    }
}

/* Heads in the order in which the law's are declared, then as they come. */
static void add_heads(struct making *m)
{
    const struct record_list *heads =
        &m->body.scene->pub->lists[kind_index(kind_find(S("category")))];
    for (size_t i = 0; i < heads->n; i++) {
        add_head(m, heads->items[i]->id);
    }
    for (size_t i = 0; i < m->offers->all.n; i++) {
        Str id = record_word(m->offers->all.items[i], S("category"));
        if (id.n > 0 && find_page(m->offers, OFFERS_HEAD, id) == NULL) {
            add_head(m, id);
        }
    }
}

/* The same in all languages, so that a page is found again in another. */
static Str need_id(struct arena *a, const struct phrase *need)
{
    return slug_of(a, need->original.n > 0 ? need->original : need->text,
                   S("other"));
}

static void add_needs(struct making *m)
{
    size_t first = m->offers->npages;
    for (size_t i = 0; i < m->offers->all.n; i++) {
        struct record *offer = m->offers->all.items[i];
        const struct slot *needs = record_slot(offer, S("needs"));
        for (size_t w = 0; w < needs->nwords; w++) {
            Str word = needs->words[w].text;
            Str id = need_id(m->arena, &needs->words[w]);
            struct offer_page *page = find_page(m->offers, OFFERS_NEED, id);
            if (page == NULL) {
                page =
                    add_page(m, OFFERS_NEED, id,
                             said_text(m->arena, m->body.scene,
                                       with_capital(m->arena, word),
                                       edition_locale(m->body.scene->ed,
                                                      needs->words[w].lang)));
            }
            if (page->offers.n == 0 ||
                page->offers.items[page->offers.n - 1] != offer) {
                add_offer(m, page, offer);
            }
        }
    }
    m->offers->has_needs = m->offers->npages > first;
}

/* `under 16`, `16 or 17`, `18 to 20`, `25 or over`. */
static Str age_words(struct making *m, Ages ages)
{
    struct arena *a = m->arena;
    int last = ages.until - 1;
    const char *key = ages.from == 0           ? "age-under"
                      : ages.until == AGE_OPEN ? "age-over"
                      : last == ages.from      ? "age-one"
                      : last == ages.from + 1  ? "age-two"
                                               : "age-range";
    const struct filling fillings[] = {
        {S("from"), str_printf(a, "%d", ages.from)},
        {S("last"), str_printf(a, "%d", last)},
        {S("until"), str_printf(a, "%d", ages.until)},
    };
    return words_fill(a, m->diags, m->theme, str_from_c(key), fillings,
                      COUNT(fillings));
}

static void add_ages(struct making *m)
{
    struct offers *o = m->offers;
    for (size_t i = 0; o->nbands > 1 && i < o->nbands; i++) {
        const struct filling age = {S("age"), age_words(m, o->bands[i])};
        Str title =
            words_fill(m->arena, m->diags, m->theme, S("get-i-am"), &age, 1);
        Str id = i == 0 ? str_printf(m->arena, "under-%d", o->bands[i].until)
                        : str_printf(m->arena, "%d", o->bands[i].from);
        struct offer_page *page =
            add_page(m, OFFERS_AGE, id, value_text(m->arena, title));
        page->answer = str_printf(m->arena, "%c", (char)('a' + i));
        page->answer_title =
            value_text(m->arena, with_capital(m->arena, age.text));
        for (size_t r = 0; r < o->all.n; r++) {
            if (offering_fits_age(o->all.items[r], o->bands[i])) {
                add_offer(m, page, o->all.items[r]);
            }
        }
    }
}

static void add_statuses(struct making *m)
{
    struct offers *o = m->offers;
    for (size_t s = 0; s < STATUSES; s++) {
        if (!offering_names_status(&o->all, s)) {
            continue;
        }
        Str id = offering_statuses[s];
        struct offer_page *page = add_page(
            m, OFFERS_WHO, id,
            title_of(m, "get-who", id, id, m->body.scene->ed->original));
        page->answer = str_printf(m->arena, "%zu", s);
        for (size_t r = 0; r < o->all.n; r++) {
            if (offering_fits_status(o->all.items[r], s)) {
                add_offer(m, page, o->all.items[r]);
            }
        }
    }
}

struct offers *offers_prepare(struct arena *a, struct diags *d,
                              const struct scene *scene)
{
    struct offers *o = ARENA_NEW(a, struct offers, 1);
    if (scene->flavour != FLAVOUR_HTML ||
        !templates_has(scene->theme->templates, S("get"))) {
        return o;
    }
    o->all = offering_all(a, scene->ed);
    if (o->all.n == 0) {
        return o;
    }
    struct making m = {body_start(scene, a, d, NULL), a, scene->theme, d, o};
    o->nbands = offering_bands(&o->all, o->bands);
    add_heads(&m);
    add_needs(&m);
    add_ages(&m);
    add_statuses(&m);
    return o;
}

/* `1 kind of help`, `12 kinds of help`: how many, in the theme's words. */
static void set_count(struct arena *a, struct diags *d, const struct theme *t,
                      struct value *map, size_t n)
{
    const struct filling count = {S("n"), str_printf(a, "%zu", n)};
    value_set(map, S("count"), value_text(a, count.text));
    value_set(map, S("count_label"),
              value_text(a, words_fill(a, d, t, S("get-count"), &count, 1)));
}

static struct value *page_entry(struct arena *a, struct diags *d,
                                const struct theme *t,
                                const struct offer_page *page)
{
    struct value *map = value_map(a);
    value_set(map, S("id"), value_text(a, page->id));
    value_set(map, S("answer"), value_text(a, page->answer));
    value_set(map, S("href"), value_text(a, page->file));
    value_set(map, S("title"), page->title);
    value_set(map, S("answer_title"), page->answer_title);
    value_set(map, S("icon"), page->icon);
    set_count(a, d, t, map, page->offers.n);
    return map;
}

/* The pages of one list, all but `left_out`. */
static struct value *page_entries(struct arena *a, struct diags *d,
                                  const struct theme *t, const struct offers *o,
                                  enum offer_list which,
                                  const struct offer_page *left_out)
{
    struct value *list = value_list(a);
    for (size_t i = 0; i < o->npages; i++) {
        if (o->pages[i].list == which && &o->pages[i] != left_out) {
            value_add(a, list, page_entry(a, d, t, &o->pages[i]));
        }
    }
    return list;
}

struct value *offers_values(struct arena *a, struct diags *d,
                            const struct scene *scene, const struct offers *o)
{
    static const Str names[OFFER_LISTS] = {
        [OFFERS_HEAD] = STR_INIT("heads"),
        [OFFERS_NEED] = STR_INIT("needs"),
        [OFFERS_AGE] = STR_INIT("ages"),
        [OFFERS_WHO] = STR_INIT("whos"),
    };
    if (o->all.n == 0) {
        return value_null(a);
    }
    struct value *get = value_map(a);
    value_set(get, S("href"), value_text(a, S("get.html")));
    set_count(a, d, scene->theme, get, o->all.n);
    for (size_t i = 0; i < OFFER_LISTS; i++) {
        value_set(
            get, names[i],
            page_entries(a, d, scene->theme, o, (enum offer_list)i, NULL));
    }
    value_set(get, S("wants"),
              value_get(get, names[o->has_needs ? OFFERS_NEED : OFFERS_HEAD]));
    context_add_has(a, get);
    return get;
}

/* Whom an offer fits: `a0 a1 b1`, an age and a status each. */
static Str fitting(struct arena *a, const struct offers *o,
                   const struct record *offer)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < o->nbands; i++) {
        for (size_t s = 0; s < STATUSES; s++) {
            if (offering_fits(offer, o->bands[i], s)) {
                buf_printf(&b, "%s%c%zu", buf_str(&b).n > 0 ? " " : "",
                           (char)('a' + i), s);
            }
        }
    }
    return buf_str(&b);
}

/* What an offer is an answer to: its needs, or its head. */
static Str wanted(struct arena *a, const struct offers *o,
                  const struct record *offer)
{
    if (!o->has_needs) {
        return record_word(offer, S("category"));
    }
    const struct slot *needs = record_slot(offer, S("needs"));
    struct buf b = buf_in(a);
    for (size_t w = 0; w < needs->nwords; w++) {
        buf_add(&b, w > 0 ? S(" ") : S(""));
        buf_add(&b, need_id(a, &needs->words[w]));
    }
    return buf_str(&b);
}

static struct value *rows(struct body *b, const struct offers *o)
{
    struct arena *a = b->arena;
    struct value *list = value_list(a);
    for (size_t i = 0; i < o->all.n; i++) {
        const struct record *offer = o->all.items[i];
        struct value *row = values_of_record(b, offer, false);
        const struct offer_page *head =
            find_page(o, OFFERS_HEAD, record_word(offer, S("category")));
        value_set(row, S("fits"), value_text(a, fitting(a, o, offer)));
        value_set(row, S("wants"), value_text(a, wanted(a, o, offer)));
        value_set(row, S("head_icon"),
                  head == NULL ? value_null(a) : head->icon);
        value_add(a, list, row);
    }
    return list;
}

/* How many of the offers name the contact. */
static size_t named(const struct record_list *offers, Str contact)
{
    size_t n = 0;
    for (size_t i = 0; i < offers->n; i++) {
        n += str_eq(record_word(offers->items[i], S("contact")), contact);
    }
    return n;
}

/* Who can be asked: those whom the offers name, who is named most coming
 * first; else those whom any offer names; else everybody there is. */
static struct value *people(struct body *b, const struct record_list *offers,
                            const struct record_list *all)
{
    const struct record_list *contacts =
        &b->scene->pub->lists[kind_index(kind_find(S("contact")))];
    struct value *list = value_list(b->arena);
    for (size_t want = offers->n; want > 0; want--) {
        for (size_t i = 0; i < contacts->n; i++) {
            if (named(offers, contacts->items[i]->id) == want) {
                value_add(b->arena, list,
                          values_of_record(b, contacts->items[i], false));
            }
        }
    }
    if (list->nitems == 0 && offers != all) {
        return people(b, all, all);
    }
    for (size_t i = 0; list->nitems == 0 && i < contacts->n; i++) {
        value_add(b->arena, list,
                  values_of_record(b, contacts->items[i], false));
    }
    return list;
}

struct value *offers_page_values(struct body *b, const struct offers *o,
                                 const struct offer_page *page)
{
    struct arena *a = b->arena;
    const struct theme *t = b->scene->theme;
    const struct record_list *offers = page == NULL ? &o->all : &page->offers;
    struct value *list = value_map(a);
    struct buf body = buf_in(a);
    const struct record *head =
        page == NULL || page->list != OFFERS_HEAD
            ? NULL
            : reference_find(b->scene->pub, S("category"), page->id);
    if (page != NULL) {
        body_records(b, &body, kind_find(S("offer")), offers, 2);
    }
    value_set(list, S("body"), value_markup(a, buf_str(&body)));
    value_set(list, S("offers"), page == NULL ? rows(b, o) : value_list(a));
    value_set(list, S("text"),
              value_markup(
                  a, head == NULL
                         ? S("")
                         : body_text(b, record_text(head, S("text")), true)));
    value_set(list, S("icon"), page == NULL ? value_null(a) : page->icon);
    value_set(list, S("name"),
              value_text(a, page == NULL ? S("") : list_names[page->list]));
    value_set(list, S("is_personal"),
              value_bool(a, page != NULL && (page->list == OFFERS_AGE ||
                                             page->list == OFFERS_WHO)));
    value_set(list, S("is_one"), value_bool(a, offers->n == 1));
    value_set(list, S("others"),
              page == NULL ? value_list(a)
                           : page_entries(a, b->diags, t, o, page->list, page));
    value_set(list, S("ask"), people(b, offers, &o->all));
    value_set(list, S("words"), chapter_words(b));
    set_count(a, b->diags, t, list, offers->n);
    context_add_has(a, list);
    return list;
}
