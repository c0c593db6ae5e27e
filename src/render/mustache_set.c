#include "render/mustache.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/suggest.h"
#include "render/mustache_tree.h"

struct templates *templates_create(struct arena *a, unsigned flags)
{
    struct templates *t = ARENA_NEW(a, struct templates, 1);
    *t = (struct templates){.arena = a, .flags = flags, .by_name = map_in(a)};
    return t;
}

bool templates_add(struct templates *t, struct diags *d,
                   const struct source *src, Str name)
{
    struct template *added = ARENA_NEW(t->arena, struct template, 1);
    added->src = src;
    added->depth = t->depth;
    map_put(&t->by_name, str_copy(t->arena, name), added);
    return template_compile(t->arena, d, t->flags, added);
}

void templates_deeper(struct templates *t)
{
    t->depth++;
}

bool templates_has(const struct templates *t, Str name)
{
    return map_get(&t->by_name, name) != NULL;
}

static void help_nearest(struct diags *d, const struct suggest *near)
{
    if (near->best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(near->best));
    }
}

void templates_missing(const struct templates *t, struct diags *d,
                       const struct template *in, Str name)
{
    diag_error(d, in->src, name, "missing-template",
               "there is no template called '%.*s'", STR_ARG(name));
    struct suggest near = suggest_for(name);
    for (size_t i = 0; i < t->by_name.n; i++) {
        suggest_try(&near, t->by_name.entries[i].key);
    }
    help_nearest(d, &near);
}

static bool uses_template(const struct node *node)
{
    return node->kind == NODE_PARTIAL || node->kind == NODE_PARENT;
}

/* Returns: the blocks that may be filled from outside the template `name`: its
 * own, and those of the templates that it uses. */
static struct map gather_blocks(struct arena *a, const struct templates *set,
                                Str name)
{
    struct map blocks = map_in(a), used = map_in(a);
    map_put(&used, name, map_get(&set->by_name, name));
    for (size_t done = 0; done < used.n; done++) {
        const struct template *t = used.entries[done].value;
        for (size_t i = 0; t != NULL && i < t->n; i++) {
            struct node *node = &t->nodes[i];
            if (node->kind == NODE_BLOCK) {
                map_put(&blocks, node->text, node);
            } else if (uses_template(node)) {
                map_put(&used, node->text, map_get(&set->by_name, node->text));
            }
        }
    }
    return blocks;
}

/* Checks that each block inside the parent's tags at `at` fills one. */
static bool check_fillings(struct arena *a, const struct templates *set,
                           struct diags *d, const struct template *in,
                           size_t at)
{
    Str parent = in->nodes[at].text;
    const struct template *outer = map_get(&set->by_name, parent);
    if (outer->depth < in->depth) {
        return true;
    }
    struct map blocks = gather_blocks(a, set, parent);
    bool sound = true;
    for (size_t i = at + 1; i < in->nodes[at].end; i = in->nodes[i].end) {
        const struct node *node = &in->nodes[i];
        if (node->kind != NODE_BLOCK || map_get(&blocks, node->text) != NULL) {
            continue;
        }
        sound = false;
        diag_error(d, in->src, node->text, "unknown-block",
                   "the template '%.*s' has no block called '%.*s'",
                   STR_ARG(parent), STR_ARG(node->text));
        struct suggest near = suggest_for(node->text);
        struct buf names = buf_in(a);
        for (size_t k = 0; k < blocks.n; k++) {
            suggest_try(&near, blocks.entries[k].key);
            buf_printf(&names, "%s%.*s", k > 0 ? ", " : "",
                       STR_ARG(blocks.entries[k].key));
        }
        if (near.best.n == 0 && blocks.n > 0) {
            diag_help(d, "its blocks are: %.*s", STR_ARG(buf_str(&names)));
        }
        help_nearest(d, &near);
    }
    return sound;
}

bool templates_check(const struct templates *t, struct diags *d)
{
    /* not counted by messages: one that is known is not reported again */
    bool sound = true;
    struct arena *scratch = arena_create();
    for (size_t i = 0; i < t->by_name.n; i++) {
        const struct template *in = t->by_name.entries[i].value;
        for (size_t at = 0; at < in->n; at++) {
            const struct node *node = &in->nodes[at];
            if (!uses_template(node)) {
                continue;
            }
            if (!templates_has(t, node->text)) {
                templates_missing(t, d, in, node->text);
                sound = false;
            } else if (node->kind == NODE_PARENT) {
                sound = check_fillings(scratch, t, d, in, at) && sound;
            }
        }
    }
    arena_free(scratch);
    return sound;
}
