#!/bin/sh
# Writes C that holds the files named on the command line, for base/embedded.h.
set -eu
echo '#include "base/embedded.h"'
n=0
for file in "$@"; do
    # the NUL at the end keeps an empty file from being an empty array
    printf 'static const unsigned char file_%d[] = {' "$n"
    od -An -v -tu1 "$file" | sed 's/ *\([0-9][0-9]*\)/\1,/g'
    echo '0};'
    n=$((n + 1))
done
echo 'const struct embedded_file embedded_files[] = {'
n=0
for file in "$@"; do
    printf '{STR_INIT("%s"), {(const char *)file_%d, sizeof file_%d - 1}},\n' \
        "$file" "$n" "$n"
    n=$((n + 1))
done
echo '};'
echo "const size_t embedded_count = $n;"
