#include "check/allow.h"

#include "base/file.h"
#include "base/suggest.h"
#include "check/codes.h"

/* Where an `allow` is read, and to what. */
struct reading {
    struct arena *arena;
    struct diags *diags;
    const struct source *src;
    Str path;
    struct allowances *out;
};

static void unknown_code(const struct reading *r, const struct yaml_pair *pair)
{
    struct suggest s = suggest_for(pair->key);
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        if (c->may_be_allowed) {
            suggest_try(&s, c->name);
        }
    }
    diag_error(r->diags, r->src, pair->where, "unknown-code",
               "there is no message with the code '%.*s'", STR_ARG(pair->key));
    if (s.best.n > 0) {
        diag_help(r->diags, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(r->diags, "copy the code from the message, where it stands "
                            "in square brackets");
    }
}

static void read_pair(const struct reading *r, const struct yaml_pair *pair)
{
    const struct code *code = code_find(pair->key);
    if (code == NULL) {
        unknown_code(r, pair);
    } else if (!code->may_be_allowed) {
        diag_error(r->diags, r->src, pair->where, "cannot-allow",
                   "'%.*s' cannot be allowed", STR_ARG(pair->key));
        diag_help(r->diags,
                  "take the line away; `duet explain %.*s` says what "
                  "to write instead",
                  STR_ARG(pair->key));
    } else if (pair->value->kind != YAML_SCALAR) {
        diag_error(r->diags, r->src, pair->value->where, "wrong-type",
                   "the reason must be one text");
        diag_help(r->diags, "write `%.*s: \"the reason why\"`",
                  STR_ARG(pair->key));
    } else if (str_trim(pair->value->text).n == 0) {
        diag_error(r->diags, r->src, pair->where, "allow-without-reason",
                   "'%.*s' is allowed without a reason", STR_ARG(pair->key));
        diag_help(r->diags, "write `%.*s: \"the reason why\"`",
                  STR_ARG(pair->key));
    } else {
        *LIST_ADD(r->arena, r->out->items, r->out->n) = (struct allowance){
            .code = code->name,
            .where = pair->where,
            .src = r->src,
            .path = r->path,
        };
    }
}

static void read_record(const struct reading *r, const struct record *record)
{
    const struct slot *slot =
        record == NULL ? NULL : record_slot(record, S("allow"));
    if (slot == NULL || !slot->set) {
        return;
    }
    if (slot->tree->kind != YAML_MAP) {
        diag_error(r->diags, r->src, slot->where, "wrong-type",
                   "'allow' must name codes, each with a reason");
        diag_help(r->diags,
                  "write `allow: {hard-word: \"the name of the law\"}`");
        return;
    }
    for (size_t i = 0; i < slot->tree->n; i++) {
        read_pair(r, &slot->tree->pairs[i]);
    }
}

struct allowances allow_read(struct arena *a, struct diags *d,
                             const struct publication *p)
{
    struct allowances out = {.folder = path_join(a, p->folder, S(""))};
    struct reading r = {.arena = a, .diags = d, .out = &out};
    for (size_t i = 0; i < p->nchapters; i++) {
        r.src = p->chapters[i]->src;
        r.path = r.src->path;
        read_record(&r, p->chapters[i]->front);
    }
    /* behind the chapters': what a chapter allows is not the publication's */
    r.src = p->src;
    r.path = S("");
    read_record(&r, p->record);
    return out;
}

/* Whether `item` is a matter of judgement that somebody has judged: a warning
 * whose code is allowed for its file, or for the publication. */
static bool may_go(void *state, const struct diag *item)
{
    const struct allowances *allowed = state;
    if (item->severity != SEVERITY_WARNING) {
        return false; /* an NHS number is one person's, whatever the reason */
    }
    for (size_t i = 0; i < allowed->n; i++) {
        struct allowance *one = &allowed->items[i];
        bool here = one->path.n > 0 ? str_eq(item->path, one->path)
                                    : str_starts(item->path, allowed->folder);
        if (here && str_eq(one->code, str_from_c(item->code))) {
            one->used = true;
            return true;
        }
    }
    return false;
}

void allow_apply(struct allowances *allowed, struct diags *d)
{
    if (allowed->n > 0) {
        diags_silence(d, may_go, allowed);
    }
}

void allow_report_unused(const struct allowances *allowed, Date today,
                         struct diags *d)
{
    for (size_t i = 0; i < allowed->n; i++) {
        const struct allowance *one = &allowed->items[i];
        bool asked = today.year != 0 || !code_find(one->code)->needs_today;
        if (!one->used && asked) {
            diag_warning(d, one->src, one->where, "unused-allow",
                         "'%.*s' is allowed here, and nothing is found",
                         STR_ARG(one->code));
            diag_help(d, "take the line away");
        }
    }
}
