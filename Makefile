# banggiao. `make` builds build/banggiao; `make help` lists the rest.
.DEFAULT_GOAL := all
CC ?= cc
BUILD ?= build
OPT ?= -O2
SAN ?=
WARN := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla
PKGS := sqlite3 zlib libsodium libutf8proc jansson
CFLAGS_ALL := -std=c11 -D_GNU_SOURCE $(OPT) -g $(WARN) $(SAN) -Iinclude $(shell pkg-config --cflags $(PKGS)) $(CFLAGS)
LDLIBS_ALL := $(shell pkg-config --libs $(PKGS)) -lm $(LDLIBS)

STAGES := base data page article text mention claim record view
LIB_SRC := $(foreach s,$(STAGES),$(wildcard src/$(s)/*.c)) $(wildcard src/doc.c)
CLI_SRC := $(wildcard cli/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(BUILD)/gen/embedded.o
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)
DATA := $(wildcard data/vi/lexicon/*.txt) $(wildcard data/vi/grammar/*.rules)
# The tool that compiles the data needs only base and data, without the part that reads what it makes.
TOOL_SRC := tools/mkdata.c $(wildcard src/base/*.c) $(filter-out src/data/data.c,$(wildcard src/data/*.c))
TOOL_OBJ := $(TOOL_SRC:%.c=$(BUILD)/%.o)

.PHONY: all help
all: $(BUILD)/banggiao

help:
	@grep -E '^#: ' Makefile | sed 's/^#: //'

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/mkdata: $(TOOL_OBJ)
	$(CC) $(SAN) $(LDFLAGS) $^ -o $@ $(LDLIBS_ALL)

$(BUILD)/gen/image.bin $(BUILD)/gen/sources.bin &: $(BUILD)/mkdata $(DATA)
	@mkdir -p $(BUILD)/gen
	$(BUILD)/mkdata data/vi $(BUILD)/gen/image.bin $(BUILD)/gen/sources.bin

$(BUILD)/gen/embedded.o: src/data/embedded.S $(BUILD)/gen/image.bin $(BUILD)/gen/sources.bin
	$(CC) -I$(BUILD)/gen -Wa,-I$(BUILD)/gen -c $< -o $@

$(BUILD)/libbanggiao.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/banggiao: $(CLI_OBJ) $(BUILD)/libbanggiao.a
	$(CC) $(SAN) $(LDFLAGS) $(CLI_OBJ) $(BUILD)/libbanggiao.a -o $@ $(LDLIBS_ALL)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
