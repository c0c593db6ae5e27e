#include "command/wrap.h"

#include <stdio.h>

#include "base/utf8.h"

enum { WIDTH = 78 };

void wrap_print(Str text, size_t margin, size_t at)
{
    Str word;
    bool first = true;
    while (str_cut_word(&text, &word)) {
        size_t width = utf8_count(word);
        if (!first && at + 1 + width > WIDTH) {
            printf("\n%*s", (int)margin, "");
            at = margin;
            first = true;
        }
        printf("%s%.*s", first ? "" : " ", STR_ARG(word));
        at += width + (first ? 0 : 1);
        first = false;
    }
    putchar('\n');
}
