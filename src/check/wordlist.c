#include "check/wordlist.h"

#include <assert.h>

#include "base/embedded.h"

Str wordlist_open(Str name)
{
    const Str folder = S("src/check/words/");
    for (size_t i = 0; i < embedded_count; i++) {
        Str path = embedded_files[i].path;
        if (str_starts(path, folder) &&
            str_eq(str_from(path, folder.n), name)) {
            return embedded_files[i].bytes;
        }
    }
    assert(false); /* the caller names a list that there is */
    return S("");
}

bool wordlist_next(Str *rest, Str *word, Str *value)
{
    Str line;
    while (str_cut_line(rest, &line)) {
        if (line.n > 0 && line.p[0] != '#') {
            size_t equals = str_find(line, S(" = "));
            *word = str_to(line, equals);
            *value = str_from(line, equals + 3);
            return true;
        }
    }
    return false;
}
