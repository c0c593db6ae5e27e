#include "check/stale_fork.h"

#include "base/buf.h"
#include "base/worddiff.h"
#include "check/stale.h"
#include "edition/forks.h"

/* So much of a text is shown: words beside a change, and of the fork's own. */
enum { CONTEXT = 12, SHOWN = 80 };

static void warn(const struct check *c, const struct fork_review *r)
{
    Str id = r->entry->name;
    if (r->below == NULL) {
        Str what = fork_kind_words(r->ours);
        diag_warning(c->diags, r->src, r->where, "stale-fork",
                     "%.*s: upstream no longer has this %.*s", STR_ARG(id),
                     STR_ARG(what));
    } else if (r->ours == NULL && r->parts[0].base.n == 0) {
        Str what = fork_kind_words(r->below);
        diag_warning(c->diags, r->src, r->where, "stale-fork",
                     "%.*s: upstream has this %.*s now, and it is left out "
                     "here",
                     STR_ARG(id), STR_ARG(what));
    } else if (r->ours == NULL || r->ours->dropped) {
        Str what = fork_kind_words(r->below);
        diag_warning(c->diags, r->src, r->where, "stale-fork",
                     "%.*s: this %.*s has changed upstream since it was left "
                     "out here",
                     STR_ARG(id), STR_ARG(what));
    } else {
        Str what = fork_kind_words(r->ours);
        diag_warning(c->diags, r->src, r->where, "stale-fork",
                     "%.*s: this %.*s has changed upstream since it was "
                     "changed here",
                     STR_ARG(id), STR_ARG(what));
    }
}

/* `upstream: …` and `here: …` for each part. */
static Str both_texts(struct arena *a, const struct fork_review *r)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < r->nparts; i++) {
        const struct upstream_part *part = &r->parts[i];
        struct word_diff diff = word_diff(a, part->base, part->theirs);
        struct buf changed = buf_in(a);
        word_diff_show(&changed, &diff, CONTEXT);
        Str ours = part->ours.n == 0 ? S("(left out)")
                                     : stale_beginning(a, part->ours, SHOWN);
        Str name = fork_part_words(a, part->name);
        bool alone = str_eq(name, S("text")) || str_eq(name, S("file"));
        Str label = alone ? S("") : str_printf(a, ", %.*s", STR_ARG(name));
        if (str_eq(name, S("file"))) {
            buf_add(&b, S("upstream: another file\n"));
            continue;
        }
        buf_printf(&b, "upstream%.*s: %.*s\nhere%.*s: %.*s\n", STR_ARG(label),
                   STR_ARG(buf_str(&changed)), STR_ARG(label), STR_ARG(ours));
    }
    return buf_str(&b);
}

static void report(const struct check *c, const struct fork_review *r)
{
    struct arena *a = c->arena;
    warn(c, r);
    Str texts = both_texts(a, r);
    Str accept =
        str_printf(a, "--accept %.*s", STR_ARG(stale_shell_word(a, r->name)));
    Str command = stale_command(a, c->pub, accept);
    diag_help(c->diags, "%.*swhen what is here is right as it is: %.*s",
              STR_ARG(texts), STR_ARG(command));
}

void check_stale_fork(const struct check *c)
{
    struct fork fork;
    if (c->ledger == NULL || c->ledger->nforks == 0 ||
        !fork_read(c->arena, c->diags, c->pub->folder, &fork)) {
        return;
    }
    struct fork_reviews reviews = forks_review(c->arena, c->ledger, &fork);
    for (size_t i = 0; i < reviews.n; i++) {
        if (reviews.items[i].state == FORK_OPEN) {
            report(c, &reviews.items[i]);
        }
    }
}
