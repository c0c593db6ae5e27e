#include "read/doc.h"

#include "base/buf.h"

struct node *node_new(struct arena *a, enum node_kind kind, Str where)
{
    struct node *n = ARENA_NEW(a, struct node, 1);
    n->kind = kind;
    n->where = where;
    return n;
}

void node_add(struct node *parent, struct node *child)
{
    child->next = NULL;
    if (parent->last == NULL) {
        parent->first = child;
    } else {
        parent->last->next = child;
    }
    parent->last = child;
}

static bool is_lone(const struct node *n, enum node_kind kind)
{
    return n->kind == NODE_PARAGRAPH && n->first != NULL &&
           n->first == n->last && n->first->kind == kind;
}

bool node_is_lone_insert(const struct node *n)
{
    return is_lone(n, NODE_INSERT);
}

bool node_is_lone_image(const struct node *n)
{
    return is_lone(n, NODE_IMAGE);
}

static void add_words(struct buf *b, const struct node *n, bool inserts)
{
    if (n->kind == NODE_TEXT || n->kind == NODE_CODE) {
        buf_add(b, n->text);
    } else if (n->kind == NODE_SOFT_BREAK || n->kind == NODE_HARD_BREAK) {
        buf_byte(b, ' ');
    } else if (n->kind == NODE_INSERT && inserts) {
        buf_add(b, n->insert->where);
    }
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        add_words(b, c, inserts);
    }
}

Str node_words(struct arena *a, const struct node *n)
{
    struct buf b = buf_in(a);
    add_words(&b, n, false);
    return str_trim(buf_str(&b));
}

Str node_words_and_inserts(struct arena *a, const struct node *n)
{
    struct buf b = buf_in(a);
    add_words(&b, n, true);
    return str_trim(buf_str(&b));
}
