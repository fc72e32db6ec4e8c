/* compile_rule: the pattern of one rule → program. Private to src/data. */
#ifndef BG_COMPILE_RULE_H
#define BG_COMPILE_RULE_H

#include "compile.h"

/* Compile `find` and `make` and append the rule to the builder. `rule` has id, level, place and examples. */
void bg_build__rule(bg_builder *b, bg_rule *rule, const char *find, const char *make);

#endif
