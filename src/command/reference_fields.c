#include "command/reference_pages.h"

#include "model/kind.h"

/* What a field of each type holds, in a message's few words and in full. */
static const struct {
    const char *name;
    const char *means;
} types[] = {
    [FIELD_ID] = {"an id", "small letters, digits and hyphens, with a letter "
                           "first: `health-passport`"},
    [FIELD_TEXT] = {"a text",
                    "words that people read. It is one text for all editions, "
                    "or one for each: `{formal: Our plan, young: What we "
                    "will do}`"},
    [FIELD_TEXTS] = {"a list of texts",
                     "one list for all editions, or one for each"},
    [FIELD_WORD] = {"a line", "words on one line, the same in all editions"},
    [FIELD_WORDS] = {"a list of lines", "`[Housing, Health]`"},
    [FIELD_CHOICE] = {"one of", "one of the words that stand there"},
    [FIELD_CHOICES] = {"some of", "one of the words that stand there, or a "
                                  "list of them"},
    [FIELD_REF] = {"the id of", "the id of a record that there is"},
    [FIELD_REFS] = {"ids of", "a list of ids of records that there are"},
    [FIELD_DATE] = {"a date", "a day (`2027-03-14`), a month (`2027-03`) or a "
                              "year (`2027`)"},
    [FIELD_DUE] = {"a date or a text", "a date, or words such as each spring"},
    [FIELD_START] = {"a date or `prospective`",
                     "`prospective` says that a law is not in force yet"},
    [FIELD_NUMBER] = {"a number", "digits, without a unit or a comma: `1200`"},
    [FIELD_RATCHET] = {"a number or keys",
                       "a number, or the keys that stand below it"},
    [FIELD_TAG] = {"the id of", "the id of a record that there is"},
    [FIELD_YES] = {"true or false", "`true` or `false`"},
    [FIELD_LINK] = {"a web address", "the whole address, with `https://` at "
                                     "its start"},
    [FIELD_GROUP] = {"keys", "the keys that stand below it"},
    [FIELD_RECORDS] = {"a list", "a list of things, each with the keys that "
                                 "stand below it"},
    [FIELD_POINTS] = {"numbers by name", "`{2021: 298, 2022: 294}`"},
    [FIELD_SERIES] = {"lists of numbers by name",
                      "`{2021: [36, 30], 2022: [28, 35]}`"},
    [FIELD_TREE] = {"a form of its own", "as its example shows"},
};

static const char *article(Str word)
{
    return str_find_byte(S("aeiou"), word.p[0]) < 5 ? "an" : "a";
}

static void add_choices(struct buf *out, Str choices)
{
    Str word;
    for (int n = 0; str_cut_word(&choices, &word); n++) {
        buf_printf(out, "%s`%.*s`", n > 0 ? ", " : " ", STR_ARG(word));
    }
}

/* `an id, needed: its name in links and references.` */
static void add_field(struct buf *out, const struct field *f)
{
    buf_printf(out, "`%.*s`, %s", STR_ARG(f->name), types[f->type].name);
    add_choices(out, f->choices);
    if (f->refers.n > 0) {
        buf_printf(out, " %s %.*s", article(f->refers), STR_ARG(f->refers));
    }
    if (f->required) {
        buf_add(out, S(", needed"));
    }
    if (f->when.n > 0) {
        buf_printf(out, ", needed when `%.*s` is `%.*s`", STR_ARG(f->when),
                   STR_ARG(f->says));
    }
    buf_add(out, S(": "));
    reference_add_words(out, f->help);
    if (f->form.n > 0) {
        buf_printf(out, ". Example: `%.*s: %.*s`", STR_ARG(f->name),
                   STR_ARG(f->form));
    }
    buf_add(out, S("\n"));
}

static void add_fields(struct buf *out, const struct kind *kind, int margin)
{
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        buf_printf(out, "%*s- ", margin, "");
        add_field(out, f);
        if (f->of != NULL) {
            add_fields(out, f->of, margin + 2);
        }
    }
}

static void add_kind(struct buf *out, const struct kind *kind)
{
    buf_add(out, S("\n## "));
    reference_add_heading(out, kind->name);
    buf_add(out, S("\n\n"));
    reference_add_words(out, kind->help);
    if (kind->plural.n == 0) {
        buf_add(out, S("\n\n"));
    } else if (kind->keyed) {
        buf_printf(out,
                   " Written in the file `%.*s`, in a list under `%.*s`. "
                   "`{{ %.*s }}` shows them.\n\n",
                   STR_ARG(kind->file), STR_ARG(kind->plural),
                   STR_ARG(kind->plural));
    } else if (kind->file.n > 0) {
        buf_printf(out,
                   " Written in the file `%.*s`, which is a list of them. "
                   "`{{ %.*s }}` shows them.\n\n",
                   STR_ARG(kind->file), STR_ARG(kind->plural));
    } else {
        buf_printf(out,
                   " Written in a list under `%.*s` in a chapter’s front "
                   "matter. `{{ %.*s }}` shows them.\n\n",
                   STR_ARG(kind->plural), STR_ARG(kind->plural));
    }
    add_fields(out, kind, 0);
}

void reference_write_files(struct buf *out)
{
    buf_add(out, S("A publication has a file `publication.yaml`. Its chapters "
                   "are files in the folder `chapters`. Each chapter begins "
                   "with its *front matter*, which stands between two lines "
                   "`---`.\n\n"
                   "## What a key can hold\n\n"));
    for (size_t i = 0; i < COUNT(types); i++) {
        if (i != FIELD_TAG) { /* the same as FIELD_REF */
            buf_printf(out, "- **%s**: %s.\n", types[i].name, types[i].means);
        }
    }
    add_kind(out, &kind_publication);
    add_kind(out, &kind_edition);
    add_kind(out, &kind_chapter);
}

void reference_write_records(struct buf *out)
{
    buf_add(out,
            S("A record is a thing with an id and keys: a promise, an offer, "
              "a meeting. The page [Files](reference-files.md#"
              "what-a-key-can-hold) says what each key can hold.\n\n"
              "A publication that extends another can leave a record out: "
              "`{id: health-passport, drop: true, because: \"the hospital "
              "gives it\"}`.\n"));
    for (size_t i = 0; i < KIND_COUNT; i++) {
        add_kind(out, &kinds[i]);
    }
}
