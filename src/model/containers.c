#include "model/containers.h"

#define CONTAINER(container_name, container_usage, container_help)             \
    .name = STR_INIT(container_name), .usage = STR_INIT(container_usage),      \
    .help = STR_INIT(container_help)

const struct container containers[] = {
    {CONTAINER("", "::: young Title",
               "the section's text in the edition `young`, or in another one "
               "whose id stands there; the title may be left out")},
    {CONTAINER("", "::: young none",
               "leaves the section out of that edition; the reason stands "
               "inside")},
    {CONTAINER("callout", "::: callout Title", "something to notice")},
    {CONTAINER("case-study", "::: case-study Title",
               "what somebody did, and what came of it")},
    {CONTAINER("quote", "::: quote Who",
               "words that were said, and by which group")},
    {CONTAINER("description", "::: description",
               "right below a picture: what it shows, at length")},
};

_Static_assert(COUNT(containers) == CONTAINER_COUNT,
               "CONTAINER_COUNT must count the containers");

bool container_is_known(Str name)
{
    for (size_t i = 0; i < COUNT(containers); i++) {
        if (name.n > 0 && str_eq(containers[i].name, name)) {
            return true;
        }
    }
    return false;
}
