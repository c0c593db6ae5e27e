#include "command/schema_shapes.h"

#define ID_PATTERN "^[a-z][a-z0-9-]*$"
/* Knows how long a month is, but not when a leap year is. */
#define DATE_PATTERN                                                           \
    "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])"                                       \
    "|-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9])"                                     \
    "|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31)?$"
#define NUMBER_PATTERN "^-?(0*[0-9]{1,11}(\\.[0-9]{1,4})?|\\.[0-9]{1,4})$"
#define NUMBER_END 100000000000LL /* the first with more than 11 digits */
#define LINK_CHARACTER "[^\\u0000- \\u007f\\\\]"
#define LINK_PATTERN                                                           \
    "^([Hh][Tt][Tt][Pp][Ss]?://(?![/?#:])" LINK_CHARACTER "+"                  \
    "|([Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):" LINK_CHARACTER "+)$"

Str shape_of(enum field_type type)
{
    switch (type) {
    case FIELD_ID:
    case FIELD_REF:
    case FIELD_TAG:
        return S("id");
    case FIELD_REFS:
        return S("ids");
    case FIELD_TEXT:
    case FIELD_DUE: /* any words will do */
        return S("text");
    case FIELD_TEXTS:
        return S("texts");
    case FIELD_WORD:
        return S("line");
    case FIELD_WORDS:
        return S("lines");
    case FIELD_DATE:
        return S("date");
    case FIELD_START:
        return S("start");
    case FIELD_NUMBER:
    case FIELD_RATCHET:
        return S("number");
    case FIELD_YES:
        return S("yes");
    case FIELD_LINK:
        return S("link");
    case FIELD_POINTS:
        return S("points");
    case FIELD_SERIES:
        return S("series");
    case FIELD_CHOICE:
    case FIELD_CHOICES:
    case FIELD_GROUP:
    case FIELD_RECORDS:
    case FIELD_TREE:
        return S("");
    }
    return S("");
}

void shape_refer(struct json_writer *j, Str shape)
{
    json_pair(j, S("$ref"),
              str_printf(j->out->arena, "#/$defs/%.*s", STR_ARG(shape)));
}

static void refer_object(struct json_writer *j, Str shape)
{
    json_begin_object(j);
    shape_refer(j, shape);
    json_end(j);
}

void shape_refer_at(struct json_writer *j, Str key, Str shape)
{
    json_key(j, key);
    refer_object(j, shape);
}

void shape_either(struct json_writer *j, Str one, Str other)
{
    json_key(j, S("anyOf"));
    json_begin_list(j);
    refer_object(j, one);
    refer_object(j, other);
    json_end(j);
}

/* A publication may name editions of its own, so any id will do; an editor can
 * offer the two that there are by default. */
void shape_voices(struct json_writer *j, Str shape)
{
    shape_refer_at(j, S("propertyNames"), S("id"));
    json_key(j, S("properties"));
    json_begin_object(j);
    shape_refer_at(j, S("formal"), shape);
    shape_refer_at(j, S("young"), shape);
    json_end(j);
    shape_refer_at(j, S("additionalProperties"), shape);
}

static void write_limit(struct json_writer *j, Str key, long long limit)
{
    json_key(j, key);
    json_integer(j, limit);
}

/* The standard has no place for what an author is told; editors look here, and
 * other readers skip keys that they do not know. */
static void write_pattern(struct json_writer *j, Str pattern, Str message)
{
    json_pair(j, S("pattern"), pattern);
    json_pair(j, S("patternErrorMessage"), message);
}

static void write_texts(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("array string number object"));
    shape_refer_at(j, S("items"), S("text"));
    shape_voices(j, S("phrases"));
}

/* Not one shape of several types: for an object's keys editors would begin a
 * new line where most authors want to write the text. */
static void write_text(struct json_writer *j)
{
    shape_either(j, S("line"), S("voices"));
}

static void write_voices(struct json_writer *j)
{
    json_pair(j, S("type"), S("object"));
    shape_voices(j, S("phrase"));
}

static void write_phrases(struct json_writer *j)
{
    json_pair(j, S("type"), S("array"));
    shape_refer_at(j, S("items"), S("line"));
}

static void write_phrase(struct json_writer *j)
{
    shape_either(j, S("line"), S("nothing"));
}

static void write_lines(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("array string number"));
    write_limit(j, S("minLength"), 1);
    shape_refer_at(j, S("items"), S("line"));
}

static void write_line(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("string number"));
    write_limit(j, S("minLength"), 1);
}

static void write_id_pattern(struct json_writer *j)
{
    write_pattern(j, S(ID_PATTERN),
                  S("write small letters, digits and hyphens, with a letter "
                    "first: safe-home"));
}

static void write_ids(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("array string"));
    write_id_pattern(j);
    shape_refer_at(j, S("items"), S("id"));
}

static void write_id(struct json_writer *j)
{
    json_pair(j, S("type"), S("string"));
    write_id_pattern(j);
}

static void write_start(struct json_writer *j)
{
    shape_either(j, S("date"), S("prospective"));
}

static void write_prospective(struct json_writer *j)
{
    json_pair(j, S("const"), S("prospective"));
}

static void write_date(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("string integer"));
    write_pattern(j, S(DATE_PATTERN),
                  S("write year-month-day (2022-07-19), or only year-month "
                    "(2022-07)"));
    write_limit(j, S("minimum"), 1000);
    write_limit(j, S("maximum"), 9999);
}

static void write_by_name(struct json_writer *j, Str shape)
{
    json_pair(j, S("type"), S("object"));
    write_limit(j, S("minProperties"), 1);
    shape_refer_at(j, S("additionalProperties"), shape);
}

static void write_series(struct json_writer *j)
{
    write_by_name(j, S("numbers"));
}

static void write_points(struct json_writer *j)
{
    write_by_name(j, S("number"));
}

static void write_numbers(struct json_writer *j)
{
    json_pair(j, S("type"), S("array"));
    shape_refer_at(j, S("items"), S("number"));
}

static void write_number(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("number string"));
    write_pattern(j, S(NUMBER_PATTERN),
                  S("write digits alone, without a unit or a comma: 1200"));
    write_limit(j, S("exclusiveMinimum"), -NUMBER_END);
    write_limit(j, S("exclusiveMaximum"), NUMBER_END);
}

static void write_yes(struct json_writer *j)
{
    json_pair_words(j, S("type"), S("boolean string"));
    write_pattern(j, S("^(true|false)$"), S("write true or false"));
}

static void write_link(struct json_writer *j)
{
    json_pair(j, S("type"), S("string"));
    write_pattern(j, S(LINK_PATTERN),
                  S("write the whole address, with https:// at its start"));
}

/* `key:` with nothing after it is a form not yet filled in. It is put as what
 * it is not: where null is a type, editors offer the word as the value. */
static void write_nothing(struct json_writer *j)
{
    json_key(j, S("not"));
    json_begin_object(j);
    json_pair_words(j, S("type"), S("number boolean array object"));
    json_end(j);
    write_limit(j, S("maxLength"), 0);
}

static bool is_referred_to(const struct json_writer *j, size_t from, Str shape)
{
    Str written = str_from(buf_str(j->out), from);
    Str ref = str_printf(j->out->arena, "\"#/$defs/%.*s\"", STR_ARG(shape));
    return str_find(written, ref) < written.n;
}

void shapes_write(struct json_writer *j, size_t from)
{
    /* a shape stands before those that it refers to */
    static const struct {
        Str name;
        void (*write)(struct json_writer *j);
    } shapes[] = {
        {STR_INIT("texts"), write_texts},
        {STR_INIT("text"), write_text},
        {STR_INIT("voices"), write_voices},
        {STR_INIT("phrases"), write_phrases},
        {STR_INIT("phrase"), write_phrase},
        {STR_INIT("lines"), write_lines},
        {STR_INIT("line"), write_line},
        {STR_INIT("ids"), write_ids},
        {STR_INIT("id"), write_id},
        {STR_INIT("start"), write_start},
        {STR_INIT("prospective"), write_prospective},
        {STR_INIT("date"), write_date},
        {STR_INIT("series"), write_series},
        {STR_INIT("points"), write_points},
        {STR_INIT("numbers"), write_numbers},
        {STR_INIT("number"), write_number},
        {STR_INIT("yes"), write_yes},
        {STR_INIT("link"), write_link},
        {STR_INIT("nothing"), write_nothing},
    };
    for (size_t i = 0; i < COUNT(shapes); i++) {
        if (is_referred_to(j, from, shapes[i].name)) {
            json_key(j, shapes[i].name);
            json_begin_object(j);
            shapes[i].write(j);
            json_end(j);
        }
    }
}
