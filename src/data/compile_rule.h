/* compile_rule: the pattern of one rule → program. Private to src/data. */
#ifndef BG_COMPILE_RULE_H
#define BG_COMPILE_RULE_H

#include "compile.h"

/* Compile `find` and `make` and append the rule to the builder. `rule` has id, level, place and examples. */
void bg_build__rule(bg_builder *b, bg_rule *rule, const char *find, const char *make);

/* ---- between the parser (compile_rule.c) and what looks into its programs (compile_look.c) */

/* The program of a rule, `count` words of b->code_words from `base` on, its end included. */
typedef struct bg_program {
    bg_builder *b;
    bg_rule *rule;
    uint32_t number, base, count;
} bg_program;

/* Words of an instruction. */
static inline uint32_t bg_code__length(const uint32_t *code) {
    switch (bg_code__op(code[0])) {
    case OP_CLASS: case OP_NUMBER: return 3;
    case OP_WORD: case OP_JUMP: return 2;
    case OP_SPLIT: return SPLIT_SIZE;
    case OP_GAP: return GAP_SIZE;
    case OP_NOT: return NOT_SIZE;
    case OP_ONE_OF: return code[1];
    default: return 1;
    }
}

static inline bool bg_code__is_eater(uint32_t op) {
    return op == OP_WORD || op == OP_CLASS || op == OP_NUMBER || op == OP_PUNCT || op == OP_KIND || op == OP_ONE_OF;
}

#endif
