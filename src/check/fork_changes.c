#include "check/fork_report.h"

#include "base/worddiff.h"
#include "check/stale.h"

enum { CONTEXT = 12, MARGIN = 6 };

static void add_name(struct buf *out, const struct unit *u)
{
    Str what = fork_kind_words(u), file = u->file;
    if (u->kind == UNIT_SECTION || u->kind == UNIT_RECORD) {
        buf_printf(out, "%.*s: %.*s %.*s", STR_ARG(file), STR_ARG(what),
                   STR_ARG(u->id));
    } else if (u->kind == UNIT_CHAPTER) {
        buf_printf(out, "%.*s: %.*s", STR_ARG(file), STR_ARG(what));
    } else {
        buf_add(out, file);
    }
}

static void add_marked(struct buf *out, Str before, Str after, size_t context)
{
    struct word_diff d = word_diff(out->arena, before, after);
    struct buf marked = buf_in(out->arena);
    word_diff_show(&marked, &d, context);
    fork_report_wrapped(out, buf_str(&marked), MARGIN);
}

static bool is_file(const struct upstream_part *p)
{
    return str_eq(p->name, S("file"));
}

/* `    before, title (young):` */
static void add_label(struct buf *out, const char *label,
                      const struct upstream_part *p)
{
    Str part = fork_part_words(out->arena, p->name);
    bool alone = str_eq(part, S("text"));
    buf_printf(out, "    %s%s%.*s:\n", label, alone ? "" : ", ",
               alone ? 0 : (int)part.n, part.p);
}

/* The three texts of a part: as both knew it, as it is now above, and here. */
static void add_three(struct buf *out, const struct upstream_part *p)
{
    if (is_file(p)) {
        buf_add(out, p->theirs.n == 0 ? S("    upstream has removed it\n")
                                      : S("    upstream has another file\n"));
        return;
    }
    if (p->base.n > 0) {
        add_label(out, "before", p);
        fork_report_wrapped(out, p->base, MARGIN);
    }
    add_label(out, "upstream now", p);
    if (p->theirs.n > 0) {
        add_marked(out, p->base, p->theirs, SIZE_MAX);
    } else {
        buf_add(out, S("      (removed)\n"));
    }
    add_label(out, "here", p);
    if (p->ours.n > 0) {
        add_marked(out, p->base, p->ours, SIZE_MAX);
    } else {
        buf_add(out, S("      (left out)\n"));
    }
}

/* A part that changes above alone. */
static void add_applied(struct buf *out, const struct upstream_part *p,
                        bool among_others)
{
    if (is_file(p)) {
        return;
    }
    Str part = fork_part_words(out->arena, p->name);
    if (!str_eq(part, S("text"))) {
        buf_printf(out, "    %s%.*s:\n", among_others ? "upstream alone, " : "",
                   STR_ARG(part));
    }
    add_marked(out, p->base, p->theirs, CONTEXT);
}

static void add_uses(struct buf *out, const struct upstream_change *x)
{
    for (size_t i = 0; i < x->nuses; i++) {
        const struct source *src = x->uses[i].src;
        buf_printf(out, "    used in %.*s:%zu\n", STR_ARG(src->path),
                   source_place(src, x->uses[i].where).line);
    }
}

static void add_twin(struct buf *out, const struct upstream_change *x)
{
    if (x->twin != NULL && x->state != UPSTREAM_RENAMED) {
        buf_printf(out, "    %s: %.*s\n",
                   x->base == NULL ? "it seems to have been"
                                   : "it seems to be now",
                   STR_ARG(x->twin->name));
    }
}

/* What to know of a change besides its texts. */
static void add_note(struct buf *out, const struct upstream_change *x)
{
    add_twin(out, x);
    if (x->state == UPSTREAM_ADDED && x->theirs->of != NULL &&
        str_eq(x->theirs->of->name, S("category"))) {
        buf_add(out, S("    a new head of the local offer, which offers can "
                       "name\n"));
    }
    if (x->state == UPSTREAM_ORPHAN && x->ours != NULL && x->ours->dropped) {
        buf_printf(out, "    dropped here, too: take the line away, %.*s:%zu\n",
                   STR_ARG(x->ours->src->path),
                   source_place(x->ours->src, x->ours->where).line);
    }
}

static void add_change(struct buf *out, const struct upstream_change *x)
{
    const struct unit *u = x->base != NULL ? x->base : x->theirs;
    bool person = upstream_needs_person(x->state);
    buf_add(out, S("  "));
    add_name(out, u);
    if (x->state == UPSTREAM_RENAMED) {
        buf_printf(out, " is now %.*s",
                   STR_ARG(x->twin->id.n > 0 ? x->twin->id : x->twin->name));
        if (!str_eq(u->file, x->twin->file)) {
            buf_printf(out, " in %.*s", STR_ARG(x->twin->file));
        }
    }
    buf_byte(out, '\n');
    add_note(out, x);
    for (size_t i = 0; i < x->nparts; i++) {
        const struct upstream_part *p = &x->parts[i];
        if (person && p->covered && !p->agrees) {
            add_three(out, p);
        } else if (x->state != UPSTREAM_REMOVED && !p->agrees) {
            add_applied(out, p, person);
        }
    }
    add_uses(out, x);
}

static void add_group(struct buf *out, const struct upstream *changes,
                      enum upstream_state state)
{
    static const char *const headings[UPSTREAM_STATES] = {
        [UPSTREAM_CONFLICT] = "Changed upstream, and here: a person must look.",
        [UPSTREAM_ORPHAN] =
            "Removed upstream, and still in use here: a person must look.",
        [UPSTREAM_CHANGED] = "Changed upstream alone.",
        [UPSTREAM_ADDED] = "Added upstream.",
        [UPSTREAM_REMOVED] = "Removed upstream.",
        [UPSTREAM_RENAMED] = "Renamed upstream.",
    };
    if (changes->counts[state] == 0) {
        return;
    }
    buf_printf(out, "\n%s\n\n", headings[state]);
    for (size_t i = 0; i < changes->n; i++) {
        if (changes->items[i].state == state) {
            add_change(out, &changes->items[i]);
        }
    }
}

void fork_report_changes(struct buf *out, const struct fork_report *r)
{
    const size_t *n = r->changes->counts;
    Str below = r->fork->layers.items[1].folder, newer = r->newer_path;
    Str from = r->fork->below.version, to = r->newer->version;
    buf_printf(out, "%.*s: from %.*s", STR_ARG(r->path), STR_ARG(below));
    if (from.n > 0) {
        buf_printf(out, " (version %.*s)", STR_ARG(from));
    }
    buf_printf(out, " to %.*s", STR_ARG(newer));
    if (to.n > 0) {
        buf_printf(out, " (version %.*s)", STR_ARG(to));
    }
    buf_byte(out, '\n');
    for (size_t i = 0; i < UPSTREAM_SAME; i++) {
        add_group(out, r->changes, (enum upstream_state)i);
    }
    size_t persons = n[UPSTREAM_CONFLICT] + n[UPSTREAM_ORPHAN];
    buf_printf(out,
               "\n%zu need%s a person; of upstream alone %zu changed, %zu "
               "added, %zu removed, %zu renamed; %zu unchanged\n",
               persons, persons == 1 ? "s" : "", n[UPSTREAM_CHANGED],
               n[UPSTREAM_ADDED], n[UPSTREAM_REMOVED], n[UPSTREAM_RENAMED],
               n[UPSTREAM_SAME]);
}

static void add_review(struct buf *out, Str path, const struct fork_review *r)
{
    struct arena *a = out->arena;
    const struct ledger_fork *e = r->entry;
    buf_printf(out, "\n%.*s\n    %.*s", STR_ARG(r->name),
               STR_ARG(r->src->path));
    if (r->where.p != NULL && r->where.n > 0) {
        buf_printf(out, ":%zu", source_place(r->src, r->where).line);
    }
    if (e->date.year > 0) {
        buf_printf(out, ", reviewed on %.*s by %.*s",
                   STR_ARG(date_english(a, e->date)), STR_ARG(e->by));
    }
    buf_byte(out, '\n');
    for (size_t i = 0; i < r->nparts; i++) {
        add_three(out, &r->parts[i]);
    }
    buf_printf(out,
               "  when what is here is right as it is:\n"
               "    duet review %.*s --accept %.*s --by ROLE\n",
               STR_ARG(stale_shell_word(a, path)),
               STR_ARG(stale_shell_word(a, r->name)));
}

size_t fork_report_reviews(struct buf *out, Str path,
                           const struct fork_reviews *reviews)
{
    size_t open = 0, gone = 0;
    for (size_t i = 0; i < reviews->n; i++) {
        if (reviews->items[i].state == FORK_OPEN) {
            buf_add(out, open++ > 0 ? S("")
                                    : S("\nUpstream: changed there since it "
                                        "was changed or left out here.\n"));
            add_review(out, path, &reviews->items[i]);
        }
    }
    for (size_t i = 0; i < reviews->n; i++) {
        if (reviews->items[i].state == FORK_GONE) {
            buf_add(out, gone++ > 0 ? S("")
                                    : S("\nGone: nothing of its own stands "
                                        "here any more. The next --accept "
                                        "drops it.\n\n"));
            buf_printf(out, "%.*s\n", STR_ARG(reviews->items[i].name));
        }
    }
    return open + gone;
}
