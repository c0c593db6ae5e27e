#include "check/wordset.h"

#include "check/wordlist.h"

struct map wordset_read(struct arena *a, Str list)
{
    struct map out = map_in(a);
    Str rest = wordlist_open(list), word, value;
    while (wordlist_next(&rest, &word, &value)) {
        map_put(&out, word, (void *)word.p);
    }
    return out;
}

bool wordset_has(const struct map *set, Str word)
{
    return map_get(set, word) != NULL;
}
