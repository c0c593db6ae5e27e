#include "command/starter.h"

#include <errno.h>

#include "base/buf.h"
#include "base/embedded.h"
#include "base/file.h"
#include "edition/pin.h"
#include "model/publication.h"

/* A word of a template, and what takes its place. */
struct value {
    Str word;
    Str text;
};

static const Str model = STR_INIT("content/model/");

/* The template, with each word of `values` replaced once: what was put in is
 * not looked at again. */
static Str fill(struct arena *a, Str text, const struct value *values, size_t n)
{
    struct buf out = buf_in(a);
    while (text.n > 0) {
        size_t i = 0;
        while (i < n && !str_starts(text, values[i].word)) {
            i++;
        }
        if (i < n) {
            buf_add(&out, values[i].text);
            text = str_from(text, values[i].word.n);
        } else {
            buf_byte(&out, text.p[0]);
            text = str_from(text, 1);
        }
    }
    return buf_str(&out);
}

/* `text` as a YAML scalar between double quotes. */
static Str quote_yaml(struct arena *a, Str text)
{
    struct buf out = buf_in(a);
    buf_byte(&out, '"');
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '"' || text.p[i] == '\\') {
            buf_byte(&out, '\\');
        }
        buf_byte(&out, text.p[i]);
    }
    buf_byte(&out, '"');
    return buf_str(&out);
}

/* `text` as words of Markdown, which mean nothing else. */
static Str quote_markdown(struct arena *a, Str text)
{
    struct buf out = buf_in(a);
    for (size_t i = 0; i < text.n; i++) {
        if (str_find_byte(S("\\`*_{}[]<>#&!|~$"), text.p[i]) < 16) {
            buf_byte(&out, '\\');
        }
        buf_byte(&out, text.p[i]);
    }
    return buf_str(&out);
}

/* What people call the record: the first of its texts. */
static Str name_of(const struct record *r)
{
    for (size_t i = 0; i < r->kind->nfields; i++) {
        if (r->kind->fields[i].type == FIELD_TEXT && r->slots[i].set) {
            return voiced_get(r->slots[i].text, 0)->text;
        }
    }
    return r->id;
}

/* What the model's file says behind the key of `slot` on its line, without a
 * comment; an empty text when it begins on the next line. */
static Str written(const struct record *r, const struct field *f,
                   const struct slot *slot)
{
    if (!slot->set || !str_within(slot->where, r->src->text)) {
        return S("");
    }
    size_t at = (size_t)(slot->where.p - r->src->text.p), start = at;
    while (start > 0 && r->src->text.p[start - 1] != '\n') {
        start--;
    }
    Str before = str_trim(str_from(str_to(r->src->text, at), start));
    Str line = str_from(r->src->text, at);
    line = str_to(line, str_find_byte(line, '\n'));
    line = str_trim(str_to(line, str_find(line, S(" #"))));
    return str_starts(before, f->name) ? line : S("");
}

/* One line to fill in, with what the model says or what belongs there. */
static void add_line(struct buf *out, Str indent, const struct record *r,
                     size_t field)
{
    const struct field *f = &r->kind->fields[field];
    Str was = written(r, f, &r->slots[field]);
    bool shown = was.n > 0;
    buf_printf(out, "%.*s  %.*s:   # %s%.*s\n", STR_ARG(indent),
               STR_ARG(f->name), shown ? "in the model: " : "",
               STR_ARG(shown ? was : f->help));
}

/* An entry for each record that the model leaves to each council. */
static Str entries(struct arena *a, const struct publication *p, Str kind_name,
                   Str indent)
{
    const struct kind *kind = kind_find(kind_name);
    const struct record_list *list = &p->lists[kind_index(kind)];
    struct buf out = buf_in(a);
    for (size_t i = 0; i < list->n; i++) {
        const struct record *r = list->items[i];
        if (!record_slot(r, S("local"))->yes) {
            continue;
        }
        buf_printf(&out, "%s%.*s# %.*s\n%.*s- id: %.*s\n",
                   out.n > 0 ? "\n" : "", STR_ARG(indent), STR_ARG(name_of(r)),
                   STR_ARG(indent), STR_ARG(r->id));
        for (size_t k = 0; k < kind->nfields; k++) {
            const struct field *f = &kind->fields[k];
            if (f->local == LOCAL_ANY ||
                (f->local == LOCAL_EACH && r->slots[k].set)) {
                add_line(&out, indent, r, k);
            }
        }
    }
    return str_trim(buf_str(&out)).n == 0 ? S("") : buf_str(&out);
}

/* A template ends its line itself. */
static Str without_end(Str text)
{
    return text.n > 0 && text.p[text.n - 1] == '\n' ? str_to(text, text.n - 1)
                                                    : text;
}

static bool write_file(struct diags *d, struct newfolder *f, Str path,
                       Str bytes)
{
    if (newfolder_write(f, path, bytes)) {
        return true;
    }
    diag_system(d, path, "cannot write the file", errno);
    return false;
}

/* The model as it is, under upstream/, with the list of its files. */
static bool write_model(struct arena *a, struct diags *d, struct newfolder *f)
{
    struct pin pin = {.n = 0};
    for (size_t i = 0; i < embedded_count; i++) {
        const struct embedded_file *file = &embedded_files[i];
        bool license = str_eq(file->path, S("content/LICENSE"));
        if (!license && !str_starts(file->path, model)) {
            continue;
        }
        Str name = license ? S("LICENSE") : str_from(file->path, model.n);
        if (!write_file(d, f, path_join(a, S("upstream"), name), file->bytes)) {
            return false;
        }
        *LIST_ADD(a, pin.items, pin.n) = (struct pin_file){name, file->bytes};
    }
    return write_file(d, f, path_join(a, S("upstream"), pin_list_name),
                      pin_list(a, &pin));
}

static bool write_own(struct arena *a, struct diags *d, const struct starter *s,
                      const struct publication *p, struct newfolder *f)
{
    static const struct {
        Str from; /* in src/command/starter/ */
        Str to;
    } files[] = {
        {STR_INIT("README.md"), STR_INIT("README.md")},
        {STR_INIT("contacts.yaml"), STR_INIT("contacts.yaml")},
        {STR_INIT("figures.yaml"), STR_INIT("figures.yaml")},
        {STR_INIT("offers.md"), STR_INIT("chapters/offers.md")},
        {STR_INIT("publication.yaml"), STR_INIT("publication.yaml")},
        {STR_INIT("publish.yml"), STR_INIT(".github/workflows/publish.yml")},
    };
    Str folder = S("src/command/starter/");
    const struct value values[] = {
        {S("COUNCIL_NAME"), quote_yaml(a, s->council)},
        {S("COUNCIL_AREA"), quote_yaml(a, s->area)},
        {S("MODEL_VERSION"), record_word(p->record, S("version"))},
        {S("CONTACTS"), without_end(entries(a, p, S("contact"), S("")))},
        {S("FIGURES"), without_end(entries(a, p, S("figure"), S("")))},
        {S("OFFERS"), without_end(entries(a, p, S("offer"), S("  ")))},
    };
    struct value for_people[COUNT(values)];
    for (size_t i = 0; i < COUNT(values); i++) {
        for_people[i] = values[i];
    }
    for_people[0].text = quote_markdown(a, s->council);
    for (size_t i = 0; i < COUNT(files); i++) {
        Str path =
            str_printf(a, "%.*s%.*s", STR_ARG(folder), STR_ARG(files[i].from));
        for (size_t k = 0; k < embedded_count; k++) {
            if (!str_eq(embedded_files[k].path, path)) {
                continue;
            }
            Str text =
                fill(a, embedded_files[k].bytes,
                     str_ends(path, S("README.md")) ? for_people : values,
                     COUNT(values));
            if (!write_file(d, f, files[i].to, text)) {
                return false;
            }
        }
    }
    return write_file(d, f, S(".gitignore"), S("/output/\n"));
}

bool starter_write(struct arena *a, struct diags *d, const struct starter *s,
                   struct newfolder *f)
{
    if (!write_model(a, d, f)) {
        return false;
    }
    Str upstream = path_join(a, newfolder_path(f), S("upstream"));
    const struct publication *p = publication_load(a, d, upstream);
    if (p == NULL || diags_errors(d) > 0 || !write_own(a, d, s, p, f)) {
        return false;
    }
    /* as the council will first build it */
    return publication_load(a, d, newfolder_path(f)) != NULL &&
           diags_errors(d) == 0;
}
