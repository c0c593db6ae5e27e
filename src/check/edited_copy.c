#include "check/edited_copy.h"

#include "base/file.h"

static const struct source *file_of(struct arena *a,
                                    const struct edited_copy *copy, Str path)
{
    struct source *src = ARENA_NEW(a, struct source, 1);
    src->path = path_join(a, copy->below, path);
    return src;
}

/* Where the words belong that stand in the copy. */
static void help(struct arena *a, struct diags *d,
                 const struct edited_copy *copy, const struct pin_edit *edit)
{
    Str own = path_join(a, copy->folder, edit->path);
    if (edit->kind == PIN_ADDED) {
        diag_help(d, "move it to %.*s", STR_ARG(own));
    } else {
        diag_help(d,
                  "write what you have changed into %.*s, and undo it here, or "
                  "take this file away: the next `duet upstream --to` brings "
                  "it again",
                  STR_ARG(own));
    }
}

static void warn(struct arena *a, struct diags *d,
                 const struct edited_copy *copy, const struct pin_edit *edit)
{
    const struct source *src = file_of(a, copy, edit->path);
    if (edit->kind == PIN_GONE) {
        diag_warning(d, src, S(""), "edited-copy",
                     "this file is gone from the copy of what you extend, so "
                     "your editions lack what it says");
        diag_help(d,
                  "`duet upstream --to` brings it again, from the version that "
                  "you have copied or from a newer one; to leave something "
                  "out, write `drop: true` and why");
        return;
    }
    diag_warning(d, src, S(""), "edited-copy",
                 "this file was %s the copy of what you extend, which an "
                 "update replaces",
                 edit->kind == PIN_ADDED ? "put by hand into"
                                         : "changed by hand in");
    help(a, d, copy, edit);
}

bool edited_copy_read(struct arena *a, struct diags *d, Str folder, Str below,
                      struct edited_copy *out)
{
    *out = (struct edited_copy){.folder = folder, .below = below};
    return pin_read(a, d, below, &out->now) &&
           pin_edits(a, d, below, &out->now, &out->edits);
}

void check_edited_copy(const struct check *c)
{
    const struct layers *layers = &c->pub->layers;
    struct edited_copy copy;
    if (layers->n < 2 || !pin_has_list(c->arena, layers->items[1].folder) ||
        !edited_copy_read(c->arena, c->diags, c->pub->folder,
                          layers->items[1].folder, &copy)) {
        return;
    }
    for (size_t i = 0; i < copy.edits.n; i++) {
        warn(c->arena, c->diags, &copy, &copy.edits.items[i]);
    }
}

/* Whether `pin` has the file as it is in the folder `below`. */
static bool has(const struct pin *pin, const struct pin *now, Str path)
{
    const struct pin_file *theirs = pin_find(pin, path);
    const struct pin_file *ours = pin_find(now, path);
    return theirs != NULL && ours != NULL && str_eq(theirs->bytes, ours->bytes);
}

bool edited_copy_may_go(struct arena *a, struct diags *d,
                        const struct edited_copy *copy, const struct pin *newer)
{
    bool may = true;
    for (size_t i = 0; i < copy->edits.n; i++) {
        const struct pin_edit *edit = &copy->edits.items[i];
        if (edit->kind == PIN_GONE || has(newer, &copy->now, edit->path)) {
            continue;
        }
        may = false;
        diag_error(d, file_of(a, copy, edit->path), S(""), "edited-copy",
                   "this file was %s by hand, and would be lost",
                   edit->kind == PIN_CHANGED ? "changed" : "added");
        help(a, d, copy, edit);
    }
    return may;
}
