#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"

struct diags {
    struct arena *arena;
    struct diag *items;
    size_t n;
    const struct source **sources; /* that places may lie in */
    size_t nsources;
    struct map seen; /* what was reported */
    bool repeated;   /* the last report had been made before */
    size_t errors;
    size_t warnings;
    size_t failures; /* of the system */
};

struct diags *diags_create(void)
{
    struct arena *a = arena_create();
    struct diags *d = ARENA_NEW(a, struct diags, 1);
    d->arena = a;
    d->seen = map_in(a);
    return d;
}

void diags_free(struct diags *d)
{
    if (d != NULL) {
        arena_free(d->arena);
    }
}

void diags_know(struct diags *d, const struct source *src)
{
    *LIST_ADD(d->arena, d->sources, d->nsources) = src;
}

void diags_know_all(struct diags *d, const struct diags *other)
{
    for (size_t i = 0; i < other->nsources; i++) {
        diags_know(d, other->sources[i]);
    }
}

const struct source *diags_source(const struct diags *d,
                                  const struct source *src, Str where)
{
    if (where.p == NULL || str_within(where, src->text)) {
        return src;
    }
    for (size_t i = 0; i < d->nsources; i++) {
        if (str_within(where, d->sources[i]->text)) {
            return d->sources[i];
        }
    }
    return src;
}

static Str format(struct arena *a, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    char *text = arena_bytes(a, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, fmt, again);
    va_end(again);
    return (Str){text, (size_t)n};
}

/* The count that a message of this kind belongs to. */
static size_t *count_of(struct diags *d, const struct diag *item)
{
    switch (item->severity) {
    case SEVERITY_ERROR:
        return &d->errors;
    case SEVERITY_WARNING:
        return &d->warnings;
    case SEVERITY_SYSTEM:
        return &d->failures;
    }
    return NULL;
}

static void add(struct diags *d, struct diag item)
{
    Str key = str_printf(d->arena, "%d %.*s %zu %s %.*s", (int)item.severity,
                         STR_ARG(item.path), item.offset, item.code,
                         STR_ARG(item.message));
    d->repeated = map_get(&d->seen, key) != NULL;
    if (d->repeated) {
        return;
    }
    map_put(&d->seen, key, d);
    item.order = d->n;
    ++*count_of(d, &item);
    *LIST_ADD(d->arena, d->items, d->n) = item;
}

static void report(struct diags *d, enum severity severity,
                   const struct source *src, Str where, const char *code,
                   Str message)
{
    src = diags_source(d, src, where);
    bool placed = str_within(where, src->text);
    add(d, (struct diag){
               .severity = severity,
               .src = src,
               .path = src->path,
               .where = placed ? where : (Str){NULL, 0},
               .offset = placed ? (size_t)(where.p - src->text.p) : 0,
               .code = code,
               .message = message,
           });
}

void diag_error(struct diags *d, const struct source *src, Str where,
                const char *code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    report(d, SEVERITY_ERROR, src, where, code, format(d->arena, fmt, args));
    va_end(args);
}

void diag_warning(struct diags *d, const struct source *src, Str where,
                  const char *code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    report(d, SEVERITY_WARNING, src, where, code, format(d->arena, fmt, args));
    va_end(args);
}

void diag_help(struct diags *d, const char *fmt, ...)
{
    if (d->repeated) {
        return; /* the first report has its help already */
    }
    va_list args;
    va_start(args, fmt);
    d->items[d->n - 1].help = format(d->arena, fmt, args);
    va_end(args);
}

void diag_list(struct diags *d)
{
    if (!d->repeated) {
        d->items[d->n - 1].listed = true;
    }
}

void diag_problem(struct diags *d, Str path, const char *what, const char *why)
{
    Str shown = str_copy(d->arena, path);
    add(d, (struct diag){
               .severity = SEVERITY_SYSTEM,
               .path = shown,
               .code = "system",
               .message = str_printf(d->arena, "%s: %s", what, why),
           });
}

void diag_system(struct diags *d, Str path, const char *what, int error)
{
    diag_problem(d, path, what, strerror(error));
}

void diags_silence(struct diags *d,
                   bool (*may_go)(void *state, const struct diag *item),
                   void *state)
{
    for (size_t i = 0; i < d->n; i++) {
        struct diag *item = &d->items[i];
        if (!item->silenced && may_go(state, item)) {
            --*count_of(d, item);
            item->silenced = true;
        }
    }
}

void diags_merge(struct diags *to, const struct diags *from)
{
    for (size_t i = 0; i < from->n; i++) {
        struct diag item = from->items[i];
        item.path =
            item.src == NULL ? str_copy(to->arena, item.path) : item.path;
        item.message = str_copy(to->arena, item.message);
        item.help = str_copy(to->arena, item.help);
        item.silenced = false;
        add(to, item);
    }
}

size_t diags_errors(const struct diags *d)
{
    return d->errors + d->failures;
}

size_t diags_warnings(const struct diags *d)
{
    return d->warnings;
}

int diags_status(const struct diags *d)
{
    return d->failures > 0 ? 3 : d->errors > 0 ? 1 : 0;
}

/* The whole line that holds the start of `where`, without its end. */
static Str line_of(const struct source *src, Str where)
{
    size_t at = (size_t)(where.p - src->text.p), start = at;
    while (start > 0 && src->text.p[start - 1] != '\n') {
        start--;
    }
    Str line = str_from(src->text, start);
    line = str_to(line, str_find_byte(line, '\n'));
    if (line.n > 0 && line.p[line.n - 1] == '\r') {
        line.n--;
    }
    return line;
}

Place source_place(const struct source *src, Str where)
{
    Place place = {1, 1};
    size_t at = (size_t)(where.p - src->text.p);
    for (size_t i = 0; i < at; i++) {
        place.line += src->text.p[i] == '\n';
    }
    Str line = line_of(src, where);
    place.column = utf8_count(str_to(line, (size_t)(where.p - line.p))) + 1;
    return place;
}

size_t source_end_column(const struct source *src, Str where)
{
    Str part = str_to(where, str_find_byte(where, '\n'));
    if (part.n > 0 && part.p[part.n - 1] == '\r') {
        part.n--;
    }
    return source_place(src, where).column + utf8_count(part);
}

static int by_place(const void *a, const void *b)
{
    const struct diag *x = *(const struct diag *const *)a;
    const struct diag *y = *(const struct diag *const *)b;
    if (x->listed != y->listed) {
        return x->listed ? 1 : -1;
    }
    int order = x->listed ? 0 : str_cmp(x->path, y->path);
    if (order == 0 && !x->listed) {
        order = (x->offset > y->offset) - (x->offset < y->offset);
    }
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* `text` with what a terminal would obey or cannot show taken out. */
static Str safe(struct arena *a, Str text)
{
    struct buf b = buf_in(a);
    while (text.n > 0) {
        if (utf8_check(str_to(text, 4)) == 0) {
            buf_utf8(&b, 0xFFFD);
            text = str_from(text, 1);
            continue;
        }
        unsigned cp = utf8_next(&text);
        bool control = (cp < ' ' && cp != '\t') || (cp >= 0x7F && cp < 0xA0);
        buf_utf8(&b, control ? '?' : cp);
    }
    return buf_str(&b);
}

/* Adds what is as wide as `text` and blank: a space a character, and tabs. */
static void add_blank(struct buf *b, Str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\t') {
            buf_byte(b, '\t');
        } else if (((unsigned char)text.p[i] & 0xC0) != 0x80) {
            buf_byte(b, ' ');
        }
    }
}

/* The end of a clipped view that does not cut a character in two. */
static size_t whole_chars(Str line, size_t at)
{
    while (at < line.n && at > 0 &&
           ((unsigned char)line.p[at] & 0xC0) == 0x80) {
        at--;
    }
    return at < line.n ? at : line.n;
}

/* Prints the line and a caret under the place; long lines show their part. */
static void print_excerpt(struct arena *a, FILE *out, const struct diag *item,
                          const char *accent, const char *plain)
{
    enum { BEFORE = 60, AFTER = 100 };
    Str line = line_of(item->src, item->where);
    size_t at = (size_t)(item->where.p - line.p);
    if (at > line.n) {
        at = line.n;
    }
    size_t start = at > BEFORE * 2 ? whole_chars(line, at - BEFORE) : 0;
    size_t end = line.n > at + AFTER ? whole_chars(line, at + AFTER) : line.n;
    Str shown = str_from(str_to(line, end), start);

    struct buf b = buf_in(a);
    buf_add(&b, start > 0 ? S("    …") : S("    "));
    buf_add(&b, safe(a, shown));
    buf_add(&b, end < line.n ? S("…\n    ") : S("\n    "));
    buf_add(&b, start > 0 ? S(" ") : S(""));
    add_blank(&b, str_to(shown, at - start));
    buf_printf(&b, "%s^", accent);
    Str under = str_to(item->where, str_find_byte(item->where, '\n'));
    size_t room = utf8_count(str_from(shown, at - start));
    size_t width = utf8_count(under);
    for (size_t i = 1; i < width && i < room; i++) {
        buf_byte(&b, '~');
    }
    fprintf(out, "%.*s%s\n", STR_ARG(buf_str(&b)), plain);
}

/* The lines of the help, one below another. */
static void print_help(struct arena *a, FILE *out, Str help, const char *bold,
                       const char *plain)
{
    Str line;
    for (bool first = true; str_cut_line(&help, &line); first = false) {
        Str shown = safe(a, line);
        if (first) {
            fprintf(out, "    %shelp:%s %.*s\n", bold, plain, STR_ARG(shown));
        } else {
            fprintf(out, "          %.*s\n", STR_ARG(shown));
        }
    }
}

static void print_one(struct arena *a, FILE *out, const struct diag *item,
                      bool colour)
{
    const char *bold = colour ? "\033[1m" : "",
               *plain = colour ? "\033[0m" : "";
    const char *accent = !colour                              ? ""
                         : item->severity == SEVERITY_WARNING ? "\033[1;35m"
                                                              : "\033[1;31m";
    const char *word = item->severity == SEVERITY_WARNING ? "warning" : "error";
    Str path = safe(a, item->path), message = safe(a, item->message);
    fprintf(out, "%s%.*s:", bold, STR_ARG(path));
    if (item->where.p != NULL) {
        Place place = source_place(item->src, item->where);
        fprintf(out, "%zu:%zu:", place.line, place.column);
    }
    fprintf(out, "%s %s%s:%s %s%.*s%s [%s]\n", plain, accent, word, plain, bold,
            STR_ARG(message), plain, item->code);
    if (item->where.p != NULL) {
        print_excerpt(a, out, item, accent, plain);
    }
    print_help(a, out, item->help, bold, plain);
}

const struct diag **diags_sorted(const struct diags *d, struct arena *a,
                                 size_t *n)
{
    const struct diag **sorted = ARENA_NEW(a, const struct diag *, d->n);
    for (size_t i = 0; i < d->n; i++) {
        sorted[i] = &d->items[i];
    }
    if (d->n > 0) {
        qsort(sorted, d->n, sizeof *sorted, by_place);
    }
    *n = d->n;
    return sorted;
}

void diags_print(const struct diags *d, FILE *out, bool colour)
{
    ArenaMark mark = arena_mark(d->arena);
    size_t n;
    const struct diag **sorted = diags_sorted(d, d->arena, &n);
    for (size_t i = 0; i < n; i++) {
        if (!sorted[i]->silenced) {
            print_one(d->arena, out, sorted[i], colour);
        }
    }
    arena_rewind(d->arena, mark);
}
