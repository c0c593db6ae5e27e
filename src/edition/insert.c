#include "edition/insert.h"

#include "base/suggest.h"
#include "edition/figure.h"
#include "model/references.h"

/* Whether nothing stands behind the first `most` words, where it would be
 * lost. */
static bool check_words(struct diags *d, const struct source *src,
                        const struct insert *in, size_t most)
{
    bool words = in->nargs > most;
    if (!words && in->noptions == 0) {
        return true;
    }
    diag_error(d, src, in->where, "unknown-insert",
               "'%.*s' means nothing behind %.*s",
               STR_ARG(words ? in->args[most] : in->options[0].key),
               STR_ARG(in->name));
    diag_help(d, "take it out of the insert");
    return false;
}

static bool contact_value(const struct edition *ed, struct diags *d,
                          const struct source *src, const struct insert *in,
                          struct insert_value *out)
{
    if (in->nargs == 0) {
        diag_error(d, src, in->where, "unknown-insert",
                   "'contact' does not say which one is meant");
        diag_help(d, "write {{ contact ID }}, with an id from contacts.yaml");
        return false;
    }
    if (!check_words(d, src, in, 1)) {
        return false;
    }
    const struct record *contact =
        reference_find(ed->pub, S("contact"), in->args[0]);
    if (contact == NULL) {
        reference_unknown(d, ed->pub, src, in->where, "unknown-reference",
                          S("contact"), in->args[0]);
        return false;
    }
    const struct phrase *name =
        edition_phrase(ed, record_text(contact, S("name")));
    Str text = name == NULL ? S("") : name->text;
    if (str_find(text, S("{{")) < text.n) {
        /* it could be an insert of the same contact, without end */
        diag_error(d, contact->src, name->where, "misplaced-insert",
                   "the name of a contact that is inserted cannot hold an "
                   "insert");
        diag_help(d, "write the name out");
        return false;
    }
    *out = (struct insert_value){.text = text, .contact = contact};
    return true;
}

static bool council_value(const struct edition *ed, struct diags *d,
                          const struct source *src, const struct insert *in,
                          struct insert_value *out)
{
    Str field = str_from(in->name, S("council.").n);
    const struct record *council = record_group(ed->pub->record, S("council"));
    Str text = council == NULL ? S("") : record_word(council, field);
    if (text.n == 0) {
        diag_error(d, src, in->where, "unknown-insert",
                   "the council's %.*s is not known", STR_ARG(field));
        diag_help(d, "add `council: {%.*s: …}` to publication.yaml",
                  STR_ARG(field));
        return false;
    }
    *out = (struct insert_value){.text = text};
    return true;
}

static bool misplaced(struct diags *d, const struct source *src,
                      const struct insert *in)
{
    bool chart = insert_kind_find(in->name) != NULL;
    diag_error(d, src, in->where, "misplaced-insert",
               "%s cannot stand inside a line",
               chart ? "a chart" : "a list of records");
    diag_help(d,
              "put {{ %.*s%s }} into a paragraph of its own, with an empty "
              "line above and below",
              STR_ARG(in->name), chart ? " ID" : "");
    return false;
}

static bool unknown_insert(struct diags *d, const struct source *src,
                           const struct insert *in)
{
    struct suggest s = suggest_for(in->name);
    for (size_t i = 0; i < INSERT_KIND_COUNT; i++) {
        suggest_try(&s, insert_kinds[i].name);
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        suggest_try(&s, kinds[i].plural);
    }
    diag_error(d, src, in->where, "unknown-insert",
               "there is no insert called '%.*s'", STR_ARG(in->name));
    if (s.best.n > 0) {
        diag_help(d, "did you mean '%.*s'?", STR_ARG(s.best));
    } else {
        diag_help(d, "write council.name, figure ID, contact ID, or a list "
                     "such as promises; or \\{{ where two braces are meant");
    }
    return false;
}

static bool number_value(const struct edition *ed, struct arena *a,
                         struct diags *d, const struct source *src,
                         const struct insert *in, struct insert_value *out)
{
    Str text;
    if (!figure_say(ed, a, d, src, in, &text)) {
        return false;
    }
    *out = (struct insert_value){.text = text};
    return true;
}

bool insert_value(const struct edition *ed, struct arena *a, struct diags *d,
                  const struct source *src, const struct insert *in,
                  struct insert_value *out)
{
    const struct insert_kind *kind = insert_kind_find(in->name);
    if (kind == NULL) {
        return insert_is_block(in) ? misplaced(d, src, in)
                                   : unknown_insert(d, src, in);
    }
    switch (kind->what) {
    case INSERT_COUNCIL:
        return check_words(d, src, in, 0) && council_value(ed, d, src, in, out);
    case INSERT_FIGURE:
    case INSERT_CHANGE:
    case INSERT_SHARE:
        return number_value(ed, a, d, src, in, out);
    case INSERT_CONTACT:
        return contact_value(ed, d, src, in, out);
    case INSERT_CHART:
        return misplaced(d, src, in);
    }
    return false;
}

Str insert_place(const struct phrase *phrase, Str part)
{
    /* YAML may have folded or escaped the text, so look for the same words */
    size_t at = str_find(phrase->where, part);
    return at < phrase->where.n ? str_to(str_from(phrase->where, at), part.n)
                                : phrase->where;
}

void insert_refuse(struct diags *d, const struct source *src,
                   const struct phrase *phrase, Str part,
                   enum insert_found found)
{
    Str where = insert_place(phrase, part);
    diag_error(d, src, found == INSERT_UNCLOSED ? str_to(where, 2) : where,
               "unclosed-insert", "%s",
               found == INSERT_UNCLOSED
                   ? "this {{ has no }}"
                   : "this insert does not say what to insert");
    diag_help(d, "write {{ council.name }}");
}
