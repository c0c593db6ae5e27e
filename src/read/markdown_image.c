#include "read/markdown_image.h"

#define DECORATIVE S("decorative")

void image_convert(struct md *md, cmark_node *n, struct node *image)
{
    Str title = str_from_c(cmark_node_get_title(n));
    Str caption = str_trim(md_unshield(md->arena, title, false));
    bool decorative = str_eq(caption, DECORATIVE);
    image->text =
        md_unshield(md->arena, str_from_c(cmark_node_get_url(n)), false);
    image->image = ARENA_NEW(md->arena, struct image, 1);
    image->image->caption = decorative ? S("") : caption;
    image->image->decorative = decorative;
}

static bool has_words(const struct node *n)
{
    bool says = n->kind == NODE_INSERT ||
                ((n->kind == NODE_TEXT || n->kind == NODE_CODE) &&
                 str_trim(n->text).n > 0);
    for (const struct node *c = n->first; c != NULL && !says; c = c->next) {
        says = has_words(c);
    }
    return says;
}

/* The first thing below `n` that is more than words, or NULL. */
static const struct node *find_markup(const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        const struct node *below = find_markup(c);
        if (c->kind == NODE_LINK || c->kind == NODE_IMAGE ||
            c->kind == NODE_FOOTNOTE_REF) {
            return c;
        }
        if (below != NULL) {
            return below;
        }
    }
    return NULL;
}

void image_check_words(struct md *md, const struct node *image)
{
    const struct node *markup = find_markup(image);
    bool words = has_words(image);
    if (markup != NULL) {
        diag_error(md->diags, md->src, markup->where, "alt-markup",
                   "the words for a picture are read aloud, so no link, "
                   "picture or footnote can stand in them");
        diag_help(md->diags, "put it into the text beside the picture");
    } else if (!words && !image->image->decorative) {
        diag_error(md->diags, md->src, image->where, "missing-alt",
                   "this picture has no words for people who cannot see it");
        diag_help(md->diags,
                  "write what it shows: ![Two houses by a road](%.*s); or "
                  "![](%.*s \"decorative\") when it tells nothing",
                  STR_ARG(image->text), STR_ARG(image->text));
    } else if (words && image->image->decorative) {
        diag_error(md->diags, md->src, image->where, "decorative-alt",
                   "a decorative picture has no words");
        diag_help(md->diags, "leave the square brackets empty, or take "
                             "\"decorative\" away when the picture tells "
                             "something");
    }
}

void image_refuse(struct md *md, const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c->kind == NODE_IMAGE) {
            diag_error(md->diags, md->src, c->where, "misplaced-picture",
                       "a picture cannot stand in a heading, a title, a "
                       "caption or a footnote");
            diag_help(md->diags, "put it into a paragraph of its own, with an "
                                 "empty line above and below");
        } else {
            image_refuse(md, c);
        }
    }
}
