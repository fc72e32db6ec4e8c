/*
 * grammar: compiled rules. A rule is a pattern over words and marks, run by src/text/match.c. Notation: docs/data.md.
 */
#ifndef BG_GRAMMAR_H
#define BG_GRAMMAR_H

#include "data.h"

/* An attribute: key and value, both interned strings. For a rule's `make`, capture > 0 takes the value from there. */
typedef struct bg_pair {
    uint32_t key, value;
    uint32_t capture;     /* 1 + slot number; 0 = constant */
    uint32_t capture_key; /* attribute of the captured mark; 0 = its value */
} bg_pair;

#define BG_LEVEL_ALL 1u /* every match stands; otherwise longest, then first, without overlap */

typedef struct bg_level {
    uint32_t name, flags;
} bg_level;

/* Instructions: op in the low byte, argument in the rest; some have further words. ORDER ops: match.c, compile_rule.c */
enum {
    OP_MATCH,  /* done */
    OP_WORD,   /* [syllable]: arg 1 = must begin with a capital */
    OP_CLASS,  /* arg = class; [tests]: number of tests, then index into SEC_TESTS */
    OP_NUMBER, /* [lo][hi] */
    OP_PUNCT,  /* arg = code point */
    OP_KIND,   /* arg = BG_KIND_… of the token */
    OP_START,  /* sentence start */
    OP_END,    /* sentence end */
    OP_SPLIT,  /* [first][second]: offsets to try in turn */
    OP_JUMP,   /* [to] */
    OP_SAVE,   /* arg = slot * 2 + (0 begin, 1 end) */
    OP_GAP,    /* arg = most tokens; [flags] BG_GAP_… */
    OP_NOT     /* [to]: fails if the code between here and `to` (ends in OP_MATCH) matches; goes on at `to` */
};

enum { BG_KIND_ANY, BG_KIND_WORD, BG_KIND_CAP, BG_KIND_LOW, BG_KIND_UPPER, BG_KIND_PUNCT };
#define BG_GAP_COMMA 1u /* the gap may run over commas, colons and semicolons */

#define BG_SLOT_SPAN 0u /* slot 0 is what { } marks, else the whole match */
#define BG_SLOTS 12u

typedef struct bg_rule {
    uint32_t id;   /* string */
    uint32_t level;
    uint32_t make; /* class of the mark it makes */
    uint32_t code, pairs, pair_count;
    uint32_t required[2];          /* classes without whose marks the rule cannot match, 0 = none */
    uint32_t slot_names[BG_SLOTS]; /* strings; [0] unused */
    uint32_t examples, example_count;
    uint32_t file, line;
} bg_rule;

typedef struct bg_example {
    uint32_t text;  /* string */
    uint32_t wanted;/* 1 = eg, 0 = not */
} bg_example;

/* One test on the attributes of a mark, in SEC_TESTS: key (0 = value), negated, number of values, values … */

unsigned bg_grammar__level(const bg_data *data, const char *name); /* number, or UINT_MAX */
const bg_level *bg_grammar__level_at(const bg_data *data, unsigned level);
uint32_t bg_grammar__rule_count(const bg_data *data);
const bg_rule *bg_grammar__rule(const bg_data *data, uint32_t rule);
const uint32_t *bg_grammar__code(const bg_data *data);
const uint32_t *bg_grammar__tests(const bg_data *data);
const bg_pair *bg_data__pairs(const bg_data *data);
const bg_example *bg_grammar__examples(const bg_data *data);
/* Rules of `level` that may begin with `key` (FIRST_…, image.h): their number; *list receives them. */
uint32_t bg_grammar__first(const bg_data *data, unsigned level, uint32_t key, const uint32_t **list);
uint32_t bg_data__intern(const bg_data *data, const char *text); /* string number, 0 if nothing uses it */

#endif
