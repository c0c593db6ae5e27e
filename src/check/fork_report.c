#include "check/fork_report.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"

enum { WIDTH = 78 };

void fork_report_wrapped(struct buf *out, Str text, int margin)
{
    Str line, word;
    while (str_cut_line(&text, &line)) {
        size_t at = 0;
        while (str_cut_word(&line, &word)) {
            size_t width = utf8_count(word);
            bool fits = at > 0 && at + 1 + width <= WIDTH;
            if (!fits && at > 0) {
                buf_byte(out, '\n');
            }
            buf_printf(out, "%*s%.*s", fits ? 1 : margin, "", STR_ARG(word));
            at = fits ? at + 1 + width : (size_t)margin + width;
        }
        buf_add(out, at > 0 ? S("\n") : S(""));
    }
}

static const char *const here_words[HERE_STATES] = {
    [HERE_INHERITED] = "inherited",  [HERE_CHANGED] = "changed here",
    [HERE_COPIED] = "copied here",   [HERE_ADDED] = "added here",
    [HERE_DROPPED] = "dropped here", [HERE_LEFT_OUT] = "left out here",
};

/* A unit of the list, whichever layer it is from. */
struct row {
    const struct unit *unit;
    enum here here;
};

static int by_place(const void *a, const void *b)
{
    const struct unit *x = ((const struct row *)a)->unit;
    const struct unit *y = ((const struct row *)b)->unit;
    int files = str_cmp(x->file, y->file);
    return files != 0           ? files
           : x->kind != y->kind ? (x->kind < y->kind ? -1 : 1)
                                : str_cmp(x->name, y->name);
}

static struct row *list_rows(struct arena *a, const struct fork *f, size_t *n)
{
    struct row *rows = NULL;
    *n = 0;
    for (size_t i = 0; i < f->below.n; i++) {
        const struct unit *u = &f->below.items[i];
        *LIST_ADD(a, rows, *n) = (struct row){u, fork_here(f, u)};
    }
    for (size_t i = 0; i < f->own.n; i++) {
        const struct unit *u = &f->own.items[i];
        if (units_find(&f->below, u->name) == NULL) {
            enum here here = u->dropped ? HERE_DROPPED : HERE_ADDED;
            *LIST_ADD(a, rows, *n) = (struct row){u, here};
        }
    }
    if (*n > 0) {
        qsort(rows, *n, sizeof *rows, by_place);
    }
    return rows;
}

/* What a reader wants to know of a unit besides its name. */
static void add_note(struct buf *out, const struct fork *f,
                     const struct row *row)
{
    struct arena *a = out->arena;
    const struct unit *u = row->unit;
    if (row->here == HERE_DROPPED) {
        Str because = fork_because(f, u);
        const struct unit *own = units_find(&f->own, u->name);
        because = because.n == 0 && own != NULL ? own->because : because;
        buf_printf(out, ": %.*s", STR_ARG(because));
    } else if (row->here == HERE_CHANGED && u->kind != UNIT_SECTION &&
               u->kind != UNIT_FILE) {
        Str parts = fork_changed_parts(a, f, u->name);
        buf_add(out, parts.n > 0 ? S(": ") : S(""));
        buf_add(out, parts);
    }
}

static void add_counts(struct buf *out, const size_t *n)
{
    bool any = false;
    for (size_t i = 0; i < HERE_STATES; i++) {
        if (n[i] > 0 || i < HERE_COPIED) {
            buf_printf(out, "%s%zu %s", any ? ", " : "", n[i], here_words[i]);
            any = true;
        }
    }
    buf_byte(out, '\n');
}

static void add_name(struct buf *out, const struct unit *u)
{
    Str what = fork_kind_words(u);
    if (u->kind == UNIT_SECTION || u->kind == UNIT_RECORD) {
        buf_printf(out, "%.*s %.*s", STR_ARG(what), STR_ARG(u->id));
    } else {
        buf_add(out, u->kind == UNIT_SETTINGS ? S("settings") : what);
    }
}

static void add_row(struct buf *out, const struct fork *f,
                    const struct row *row)
{
    buf_printf(out, "  %-13s  ", here_words[row->here]);
    add_name(out, row->unit);
    add_note(out, f, row);
    buf_byte(out, '\n');
}

static void add_version(struct buf *out, Str version)
{
    if (version.n > 0) {
        buf_printf(out, ", version %.*s", STR_ARG(version));
    }
}

/* The rows of one file, those that are inherited as a number. Returns: where
 * the next file begins. */
static size_t add_file(struct buf *out, const struct fork *f,
                       const struct row *rows, size_t from, size_t n)
{
    Str file = rows[from].unit->file;
    size_t inherited = 0, i = from;
    buf_printf(out, "\n%.*s\n", STR_ARG(file));
    for (; i < n && str_eq(rows[i].unit->file, file); i++) {
        if (rows[i].here == HERE_INHERITED) {
            inherited++;
        } else {
            add_row(out, f, &rows[i]);
        }
    }
    if (inherited > 0) {
        buf_printf(out, "  inherited      %zu of %zu\n", inherited, i - from);
    }
    return i;
}

void fork_report_text(struct buf *out, const struct fork_report *r)
{
    size_t n = 0, counts[HERE_STATES] = {0};
    struct row *rows = list_rows(out->arena, r->fork, &n);
    Str below = r->fork->layers.items[1].folder;
    buf_printf(out, "%.*s extends %.*s", STR_ARG(r->path), STR_ARG(below));
    add_version(out, r->fork->below.version);
    buf_byte(out, '\n');
    for (size_t i = 0; i < n; i++) {
        counts[rows[i].here]++;
    }
    for (size_t i = 0; i < n;) {
        i = add_file(out, r->fork, rows, i, n);
    }
    buf_byte(out, '\n');
    add_counts(out, counts);
}

/* JSON. */

static const char *const state_words[UPSTREAM_STATES] = {
    [UPSTREAM_CONFLICT] = "conflict", [UPSTREAM_ORPHAN] = "orphan",
    [UPSTREAM_CHANGED] = "changed",   [UPSTREAM_ADDED] = "added",
    [UPSTREAM_REMOVED] = "removed",   [UPSTREAM_RENAMED] = "renamed",
    [UPSTREAM_SAME] = "unchanged",
};

static void json_unit(struct json_writer *j, const struct unit *u)
{
    json_pair(j, S("id"), u->name);
    json_pair(j, S("file"), u->file);
    json_pair(j, S("kind"), fork_kind_words(u));
}

static void json_here(struct json_writer *j, struct arena *a,
                      const struct fork *f)
{
    size_t n = 0;
    struct row *rows = list_rows(a, f, &n);
    json_key(j, S("units"));
    json_begin_list(j);
    for (size_t i = 0; i < n; i++) {
        const struct row *row = &rows[i];
        json_begin_object(j);
        json_unit(j, row->unit);
        json_pair(j, S("here"), str_from_c(here_words[row->here]));
        if (row->here == HERE_DROPPED) {
            const struct unit *own = units_find(&f->own, row->unit->name);
            Str because = fork_because(f, row->unit);
            json_pair(j, S("because"),
                      because.n == 0 && own != NULL ? own->because : because);
        } else if (row->here == HERE_CHANGED) {
            json_pair(j, S("parts"), fork_changed_parts(a, f, row->unit->name));
        }
        json_end(j);
    }
    json_end(j);
}

static void json_part(struct json_writer *j, const struct upstream_part *p)
{
    json_begin_object(j);
    json_pair(j, S("part"), p->name);
    json_pair(j, S("base"), p->base);
    json_pair(j, S("theirs"), p->theirs);
    if (p->covered) {
        json_pair(j, S("ours"), p->ours);
    }
    json_end(j);
}

static void json_uses(struct json_writer *j, struct arena *a,
                      const struct upstream_change *x)
{
    json_key(j, S("used"));
    json_begin_list(j);
    for (size_t i = 0; i < x->nuses; i++) {
        const struct source *src = x->uses[i].src;
        json_text(j, str_printf(a, "%.*s:%zu", STR_ARG(src->path),
                                source_place(src, x->uses[i].where).line));
    }
    json_end(j);
}

static void json_change(struct json_writer *j, struct arena *a,
                        const struct upstream_change *x)
{
    json_begin_object(j);
    json_unit(j, x->base != NULL ? x->base : x->theirs);
    json_pair(j, S("state"), str_from_c(state_words[x->state]));
    if (x->twin != NULL) {
        bool from = x->base == NULL;
        json_pair(j, from ? S("renamed-from") : S("renamed-to"), x->twin->name);
    }
    json_key(j, S("parts"));
    json_begin_list(j);
    for (size_t i = 0; i < x->nparts; i++) {
        json_part(j, &x->parts[i]);
    }
    json_end(j);
    if (x->nuses > 0) {
        json_uses(j, a, x);
    }
    json_end(j);
}

static void json_changes(struct json_writer *j, struct arena *a,
                         const struct fork_report *r)
{
    json_pair(j, S("newer"), r->newer_path);
    json_pair(j, S("newer-version"), r->newer->version);
    json_key(j, S("changes"));
    json_begin_list(j);
    for (size_t i = 0; i < r->changes->n; i++) {
        if (r->changes->items[i].state != UPSTREAM_SAME) {
            json_change(j, a, &r->changes->items[i]);
        }
    }
    json_end(j);
    json_key(j, S("unchanged"));
    json_integer(j, (long long)r->changes->counts[UPSTREAM_SAME]);
}

void fork_report_json(struct buf *out, const struct fork_report *r, size_t n)
{
    struct json_writer j = json_to(out);
    json_begin_object(&j);
    json_key(&j, S("forks"));
    json_begin_list(&j);
    for (size_t i = 0; i < n; i++) {
        json_begin_object(&j);
        json_pair(&j, S("path"), r[i].path);
        json_pair(&j, S("extends"), r[i].fork->layers.items[1].folder);
        json_pair(&j, S("version"), r[i].fork->below.version);
        json_here(&j, out->arena, r[i].fork);
        if (r[i].changes != NULL) {
            json_changes(&j, out->arena, &r[i]);
        }
        json_end(&j);
    }
    json_end(&j);
    json_end(&j);
}
