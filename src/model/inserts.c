#include "model/inserts.h"

#include "model/kind.h"

#define INSERT(insert_name, insert_what)                                       \
    .name = STR_INIT(insert_name), .what = INSERT_##insert_what
#define ALONE .alone = true
#define USAGE(text) .usage = STR_INIT(text)
#define WITH(text) .usage_with = STR_INIT(text)
#define HELP(text) .help = STR_INIT(text)

const struct insert_kind insert_kinds[] = {
    {INSERT("council.name", COUNCIL), USAGE("{{ council.name }}"),
     HELP("the council's name")},
    {INSERT("council.area", COUNCIL), USAGE("{{ council.area }}"),
     HELP("the place that the council serves")},
    {INSERT("council.website", COUNCIL), USAGE("{{ council.website }}"),
     HELP("the council's web address")},
    {INSERT("figure", FIGURE), USAGE("{{ figure looked-after 2022 }}"),
     WITH("with a series {{ figure arrivals 2019-20 Apr }}"),
     HELP("a number from figures.yaml; without the name of a point the last "
          "one")},
    {INSERT("change", CHANGE), USAGE("{{ change looked-after 2020 2022 }}"),
     WITH("with series {{ change arrivals 2018-19 Mar 2019-20 Mar }}"),
     HELP("by how much a number has changed, worked out: 30% fewer")},
    {INSERT("share", SHARE), USAGE("{{ share disabled looked-after }}"),
     WITH("with points {{ share disabled 2022 looked-after 2022 }}"),
     HELP("one number as a share of another: a percentage in the first "
          "edition, and in the others words such as about 3 in 10")},
    {INSERT("contact", CONTACT), USAGE("{{ contact childline }}"),
     HELP("a contact's name and telephone number")},
    {INSERT("chart", CHART), ALONE, USAGE("{{ chart looked-after }}"),
     HELP("a figure drawn, with its numbers in a table")},
};

_Static_assert(COUNT(insert_kinds) == INSERT_KIND_COUNT,
               "INSERT_KIND_COUNT must count the inserts");

const struct insert_kind *insert_kind_find(Str name)
{
    for (size_t i = 0; i < COUNT(insert_kinds); i++) {
        if (str_eq(insert_kinds[i].name, name)) {
            return &insert_kinds[i];
        }
    }
    return NULL;
}

bool insert_is_block(const struct insert *in)
{
    const struct insert_kind *kind = insert_kind_find(in->name);
    return kind != NULL ? kind->alone : kind_find_plural(in->name) != NULL;
}
