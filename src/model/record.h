/**
 * record: a thing of some kind, with a value for each of the kind's fields.
 */
#ifndef DUET_MODEL_RECORD_H
#define DUET_MODEL_RECORD_H

#include "base/map.h"
#include "model/date.h"
#include "model/kind.h"
#include "model/voiced.h"

struct record;

/** A number by its name: a year, a month. */
struct point {
    Str name;
    Str value; /* as written, a number */
    Str where;
};

struct series {
    Str name; /* empty for a figure's points */
    struct point *points;
    size_t npoints;
};

/** A field's value. Which member counts is for the field's type to say. */
struct slot {
    bool set;
    Str where;
    struct voiced *text;       /* TEXT; DUE in words */
    struct voiced_list *texts; /* TEXTS */
    Str word; /* ID, WORD, CHOICE, REF, TAG, NUMBER, LINK; DATE as written */
    struct phrase *words; /* WORDS, CHOICES, REFS */
    size_t nwords;
    struct record **records; /* RECORDS; GROUP: one; RATCHET: one or none */
    size_t nrecords;
    Date date;             /* DATE; DUE when text is NULL; START unless yes */
    bool yes;              /* YES; START: prospective */
    struct series *series; /* POINTS: one; SERIES */
    size_t nseries;
    const struct yaml *tree;
};

struct record {
    const struct kind *kind;
    const struct source *src;
    Str where;
    Str id;             /* empty when it has none */
    struct slot *slots; /* one for each of the kind's fields */
};

struct record_list {
    struct record **items;
    size_t n;
};

/** Returns: the slot of the field `name`, which the kind must have. */
const struct slot *record_slot(const struct record *r, Str name);

/** Returns: the voiced text of a field, or NULL. */
const struct voiced *record_text(const struct record *r, Str name);

/** Returns: the word of a field, or an empty text. */
Str record_word(const struct record *r, Str name);

/** Returns: the record of a FIELD_GROUP, or NULL. */
const struct record *record_group(const struct record *r, Str name);

#endif
