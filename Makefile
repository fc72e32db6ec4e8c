# banggiao. `make` builds build/banggiao; `make help` lists the rest.
#
#: make                 build/banggiao (BUILD=DIR: elsewhere)
.DEFAULT_GOAL := all
CC ?= cc
BUILD ?= build
OPT ?= -O3
SAN ?=
WARN := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
PKGS := sqlite3 zlib libdeflate nettle libutf8proc jansson libzstd libbrotlidec
PKGS_LOADED := libarchive xlsxwriter # by the program itself, when they are needed: only their headers are here; the tests make zips with the first
CFLAGS_ALL := -std=c11 -D_GNU_SOURCE $(OPT) -g $(WARN) $(SAN) -Iinclude $(shell pkg-config --cflags $(PKGS) $(PKGS_LOADED)) $(CFLAGS)
LDLIBS_ALL := $(shell pkg-config --libs $(PKGS)) -lm $(LDLIBS)

STAGES := base data page article text mention claim record view
LIB_SRC := $(foreach s,$(STAGES),$(wildcard src/$(s)/*.c)) $(wildcard src/doc.c)
CLI_SRC := $(wildcard cli/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(BUILD)/gen/embedded.o $(BUILD)/gen/entities.o $(BUILD)/gen/counts.o
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
DATA := $(wildcard data/vi/lexicon/*.txt) $(wildcard data/vi/grammar/*.rules) $(wildcard data/sites/*.txt)
# The tool that compiles the data needs only base and data, without the part that reads what it makes.
TOOL_SRC := tools/mkdata.c $(wildcard src/base/*.c) $(filter-out src/data/data.c,$(wildcard src/data/*.c))
TOOL_OBJ := $(TOOL_SRC:%.c=$(BUILD)/%.o)

# Unit tests: one program a file. The fuzz target and the bench are single files too.
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/test_*.c))
CFLAGS_TEST = $(CFLAGS_ALL) -Isrc -Itests -Itests/unit
LDLIBS_TEST := $(LDLIBS_ALL) $(shell pkg-config --libs libarchive)
# Everything that tidy reads.
TIDY_SRC := $(LIB_SRC) $(CLI_SRC) tools/mkdata.c $(wildcard tests/unit/*.c tests/fuzz/*.c bench/*.c)

prefix ?= /usr/local
bindir ?= $(prefix)/bin
mandir ?= $(prefix)/share/man
completiondir ?= $(prefix)/share/bash-completion/completions
FUZZ_SECONDS ?= 600
FUZZ_RUNS ?= 100000
FUZZ_LIMITS = -max_len=20000 -timeout=20 -rss_limit_mb=2048 -print_final_stats=0 -artifact_prefix=build-fuzz/
# A target a door: tests/fuzz/fuzz_DOOR.c, seeds in tests/fuzz/corpus/DOOR and tests/fuzz/found/DOOR. Of FUZZ_RUNS each has FUZZ_SHARE_DOOR in a hundred.
FUZZ_DOORS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SHARE_page := 45
FUZZ_SHARE_charset := 10
FUZZ_SHARE_ld := 5
FUZZ_SHARE_decide := 2
FUZZ_SHARE = $(or $(FUZZ_SHARE_$(1)),25)
fuzz_seeds = $(wildcard tests/fuzz/corpus/$(1) tests/fuzz/found/$(1))
FUZZ_CC ?= clang

.PHONY: all help unit check asan asan-build lint tidy cppcheck fuzz fuzz-build bench install
all: $(BUILD)/banggiao

help:
	@grep -hE '^#: ' $(MAKEFILE_LIST) | sed 's/^#: //'

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/mkdata: $(TOOL_OBJ)
	$(CC) $(SAN) $(LDFLAGS) $^ -o $@ $(LDLIBS_ALL)

$(BUILD)/gen/image.bin $(BUILD)/gen/lines.bin $(BUILD)/gen/sources.bin &: $(BUILD)/mkdata $(DATA)
	@mkdir -p $(BUILD)/gen
	$(BUILD)/mkdata $(BUILD)/gen/image.bin $(BUILD)/gen/lines.bin $(BUILD)/gen/sources.bin data/vi data

$(BUILD)/gen/embedded.o: src/data/embedded.S $(BUILD)/gen/image.bin $(BUILD)/gen/lines.bin $(BUILD)/gen/sources.bin
	$(CC) -I$(BUILD)/gen -Wa,-I$(BUILD)/gen -c $< -o $@

$(BUILD)/gen/entities.o: src/page/entities.S data/html/entities.txt
	@mkdir -p $(BUILD)/gen
	$(CC) -Wa,-Idata/html -c $< -o $@

$(BUILD)/gen/counts.o: src/record/counts.S data/words/counts.txt
	@mkdir -p $(BUILD)/gen
	$(CC) -Wa,-Idata/words -c $< -o $@

$(BUILD)/gen/body.inc $(BUILD)/gen/roles.inc $(BUILD)/gen/words.inc: $(BUILD)/gen/%.inc: data/html/%.txt tools/body.awk
	@mkdir -p $(BUILD)/gen
	awk -f tools/body.awk $< >$@

$(BUILD)/src/article/trained.o $(BUILD)/src/article/roles.o $(BUILD)/src/article/words.o: CFLAGS_ALL += -I$(BUILD)/gen
$(BUILD)/src/article/trained.o: $(BUILD)/gen/body.inc
$(BUILD)/src/article/roles.o: $(BUILD)/gen/roles.inc
$(BUILD)/src/article/words.o: $(BUILD)/gen/words.inc

# The crosswalk to codes of other event data (docs/export.md).
CROSSWALK := events cameo states groups sectors topics
$(CROSSWALK:%=$(BUILD)/gen/crosswalk_%.inc): $(BUILD)/gen/crosswalk_%.inc: data/crosswalk/%.txt tools/crosswalk.awk
	@mkdir -p $(BUILD)/gen
	awk -f tools/crosswalk.awk $< >$@

$(BUILD)/src/view/crosswalk.o: CFLAGS_ALL += -I$(BUILD)/gen
$(BUILD)/src/view/crosswalk.o: $(CROSSWALK:%=$(BUILD)/gen/crosswalk_%.inc)

$(BUILD)/libbanggiao.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/banggiao: $(CLI_OBJ) $(BUILD)/libbanggiao.a
	$(CC) $(SAN) $(LDFLAGS) $(CLI_OBJ) $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_ALL)

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libbanggiao.a $(wildcard tests/*.h tests/unit/*.h)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_TEST) $(LDFLAGS) $< $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_TEST)

# Every way to ask for memory, so that test_memory can refuse it.
WRAPPED := malloc calloc realloc strdup bg_arena__alloc bg_arena__copy bg_arena__text bg_arena__print bg_vec__grow bg_vec__reserve
$(BUILD)/tests/test_memory: private LDFLAGS += $(WRAPPED:%=-Wl,--wrap=%)
# And to give it back, so that test_footprint can count.
$(BUILD)/tests/test_footprint: private LDFLAGS += $(patsubst %,-Wl$(comma)--wrap=%,malloc calloc realloc strdup free)
comma := ,

unit: $(UNIT)

#: make check           every test that needs no other build: unit, rules, command line, figures (tests/run)
check: all unit
	BUILD=$(BUILD) tests/run

#: make asan            the same under AddressSanitizer and UBSan, in build-asan
ASAN := BUILD=build-asan OPT=-O1 SAN='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'
asan:
	$(MAKE) $(ASAN) check
asan-build:
	$(MAKE) $(ASAN) all unit

#: make lint            includes point left, rules have ids and examples, functions are short
lint:
	python3 tools/lint.py

#: make tidy            clang-tidy, warnings are errors (.clang-tidy)
tidy: $(BUILD)/gen/body.inc $(BUILD)/gen/roles.inc $(BUILD)/gen/words.inc $(CROSSWALK:%=$(BUILD)/gen/crosswalk_%.inc)
	@printf '%s\n' $(TIDY_SRC) | xargs -P $$(nproc) -I FILE sh -c 'clang-tidy --quiet FILE -- \
	    -std=c11 -D_GNU_SOURCE -Iinclude -Isrc -Itests -Itests/unit -I$(BUILD)/gen 2>/dev/null || { echo "tidy: FILE" >&2; exit 1; }'

#: make cppcheck        cppcheck, warnings are errors
# Not letter.c: its tables grow to a megabyte in the preprocessor, a minute's work; tidy reads it. AST errors are cppcheck's own.
cppcheck:
	cppcheck -q -j $$(nproc) --std=c11 --enable=warning,performance,portability --inline-suppr --suppress=internalAstError --error-exitcode=1 \
	    -i src/base/letter.c -Iinclude -Isrc src cli tools

#: make fuzz            fuzz every door for FUZZ_SECONDS (600) in all with clang's libFuzzer, in build-fuzz; findings stay there
fuzz: fuzz-build
	@mkdir -p $(FUZZ_DOORS:%=build-fuzz/corpus/%)
	$(foreach d,$(FUZZ_DOORS),build-fuzz/fuzz_$(d) -max_total_time=$$(($(FUZZ_SECONDS) / $(words $(FUZZ_DOORS)))) $(FUZZ_LIMITS) build-fuzz/corpus/$(d) $(call fuzz_seeds,$(d)) &&) true

#: make fuzz-again      the same FUZZ_RUNS (100000) runs each time, where addresses may be fixed: what passes here passes elsewhere
fuzz-again: fuzz-build
	fixed=$$(setarch -R true 2>/dev/null && echo setarch -R); again() { door=$$1 runs=$$2 new=$$(mktemp -d); shift 2; \
	    $$fixed build-fuzz/fuzz_$$door -seed=1 -runs=$$runs $(FUZZ_LIMITS) $$new "$$@"; ended=$$?; rm -r $$new; return $$ended; }; \
	$(foreach d,$(FUZZ_DOORS),again $(d) $$(($(FUZZ_RUNS) * $(call FUZZ_SHARE,$(d)) / 100)) $(call fuzz_seeds,$(d)) &&) true

fuzz-build:
	$(MAKE) BUILD=build-fuzz CC=$(FUZZ_CC) OPT=-O1 \
	    SAN='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' $(FUZZ_DOORS:%=build-fuzz/fuzz_%)

$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c tests/property.h $(BUILD)/libbanggiao.a
	$(CC) $(CFLAGS_TEST) -fsanitize=fuzzer $(LDFLAGS) $< $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_ALL)

#: make bench           speed of reading against memchr over the same bytes, instructions, start-up, memory
bench: all $(BUILD)/speed $(BUILD)/archive
	BUILD=$(BUILD) bench/run

$(BUILD)/speed $(BUILD)/archive: $(BUILD)/%: bench/%.c $(BUILD)/libbanggiao.a
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) $< $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_ALL)

$(BUILD)/body_lines: $(BUILD)/%: bench/%.c $(BUILD)/libbanggiao.a
	$(CC) $(CFLAGS_ALL) -Isrc $(LDFLAGS) $< $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_ALL)

#: make install         DESTDIR, prefix: the program, man pages, completion
install: all
	install -D -m 755 $(BUILD)/banggiao $(DESTDIR)$(bindir)/banggiao
	install -d $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(completiondir)
	install -m 644 man/*.1 $(DESTDIR)$(mandir)/man1
	install -m 644 completions/banggiao.bash $(DESTDIR)$(completiondir)/banggiao

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
