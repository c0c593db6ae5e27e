#include "check/edited_copy.h"

#include "base/file.h"

/* A file of the copy, and what may be done about it. */
struct edited {
    struct arena *arena;
    struct diags *diags;
    Str folder; /* of the fork */
    Str below;  /* the copy */
};

static const struct source *file_of(const struct edited *e, Str path)
{
    struct source *src = ARENA_NEW(e->arena, struct source, 1);
    src->path = path_join(e->arena, e->below, path);
    return src;
}

/* Where the words belong that stand in the copy. */
static void help(const struct edited *e, const struct pin_edit *edit)
{
    Str own = path_join(e->arena, e->folder, edit->path);
    if (edit->kind == PIN_ADDED) {
        diag_help(e->diags, "move it to %.*s", STR_ARG(own));
    } else {
        diag_help(e->diags,
                  "write what you have changed into %.*s, and undo it here, or "
                  "take this file away: the next `duet upstream --to` brings "
                  "it again",
                  STR_ARG(own));
    }
}

static void warn(const struct edited *e, const struct pin_edit *edit)
{
    const struct source *src = file_of(e, edit->path);
    if (edit->kind == PIN_GONE) {
        diag_warning(e->diags, src, S(""), "edited-copy",
                     "this file is gone from the copy of what you extend, so "
                     "your editions lack what it says");
        diag_help(e->diags,
                  "`duet upstream --to` brings it again, from the version that "
                  "you have copied or from a newer one; to leave something "
                  "out, write `drop: true` and why");
        return;
    }
    diag_warning(e->diags, src, S(""), "edited-copy",
                 "this file was %s the copy of what you extend, which an "
                 "update replaces",
                 edit->kind == PIN_ADDED ? "put by hand into"
                                         : "changed by hand in");
    help(e, edit);
}

void check_edited_copy(const struct check *c)
{
    const struct layers *layers = &c->pub->layers;
    if (layers->n < 2) {
        return;
    }
    struct edited e = {c->arena, c->diags, c->pub->folder,
                       layers->items[1].folder};
    struct pin_edits edits;
    struct pin now;
    if (!pin_edits(e.arena, e.diags, e.below, &now, &edits)) {
        return;
    }
    for (size_t i = 0; i < edits.n; i++) {
        warn(&e, &edits.items[i]);
    }
}

/* Whether `pin` has the file as it is in the folder `below`. */
static bool has(const struct pin *pin, const struct pin *now, Str path)
{
    const struct pin_file *theirs = pin_find(pin, path);
    const struct pin_file *ours = pin_find(now, path);
    return theirs != NULL && ours != NULL && str_eq(theirs->bytes, ours->bytes);
}

bool edited_copy_may_go(struct arena *a, struct diags *d, Str folder, Str below,
                        const struct pin *newer)
{
    struct edited e = {a, d, folder, below};
    struct pin_edits edits;
    struct pin now;
    bool may = true;
    if (!pin_edits(a, d, below, &now, &edits)) {
        return false;
    }
    for (size_t i = 0; i < edits.n; i++) {
        const struct pin_edit *edit = &edits.items[i];
        if (edit->kind == PIN_GONE || has(newer, &now, edit->path)) {
            continue;
        }
        may = false;
        diag_error(d, file_of(&e, edit->path), S(""), "edited-copy",
                   "this file was %s by hand, and would be lost",
                   edit->kind == PIN_CHANGED ? "changed" : "added");
        help(&e, edit);
    }
    return may;
}
