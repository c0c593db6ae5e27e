#include "model/record.h"

#include <assert.h>

const struct slot *record_slot(const struct record *r, Str name)
{
    size_t i = kind_field(r->kind, name);
    assert(i < r->kind->nfields);
    return &r->slots[i];
}

const struct voiced *record_text(const struct record *r, Str name)
{
    return record_slot(r, name)->text;
}

Str record_word(const struct record *r, Str name)
{
    return record_slot(r, name)->word;
}

const struct record *record_group(const struct record *r, Str name)
{
    const struct slot *slot = record_slot(r, name);
    return slot->nrecords == 0 ? NULL : slot->records[0];
}
