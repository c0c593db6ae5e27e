#include "edition/gallery.h"

#include "read/doc.h"

static void add_picture(struct arena *a, struct gallery *g,
                        const struct node *image)
{
    const struct picture *p = image->image->picture;
    if (p == NULL) {
        return; /* refused: nothing will be published */
    }
    /* the parser refuses what has no words; a claim is not built on that */
    if (!image->image->decorative && image->first == NULL) {
        g->wordless = true;
    }
    if (map_get(&g->names, p->file) == NULL) {
        map_put(&g->names, p->file, g);
        *LIST_ADD(a, g->pictures, g->npictures) = p;
    }
}

static void add_in(struct arena *a, struct gallery *g, const struct node *n)
{
    if (n->kind == NODE_IMAGE) {
        add_picture(a, g, n);
        return; /* its words hold none */
    }
    if (n->kind == NODE_CONTAINER && str_eq(n->text, S("description"))) {
        g->described = true;
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        add_in(a, g, c);
    }
}

static void add_section(struct arena *a, struct gallery *g,
                        const struct ed_section *s)
{
    for (size_t i = 0; i < s->nblocks; i++) {
        add_in(a, g, s->blocks[i].node);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        add_section(a, g, c);
    }
}

void gallery_fill(struct arena *a, struct edition *ed)
{
    ed->gallery = (struct gallery){.names = map_in(a)};
    for (size_t i = 0; i < ed->nchapters; i++) {
        add_section(a, &ed->gallery, ed->chapters[i]->opening);
    }
}
