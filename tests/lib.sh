# For the suites to source. A suite prints `ok NAME` or `FAIL NAME` for each
# test, with details indented below, and exits with 1 when one failed.
# shellcheck shell=bash

set -u
export LC_ALL=C.UTF-8
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export VARIANT=${VARIANT:-release}
DUET=${DUET:-$ROOT/build/$VARIANT/duet}

# A Node that `tests/npm` brought because the system's is too old for the judges.
PATH=$ROOT/build/node/node_modules/.bin:$PATH

# A sanitizer's finding must not look like the author's mistake, which is 1.
export ASAN_OPTIONS=detect_leaks=1:exitcode=99
export UBSAN_OPTIONS=print_stacktrace=1:exitcode=99

TMP=$(mktemp -d "${TMPDIR:-/tmp}/duet-test.XXXXXX")
trap 'chmod -R u+w "$TMP" 2>/dev/null; rm -rf "$TMP"' EXIT

nfailed=0

pass() {
    printf 'ok %s\n' "$1"
}

# The details come from standard input; not through a pipe, which would count
# the failure in a subshell and lose it.
fail() {
    printf 'FAIL %s\n' "$1"
    sed 's/^/    /'
    nfailed=$((nfailed + 1))
}

# try NAME COMMAND…: the command passes; what it prints shows when it does not.
try() {
    local name=$1
    shift
    if "$@" >"$TMP/try.log" 2>&1 </dev/null; then
        pass "$name"
    else
        echo "(exit status $?)" >>"$TMP/try.log"
        fail "$name" <"$TMP/try.log"
        return 1
    fi
}

finish() {
    exit $((nfailed > 0))
}

# build_content OUT: what the shipped publications look like, from any folder.
build_content() {
    (cd "$ROOT" && "$DUET" build content -o "$1")
}
