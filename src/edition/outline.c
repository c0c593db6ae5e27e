#include "edition/outline.h"

#include "base/hash.h"

struct numberer {
    struct arena *arena;
    struct map used; /* the ids of one page */
};

/* A paragraph is named by its words, so that its permalink lasts when others
 * are put before it. */
static Str paragraph_id(struct numberer *nb, const struct node *n)
{
    Str hash = hash_hex(nb->arena, node_words(nb->arena, n));
    Str id = str_printf(nb->arena, "p-%.*s", STR_ARG(str_to(hash, 8)));
    Str base = id;
    for (unsigned i = 2; map_get(&nb->used, id) != NULL; i++) {
        id = str_printf(nb->arena, "%.*s-%u", STR_ARG(base), i);
    }
    map_put(&nb->used, id, nb);
    return id;
}

static void number_section(struct numberer *nb, struct ed_section *s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s->nblocks; i++) {
        struct ed_block *b = &s->blocks[i];
        bool lone = node_is_lone_insert(b->node) &&
                    insert_is_block(b->node->first->insert);
        if (b->node->kind == NODE_PARAGRAPH && !lone) {
            b->number =
                str_printf(nb->arena, "%.*s.%u", STR_ARG(s->number), ++n);
            b->id = paragraph_id(nb, b->node);
        }
    }
    for (struct ed_section *c = s->first; c != NULL; c = c->next) {
        c->number = str_printf(nb->arena, "%.*s.%u", STR_ARG(s->number), ++n);
        number_section(nb, c);
    }
}

static Str appendix_number(struct arena *a, unsigned n)
{
    return n <= 26 ? str_printf(a, "%c", (char)('A' + n - 1))
                   : str_printf(a, "A%u", n);
}

void outline_number(struct arena *a, struct edition *ed)
{
    if (ed->plan->numbering == NUMBERING_NONE) {
        return;
    }
    unsigned chapters = 0, appendices = 0;
    for (size_t i = 0; i < ed->nchapters; i++) {
        struct ed_chapter *c = ed->chapters[i];
        c->number = c->source->appendix ? appendix_number(a, ++appendices)
                                        : str_printf(a, "%u", ++chapters);
        c->opening->number = c->number;
        struct numberer nb = {a, map_in(a)};
        number_section(&nb, c->opening);
    }
}
