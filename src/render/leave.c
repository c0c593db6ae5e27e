#include "render/leave.h"

#include "render/chart_words.h"
static bool is_help(Str name)
{
    static const Str names[] = {STR_INIT("contact"), STR_INIT("contacts"),
                                STR_INIT("right"), STR_INIT("rights")};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_eq(name, names[i])) {
            return true;
        }
    }
    return false;
}

/* Whether a right or a contact is placed in the text below `n`. */
static bool node_helps(const struct node *n)
{
    bool helps = n->kind == NODE_INSERT && is_help(n->insert->name);
    for (const struct node *c = n->first; !helps && c != NULL; c = c->next) {
        helps = node_helps(c);
    }
    return helps;
}

static bool section_helps(const struct ed_section *s)
{
    bool helps = false;
    for (size_t i = 0; !helps && i < s->nblocks; i++) {
        helps = node_helps(s->blocks[i].node);
    }
    for (const struct ed_section *c = s->first; !helps && c != NULL;
         c = c->next) {
        helps = section_helps(c);
    }
    return helps;
}

static bool chapter_helps(const struct ed_chapter *c)
{
    return c->rest[kind_index(kind_find(S("right")))].n > 0 ||
           c->rest[kind_index(kind_find(S("contact")))].n > 0 ||
           section_helps(c->opening);
}

/* What publication.yaml says; NULL when it says nothing. */
static const struct record *wishes(const struct scene *scene)
{
    return record_group(scene->pub->record, S("leave-page"));
}

static Str usual_pages(const struct scene *scene)
{
    const struct record *r = wishes(scene);
    Str pages = r == NULL ? S("") : record_word(r, S("pages"));
    return pages.n == 0 ? S("help") : pages;
}

struct map leave_chapters(struct arena *a, const struct scene *scene)
{
    struct map out = map_in(a);
    Str usual = usual_pages(scene);
    for (size_t i = 0; i < scene->ed->nchapters; i++) {
        struct ed_chapter *c = scene->ed->chapters[i];
        const struct slot *own =
            c->source->front == NULL
                ? NULL
                : record_slot(c->source->front, S("leave-page"));
        bool wanted = str_eq(usual, S("all"));
        if (own != NULL && own->set) {
            wanted = own->yes;
        } else if (str_eq(usual, S("help"))) {
            wanted = chapter_helps(c);
        }
        if (wanted) {
            map_put(&out, c->source->id, c);
        }
    }
    return out;
}

static Str presses_left(const struct scene *scene, struct arena *a,
                        struct diags *d, Str n)
{
    const struct filling left = {S("n"), n};
    return words_fill(a, d, scene->theme, S("leave-left"), &left, 1);
}

struct value *leave_value(const struct pages *p, struct arena *a,
                          struct diags *d, const struct ed_chapter *c)
{
    const struct scene *scene = p->scene;
    const struct record *r = wishes(scene);
    bool wanted = c == NULL ? str_eq(usual_pages(scene), S("all"))
                            : map_get(&p->leave, c->source->id) != NULL;
    if (!wanted) {
        return value_null(a);
    }
    Str url = r == NULL ? S("") : record_word(r, S("url"));
    Str title = r == NULL ? S("") : record_word(r, S("title"));
    if (url.n == 0) {
        url = S("https://www.bbc.co.uk/weather");
        title = theme_string(scene->theme, d, S("leave-to"));
    }
    struct value *map = value_map(a);
    value_set(map, S("href"), value_text(a, url));
    value_set(map, S("title"), value_text(a, title.n > 0 ? title : url));
    value_set(map, S("two"), value_text(a, presses_left(scene, a, d, S("2"))));
    value_set(map, S("one"), value_text(a, presses_left(scene, a, d, S("1"))));
    return map;
}
