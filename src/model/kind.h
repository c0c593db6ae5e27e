/**
 * kind: the record table. Every kind of record that Duet knows is declared
 * here once: the loader, the messages, the templates' values, the JSON Schema
 * for editors and the reference page all come from this table.
 *
 * To add a kind, say `pledge`:
 * - in kind.c, write its fields, `pledge_fields`, one to a line. The types are
 *   those of enum field_type; MUST marks what a record cannot go without, and
 *   the help is what an author reads in a message, an editor and the reference;
 * - add its line to `kinds`: IN_CHAPTERS("pledges") for what chapters declare,
 *   IN_FILE for a file of its own. Kinds of one file stand together;
 * - count it in KIND_COUNT; if that is forgotten, nothing compiles;
 * - write themes/core/records/pledge.html, and in strings/en.yaml what readers
 *   are told for each word of a FIELD_CHOICE: `pledge-status-kept: Kept`.
 * That is all. tests/newkind does these steps and looks whether it is.
 */
#ifndef DUET_MODEL_KIND_H
#define DUET_MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum field_type {
    FIELD_ID,      /* small letters, digits, hyphens; unique */
    FIELD_TEXT,    /* voiced */
    FIELD_TEXTS,   /* a list of voiced texts */
    FIELD_WORD,    /* one line, the same in all editions */
    FIELD_WORDS,   /* a list of them */
    FIELD_CHOICE,  /* one of `choices` */
    FIELD_CHOICES, /* a list of them */
    FIELD_REF,     /* the id of a record of the kind `refers` */
    FIELD_REFS,    /* a list of them */
    FIELD_DATE,    /* a day, month or year */
    FIELD_DUE,     /* a date, or words (voiced) */
    FIELD_START,   /* a date, or the word `prospective` */
    FIELD_NUMBER,
    FIELD_RATCHET, /* a number, or fields of the kind `of`, of which the first
                      is that number */
    FIELD_TAG,     /* a word that a record of the kind `refers` explains, in a
                      publication that declares any */
    FIELD_YES,     /* true or false */
    FIELD_LINK,    /* a web address */
    FIELD_GROUP,   /* fields of their own: one record of the kind `of` */
    FIELD_RECORDS, /* a list of records of the kind `of` */
    FIELD_POINTS,  /* a map of name to number */
    FIELD_SERIES,  /* a map of name to list of numbers */
    FIELD_TREE     /* read by its own code, from the YAML tree */
};

struct kind;

/** What a record that says `local: true` needs of each council that inherits
 * it. */
enum field_local {
    LOCAL_NOT,
    LOCAL_EACH, /* where it is inherited, it must be written anew */
    LOCAL_ANY   /* at least one of these must be written */
};

struct field {
    Str name;
    enum field_type type;
    bool required;
    bool one_sided; /* a voice may be left out of its texts */
    bool own;       /* a layer does not inherit it */
    enum field_local local;
    const struct kind *of; /* FIELD_GROUP, FIELD_RECORDS, FIELD_RATCHET */
    Str refers;            /* REF, REFS, TAG: a kind's name */
    Str choices;           /* FIELD_CHOICE, FIELD_CHOICES: between spaces */
    Str when;              /* required when this field of the same record … */
    Str says;              /* … says this word */
    Str form;              /* FIELD_TREE: an example of how it is written */
    Str help;              /* one line for the reference page */
};

struct kind {
    Str name;   /* `promise` */
    Str plural; /* `promises`: the key in a chapter, and the insert */
    Str file;   /* `contacts.yaml`: declared there, not in a chapter */
    bool keyed; /* the file holds several kinds, each under its plural */
    const struct field *fields;
    size_t nfields;
    Str help;
};

enum { KIND_COUNT = 24 };

/** The kinds of record, in the order of the reference page. */
extern const struct kind kinds[];

/** What publication.yaml and a chapter's front matter may hold. */
extern const struct kind kind_publication;
extern const struct kind kind_chapter;
/** One edition, under `editions` in publication.yaml. */
extern const struct kind kind_edition;

/** Returns: the kind with this name or plural, or NULL. */
const struct kind *kind_find(Str name);
const struct kind *kind_find_plural(Str plural);

/** Returns: the place of `kind` in `kinds`, which it must be in. */
size_t kind_index(const struct kind *kind);

/** Returns: the index of the field `name`, or `kind->nfields`. */
size_t kind_field(const struct kind *kind, Str name);

/** Whether `word` is among the words of `choices`. */
bool choices_have(Str choices, Str word);

#endif
