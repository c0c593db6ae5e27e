#include "command/schema_json.h"

#include <assert.h>

#include "base/file.h"
#include "check/codes.h"
#include "command/schema_shapes.h"
#include "model/voiced.h"

static void write_record(struct json_writer *j, const struct kind *kind,
                         bool kinds_too);

static void write_records(struct json_writer *j, const struct kind *kind)
{
    json_pair(j, S("type"), S("array"));
    json_key(j, S("items"));
    json_begin_object(j);
    write_record(j, kind, false);
    json_end(j);
}

/* One of the choices, or a list of them. */
static void write_choices(struct json_writer *j, Str choices)
{
    json_key(j, S("anyOf"));
    json_begin_list(j);
    json_begin_object(j);
    json_pair_words(j, S("enum"), choices);
    json_end(j);
    json_begin_object(j);
    json_pair(j, S("type"), S("array"));
    json_key(j, S("items"));
    json_begin_object(j);
    json_pair_words(j, S("enum"), choices);
    json_end(j);
    json_end(j);
    json_end(j);
}

/* The reasons for findings to pass over, by the codes of which that may be. */
static void write_allow(struct json_writer *j)
{
    json_pair(j, S("type"), S("object"));
    json_key(j, S("properties"));
    json_begin_object(j);
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        if (c->may_be_allowed) {
            json_key(j, c->name);
            json_begin_object(j);
            json_pair(j, S("description"), c->rule);
            shape_refer(j, S("line"));
            json_end(j);
        }
    }
    json_end(j);
    json_key(j, S("additionalProperties"));
    json_bool(j, false);
}

/* What the table leaves to code of its own is put here by hand: the editions,
 * chapters in order, which may be voiced, and what is allowed. */
static void write_tree(struct json_writer *j, Str name)
{
    if (str_eq(name, S("editions"))) {
        json_pair(j, S("type"), S("object"));
        json_key(j, S("minProperties"));
        json_integer(j, 1);
        json_key(j, S("maxProperties"));
        json_integer(j, VOICES_MAX);
        shape_voices(j, S("edition-or-nothing"));
        return;
    }
    if (str_eq(name, S("allow"))) {
        write_allow(j);
        return;
    }
    if (str_eq(name, S("drop"))) {
        json_pair(j, S("type"), S("object"));
        shape_refer_at(j, S("additionalProperties"), S("line"));
        return;
    }
    assert(str_eq(name, S("chapters")) || str_eq(name, S("appendices")));
    json_pair_words(j, S("type"), S("array object"));
    shape_refer_at(j, S("items"), S("place"));
    shape_voices(j, S("places"));
}

/* `{part: Part A, chapters: [purpose, background]}` */
static void write_part(struct json_writer *j)
{
    json_pair(j, S("title"), S("part"));
    json_pair(j, S("type"), S("object"));
    json_key(j, S("properties"));
    json_begin_object(j);
    json_key(j, S("part"));
    json_begin_object(j);
    json_pair(j, S("description"), S("what the part is called"));
    shape_refer(j, S("text"));
    json_end(j);
    json_key(j, S("chapters"));
    json_begin_object(j);
    json_pair(j, S("description"), S("the names of its chapters, in order"));
    json_pair(j, S("type"), S("array"));
    shape_refer_at(j, S("items"), S("file-name"));
    json_end(j);
    json_end(j);
    json_pair_words(j, S("required"), S("part chapters"));
    json_key(j, S("additionalProperties"));
    json_bool(j, false);
}

/* The shapes that only write_tree() needs. */
static void write_tree_shapes(struct json_writer *j)
{
    json_key(j, S("edition-or-nothing"));
    json_begin_object(j);
    shape_either(j, S("edition"), S("nothing"));
    json_end(j);
    json_key(j, S("edition"));
    json_begin_object(j);
    write_record(j, &kind_edition, false);
    json_end(j);
    json_key(j, S("places"));
    json_begin_object(j);
    json_pair(j, S("type"), S("array"));
    shape_refer_at(j, S("items"), S("place"));
    json_end(j);
    json_key(j, S("place"));
    json_begin_object(j);
    shape_either(j, S("file-name"), S("part"));
    json_end(j);
    json_key(j, S("file-name"));
    json_begin_object(j);
    json_pair(j, S("type"), S("string"));
    json_pair(j, S("pattern"), S("^[^./][^/]*$"));
    json_end(j);
    json_key(j, S("part"));
    json_begin_object(j);
    write_part(j);
    json_end(j);
}

/* A number, or the keys of which the first is that number. */
static void write_ratchet(struct json_writer *j, const struct field *f)
{
    json_key(j, S("anyOf"));
    json_begin_list(j);
    json_begin_object(j);
    shape_refer(j, shape_of(f->type));
    json_end(j);
    json_begin_object(j);
    write_record(j, f->of, false);
    json_end(j);
    json_end(j);
}

static void write_value(struct json_writer *j, const struct field *f)
{
    switch ((int)f->type) {
    case FIELD_CHOICE:
        json_pair_words(j, S("enum"), f->choices);
        return;
    case FIELD_CHOICES:
        write_choices(j, f->choices);
        return;
    case FIELD_GROUP:
        write_record(j, f->of, false);
        return;
    case FIELD_RECORDS:
        write_records(j, f->of);
        return;
    case FIELD_RATCHET:
        write_ratchet(j, f);
        return;
    case FIELD_TREE:
        write_tree(j, f->name);
        return;
    default:
        shape_refer(j, shape_of(f->type));
    }
}

/* Begins the value of a key, which may be nothing unless it is required. */
static void begin_property(struct json_writer *j, Str name, Str description,
                           bool required)
{
    json_key(j, name);
    json_begin_object(j);
    json_pair(j, S("description"), description);
    if (!required) {
        json_key(j, S("anyOf"));
        json_begin_list(j);
        json_begin_object(j);
    }
}

static void end_property(struct json_writer *j, bool required)
{
    json_end(j);
    if (!required) {
        json_begin_object(j);
        shape_refer(j, S("nothing"));
        json_end(j);
        json_end(j);
        json_end(j);
    }
}

static Str describe(struct arena *a, const struct field *f)
{
    if (f->refers.n == 0) {
        return f->help;
    }
    Str others = kind_find(f->refers)->plural;
    return f->type == FIELD_REFS
               ? str_printf(a, "%.*s: some of the %.*s, by their ids",
                            STR_ARG(f->help), STR_ARG(others))
               : str_printf(a, "%.*s: one of the %.*s, by its id",
                            STR_ARG(f->help), STR_ARG(others));
}

/* What is required when another field says a certain word. */
static void write_conditions(struct json_writer *j, const struct kind *kind)
{
    bool begun = false;
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        if (f->when.n == 0) {
            continue;
        }
        if (!begun) {
            json_key(j, S("allOf"));
            json_begin_list(j);
            begun = true;
        }
        json_begin_object(j);
        json_key(j, S("if"));
        json_begin_object(j);
        json_key(j, S("properties"));
        json_begin_object(j);
        json_key(j, f->when);
        json_begin_object(j);
        json_pair(j, S("const"), f->says);
        json_end(j);
        json_end(j);
        json_pair_words(j, S("required"), f->when);
        json_end(j);
        json_key(j, S("then"));
        json_begin_object(j);
        json_key(j, S("properties")); /* strict readers want it named again */
        json_begin_object(j);
        json_key(j, f->name);
        json_begin_object(j);
        json_end(j);
        json_end(j);
        json_pair_words(j, S("required"), f->name);
        json_end(j);
        json_end(j);
    }
    if (begun) {
        json_end(j);
    }
}

/* The lists of records that stand in `file`, or in chapters when it is empty,
 * each under its plural. */
static void write_lists(struct json_writer *j, Str file)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (str_eq(kinds[i].file, file)) {
            begin_property(j, kinds[i].plural, kinds[i].help, false);
            write_records(j, &kinds[i]);
            end_property(j, false);
        }
    }
}

/* Whether a layer may leave out the record that is below. Any file may be one
 * of a layer, which says only what it changes, so no key is required anywhere.
 */
static bool is_layered(const struct kind *kind)
{
    return kind == &kind_publication || kind_find(kind->name) == kind ||
           kind_field(kind, S("id")) < kind->nfields;
}

/* What says that a layer leaves the record out; `because` may be a field. */
static void write_drop(struct json_writer *j, const struct kind *kind)
{
    begin_property(j, S("drop"), S("true: leave out what is below"), false);
    shape_refer(j, S("yes"));
    end_property(j, false);
    if (kind_field(kind, S("because")) == kind->nfields) {
        begin_property(j, S("because"), S("why it is left out"), false);
        shape_refer(j, S("line"));
        end_property(j, false);
    }
}

static void write_record(struct json_writer *j, const struct kind *kind,
                         bool kinds_too)
{
    json_pair(j, S("title"), kind->name);
    json_pair(j, S("type"), S("object"));
    json_key(j, S("properties"));
    json_begin_object(j);
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        begin_property(j, f->name, describe(j->out->arena, f), f->required);
        write_value(j, f);
        end_property(j, f->required);
    }
    if (kinds_too) {
        write_lists(j, S(""));
    }
    if (is_layered(kind) && kind != &kind_publication) {
        write_drop(j, kind);
    }
    json_end(j);
    write_conditions(j, kind);
    if (is_layered(kind) && kind != &kind_publication) {
        json_key(j, S("dependentRequired"));
        json_begin_object(j);
        json_pair_words(j, S("drop"), S("because"));
        json_end(j);
    }
    json_key(j, S("additionalProperties"));
    json_bool(j, false);
}

/* A file of records: a list, or several under their plurals. */
static void write_file(struct json_writer *j, const struct kind *kind, Str name)
{
    if (!kind->keyed) {
        json_pair(j, S("description"), kind->help);
        write_records(j, kind);
        return;
    }
    json_pair(j, S("title"), name);
    json_pair(j, S("type"), S("object"));
    json_key(j, S("properties"));
    json_begin_object(j);
    write_lists(j, kind->file);
    json_end(j);
    json_key(j, S("additionalProperties"));
    json_bool(j, false);
}

/* The kind number `i` among those that are the first of their file, or NULL. */
static const struct kind *first_of_file(size_t i)
{
    Str done = S("");
    for (size_t k = 0; k < KIND_COUNT; k++) {
        if (kinds[k].file.n == 0 || str_eq(kinds[k].file, done)) {
            continue;
        }
        done = kinds[k].file; /* kinds of one file stand together */
        if (i-- == 0) {
            return &kinds[k];
        }
    }
    return NULL;
}

enum { SCHEMA_PUBLICATION, SCHEMA_CHAPTER, SCHEMA_FILES };

Str schema_name(size_t i)
{
    if (i < SCHEMA_FILES) {
        return i == SCHEMA_CHAPTER ? kind_chapter.name : kind_publication.name;
    }
    const struct kind *kind = first_of_file(i - SCHEMA_FILES);
    return kind == NULL ? S("") : path_stem(kind->file);
}

static void write_schema(struct json_writer *j, size_t i)
{
    Str name = schema_name(i);
    size_t from = j->out->n;
    json_begin_object(j);
    json_pair(j, S("$schema"),
              S("https://json-schema.org/draft/2020-12/schema"));
    json_pair(j, S("$id"),
              str_printf(j->out->arena, "urn:duet:schema:%.*s", STR_ARG(name)));
    if (i == SCHEMA_PUBLICATION) {
        write_record(j, &kind_publication, false);
    } else if (i == SCHEMA_CHAPTER) {
        write_record(j, &kind_chapter, true);
    } else {
        write_file(j, first_of_file(i - SCHEMA_FILES), name);
    }
    json_key(j, S("$defs"));
    json_begin_object(j);
    if (i == SCHEMA_PUBLICATION) {
        write_tree_shapes(j);
    }
    shapes_write(j, from);
    json_end(j);
    json_end(j);
}

void schema_write(struct buf *out, Str name)
{
    struct json_writer j = json_to(out);
    size_t i = 0;
    while (!str_eq(schema_name(i), name)) {
        assert(schema_name(i).n > 0);
        i++;
    }
    write_schema(&j, i);
}

void schema_write_all(struct buf *out)
{
    struct json_writer j = json_to(out);
    json_begin_object(&j);
    json_pair(&j, S("$schema"),
              S("https://json-schema.org/draft/2020-12/schema"));
    json_pair(&j, S("$id"), S("urn:duet:schema"));
    json_key(&j, S("$defs"));
    json_begin_object(&j);
    for (size_t i = 0; schema_name(i).n > 0; i++) {
        json_key(&j, schema_name(i));
        write_schema(&j, i);
    }
    json_end(&j);
    json_end(&j);
}
