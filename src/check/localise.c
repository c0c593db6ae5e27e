#include "check/localise.h"

#include "base/suggest.h"
#include "check/todo.h"

void check_localise(const struct check *c)
{
    struct todos list = todos_of(c->arena, c->diags, c->pub);
    for (size_t i = 0; i < list.n; i++) {
        const struct todo *item = &list.items[i];
        if (!item->done) {
            diag_warning(c->diags, item->src, item->where, "to-localise",
                         "%.*s", STR_ARG(item->lacks));
            diag_help(c->diags, "%.*s", STR_ARG(item->help));
            diag_list(c->diags);
        }
    }
}

static void check_name(const struct check *c, const struct chapter *chapter,
                       const struct phrase *word)
{
    struct suggest s = suggest_for(word->text);
    suggest_try(&s, S("opening"));
    for (size_t i = 0; i < chapter->sections.n; i++) {
        suggest_try(&s, chapter->sections.entries[i].key);
    }
    bool known = str_eq(word->text, S("opening")) ||
                 map_get(&chapter->sections, word->text) != NULL;
    for (size_t k = 0; k < KIND_COUNT; k++) {
        if (chapter->lists[k].n > 0) {
            suggest_try(&s, kinds[k].plural);
            known = known || str_eq(word->text, kinds[k].plural);
        }
    }
    if (known) {
        return;
    }
    diag_error(c->diags, chapter->src, word->where, "unknown-reference",
               "this chapter has no section and no records '%.*s'",
               STR_ARG(word->text));
    if (s.best.n > 0) {
        diag_help(c->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(c->diags, "write the id of a section, `opening`, or a kind "
                            "of record that the chapter has");
    }
}

void check_local_names(const struct check *c)
{
    for (size_t i = 0; i < c->pub->nchapters; i++) {
        const struct chapter *chapter = c->pub->chapters[i];
        const struct slot *local =
            chapter->front == NULL ? NULL
                                   : record_slot(chapter->front, S("local"));
        for (size_t k = 0; local != NULL && k < local->nwords; k++) {
            const struct source *src =
                diags_source(c->diags, chapter->src, local->words[k].where);
            /* a fork may have dropped what the layer below names */
            if (todo_is_own(c->arena, c->pub, src)) {
                check_name(c, chapter, &local->words[k]);
            }
        }
    }
}

void localise_progress(struct buf *out, const struct diags *d,
                       const struct publication *p)
{
    struct todos list = todos_of(out->arena, d, p);
    size_t done = 0;
    for (size_t i = 0; i < list.n; i++) {
        done += list.items[i].done;
    }
    if (list.n > 0) {
        buf_printf(out,
                   "%.*s: %zu of %zu things that each council writes itself "
                   "are done%s\n",
                   STR_ARG(p->path), done, list.n,
                   done < list.n ? "; begin with the first to-localise" : "");
    }
}
