/* Reads words, one a line in lower case, and prints how many syllables Duet
 * counts in each. */
#include <stdio.h>
#include <string.h>

#include "check/syllables.h"

int main(void)
{
    struct arena *a = arena_create();
    struct syllables s = syllables_create(a);
    char line[256];
    while (fgets(line, sizeof line, stdin) != NULL) {
        Str word = {line, strcspn(line, "\n")};
        printf("%zu\n", syllables_count(&s, word));
    }
    arena_free(a);
    return fflush(stdout) == 0 ? 0 : 1;
}
