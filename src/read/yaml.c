#include "read/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "read/yaml_problem.h"

struct reader {
    yaml_parser_t parser;
    struct arena *arena;
    struct diags *diags;
    const struct source *src;
    Str part;
    size_t index;  /* libyaml counts characters: the last mark looked up ... */
    size_t offset; /* ... and its offset in bytes */
};

/* The offset in bytes of a mark. Marks mostly move forward, so the search
 * starts at the last one and the whole costs one pass over the text. */
static size_t offset_of(struct reader *r, size_t index)
{
    if (index < r->index) {
        r->index = 0;
        r->offset = 0;
    }
    while (r->index < index && r->offset < r->part.n) {
        Str rest = str_from(r->part, r->offset);
        utf8_next(&rest);
        r->offset = r->part.n - rest.n;
        r->index++;
    }
    return r->offset;
}

static Str span(struct reader *r, const yaml_mark_t *start,
                const yaml_mark_t *end)
{
    size_t from = offset_of(r, start->index);
    size_t to = end == NULL ? from : offset_of(r, end->index);
    return str_from(str_to(r->part, to), from);
}

static void report_syntax(struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR) {
        die_no_memory();
    }
    const char *problem = p->problem == NULL ? "unreadable" : p->problem;
    if (p->error == YAML_READER_ERROR) {
        /* its mark is 0:0, but the offset in bytes is right */
        Str where = str_to(str_from(r->part, p->problem_offset), 1);
        yaml_problem_report(r->diags, r->src, where, problem);
        return;
    }
    /* What is never closed is reported at the end of the file, and a key
     * without a colon on the line after it; show where they start. */
    bool same_line = p->problem_mark.line == p->context_mark.line;
    bool in_flow = strstr(problem, "expected ',' or") != NULL;
    bool started = strstr(problem, "end of stream") != NULL ||
                   strstr(problem, "document indicator") != NULL ||
                   strstr(problem, "expected ':'") != NULL ||
                   (in_flow && !same_line);
    const yaml_mark_t *mark =
        started && p->context != NULL ? &p->context_mark : &p->problem_mark;
    yaml_problem_report(r->diags, r->src, span(r, mark, NULL),
                        in_flow && same_line ? YAML_PROBLEM_COMMA : problem);
}

static bool next_event(struct reader *r, yaml_event_t *event)
{
    if (yaml_parser_parse(&r->parser, event) == 0) {
        report_syntax(r);
        return false;
    }
    return true;
}

static struct yaml *new_node(struct reader *r, enum yaml_kind kind,
                             const yaml_event_t *event)
{
    struct yaml *y = ARENA_NEW(r->arena, struct yaml, 1);
    y->kind = kind;
    y->where = span(r, &event->start_mark, &event->end_mark);
    return y;
}

static void refuse(struct reader *r, const yaml_event_t *event,
                   const char *code, const char *message, const char *help)
{
    Str where = span(r, &event->start_mark, &event->end_mark);
    diag_error(r->diags, r->src, where, code, "%s", message);
    diag_help(r->diags, "%s", help);
}

static void refuse_decoration(struct reader *r, const yaml_event_t *event,
                              const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor != NULL) {
        refuse(r, event, "yaml-anchor", "an anchor (&name) is not allowed",
               "write the text itself; put a text that starts with & between "
               "double quotes");
    }
    if (tag != NULL) {
        refuse(r, event, "yaml-tag", "a tag (!name) is not allowed",
               "leave the tag out; put a text that starts with ! between "
               "double quotes");
    }
}

/* An escape must not bring in what the file itself may not hold. */
static void check_characters(struct reader *r, const struct yaml *y)
{
    Str rest = str_from(y->text, utf8_find_unshown(y->text));
    if (rest.n > 0) {
        diag_error(r->diags, r->src, y->where, "control-character",
                   "an escape in this text stands for a character that cannot "
                   "be shown (U+%04X)",
                   utf8_next(&rest));
        diag_help(r->diags, "delete it, or write the character that is meant");
    }
}

static struct yaml *read_node(struct reader *r, yaml_event_t *event,
                              unsigned depth);

static struct yaml *read_list(struct reader *r, struct yaml *list,
                              unsigned depth)
{
    yaml_event_t event;
    while (next_event(r, &event)) {
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return list;
        }
        struct yaml *item = read_node(r, &event, depth + 1);
        if (item == NULL) {
            return NULL;
        }
        *LIST_ADD(r->arena, list->items, list->n) = item;
    }
    return NULL;
}

/* Whether the pair may join the map; says why not. */
static bool check_key(struct reader *r, const struct yaml *map,
                      const struct yaml *key)
{
    if (key->kind != YAML_SCALAR) {
        diag_error(r->diags, r->src, key->where, "yaml-syntax",
                   "a key must be a word, not a list or a map");
        diag_help(r->diags, "put a text that starts with [ or { between "
                            "double quotes");
        return false;
    }
    if (str_eq(key->text, S("<<"))) {
        diag_error(r->diags, r->src, key->where, "yaml-merge",
                   "a merge key (<<) is not allowed");
        diag_help(r->diags, "write the keys out");
        return false;
    }
    for (size_t i = 0; i < map->n; i++) {
        if (str_eq(map->pairs[i].key, key->text)) {
            Place first = source_place(r->src, map->pairs[i].where);
            diag_error(r->diags, r->src, key->where, "duplicate-key",
                       "the key '%.*s' is written twice", STR_ARG(key->text));
            diag_help(r->diags, "keep one of them; the first is on line %zu",
                      first.line);
            return false;
        }
    }
    return true;
}

static struct yaml *read_map(struct reader *r, struct yaml *map, unsigned depth)
{
    yaml_event_t event;
    while (next_event(r, &event)) {
        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return map;
        }
        struct yaml *key = read_node(r, &event, depth + 1);
        if (key == NULL || !next_event(r, &event)) {
            return NULL;
        }
        struct yaml *value = read_node(r, &event, depth + 1);
        if (value == NULL) {
            return NULL;
        }
        if (check_key(r, map, key)) {
            *LIST_ADD(r->arena, map->pairs, map->n) =
                (struct yaml_pair){key->text, key->where, value};
        }
    }
    return NULL;
}

/* Reads the node that `event` starts, and deletes the event. */
static struct yaml *read_node(struct reader *r, yaml_event_t *event,
                              unsigned depth)
{
    struct yaml *y = NULL;
    bool too_deep = depth > YAML_DEPTH;
    if (too_deep) {
        refuse(r, event, "too-deep", "this is nested too deeply",
               "a map or list may stand inside at most 32 others");
    } else if (event->type == YAML_ALIAS_EVENT) {
        refuse(r, event, "yaml-alias", "an alias (*name) is not allowed",
               "write the text itself; put a text that starts with * between "
               "double quotes");
        y = new_node(r, YAML_SCALAR, event);
        y->text = S("alias"); /* not empty: something was written here */
    } else if (event->type == YAML_SCALAR_EVENT) {
        refuse_decoration(r, event, event->data.scalar.anchor,
                          event->data.scalar.tag);
        y = new_node(r, YAML_SCALAR, event);
        Str text = {(const char *)event->data.scalar.value,
                    event->data.scalar.length};
        y->text = str_copy(r->arena, text);
        check_characters(r, y);
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        refuse_decoration(r, event, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
        y = new_node(r, YAML_LIST, event);
    } else {
        refuse_decoration(r, event, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
        y = new_node(r, YAML_MAP, event);
    }
    yaml_event_delete(event);
    if (y == NULL) {
        return NULL;
    }
    return y->kind == YAML_LIST  ? read_list(r, y, depth)
           : y->kind == YAML_MAP ? read_map(r, y, depth)
                                 : y;
}

/* Reads one document and makes sure that nothing follows it. */
static struct yaml *read_stream(struct reader *r)
{
    struct yaml *root = NULL;
    yaml_event_t event;
    while (next_event(r, &event)) {
        yaml_event_type_t type = event.type;
        if (type == YAML_DOCUMENT_START_EVENT && root != NULL) {
            refuse(r, &event, "yaml-document", "a second document starts here",
                   "take the line --- away; one file holds one document");
            yaml_event_delete(&event);
            return root;
        }
        if (type == YAML_STREAM_START_EVENT ||
            type == YAML_DOCUMENT_START_EVENT ||
            type == YAML_DOCUMENT_END_EVENT || type == YAML_STREAM_END_EVENT) {
            yaml_event_delete(&event);
            if (type != YAML_STREAM_END_EVENT) {
                continue;
            }
            if (root == NULL) {
                root = ARENA_NEW(r->arena, struct yaml, 1);
                root->kind = YAML_MAP;
                root->where = str_to(r->part, 0);
            }
            return root;
        }
        root = read_node(r, &event, 0);
        if (root == NULL) {
            return NULL;
        }
    }
    return NULL;
}

struct yaml *yaml_parse(struct arena *a, struct diags *d,
                        const struct source *src, Str part)
{
    struct reader r = {.arena = a, .diags = d, .src = src, .part = part};
    if (yaml_parser_initialize(&r.parser) == 0) {
        die_no_memory(); /* its only failure; going on would loop for ever */
    }
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &r.parser, (const unsigned char *)(part.n == 0 ? "" : part.p), part.n);
    struct yaml *root = read_stream(&r);
    yaml_parser_delete(&r.parser);
    return root;
}

struct yaml *yaml_get(const struct yaml *y, Str key)
{
    if (y->kind != YAML_MAP) {
        return NULL;
    }
    for (size_t i = 0; i < y->n; i++) {
        if (str_eq(y->pairs[i].key, key)) {
            return y->pairs[i].value;
        }
    }
    return NULL;
}

bool yaml_is_empty(const struct yaml *y)
{
    return y->kind == YAML_SCALAR && y->text.n == 0;
}
