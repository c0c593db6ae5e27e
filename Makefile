# Duet. The commands to know: `make site` builds what is under content/,
# `make test` runs every test. Both install what they need on Debian and Ubuntu.

VARIANT ?= release
B := build/$(VARIANT)
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)

# What must be there to build, to check and to test, as THING=PACKAGE. A thing
# is a command, a file, or NAME.pc for a library that pkg-config knows.
BUILD_NEEDS := gcc=gcc make=make /usr/include/stdio.h=libc6-dev \
               pkg-config=pkg-config libcmark.pc=libcmark-dev \
               yaml-0.1.pc=libyaml-dev libzip.pc=libzip-dev \
               libxxhash.pc=libxxhash-dev icu-i18n.pc=libicu-dev
CHECK_NEEDS := cmocka.pc=libcmocka-dev unzip=unzip perl=perl
TEST_NEEDS := zip=zip clang=clang clang-format=clang-format chromium=chromium \
              java=default-jre-headless node=nodejs npm=npm \
              /usr/share/java/epubcheck.jar=epubcheck \
              pdfinfo=poppler-utils qpdf=qpdf

LIBS := libcmark yaml-0.1 libzip libxxhash icu-uc icu-i18n
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wundef \
        -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings

OPT_release := -O2
OPT_debug := -Og -g3
OPT_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
            -fno-omit-frame-pointer

# Recursive on purpose: pkg-config must run after `make site` installed it.
PKG_CFLAGS = $(shell pkg-config --cflags $(LIBS))
PKG_LIBS = $(shell pkg-config --libs $(LIBS)) -lm
ALL_CFLAGS = -std=c17 -pthread -D_XOPEN_SOURCE=700 -Isrc -I$(B) \
             $(OPT_$(VARIANT)) $(WARN) $(PKG_CFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(filter -fsanitize=%,$(OPT_$(VARIANT))) $(LDFLAGS)

SRC := $(sort $(wildcard src/*/*.c))
OBJ := $(SRC:%.c=$(B)/%.o) $(B)/embedded.o
# What the program carries inside it, sorted by bytes
EMBED := $(sort content/LICENSE $(shell find themes -mindepth 2 -type f) \
    $(shell find content/model -type f ! -name duet.lock) $(wildcard src/check/words/* src/command/starter/*))
UNIT := $(sort $(wildcard tests/unit/test_*.c))
UNIT_BIN := $(UNIT:tests/unit/%.c=$(B)/tests/%)
# Of those that can run side by side the longest first
ALL_SUITES := unit golden readme guide fork layers codes style self themes unit@asan epub behaviour golden@asan pdf warnings \
              html report upstream finder languages restyle fault newkind schema example content determinism syllables ledger browser weight

export CC VARIANT

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all units program site check test pdf screenshots reference golden-update bench install format clean FORCE
.DEFAULT_GOAL := all

all: $(B)/duet

units: $(UNIT_BIN)

# Installs the packages of the things in $(1) that are not there.
define install_missing
@missing=; \
for need in $(1); do \
    thing=$${need%%=*}; \
    case $$thing in \
    *.pc) pkg-config --exists "$${thing%.pc}" ;; \
    /*) test -e "$$thing" ;; \
    *) command -v "$$thing" ;; \
    esac >/dev/null 2>&1 || missing="$$missing $${need#*=}"; \
done; \
test -n "$$missing" || exit 0; \
if ! command -v apt-get >/dev/null; then \
    echo "Duet needs these Debian packages, or what they are called here:$$missing" >&2; \
    exit 1; \
fi; \
sudo=; test "$$(id -u)" = 0 || sudo=sudo; \
$$sudo apt-get update -q && \
$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $$missing
endef

# These call make again because what they install changes what make finds.
program:
	$(call install_missing,$(BUILD_NEEDS))
	@$(MAKE) --no-print-directory -j$(JOBS) VARIANT=release all

site: program
	build/release/duet build content -o output

check:
	$(call install_missing,$(BUILD_NEEDS) $(CHECK_NEEDS))
	@tests/run unit golden readme guide layers codes style self themes

test:
	$(call install_missing,$(BUILD_NEEDS) $(CHECK_NEEDS) $(TEST_NEEDS))
	@tests/npm
	@tests/run $(ALL_SUITES)

# Each edition on paper: a tagged PDF of its page print.html.
CHROMIUM ?= chromium
PDF ?= build/pdf
PRINTED ?= output
pdf:
	@command -v $(CHROMIUM) >/dev/null || { echo 'make pdf needs Chromium: apt-get install chromium' >&2; exit 1; }
	@mkdir -p $(PDF)
	@find $(abspath $(PRINTED)) -name print.html | sort | while read -r page; do \
	    name=$$(echo "$${page%/print.html}" | sed 's|^$(abspath $(PRINTED))/||; s|/|-|g'); \
	    profile=$$(mktemp -d); \
	    $(CHROMIUM) --headless --no-sandbox --disable-gpu --disable-quic \
	        --no-first-run --disable-background-networking \
	        --disable-component-update --disable-sync \
	        --user-data-dir="$$profile" --no-pdf-header-footer \
	        --export-tagged-pdf --generate-pdf-document-outline \
	        --print-to-pdf="$(abspath $(PDF))/$$name.pdf" "file://$$page" \
	        2>/dev/null || exit 1; \
	    rm -rf "$$profile"; \
	    echo "$(PDF)/$$name.pdf"; \
	done

# Pictures of the main pages, to be looked at; the README's four are made anew.
SCREENSHOTS ?= build/screenshots
screenshots: all
	$(call install_missing,$(CHECK_NEEDS) $(TEST_NEEDS))
	@tests/npm
	$(B)/duet build content -o build/site
	@node tests/screenshots.mjs build/site .github/screenshots $(SCREENSHOTS)

# The chapters of the guide that the program's own tables make.
reference: all
	$(B)/duet reference -o content/guide/chapters

golden-update: all
	@tests/golden/run --update

bench: all
	@if test -x tests/bench/run; then tests/bench/run; \
	else echo 'there is no tests/bench/run yet'; fi

install: $(B)/duet
	install -D -m 755 $(B)/duet $(DESTDIR)$(PREFIX)/bin/duet

format:
	@clang-format -i $(wildcard src/*.c src/*/*.[ch] tests/unit/*.[ch] \
	    tests/syllables/*.c)

clean:
	rm -rf build

$(B)/duet: $(B)/src/main.o $(B)/libduet.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/libduet.a: $(OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/embedded.o: $(B)/embedded.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(B)/embedded.c: src/base/embed.sh $(EMBED) $(B)/flags
	src/base/embed.sh $(EMBED) >$@

$(B)/tests/test_mustache $(B)/tests/test_mustache_mistakes: \
    $(B)/tests/unit/json.o

$(B)/tests/%: $(B)/tests/unit/%.o $(B)/libduet.a
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS) -lcmocka

# Not a unit test: what the suite `syllables` counts with.
$(B)/tests/count_syllables: $(B)/tests/syllables/count_syllables.o \
    $(B)/libduet.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' | cmp -s - $@ || echo '$(CC) $(ALL_CFLAGS)' >$@

-include $(OBJ:.o=.d) $(B)/src/main.d \
    $(patsubst %.c,$(B)/%.d,$(wildcard tests/unit/*.c tests/syllables/*.c))
