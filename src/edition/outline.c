#include "edition/outline.h"

#include "base/hash.h"
#include "base/names.h"

struct numberer {
    struct arena *arena;
    enum numbering numbering;
    struct names used;   /* the ids of one page */
    unsigned paragraphs; /* continuous: counted so far */
    Str prefix;          /* continuous: of an appendix's paragraphs */
};

/* A paragraph is named by its words, so that its permalink lasts when others
 * are put before it. */
static Str paragraph_id(struct numberer *nb, const struct node *n)
{
    Str hash = hash_hex(nb->arena, node_words_and_inserts(nb->arena, n));
    return names_take(
        &nb->used, str_printf(nb->arena, "p-%.*s", STR_ARG(str_to(hash, 8))));
}

static bool is_text(const struct node *n)
{
    bool list_of_records =
        node_is_lone_insert(n) && insert_is_block(n->first->insert);
    return n->kind == NODE_PARAGRAPH && !list_of_records &&
           !node_is_lone_image(n);
}

static void number_block(struct numberer *nb, struct ed_block *b,
                         const struct ed_section *s, unsigned *n)
{
    bool continuous = nb->numbering == NUMBERING_CONTINUOUS;
    b->lettered = continuous && b->node->kind == NODE_LIST && b->node->ordered;
    if (!is_text(b->node) || nb->numbering == NUMBERING_HEADINGS) {
        return;
    }
    b->id = paragraph_id(nb, b->node);
    b->number =
        continuous ? str_printf(nb->arena, "%.*s%u", STR_ARG(nb->prefix),
                                ++nb->paragraphs)
                   : str_printf(nb->arena, "%.*s.%u", STR_ARG(s->number), ++*n);
}

static void number_section(struct numberer *nb, struct ed_section *s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s->nblocks; i++) {
        number_block(nb, &s->blocks[i], s, &n);
    }
    for (struct ed_section *c = s->first; c != NULL; c = c->next) {
        if (nb->numbering != NUMBERING_CONTINUOUS) {
            c->number =
                str_printf(nb->arena, "%.*s.%u", STR_ARG(s->number), ++n);
        }
        number_section(nb, c);
    }
}

static Str appendix_number(struct arena *a, const struct publication *p,
                           unsigned n)
{
    return p->appendices_numbered || n > 26
               ? str_printf(a, "A%u", n)
               : str_printf(a, "%c", (char)('A' + n - 1));
}

void outline_number(struct arena *a, struct edition *ed)
{
    enum numbering numbering = ed->plan->numbering;
    bool continuous = numbering == NUMBERING_CONTINUOUS;
    unsigned chapters = 0, appendices = 0, paragraphs = 0;
    for (size_t i = 0; i < ed->nchapters && numbering != NUMBERING_NONE; i++) {
        struct ed_chapter *c = ed->chapters[i];
        struct numberer nb = {
            .arena = a, .numbering = numbering, .used = names_in(a)};
        if (c->source->appendix) {
            c->number = appendix_number(a, ed->pub, ++appendices);
            nb.prefix = str_printf(a, "%.*s.", STR_ARG(c->number));
        } else if (!continuous) {
            c->number = str_printf(a, "%u", ++chapters);
        } else {
            nb.paragraphs = paragraphs;
        }
        c->opening->number = c->number;
        number_section(&nb, c->opening);
        if (!c->source->appendix) {
            paragraphs = nb.paragraphs;
        }
    }
}
